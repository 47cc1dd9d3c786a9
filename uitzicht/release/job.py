"""The release job: a process of its own, because pages never hold the release key."""

import os
import subprocess
import sys
import threading

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from uitzicht.core.refusal import Refusal
from uitzicht.release import runs
from uitzicht.release.models import Run


def run(pk: int) -> None:
    """Start the process that performs this run, and wait for nothing. Its refusals speak the reader's language; what goes
    wrong in it stands in the log of the server."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": str(settings.SETTINGS_MODULE),
        "UITZICHT_LANGUAGE": get_language() or settings.LANGUAGE_CODE,
    }
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "django", "release_job", str(pk)],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    threading.Thread(target=process.wait, daemon=True).start()  # or it would stay in the table of processes


def perform(pk: int) -> None:
    """Make a release today, tell how far it is, and how it ended."""
    from uitzicht.release.services import make_release  # here: a page that starts the job must not load the release key

    at = timezone.now()
    try:
        started_by = Run.objects.get(pk=pk).started_by
        made = make_release(by=started_by, at=at, on=timezone.localdate(at), progress=runs.telling(pk))
    except Refusal as refusal:
        runs.end_refused(pk, refusal)
    else:
        runs.end_frozen(pk, made)
    finally:
        runs.end_dead(pk)

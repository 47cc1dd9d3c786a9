"""The release job: a process of its own, because pages never hold the release key."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.release import queries
from uitzicht.release.models import Release

COMMAND = str(Path(sys.executable).with_name("uitzicht"))
LONGEST = 30 * 60  # seconds


def run(*, by: str, at: datetime) -> Release:
    """Make a release today in a process of its own and wait for it. Its refusal is passed on in the reader's language."""
    environment = os.environ | {"UITZICHT_LANGUAGE": get_language() or "nl"}
    try:
        done = subprocess.run(  # noqa: S603 - our own command
            [COMMAND, "release", "--by", by],
            env=environment,
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired as fault:
        message = _("The release is not ready after half an hour. Run 'uitzicht release' on the server instead.")
        raise Refusal("release.too_long", message) from fault
    made = queries.frozen().first()
    if done.returncode or made is None:
        line = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else ""
        raise Refusal("release.refused", "{line}", line=line.rpartition(" [")[0] or line)
    return made

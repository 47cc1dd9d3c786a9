"""The release job in the process of the test; see ``RELEASE_JOB`` in tests/settings.py."""

from datetime import datetime

from django.utils import timezone

from uitzicht.release.models import Release
from uitzicht.release.services import make_release


def run(*, by: str, at: datetime) -> Release:
    return make_release(by=by, at=at, on=timezone.localdate(at))

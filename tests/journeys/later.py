"""``python -m tests.journeys.later DAYS PORT``: serves the product as if DAYS had passed since now."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import time_machine

from uitzicht.cli.console import configured
from uitzicht.cli.setup import run_server

if TYPE_CHECKING:
    from uitzicht.release.models import Release


def release(*, by: str, at: datetime) -> "Release":
    """In place of uitzicht.release.job, whose process would have the clock of today."""
    from uitzicht.release.queries import frozen

    days = sys.argv[1]
    subprocess.run([sys.executable, "-m", "tests.journeys.later_command", days, "release", "--by", by], check=True)
    return frozen()[0]


if __name__ == "__main__":
    ahead, port = map(int, sys.argv[1:])
    with time_machine.travel(datetime.now(UTC) + timedelta(days=ahead), tick=True):
        configured()
        from django.conf import settings

        settings.RELEASE_JOB = "tests.journeys.later.release"
        run_server("127.0.0.1", port)

"""``python -m tests.journeys.later DAYS PORT``: serves the product as if DAYS had passed since now."""

import sys
import threading
from datetime import UTC, datetime, timedelta

import time_machine

from uitzicht.cli.console import configured
from uitzicht.cli.setup import run_server


def release(run: int) -> None:
    """In place of uitzicht.release.job.run, whose process would have the clock of today."""
    from uitzicht.release.job import perform

    threading.Thread(target=perform, args=(run,)).start()


if __name__ == "__main__":
    ahead, port = map(int, sys.argv[1:])
    with time_machine.travel(datetime.now(UTC) + timedelta(days=ahead), tick=True):
        configured()
        from django.conf import settings

        settings.RELEASE_JOB = "tests.journeys.later.release"
        run_server("127.0.0.1", port)

"""``python -m tests.journeys.later_command DAYS ...``: ``uitzicht ...`` as if DAYS had passed since now."""

import sys
from datetime import UTC, datetime, timedelta

import time_machine

from uitzicht.cli import main

if __name__ == "__main__":
    days = int(sys.argv.pop(1))
    with time_machine.travel(datetime.now(UTC) + timedelta(days=days), tick=True):
        main()

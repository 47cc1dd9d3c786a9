"""``python -m tests.journeys.later DAYS PORT``: serves the product as if DAYS had passed since now."""

import sys
from datetime import UTC, datetime, timedelta

import time_machine

from uitzicht.cli.console import configured
from uitzicht.cli.setup import run_server

if __name__ == "__main__":
    days, port = map(int, sys.argv[1:])
    with time_machine.travel(datetime.now(UTC) + timedelta(days=days), tick=True):
        configured()
        run_server("127.0.0.1", port)

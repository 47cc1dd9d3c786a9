"""A real server in the process of the test, so that a test can switch a protection off in it; and releases to attack.

It shares the connection of the test, which takes everything back afterwards: frozen releases cannot be deleted.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from threading import Thread

from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.core.signals import request_finished, request_started
from django.db import DEFAULT_DB_ALIAS, close_old_connections, connections
from django.test.testcases import QuietWSGIRequestHandler

from tests.cast import PASSWORD, Cast
from tests.release.leavers import DAY, LEFT, QUARTER, left_before, months_later, release, spoke
from uitzicht.cli.outsider.attack import Result, attack
from uitzicht.cli.outsider.visit import Limits, Visit, visit

READERS = ("hr_lead", "leader", "guardian")
ROLES = (*READERS, "interviewer", "admin", "prevention")


class _Server(ThreadedWSGIServer):
    def _close_connections(self) -> None:
        """The connection is the test's."""


@contextmanager
def serving() -> Iterator[str]:
    """The address of the server."""
    shared = connections[DEFAULT_DB_ALIAS]
    server = _Server(("127.0.0.1", 0), QuietWSGIRequestHandler, connections_override={DEFAULT_DB_ALIAS: shared})
    server.set_app(WSGIHandler())
    shared.inc_thread_sharing()
    # As Django's own test client does: a request would end the transaction of the test by closing its connection.
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        for signal in signals:
            signal.connect(close_old_connections)
        shared.dec_thread_sharing()


def quarters(cast: Cast, releases: int) -> date:
    """So many quarterly releases: sixty leavers of before in three teams, then five a quarter who spoke; the last day."""
    left_before(60, 3, seed=5)
    day, left = DAY, LEFT
    for number in range(releases):
        spoke(cast, 5, left_on=left, unit=(cast.kade_noord, cast.techniek)[number % 2], scores=(2, 4, 3, 5))
        release(day)
        day, left = months_later(day, QUARTER), months_later(left, QUARTER)
    return day


def read_as(url: str, cast: Cast, *roles: str, together: int | None = None) -> list[Visit]:
    """What these roles read of the server."""
    users = cast.users
    return [
        visit(role, url, users[role].email, PASSWORD, Limits(together=together, variants=3), lambda *_: None)
        for role in roles
    ]


def attacked(url: str, cast: Cast, *roles: str, together: int | None = None) -> Result:
    return attack(read_as(url, cast, *roles, together=together), lambda *_: None)

"""``python -m tests.interviews.at_once``: several windows of one interviewer at the same time, on a database that real
connections share (tests of one process all stand in one transaction). Prints what came of it as JSON.

Needs UITZICHT_HOME (empty) and takes UITZICHT_DATABASE_URL; see test_several_windows_at_once.py.
"""

import json
import os
import threading
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from uitzicht.cli.console import configured
from uitzicht.cli.setup import make_keys

ROUNDS = 12
Window = Callable[[Any], None]  # what it does with a client of its own


def main() -> dict[str, Any]:
    from django.core.management import call_command
    from django.db import connections

    from tests.cast import assemble
    from tests.interviews.setting import planned, talking
    from uitzicht.interviews.models import Interview
    from uitzicht.interviews.queries import read_sheet
    from uitzicht.privacy.audit import first_broken_entry

    call_command("migrate", verbosity=0, interactive=False)
    cast = assemble()
    talk = talking(cast)
    new = [planned(cast, cast.another_person(), hours_later=n).departure_id for n in range(1, 5)]
    connections.close_all()

    statuses = Counter[str]()
    base = f"/interviews/{talk.pk}"
    timed = [partial(_time, base=base, part=part) for part in ("opening", "content", "terms")]
    marked = [partial(_mark, base=base, part="leaving")]
    typed = [partial(_type, base=base, item=item) for item in ("content.variety", "content.learning")]
    read = [partial(_read, base=base)]
    _together(cast.interviewer, [*timed, *marked, *typed, *read], statuses)
    same = Counter[str]()
    _together(cast.interviewer, [partial(_type_first, base=base)] * 4, same)
    for departure in new:
        _together(cast.interviewer, [partial(_start, departure=departure)] * 3, statuses)
    _together(cast.interviewer, [partial(_finish, base=base)] * 3, Counter())

    stored = Interview.objects.get(pk=talk.pk)
    return {
        "statuses": dict(statuses),
        "same_question": dict(same),
        "parts": stored.parts,
        "revisions": read_sheet(stored).revisions,
        "status": stored.status,
        "started": Interview.objects.filter(departure__in=new).count(),
        "broken_entry": first_broken_entry(),
    }


def _time(client: Any, base: str, part: str) -> None:
    for seconds in range(1, ROUNDS + 1):
        client.post(f"{base}/time/", {"part": part, "seconds": seconds})


def _mark(client: Any, base: str, part: str) -> None:
    for _ in range(ROUNDS):
        client.post(f"{base}/time/", {"part": part, "state": "covered", "seconds": 0})


def _type(client: Any, base: str, item: str) -> None:
    for revision in range(ROUNDS):
        client.post(f"{base}/save/", {"item": item, "notes": f"word {revision}", "given": "", "revision": revision})


def _type_first(client: Any, base: str) -> None:
    client.post(
        f"{base}/save/", {"item": "content.complexity", "notes": threading.current_thread().name, "revision": 0}
    )


def _read(client: Any, base: str) -> None:
    for _ in range(ROUNDS):
        client.get(f"{base}/content/")


def _start(client: Any, departure: Any) -> None:
    client.post(f"/interviews/{departure}/prepare/", {"go": "start"})


def _finish(client: Any, base: str) -> None:
    client.post(f"{base}/finish/")


def _together(user: Any, windows: list[Window], statuses: Counter[str]) -> None:
    """All windows at once; ``statuses`` counts the answers by status."""
    from django.db import connections
    from django.test import Client

    class Counted(Client):
        def request(self, **request: Any) -> Any:
            response = super().request(**request)
            statuses[str(response.status_code)] += 1
            connections.close_all()  # as a server does after every request
            return response

    def client() -> Client:
        made = Counted(raise_request_exception=False, SERVER_NAME="127.0.0.1")
        made.force_login(user)
        return made

    barrier = threading.Barrier(len(windows))

    def run(window: Window, own: Client) -> None:
        barrier.wait()
        window(own)

    threads = [threading.Thread(target=run, args=(window, client())) for window in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    make_keys(Path(os.environ["UITZICHT_HOME"]))
    configured(migrated=False)
    print(json.dumps(main()))

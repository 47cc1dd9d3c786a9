"""Fifty conversations in which everybody types at once: HTTP against a real ``uitzicht serve`` on its SQLite file.

Each typist saves one question twenty times, at the pace of the page (once every 2.5 seconds), each save holding all text
so far, as the page does. Afterwards every text is read back and compared, letter by letter. The typists run on the same
machine as the server, so their own work is in the times.
"""

import http.client
import os
import random
import re
import signal
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from http.cookies import SimpleCookie
from itertools import zip_longest
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.house import BY, fresh_house
from benchmarks.measuring import show, statements
from benchmarks.pages import the_cast
from benchmarks.starting import SCRIPT, free_port, wait_for

TYPISTS, SAVES, PACE = 50, 20, 2.5
ITEM = "content.variety"
SENTENCE = "Toen kwam er een nieuwe planning, en daarna werd het stil. "


@dataclass
class Typist:
    """One open page. ``times``: seconds of each save that the server accepted; ``typed``: all text so far."""

    port: int
    session: str
    interview: str
    typed: str = ""
    times: list[float] = field(default_factory=list)
    refused: int = 0

    def open(self) -> None:
        self.cookies = SimpleCookie({"sessionid": self.session})
        status, page = self._ask("GET", f"/interviews/{self.interview}/content/")
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        if status != 200 or not found:
            raise RuntimeError(f"the page of the talk answered {status}")
        self.token = found[1]

    def type(self) -> None:
        time.sleep(random.uniform(0, PACE))  # nobody begins at the same moment
        for revision in range(SAVES):
            began = time.perf_counter()
            self.typed += SENTENCE
            self._save(revision)
            time.sleep(max(0, PACE - (time.perf_counter() - began)))

    def _save(self, revision: int) -> None:
        sent = {"csrfmiddlewaretoken": self.token, "item": ITEM, "notes": self.typed, "given": "", "revision": revision}
        began = time.perf_counter()
        status, _answer = self._ask("POST", f"/interviews/{self.interview}/save/", urlencode(sent))
        if status == 200:
            self.times.append(time.perf_counter() - began)
        else:
            self.refused += 1

    def _ask(self, method: str, address: str, body: str = "") -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{name}={one.value}" for name, one in self.cookies.items())}
        headers |= {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        with closing(connection):  # the server gives up an idle one before the next save
            connection.request(method, address, body, headers)
            answer = connection.getresponse()
            for given in answer.headers.get_all("Set-Cookie", []):
                self.cookies.load(given)
            return answer.status, answer.read().decode()


def talks(people: Any) -> list[tuple[str, str]]:
    """(session, interview) of as many interviewers as there are typists, each in an open conversation."""
    from django.test import Client
    from django.utils import timezone

    from tests import world
    from uitzicht.interviews import services as interviews
    from uitzicht.people.models import RoleGrant, User
    from uitzicht.people.vocabulary import Role

    at, made = timezone.now(), []
    for number in range(TYPISTS):
        user = User.objects.create(email=f"typist{number}@havenlicht.example", name=f"Typist {number}")
        RoleGrant.objects.create(user=user, role=Role.INTERVIEWER)
        departure = world.leaving(people.another_person(), on=timezone.localdate(at) + timedelta(days=30), at=at)
        talk = interviews.open_interview(world.planned(departure, user, at=at), by=BY, at=at)
        client = Client()
        client.force_login(user)
        made.append((client.cookies["sessionid"].value, str(talk.pk)))
    return made


@contextmanager
def served(home: Path) -> Iterator[int]:
    from django.db import connections

    connections.close_all()
    port = free_port()
    process = subprocess.Popen([SCRIPT, "serve", "--port", str(port)], env=os.environ | {"UITZICHT_HOME": str(home)})
    try:
        wait_for(f"http://127.0.0.1:{port}/account/sign-in/", process)
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def all_at_once(typists: list[Typist], work: Callable[[Typist], None]) -> None:
    threads = [threading.Thread(target=work, args=(typist,)) for typist in typists]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def lost_letters(typists: list[Typist]) -> int:
    """Letters typed that the server does not hold, over all conversations."""
    from uitzicht.interviews.models import Interview
    from uitzicht.interviews.queries import read_sheet

    stored = {str(one.pk): read_sheet(one).answers.get(ITEM) for one in Interview.objects.select_related("version")}
    lost = 0
    for typist in typists:
        answer = stored[typist.interview]
        notes = answer["notes"] if answer else ""
        lost += sum(one != other for one, other in zip_longest(typist.typed, notes))
    return lost


def statements_per_save(people: Any) -> tuple[int, int]:
    """SQL statements of the first save of a question, and of each later one."""
    from django.test import Client
    from django.utils import timezone

    from tests import world
    from uitzicht.interviews import services as interviews

    at = timezone.now()
    departure = world.leaving(people.leaver, on=timezone.localdate(at) + timedelta(days=30), at=at)
    talk = interviews.open_interview(world.planned(departure, people.interviewer, at=at), by=BY, at=at)
    client = Client(SERVER_NAME="localhost")
    client.force_login(people.interviewer)

    def save(item: str, revision: int) -> int:
        return statements(
            lambda: client.post(f"/interviews/{talk.pk}/save/", {"item": item, "notes": "x", "revision": revision})
        )

    save("content.learning", 0)  # what a worker learns once is not counted
    return save(ITEM, 0), save(ITEM, 1)


def main() -> None:
    with fresh_house() as home:
        people = the_cast()
        made = talks(people)
        first, later = statements_per_save(people)
        with served(home) as port:
            typists = [Typist(port, session, interview) for session, interview in made]
            for typist in typists:
                typist.open()
            all_at_once(typists, Typist.type)
        times = sorted(1000 * second for typist in typists for second in typist.times)
        lost, refused = lost_letters(typists), sum(typist.refused for typist in typists)
    cuts = statistics.quantiles(times, n=100)
    rows = [
        ("saves", len(times)),
        ("refused or failed", refused),
        ("letters lost", lost),
        ("median of a save, ms", cuts[49]),
        ("95th percentile, ms", cuts[94]),
        ("slowest, ms", times[-1]),
        ("SQL statements, first save of a question", first),
        ("SQL statements, each later one", later),
    ]
    show(f"Typing at once ({TYPISTS} conversations, {SAVES} saves each, every {PACE} s)", ("", "figure"), rows)


if __name__ == "__main__":
    main()

"""Canaries around real processes: what was spoken, written or counted stands in no line that a command prints, in no log
of the server, in no mail, and in no other file of the installation. And a page that fails does not tell what it was sent.
"""

import json
import logging
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.cli.command import REPOSITORY, SCRIPT, Done, Terminal
from tests.wall.living import DAY, NAMED, WORDS
from tests.world import World
from uitzicht.interviews import services as interviews

SignedIn = Callable[[str], Client]
SAID = "watersnip-6301"
LIVING = ["-m", "tests.wall.living", "fill"]
PATIENCE = 30  # seconds


@pytest.fixture(scope="module")
def living(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """People spoke and wrote words that occur nowhere else; see tests/wall/living.py."""
    terminal = Terminal(tmp_path_factory.mktemp("canaries"))
    terminal.home.chmod(0o700)
    theirs = {name: text for name, text in os.environ.items() if not name.startswith(("UITZICHT_", "DJANGO_"))}
    subprocess.run(
        [SCRIPT.with_name("python"), *LIVING],
        env=theirs | {"UITZICHT_HOME": str(terminal.home)},
        cwd=REPOSITORY,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return terminal


@pytest.fixture(scope="module")
def ran(living: Terminal) -> dict[str, Done]:
    """Everything that is run around a release, one after another."""
    commands = {
        "release": ("release", "--on", DAY),
        "too soon": ("release", "--on", DAY),
        "attack": ("attack",),
        "attack as JSON": ("attack", "--format", "json"),
        "doctor": ("doctor",),
        "erase": ("erase", "--dry-run"),
        "night": ("nightly",),
    }
    return {name: living(*arguments) for name, arguments in commands.items()}


def test_no_command_prints_a_word(ran: dict[str, Done]) -> None:
    assert (ran["release"].code, ran["attack"].code, ran["too soon"].code) == (0, 0, 2)
    assert json.loads(ran["attack as JSON"].out)["opened"] == 0
    told = [(name, word) for name, done in ran.items() for word in (*WORDS, NAMED) if word in done.out + done.err]
    assert not told


@pytest.mark.usefixtures("ran")
def test_no_file_that_the_commands_left_holds_a_word(living: Terminal) -> None:
    """Mails, what tells how far a job is, logs: whatever lies in the folder. The name may stand in the staff's table."""
    files = {one: one.read_bytes() for one in living.home.rglob("*") if one.is_file()}
    assert any(content.startswith(b"SQLite format 3") for content in files.values())
    assert not [(file, word) for file, content in files.items() for word in WORDS if word.encode() in content]
    mails = [content for file, content in files.items() if "mail" in file.relative_to(living.home).parts]
    assert not [content for content in mails if NAMED.encode() in content]


@pytest.fixture
def server(living: Terminal, ran: dict[str, Done]) -> Iterator[tuple[str, Path]]:
    """The pages of this installation: their address, and the file that holds all that the server says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = living.home / "server.log"
    theirs = {name: text for name, text in os.environ.items() if not name.startswith(("UITZICHT_", "DJANGO_"))}
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [SCRIPT, "serve", "--port", str(port)],
            env=theirs | {"UITZICHT_HOME": str(living.home), "UITZICHT_LANGUAGE": "en"},
            stdout=stream,
            stderr=stream,
        )
    try:
        until = time.monotonic() + PATIENCE
        while answer(f"http://127.0.0.1:{port}/account/sign-in/")[0] != 200:
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}", log
    finally:
        process.terminate()
        process.wait()


def answer(address: str, sent: bytes | None = None) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, data=sent), timeout=10) as found:
            return found.status, found.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()
    except OSError:
        return 0, ""


def test_what_a_stranger_sends_comes_back_in_no_page_and_no_log(server: tuple[str, Path]) -> None:
    address, log = server
    form = f"notes={SAID}".encode()
    pages = {
        path: answer(f"{address}{path}", form)
        for path in ("/no-such-page/", "/my/questions/save/", "/account/sign-in/", "/my/no-such-link-of-any-length/")
    }
    assert {status for status, _ in pages.values()} <= {403, 404, 405, 302, 200}
    assert not [path for path, (_, page) in pages.items() if SAID in page]
    assert not [word for word in (SAID, *WORDS, NAMED) if word in log.read_text(encoding="utf-8", errors="replace")]


def test_a_page_that_fails_tells_neither_page_nor_log_nor_mail_what_it_was_sent(
    world: World, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault of ours in the middle of saving: the trace names our lines and holds no value."""

    def fails(interview: object, item: str, *, notes: str, **more: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(interviews, "save_answer", fails)
    caplog.set_level(logging.DEBUG)
    client = signed_in("interviewer")
    client.raise_request_exception = False
    sent = {"item": "content.variety", "notes": SAID, "revision": 0}
    failed = client.post(reverse("save_answer", args=[world.interview.pk]), sent)
    assert failed.status_code == 500
    assert "a fault of ours" in caplog.text
    around = [failed.content.decode(), caplog.text, *(str(message.message()) for message in mail.outbox)]
    assert not [text for text in around if SAID in text]


@pytest.mark.parametrize("role", ["", "outsider", "interviewer"])
def test_a_page_that_is_not_there_repeats_nothing(
    world: World, signed_in: SignedIn, role: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    missing = signed_in(role).post(f"/interviews/{world.departure.pk}/no-such-page/", {"notes": SAID})
    assert missing.status_code in (302, 403, 404)
    assert SAID not in missing.content.decode() + caplog.text

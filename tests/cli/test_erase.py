"""``uitzicht erase`` in an installation of its own, with a database in a file as people have it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.command import REPOSITORY, Terminal

OPEN = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute("SELECT count(*) FROM interviews_interview").fetchone()
print("open", flush=True)
sys.stdin.read()
"""
KINDS = (
    *("conversations: notes and summary", "conversations: everything"),
    *("  answers written alone", "personal links", "private addresses"),
)


def long_ago(terminal: Terminal) -> list[bytes]:
    """A conversation of three years ago; the bytes that must go."""
    theirs = {name: text for name, text in os.environ.items() if not name.startswith(("UITZICHT_", "DJANGO_"))}
    made = subprocess.run(
        [sys.executable, "-m", "tests.cli.long_ago"],
        env=theirs | {"UITZICHT_HOME": str(terminal.home)} | terminal.variables,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    return [bytes.fromhex(one) for one in json.loads(made.stdout)["gone"]]


def found(home: Path, searched: list[bytes]) -> list[bytes]:
    """Which of these bytes stand in the database file or beside it, as in its write-ahead log."""
    stored = b"".join(file.read_bytes() for file in sorted(home.glob("uitzicht.sqlite3*")))
    return [one for one in searched if one in stored]


@contextmanager
def somebody_else_at(database: Path) -> Iterator[None]:
    """Keeps the write-ahead log alive, as a server does. A process of its own: reading the file in the same one would
    drop its locks."""
    with subprocess.Popen(
        [sys.executable, "-c", OPEN, database], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        yield
        assert other.poll() is None
        other.communicate(b"")


def counts(terminal: Terminal, *options: str) -> list[int]:
    done = terminal("erase", *options)
    assert done.code == 0, done.err
    lines = [next(line for line in done.lines if kind in line) for kind in KINDS]
    return [int(line.split()[0]) for line in lines]


def test_a_dry_run_counts_and_changes_nothing(uitzicht: Terminal) -> None:
    long_ago(uitzicht)
    assert counts(uitzicht, "--dry-run") == [1, 1, 1, 1, 1]
    assert counts(uitzicht, "--dry-run") == [1, 1, 1, 1, 1]


def test_what_is_due_is_erased_once_and_nothing_else_is_said(uitzicht: Terminal) -> None:
    long_ago(uitzicht)
    done = uitzicht("erase")
    assert (done.code, "Sofie" in done.out + done.err) == (0, False)
    assert "(1 not used in any release)" in done.out
    assert counts(uitzicht) == [0, 0, 0, 0, 0]


def test_the_bytes_are_gone_while_a_server_has_the_database_open(uitzicht: Terminal) -> None:
    if uitzicht.variables:
        pytest.skip("PostgreSQL keeps no file that a test can read")
    with somebody_else_at(uitzicht.home / "uitzicht.sqlite3"):
        must_go = long_ago(uitzicht)
        assert found(uitzicht.home, must_go) == must_go
        assert uitzicht("erase").code == 0
        assert not found(uitzicht.home, must_go)


def test_the_doctor_says_what_is_overdue(uitzicht: Terminal) -> None:
    assert any(line == "ok     retention" for line in uitzicht("doctor").lines)
    long_ago(uitzicht)
    done = uitzicht("doctor")
    assert done.code == 1
    assert any(line.startswith("wrong  retention: overdue: 1 conversations") for line in done.lines)
    assert uitzicht("erase").code == 0
    assert "overdue" not in uitzicht("doctor").out


def test_what_is_late_by_two_days_is_not_overdue_yet(world) -> None:
    from datetime import timedelta

    from uitzicht.cli.erase import overdue

    expires_on = world.departure.personal_links.get().expires_on
    assert not overdue(expires_on + timedelta(days=2))
    assert "1 personal links" in overdue(expires_on + timedelta(days=3))


def test_the_night_says_what_it_erased_reminded_and_mailed(uitzicht: Terminal) -> None:
    long_ago(uitzicht)
    done = uitzicht("nightly")
    assert done.code == 0, done.err
    for line in ("1  answers written alone", "0  reminders to give themes", "0  follow-ups planned"):
        assert any(one.strip() == line for one in done.lines)
    assert "Sofie" not in done.out + done.err


def test_without_a_request_erasing_needs_no_release_key(uitzicht: Terminal) -> None:
    long_ago(uitzicht)
    (uitzicht.home / "release.key").rename(uitzicht.home / "elsewhere")
    assert uitzicht("erase").code == 0

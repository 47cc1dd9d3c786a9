"""Erasing destroys keys and bytes: the files of an installation are searched for them, write-ahead log included.

Another process keeps the database open all the time, as the pages do: without it SQLite would throw the log away by
itself, and the trap (``secure_delete`` does not reach the log) would not be there. The files are never read by a process
that has the database open: closing them would drop its locks.
"""

import base64
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.wall.conftest import Living
from tests.wall.living import DAY, WORDS

OPEN = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM privacy_sealedsheet").fetchone()
print("open", flush=True)
sys.stdin.read()
"""
KEYS = {"secret.key", "vault.key", "release.key", "release.pub"}


@pytest.fixture
def served(living: Living) -> Iterator[Living]:
    """An installation whose database somebody has open."""
    reader = subprocess.Popen(
        [sys.executable, "-c", OPEN, living.database], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert reader.stdout is not None
    assert reader.stdout.readline() == "open\n"
    yield living
    reader.communicate("")


def files(living: Living) -> dict[Path, bytes]:
    """Everything below the home folder but the keys: database, its log and index, mails, whatever a process left."""
    return {one: one.read_bytes() for one in living.home.rglob("*") if one.is_file() and one.name not in KEYS}


def stand_there(living: Living, pieces: dict[str, str], *names: str) -> set[str]:
    """Which of these pieces stand in some file; each is looked for as bytes and as text."""
    contents = files(living).values()
    assert any(content.startswith(b"SQLite format 3") for content in contents)
    return {name for name in names for form in _forms(pieces[name]) if any(form in content for content in contents)}


def _forms(piece: str) -> list[bytes]:
    raw = bytes.fromhex(piece)
    return [raw, piece.encode(), base64.b64encode(raw).rstrip(b"="), base64.urlsafe_b64encode(raw).rstrip(b"=")]


def run(living: Living, *arguments: str) -> None:
    done = living.terminal(*arguments)
    assert done.code == 0, done.out + done.err


def test_a_sheet_whose_leaver_asked_is_gone_after_the_night(served: Living) -> None:
    asked = served.known["asked"]
    assert stand_there(served, asked, "id", "sealed", "wrapped", "key") == {"id", "sealed", "wrapped"}
    run(served, "erase")
    assert not stand_there(served, asked, "id", "sealed", "wrapped", "key")
    assert stand_there(served, served.known["released"], "sealed", "wrapped") == {"sealed", "wrapped"}


def test_a_sheet_that_counts_in_a_release_goes_as_wholly_and_its_figures_stay(served: Living) -> None:
    run(served, "release", "--on", DAY)
    released = served.known["released"]
    assert stand_there(served, released, "sealed", "wrapped", "key") == {"sealed", "wrapped"}
    served.step("ask", served.known["departure"])
    run(served, "erase")
    assert not stand_there(served, released, "id", "sealed", "wrapped", "key")
    assert "nothing opened" in served.terminal("attack").out


def test_a_card_that_came_later_leaves_no_trace_of_how_the_pile_lay_before(served: Living) -> None:
    before = served.known["cards"]
    pile = served.step("card")
    run(served, "erase")
    assert {card["sealed"] for card in before} < {card["sealed"] for card in pile}
    assert not [card for card in before if stand_there(served, card, "id", "key")]
    assert all(
        stand_there(served, card, "id", "sealed", "wrapped", "key") == {"id", "sealed", "wrapped"} for card in pile
    )


def test_neither_words_nor_keys_of_theirs_are_written_by_release_attack_or_night(served: Living) -> None:
    run(served, "release", "--on", DAY)
    run(served, "attack")
    run(served, "nightly")
    contents = files(served)
    words = [word.encode() for word in WORDS] + [b'"belongs": {"belief": "yes"}', b'"felt": {"safe": 5}']
    assert not [(file, word) for file, content in contents.items() for word in words if word in content]
    opened = [served.known["asked"], served.known["released"], *served.known["cards"]]
    assert not [pieces for pieces in opened if stand_there(served, pieces, "key")]
    for name in ("vault.key", "release.key"):
        secret = base64.urlsafe_b64decode((served.home / name).read_text(encoding="ascii"))
        assert not stand_there(served, {"secret": secret.hex()}, "secret")

"""Kill -9 at any moment of a release: afterwards there is none, or a whole one, and the next attempt succeeds."""

import random
import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.wall.conftest import Living
from tests.wall.killing import Moment, Watched, run_release
from tests.wall.living import DAY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="watches locks as Linux shows them")
Counts = dict[str, int]
AT_ONCE = 0.0


def told(step: str) -> Moment:
    return lambda seen: step in seen.told


def writing_for(seconds: float) -> Moment:
    return lambda seen: seen.writing is not None and seen.writing >= seconds


def log_of(size: int) -> Moment:
    return lambda seen: seen.log >= size


def lived(seconds: float) -> Moment:
    return lambda seen: seen.lived >= seconds


def never(seen: object) -> bool:
    return False


@dataclass
class Killed:
    """One installation in which a release is killed again and again, beside one in which it ended well."""

    living: Living
    before: Counts
    after: Counts
    document: str
    undisturbed: Watched
    found: Counter[str] = field(default_factory=Counter)

    def at(self, moment: Moment) -> Watched:
        """Kill a release at this moment and look at what is left. What is left of one that is absent stays for the next."""
        watched = run_release(self.living.home, DAY, kill=moment)
        state = self._state()
        self.found[state] += 1
        assert state == "whole" or watched.killed
        if state == "whole":
            assert document(self.living.database) == self.document
            self._begin_again()
        return watched

    def _state(self) -> str:
        """The requests to erase are fulfilled first, in a transaction of their own: that may have happened or not."""
        erased = self.before | {
            "privacy_sealedsheet": self.before["privacy_sealedsheet"] - 1,
            "portal_erasurerequest": 0,
            "privacy_auditentry": self.before["privacy_auditentry"] + 1,
        }
        found = counts(self.living.database)
        states = {"absent": self.before, "absent, asked sheets erased": erased, "whole": self.after}
        return next((name for name, expected in states.items() if found == expected), f"half: {found}")

    def _begin_again(self) -> None:
        for file in self.living.home.glob("uitzicht.sqlite3*"):
            file.unlink()
        shutil.copy(self.living.home / "begin.sqlite3", self.living.database)


@pytest.fixture
def killed(living: Living) -> Iterator[Killed]:
    before = counts(living.database)
    shutil.copy(living.database, living.home / "begin.sqlite3")
    undisturbed = run_release(living.home, DAY, kill=never)
    found = Killed(living, before, counts(living.database), document(living.database), undisturbed)
    assert found.after["release_release"] == 1
    assert found.after != before
    found._begin_again()
    yield found
    assert not [state for state in found.found if state.startswith("half")], found.found
    last = living.terminal("release", "--on", DAY)
    assert last.code == 0, last.err
    assert counts(living.database) == found.after
    assert document(living.database) == found.document
    assert "nothing opened" in living.terminal("attack").out
    assert "ok     audit trail" in living.terminal("doctor").out


def counts(database: Path) -> Counts:
    """Rows by table, from a file that is sound."""
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}


def document(database: Path) -> str:
    with closing(sqlite3.connect(database)) as connection:
        return str(connection.execute("SELECT certificate || document FROM release_release").fetchone()[0])


def test_at_each_step_while_it_writes_and_while_it_commits(killed: Killed) -> None:
    for step in ("protection", "counter-worlds"):
        assert killed.at(told(step)).killed
    assert killed.found["whole"] == 0
    held = [killed.at(writing_for(seconds)).writing for seconds in (AT_ONCE, 0.003)]
    assert any(held)
    full = killed.undisturbed.log
    for share in (0.5, 0.95):
        killed.at(log_of(int(share * full)))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(8))
def test_at_many_moments_of_chance(killed: Killed, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):
        longest, log = killed.undisturbed.lived, killed.undisturbed.log
        moments = [lived(chance.uniform(0.3, longest)), writing_for(chance.uniform(0, 0.008))]
        killed.at(chance.choice([*moments, log_of(chance.randint(1, log))]))

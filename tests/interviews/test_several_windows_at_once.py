"""Requests of several windows that arrive at the same moment, each on a connection of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.interviews.at_once import ROUNDS

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """A schema of its own on the PostgreSQL under test; "" is the SQLite file of the home folder."""
    url = os.environ.get("UITZICHT_DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield ""
        return
    schema = f"at_once_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        yield f"{url}{'&' if '?' in url else '?'}schema={schema}"
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture(scope="module")
def outcome(database: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    foreign = {name for name in os.environ if name.startswith("UITZICHT_")} | {"DJANGO_SETTINGS_MODULE"}
    inherited = {name: value for name, value in os.environ.items() if name not in foreign}
    own = {"UITZICHT_HOME": str(tmp_path_factory.mktemp("home")), "UITZICHT_DATABASE_URL": database}
    ran = subprocess.run(
        [sys.executable, "-m", "tests.interviews.at_once"],
        cwd=REPOSITORY,
        env=inherited | own,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-4000:]
    return dict(json.loads(ran.stdout))


def test_no_request_fails(outcome: dict[str, Any]) -> None:
    assert set(outcome["statuses"]) == {"200", "302"}


def test_no_time_and_no_mark_is_lost(outcome: dict[str, Any]) -> None:
    timed = {"state": "", "seconds": ROUNDS}
    assert outcome["parts"] == {
        "opening": timed,
        "content": timed,
        "terms": timed,
        "leaving": {"state": "covered", "seconds": 0},
    }


def test_every_save_of_a_window_is_kept(outcome: dict[str, Any]) -> None:
    assert outcome["revisions"].items() >= {"content.variety": ROUNDS, "content.learning": ROUNDS}.items()


def test_of_two_windows_at_one_question_one_saves_and_the_others_are_told(outcome: dict[str, Any]) -> None:
    assert outcome["same_question"] == {"200": 1, "409": 3}


def test_starting_twice_at_once_starts_one_conversation(outcome: dict[str, Any]) -> None:
    assert outcome["started"] == 4


def test_the_audit_trail_stays_whole(outcome: dict[str, Any]) -> None:
    assert outcome["broken_entry"] is None
    assert outcome["status"] == "finished"

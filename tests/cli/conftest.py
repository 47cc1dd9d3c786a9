"""Installations: a fresh one for each test, and one with a release that tests of a file only read."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit

import pytest

from tests import survey
from tests.cli.command import Done, Terminal


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Terminal]:
    """Nothing there yet, not even keys."""
    yield from installation(tmp_path)


@pytest.fixture(scope="session")
def _initialised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home after ``uitzicht init`` on SQLite, to copy: making a database takes a second."""
    home = tmp_path_factory.mktemp("initialised")
    assert Terminal(home)("init").code == 0
    return home


@pytest.fixture
def uitzicht(bare: Terminal, _initialised: Path) -> Terminal:
    """After ``uitzicht init``."""
    if bare.variables:
        assert bare("init").code == 0
    else:
        shutil.copytree(_initialised, bare.home, dirs_exist_ok=True)
    return bare


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """Sixty leavers imported and released. Tests leave it as it is."""
    for terminal in installation(tmp_path_factory.mktemp("released")):
        assert terminal("init").code == 0
        assert import_survey(terminal).code == 0
        assert terminal("release").code == 0
        yield terminal


def import_survey(terminal: Terminal, *options: str) -> Done:
    file = terminal.file("survey.csv", survey.survey(60, 4))
    mapping = terminal.file("survey.toml", survey.mapping())
    return terminal("import", "exits", file, "--mapping", mapping, *options)


def installation(home: Path) -> Iterator[Terminal]:
    """A terminal in this home; on PostgreSQL with a schema of its own in the database under test."""
    url = os.environ.get("UITZICHT_DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield Terminal(home)
        return
    import psycopg

    schema = f"cli_{token_hex(6)}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE SCHEMA {schema}")
        joined = f"{url}{'&' if urlsplit(url).query else '?'}schema={schema}"
        yield Terminal(home, {"UITZICHT_DATABASE_URL": joined})
        server.execute(f"DROP SCHEMA {schema} CASCADE")

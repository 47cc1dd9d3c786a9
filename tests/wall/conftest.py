"""The proof of the wall: long soaks behind ``make attack``, and an installation on disk for what must be seen from outside.

``HYPOTHESIS_PROFILE=soak`` (``make attack``) runs what is marked ``soak`` too, and the state machines at length.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.cli.command import REPOSITORY, Terminal
from tests.wall.profiles import SOAKING


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "soak: long; runs with `make attack` only")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not SOAKING:
        for item in items:
            if item.get_closest_marker("soak"):
                item.add_marker(pytest.mark.skip(reason="long: run it with `make attack`"))


@dataclass
class Living:
    """An installation on SQLite, and what ``tests.wall.living`` told when it filled it."""

    terminal: Terminal
    known: dict[str, Any]

    @property
    def home(self) -> Path:
        return self.terminal.home

    @property
    def database(self) -> Path:
        return self.home / "uitzicht.sqlite3"

    def step(self, name: str, *arguments: str) -> Any:
        return _living(self.home, name, *arguments)


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    home = tmp_path_factory.mktemp("filled")
    return home, _living(home, "fill")


@pytest.fixture
def living(_only_on_sqlite: None, _filled: tuple[Path, dict[str, Any]], tmp_path: Path) -> Living:
    """A copy of its own for each test."""
    made, known = _filled
    home = tmp_path / "home"
    shutil.copytree(made, home)
    home.chmod(0o700)
    return Living(Terminal(home), known)


@pytest.fixture(scope="session")
def _only_on_sqlite() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("about the files of SQLite; the run on SQLite has it")


def _living(home: Path, *arguments: str) -> Any:
    ours = {name: text for name, text in os.environ.items() if not name.startswith(("UITZICHT_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, "-m", "tests.wall.living", *arguments],
        env=ours | {"UITZICHT_HOME": str(home), "UITZICHT_ORGANISATION": "Havenlicht"},
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)

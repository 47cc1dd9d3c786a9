"""A throw-away installation: home folder, keys, database, questionnaire; gone when the benchmark ends."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

BY = "benchmark"
DATABASE = "uitzicht.sqlite3"


@contextmanager
def fresh_house() -> Iterator[Path]:
    """Configure Django for a new, empty installation. Once per process: settings are read only once."""
    with TemporaryDirectory(prefix="uitzicht-bench-") as folder:
        os.environ.update(UITZICHT_HOME=folder, UITZICHT_ORGANISATION="Havenlicht", UITZICHT_DEMO="0")
        os.environ.pop("UITZICHT_DATABASE_URL", None)
        from uitzicht.cli.console import configured
        from uitzicht.cli.setup import make_keys, prepare_database

        make_keys(Path(folder))
        configured(migrated=False)
        prepare_database()
        yield Path(folder)
        _close()


def keep(home: Path) -> Path:
    """A copy of the database as it is now, to go back to."""
    _close()
    return Path(shutil.copyfile(home / DATABASE, home / "kept.sqlite3"))


def back_to(kept: Path) -> None:
    """Put the database back as it was kept."""
    _close()
    for leftover in kept.parent.glob(f"{DATABASE}-*"):
        leftover.unlink()
    shutil.copyfile(kept, kept.parent / DATABASE)


def _close() -> None:
    """Closing the last connection writes the journal back, so that the one file is the whole database."""
    from django.db import connections

    connections.close_all()

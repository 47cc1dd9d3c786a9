"""What every command shares: a configured Django, progress on the terminal, refusals as one line."""

import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from uitzicht.core.refusal import Refusal

# A pipe has no width: there a line is a line, and a table as wide as it needs.
out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 200)
err = Console(stderr=True, highlight=False)


def configured(*, migrated: bool = True) -> None:
    """Load settings and rooms; with ``migrated``, refuse a database that is not there or not up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "uitzicht.config.settings")
    django.setup()
    from django.conf import settings
    from django.utils.translation import activate

    activate(settings.UITZICHT.language)
    if migrated:
        _ensure_migrated()


def _ensure_migrated() -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Refusal("cli.not_migrated", "The database is not there or not up to date: run 'uitzicht init' first.")


def refused(fault: Exception) -> str:
    """The one line for a fault that a user can mend; empty for a fault that is ours."""
    if isinstance(fault, Refusal):
        return f"{fault} [{fault.code}]"
    if isinstance(fault, DatabaseError):
        first = str(fault).strip().splitlines()[0] if str(fault).strip() else type(fault).__name__
        return f"The database cannot be used: {first}. Check UITZICHT_DATABASE_URL, then 'uitzicht doctor'."
    if isinstance(fault, ImproperlyConfigured | FileNotFoundError | PermissionError | IsADirectoryError):
        return str(fault)
    return ""


def counted(number: int, one: str, many: str) -> str:
    """ "1 release", "2 releases"."""
    return f"{number} {one if number == 1 else many}"


def operator() -> str:
    """Who works at the command line, for the audit trail."""
    return f"command line ({getpass.getuser()})"


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on the terminal (standard error, so that JSON stays clean): call it with (step, done, total)."""
    bar = Progress(
        TextColumn("{task.description:<22}"),
        BarColumn(30),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
        console=err,
        transient=True,
        disable=not err.is_terminal,
    )
    with bar:
        tasks: dict[str, Any] = {}

        def report(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=max(total, 1))
            bar.update(tasks[step], completed=done, total=max(total, 1))

        yield report

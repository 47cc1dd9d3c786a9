"""A real ``uitzicht release``, watched from outside and killed at a chosen moment.

The product has no hook for this. What another process can see is enough: the progress on its terminal, the lock with
which SQLite lets one writer in (a byte of the file ``-shm``), and the length of its write-ahead log.
"""

import fcntl
import os
import pty
import struct
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.cli.command import SCRIPT

WRITER = 120  # the byte of the -shm file that whoever writes has locked (SQLite file format, WAL_WRITE_LOCK)
_FLOCK = "hhqqi4x"
PATIENCE = 120  # seconds
LOOK = 0.0002  # seconds between two looks at a process that does not write; one that writes is looked at all the time


@dataclass
class Seen:
    """What is seen of the process now. ``told``: its terminal. ``writing``: seconds that it has held the lock of a writer.
    ``log``: bytes of the write-ahead log. ``lived``: seconds."""

    told: str = ""
    writing: float | None = None
    log: int = 0
    lived: float = 0.0


Moment = Callable[[Seen], bool]


@dataclass(frozen=True)
class Watched:
    """``killed``: the moment came. ``writing``: it held the lock then. ``log``: the longest the log became."""

    killed: bool
    writing: bool
    log: int
    lived: float


def run_release(home: Path, day: str, *, kill: Moment) -> Watched:
    """``uitzicht release`` in this home, killed with SIGKILL as soon as ``kill`` says so, or left to end."""
    ours = {name: text for name, text in os.environ.items() if not name.startswith(("UITZICHT_", "DJANGO_"))}
    terminal, theirs = pty.openpty()
    os.set_blocking(terminal, False)
    started = time.perf_counter()
    process = subprocess.Popen(
        [SCRIPT, "release", "--on", day],
        env=ours | {"UITZICHT_HOME": str(home), "UITZICHT_LANGUAGE": "en", "TERM": "xterm", "COLUMNS": "120"},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        return _watch(process, terminal, home / "uitzicht.sqlite3", kill, started)
    finally:
        process.kill()
        process.wait()
        os.close(terminal)


def _watch(process: subprocess.Popen[bytes], terminal: int, database: Path, kill: Moment, started: float) -> Watched:
    seen, longest, locks = Seen(), 0, -1
    since: float | None = None
    shared, log = database.with_name(database.name + "-shm"), database.with_name(database.name + "-wal")
    try:
        while process.poll() is None:
            now = time.perf_counter()
            assert now - started < PATIENCE
            if locks < 0 and shared.exists():
                locks = os.open(shared, os.O_RDWR)
            held = locks >= 0 and _is_held(locks)
            since = (since or now) if held else None
            seen.writing = now - since if since is not None else None
            seen.log, seen.lived = _length(log), now - started
            with suppress(OSError):
                seen.told += os.read(terminal, 65536).decode(errors="replace")
            longest = max(longest, seen.log)
            if kill(seen):
                process.kill()
                process.wait()
                return Watched(True, held, longest, seen.lived)
            if not held:
                time.sleep(LOOK)
    finally:
        if locks >= 0:
            os.close(locks)
    return Watched(False, False, longest, seen.lived)


def _is_held(file: int) -> bool:
    asked = struct.pack(_FLOCK, fcntl.F_WRLCK, os.SEEK_SET, WRITER, 1, 0)
    return bool(struct.unpack(_FLOCK, fcntl.fcntl(file, fcntl.F_GETLK, asked))[0] != fcntl.F_UNLCK)


def _length(log: Path) -> int:
    try:
        return log.stat().st_size
    except FileNotFoundError:
        return 0

"""``make demo`` in a fresh clone: to the first page, and once more. Slow, and it installs the pinned requirements anew.

What is measured is the last commit, not the working tree. ``python -m benchmarks --cold`` runs it with all the others.
"""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import show
from benchmarks.starting import free_port, wait_for

REPOSITORY = Path(__file__).resolve().parents[1]


@contextmanager
def demo(clone: Path) -> Iterator[float]:
    """Seconds from ``make demo`` to the first page; the server is stopped afterwards."""
    port = free_port()
    environment = {name: text for name, text in os.environ.items() if not name.startswith(("UITZICHT_", "DJANGO_"))}
    began = time.perf_counter()
    # A session of its own, so that make and everything that it started can be stopped together.
    process = subprocess.Popen(
        ["make", "demo", f"PORT={port}"], cwd=clone, env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/demo/", process)
        yield time.perf_counter() - began
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=60)


def main() -> None:
    with TemporaryDirectory(prefix="uitzicht-cold-") as folder:
        clone = Path(folder) / "uitzicht"
        subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", REPOSITORY, clone], check=True)
        rows = []
        for name in ("fresh clone to first page, s", "second start to first page, s"):
            with demo(clone) as taken:
                rows.append((name, taken))
    show("make demo", ("", "figure"), rows)


if __name__ == "__main__":
    main()

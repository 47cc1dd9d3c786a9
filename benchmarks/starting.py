"""From ``uitzicht serve`` to the first answer, and the memory of its one worker after some use."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import resident_mb, show

TIMES = 5
WARM_UP = 200
SCRIPT = Path(sys.executable).with_name("uitzicht")


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=30) as response:
            return bool(response.status == 200)
    except OSError:  # not listening yet
        return False


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    while not answers(address):
        if process.poll() is not None:
            raise RuntimeError("the server stopped before it answered")
        time.sleep(0.02)


def worker_of(master: int) -> int:
    """Gunicorn's one worker is the child of the process that was started."""
    children = Path(f"/proc/{master}/task/{master}/children").read_text(encoding="ascii").split()
    return int(children[0])


def start_once(environment: dict[str, str]) -> tuple[float, float, float]:
    """Seconds to the first answer; memory of the worker then, and after ``WARM_UP`` sign-in pages (MB)."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/account/sign-in/"
    began = time.perf_counter()
    process = subprocess.Popen([SCRIPT, "serve", "--port", str(port)], env=environment)
    try:
        wait_for(address, process)
        taken = time.perf_counter() - began
        fresh = resident_mb(worker_of(process.pid))
        for _ in range(WARM_UP):
            answers(address)
        return taken, fresh, resident_mb(worker_of(process.pid))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def main() -> None:
    with TemporaryDirectory(prefix="uitzicht-bench-") as home:
        environment = {name: text for name, text in os.environ.items() if not name.startswith(("UITZICHT_", "DJANGO_"))}
        environment["UITZICHT_HOME"] = home
        subprocess.run([SCRIPT, "init"], env=environment, check=True, stdout=subprocess.DEVNULL)
        runs = [start_once(environment) for _ in range(TIMES)]
    middle = [sorted(column)[TIMES // 2] for column in zip(*runs, strict=True)]
    names = ("start to first answer, s", "memory of the worker at first, MB", f"after {WARM_UP} pages, MB")
    show(f"Starting and memory (median of {TIMES})", ("", "figure"), list(zip(names, middle, strict=True)))


if __name__ == "__main__":
    main()

"""A real CalDAV server (Radicale) in a process of its own, with one user and as many calendars as a test wants."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

USER, PASSWORD = "bram", "geheim voor de test"
_CONFIG = """
[server]
hosts = 127.0.0.1:{port}
[auth]
type = htpasswd
htpasswd_filename = {folder}/users
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = {folder}/collections
[logging]
level = warning
"""


class Radicale:
    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, _free_port()
        (folder / "users").write_text(f"{USER}:{PASSWORD}\n")
        (folder / "config").write_text(_CONFIG.format(port=self.port, folder=folder))
        arguments = [sys.executable, "-m", "radicale", "--config", str(folder / "config")]
        self.process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._wait()

    def _wait(self) -> None:
        for _ in range(200):
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                    return
            except OSError:
                assert self.process.poll() is None, "radicale ended"
                time.sleep(0.05)
        raise AssertionError("radicale does not answer")

    def calendar(self, name: str) -> str:
        """The address of a new, empty calendar."""
        address = f"http://127.0.0.1:{self.port}/{USER}/{name}/"
        answer = requests.request("MKCALENDAR", address, auth=(USER, PASSWORD), timeout=10)
        assert answer.status_code == 201, answer.text
        return address

    def put(self, calendar: str, name: str, text: str) -> None:
        address = f"{calendar}{name}.ics"
        headers = {"Content-Type": "text/calendar"}
        answer = requests.put(address, data=text.encode(), headers=headers, auth=(USER, PASSWORD), timeout=10)
        assert answer.status_code == 201, answer.text

    def events(self, calendar: str) -> str:
        """Everything in it, as one calendar."""
        answer = requests.get(calendar, auth=(USER, PASSWORD), timeout=10)
        assert answer.status_code == 200, answer.text
        return answer.text

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)


@contextmanager
def running(folder: Path) -> Iterator[Radicale]:
    server = Radicale(folder)
    try:
        yield server
    finally:
        server.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

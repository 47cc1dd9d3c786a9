"""A whole installation of its own, as an administrator sets one up: home folder, database, mail, one server process."""

import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

COMMAND = str(Path(sys.executable).with_name("uitzicht"))
REPOSITORY = Path(__file__).parents[2]
ORGANISATION = "Havenlicht"
KNOWN = "known.json"  # in the home folder: what the script printed that filled it
PATIENCE = 60  # seconds in which a server must answer


@dataclass
class Installation:
    """``serve`` and ``stop`` may follow each other; what is stored stays."""

    home: Path
    port: int
    environment: dict[str, str]
    _server: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def command(self, *arguments: str) -> str:
        """``uitzicht ...``; what it prints. Its refusal is the failure of the test."""
        return self.run([COMMAND, *arguments])

    def later(self, days: int, *arguments: str) -> str:
        """``uitzicht ...`` with a clock that is ahead by some days; what it prints."""
        return self.script("later_command", str(days), *arguments)

    def script(self, module: str, *arguments: str) -> str:
        """A module of this folder, run in the installation; what it prints."""
        return self.run([sys.executable, "-m", f"tests.journeys.{module}", *arguments])

    def run(self, command: list[str]) -> str:
        """Any command in the environment of the installation; what it prints."""
        ran = subprocess.run(command, cwd=REPOSITORY, env=self.environment, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, f"{' '.join(command)}\n{ran.stdout}\n{ran.stderr}"
        return ran.stdout

    def serve(self, *, days_later: int = 0) -> None:
        """Start the server and wait until it answers; its clock may be ahead by some days."""
        command = [COMMAND, "serve", "--port", str(self.port)]
        if days_later:
            command = [sys.executable, "-m", "tests.journeys.later", str(days_later), str(self.port)]
        with (self.home / "server.log").open("ab") as log:
            self._server = subprocess.Popen(
                command, cwd=REPOSITORY, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        until = time.monotonic() + PATIENCE
        while not self._answers():
            if self._server.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"The server does not answer:\n{self.log[-4000:]}")
            time.sleep(0.1)

    def stop(self, *, at_once: bool = False) -> None:
        """Stop what ``serve`` started, and nothing else; ``at_once`` as a failing machine does."""
        if self._server is None:
            return
        os.killpg(self._server.pid, signal.SIGKILL if at_once else signal.SIGTERM)
        self._server.wait(timeout=30)
        self._server = None

    @property
    def known(self) -> dict[str, str]:
        """What the script printed that filled it."""
        return dict(json.loads((self.home / KNOWN).read_text(encoding="utf-8")))

    @property
    def log(self) -> str:
        return (self.home / "server.log").read_text(encoding="utf-8", errors="replace")

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/account/sign-in/", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False


def new_installation(home: Path, *, mail: str, **settings: str) -> Installation:
    """``mail``: the SMTP address. Nothing is made yet but the place."""
    home.mkdir(parents=True, exist_ok=True)
    port = free_port()
    own = {
        "UITZICHT_HOME": str(home),
        "UITZICHT_ORGANISATION": ORGANISATION,
        "UITZICHT_BASE_URL": f"http://127.0.0.1:{port}",
        "UITZICHT_MAIL_URL": mail,
        "UITZICHT_DATABASE_URL": _database(os.environ.get("UITZICHT_DATABASE_URL", "")),
    }
    foreign = {name for name in os.environ if name.startswith("UITZICHT_")} | {"DJANGO_SETTINGS_MODULE"}
    inherited = {name: value for name, value in os.environ.items() if name not in foreign}
    return Installation(home, port, inherited | own | settings)


def copy_of(made: Installation, home: Path, *, mail: str, script: str) -> Installation:
    """Another installation in which ``script`` has run as in ``made``: on SQLite simply its files."""
    copied = new_installation(home, mail=mail)
    if copied.environment["UITZICHT_DATABASE_URL"]:
        (home / KNOWN).write_text(copied.script(script), encoding="utf-8")
    else:
        shutil.copytree(made.home, home, dirs_exist_ok=True)
    return copied


def free_port() -> int:
    for port in random.sample(range(8100, 8900), 800):
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise AssertionError("No port between 8100 and 8900 is free.")


def _database(url: str) -> str:
    """A schema of its own on the PostgreSQL that the environment names; otherwise the SQLite file in the home folder."""
    if not url.startswith("postgres"):
        return ""
    import psycopg

    schema = f"journey_{random.randrange(10**9)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
    return f"{url}{'&' if '?' in url else '?'}schema={schema}"

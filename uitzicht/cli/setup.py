"""``uitzicht init`` and ``uitzicht serve``."""

import base64
import os
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path

import click
from nacl.public import PrivateKey

from uitzicht.cli.console import configured, operator, out
from uitzicht.core.refusal import Refusal

HOME = "UITZICHT_HOME"
RELEASE_KEY = "UITZICHT_RELEASE_KEY"  # not imported from release_key: pages never load what opens sealed sheets


def make_keys(home: Path) -> list[str]:
    """Write the keys that are neither here nor set as a variable, readable by the owner only; returns the names of the new
    files."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = {}
    if not os.environ.get("UITZICHT_SECRET_KEY"):
        fresh["secret.key"] = secrets.token_urlsafe(48)
    if not os.environ.get("UITZICHT_VAULT_KEY"):
        fresh["vault.key"] = _text(secrets.token_bytes(32))
    # The public half without the private one: that lies with another account, and a new one would open nothing.
    if not os.environ.get("UITZICHT_RELEASE_PUBLIC_KEY") and not (home / "release.pub").exists():
        pair = _release_pair(home / "release.key")
        fresh |= {"release.key": _text(bytes(pair)), "release.pub": _text(bytes(pair.public_key))}
    return [name for name, text in fresh.items() if _written(home / name, text)]


def _release_pair(file: Path) -> PrivateKey:
    """The pair whose private half is in ``file``, or a new one."""
    if not file.exists():
        return PrivateKey.generate()
    return PrivateKey(base64.urlsafe_b64decode(file.read_text(encoding="ascii").strip()))


def _written(file: Path, text: str) -> bool:
    """Whether the file was made now; one that exists is never touched."""
    if file.exists():
        return False
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(text + "\n")
    return True


def _text(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).decode()


def home_folder() -> Path:
    return Path(os.environ.get(HOME) or Path.home() / ".local" / "share" / "uitzicht").expanduser().resolve()


def prepare_database() -> None:
    """Migrate, publish the questionnaire that ships where none is in use, and make the root of the units. Repeating it changes nothing."""
    from django.core.management import call_command
    from django.utils import timezone

    from uitzicht.people.services import root_unit
    from uitzicht.questionnaires import content
    from uitzicht.questionnaires.queries import current_version
    from uitzicht.questionnaires.services import publish_version

    call_command("migrate", verbosity=0, interactive=False)
    if current_version() is None:  # later versions are published by the organisation, on the pages
        publish_version(content.latest(), by=operator(), at=timezone.now())
    root_unit(by=operator(), at=timezone.now())


@click.command()
def init() -> None:
    """Make the home folder, the keys and the database; run again after an update.

    Keys go to UITZICHT_HOME (secret.key, vault.key, release.key and release.pub) unless they are set as variables. Keep
    copies of vault.key and release.key in another place than the backups: without them nobody can read what was sealed,
    not even you. The pages need release.pub only; see docs/guide/configuration.md.

    \b
      uitzicht init
      UITZICHT_HOME=/srv/uitzicht UITZICHT_ORGANISATION="Havenlicht" uitzicht init
    """
    home = home_folder()
    made = make_keys(home)
    configured(migrated=False)
    prepare_database()
    _ensure_nothing_is_sealed(home, made)
    out.print(f"Ready in {home}." + (f" New: {', '.join(made)}." if made else ""))


def _ensure_nothing_is_sealed(home: Path, made: list[str]) -> None:
    """A new key beside sealed answers would only hide that the right one is lost."""
    from uitzicht.history.models import SurveyImport
    from uitzicht.interviews.models import Interview
    from uitzicht.privacy.models import SealedSheet
    from uitzicht.release.models import Bundle

    sealed = {"vault.key": (Interview, SurveyImport, Bundle), "release.key": (SealedSheet,)}
    for name, models in sealed.items():
        if name in made and any(model.objects.exists() for model in models):
            (home / name).unlink()
            raise Refusal(
                "cli.vault_key_lost" if name == "vault.key" else "cli.release_key_lost",
                "There are sealed answers in the database and {file} is gone: put back your copy of it. A new key opens nothing.",
                file=home / name,
            )


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.option("--threads", default=4, show_default=True, help="Requests served at the same time by one worker.")
@click.option("--workers", default=1, show_default=True, help="Processes; more than one needs PostgreSQL to pay off.")
def serve(host: str, port: int, threads: int, workers: int) -> None:
    """Serve the pages. Put a proxy with TLS in front of it; set UITZICHT_BASE_URL to the address people use.

    \b
      uitzicht serve
      UITZICHT_BASE_URL=https://exit.example.org uitzicht serve --port 8080 --threads 8
    """
    configured()
    run_server(host, port, threads=threads, workers=workers)


def ensure_no_release_key(environ: Mapping[str, str]) -> None:
    """Pages can seal and not open. A variable of the process that serves them is theirs to read, so it is refused here and
    not taken out: the system keeps showing what a process was started with."""
    if environ.get(RELEASE_KEY):
        message = (
            "{variable} is set where pages would run, and pages may never hold that key. Take it out of the environment of "
            "this command; releases and nights read it from release.key, from the file that {variable}_FILE names, or "
            "from a variable of their own."
        )
        raise Refusal("cli.release_key_with_pages", message, variable=RELEASE_KEY)


def run_server(
    host: str, port: int, *, threads: int = 4, workers: int = 1, ready: Callable[[], None] | None = None
) -> None:
    """Gunicorn, in this process, until it is stopped."""
    ensure_no_release_key(os.environ)
    from django.db import connections
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):
        def load_config(self) -> None:
            options = {
                "bind": f"{host}:{port}",
                "workers": workers,
                "threads": threads,
                "worker_class": "gthread",
                "preload_app": True,
                # The path is not logged: a personal link stands in it.
                "accesslog": None,
                "errorlog": "-",
                "loglevel": "warning",
                "timeout": 120,
                "graceful_timeout": 5,
                "control_socket_disable": True,
            }
            for name, value in options.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)
            if ready is not None:
                self.cfg.set("when_ready", lambda server: ready())

        def load(self) -> object:
            from django.core.wsgi import get_wsgi_application

            return get_wsgi_application()

    connections.close_all()  # SQLite forbids a connection that lives on in a forked process
    Server().run()

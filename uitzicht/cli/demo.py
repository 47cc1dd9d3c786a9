"""``uitzicht demo``: an invented organisation to walk through, on this machine only."""

import os
import shutil
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import click

from uitzicht.cli.console import configured, progress
from uitzicht.cli.setup import HOME, make_keys, prepare_database, run_server
from uitzicht.core.refusal import Refusal

ORGANISATION = "Havenlicht"
DATABASE = "uitzicht.sqlite3"
ROLES = {
    "hr_lead": "HR lead",
    "interviewer": "interviewer",
    "leader": "manager",
    "leaver": "leaver, before the conversation",
    "leaver-summary": "leaver, with a summary to confirm",
    "leaver-later": "somebody who left half a year ago",
    "guardian": "privacy guardian",
    "admin": "administrator",
    "prevention": "prevention adviser",
}


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.option("--fresh", is_flag=True, help="Throw the demo away first and invent it anew, seen from today.")
@click.option("--no-serve", is_flag=True, help="Fill the database and stop.")
def demo(host: str, port: int, fresh: bool, no_serve: bool) -> None:
    """Invent a port company with three years of leavers and their conversations, and serve it.

    Everything lives in UITZICHT_HOME, or in .uitzicht/demo below the current folder. The first start takes half a minute;
    later ones keep what was done. A database with real people is refused.
    """
    home = Path(os.environ.get(HOME) or Path(".uitzicht") / "demo").expanduser().resolve()
    address = f"http://{host}:{port}"
    if not no_serve:
        ensure_port_is_free(host, port)
    _configure_environment(home, address)
    if fresh:
        throw_away(home)
    make_keys(home)
    configured(migrated=False)
    _fill()
    if not no_serve:
        run_server(host, port, ready=lambda: _welcome(address))


def ensure_port_is_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as fault:
            message = "Port {port} on {host} cannot be used ({why}): choose another with --port (make demo PORT=...)."
            raise Refusal("cli.port_in_use", message, port=port, host=host, why=fault.strerror) from fault


def throw_away(home: Path) -> None:
    """Remove database, mails and keys of a demo; refuses a home whose database does not carry the mark of one."""
    database = home / DATABASE
    if os.environ.get("UITZICHT_DATABASE_URL"):
        message = "--fresh throws away only the database in {home}: empty the one in UITZICHT_DATABASE_URL yourself."
        raise Refusal("demo.database_elsewhere", message, home=home)
    if database.exists() and not _is_demo(database):
        message = "{database} is no demo, so it was not thrown away: choose another UITZICHT_HOME."
        raise Refusal("demo.not_a_demo", message, database=database)
    if not database.exists():
        return
    keys = (home / name for name in ("secret.key", "vault.key", "release.key", "release.pub"))
    for file in (*home.glob(f"{DATABASE}*"), *keys):
        file.unlink(missing_ok=True)
    shutil.rmtree(home / "mail", ignore_errors=True)


def _is_demo(database: Path) -> bool:
    """Read without Django: settings are loaded once, and the keys they load are about to go. A start that was
    interrupted leaves tables without anybody in them, which is nobody's loss either."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        marked = "demo_demomarker" in tables and connection.execute("SELECT 1 FROM demo_demomarker").fetchone()
        peopled = any(
            table in tables and connection.execute(f"SELECT 1 FROM {table}").fetchone()  # noqa: S608 - fixed names
            for table in ("people_person", "people_user", "history_pastexit")
        )
    return bool(marked) or not peopled


def _configure_environment(home: Path, address: str) -> None:
    os.environ |= {
        HOME: str(home),
        "UITZICHT_DEMO": "1",
        "UITZICHT_ORGANISATION": ORGANISATION,
        "UITZICHT_COUNTRY": "BE",
        "UITZICHT_BASE_URL": address,
        "UITZICHT_MAIL_FROM": f"uitzicht@{ORGANISATION.lower()}.example",
    }
    # Invited people do not exist: their mail goes to the folder that the demo shows, whatever is configured.
    os.environ.pop("UITZICHT_MAIL_URL", None)


def _fill() -> None:
    from django.core.management import call_command
    from django.db import connections

    prepare_database()
    with progress() as report:
        call_command("fill_demo", progress=report)
    connections.close_all()


def _welcome(address: str) -> None:
    width = max(map(len, ROLES.values()))
    lines = [f"  {label:<{width}}  {address}/demo/{role}/" for role, label in ROLES.items()]
    text = "\n".join([f"{ORGANISATION}, an invented company: {address}/demo/", "", *lines, "", "Stop with Ctrl-C."])
    click.echo(text)

"""Pages run without the release key, the release finds it, and the doctor says how it lies."""

import os
import socket
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.command import SCRIPT, Terminal

KEY, FILE = "UITZICHT_RELEASE_KEY", "UITZICHT_RELEASE_KEY_FILE"
PATIENCE = 30  # seconds


def key(terminal: Terminal) -> str:
    return (terminal.home / "release.key").read_text(encoding="ascii").strip()


def moved(terminal: Terminal) -> Path:
    """The key in another folder, as with an account of its own."""
    folder = terminal.home / "of the release account"
    folder.mkdir(mode=0o700)
    return (terminal.home / "release.key").rename(folder / "key")


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def test_pages_do_not_start_with_the_key_in_their_environment(uitzicht: Terminal) -> None:
    done = uitzicht("serve", "--port", str(free_port()), **{KEY: key(uitzicht)})
    assert done.refused("cli.release_key_with_pages")
    assert key(uitzicht) not in done.err


def test_a_process_that_serves_pages_was_not_started_with_the_key(uitzicht: Terminal) -> None:
    """What the system shows of the server and of its worker holds no key, though the release finds one."""
    port = free_port()
    theirs = {name: text for name, text in os.environ.items() if not name.startswith(("UITZICHT_", "DJANGO_"))}
    server = subprocess.Popen(
        [SCRIPT, "serve", "--port", str(port)],
        env=theirs | {"UITZICHT_HOME": str(uitzicht.home)} | uitzicht.variables,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port, server)
        workers = workers_of(server)
        for process in (str(server.pid), *workers):
            shown = Path(f"/proc/{process}/environ").read_bytes()
            assert b"UITZICHT_HOME=" in shown
            assert KEY.encode() not in shown
            assert key(uitzicht).encode() not in shown
    finally:
        server.terminate()
        server.wait()


def workers_of(server: subprocess.Popen[bytes]) -> list[str]:
    """The server listens a moment before its first worker is there."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text(encoding="ascii").split():
            return found
        time.sleep(0.05)
    raise AssertionError("the server has no worker")


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the server does not answer")


def test_an_update_makes_no_second_key_where_another_account_keeps_it(uitzicht: Terminal) -> None:
    moved(uitzicht)
    done = uitzicht("init")
    assert (done.code, "New" in done.out) == (0, False)
    assert not (uitzicht.home / "release.key").exists()


def test_the_doctor_says_that_a_release_finds_the_key_and_that_pages_could(uitzicht: Terminal) -> None:
    done = uitzicht("doctor")
    assert done.code == 0
    assert f"release key in {uitzicht.home / 'release.key'}: a release finds it and it fits release.pub" in done.out
    assert "pages that run as that account could read it" in done.out


def test_the_doctor_finds_a_key_that_lies_elsewhere(uitzicht: Terminal) -> None:
    file = moved(uitzicht)
    assert f"release key in {file}: a release finds it" in uitzicht("doctor", **{FILE: str(file)}).out


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to another account")
def test_the_doctor_says_when_another_account_has_the_key(uitzicht: Terminal) -> None:
    file = moved(uitzicht)
    os.chown(file, 65534, 65534)
    done = uitzicht("doctor", **{FILE: str(file)})
    assert "belongs to another account than the home folder: pages cannot read it" in done.out


def test_the_doctor_of_an_account_without_the_key_is_well_and_says_so(uitzicht: Terminal) -> None:
    moved(uitzicht)
    done = uitzicht("doctor")
    assert done.code == 0
    assert "not with this account; releases are made by the account that keeps it" in done.out


@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_the_doctor_and_the_release_refuse_a_key_that_others_can_read(uitzicht: Terminal, mode: int) -> None:
    file = uitzicht.home / "release.key"
    file.chmod(mode)
    done = uitzicht("doctor")
    assert done.code == 1
    assert any(line.startswith("wrong  release key") and f"chmod 600 {file}" in line for line in done.lines)


def test_the_doctor_finds_halves_that_do_not_fit(uitzicht: Terminal) -> None:
    (uitzicht.home / "release.key").write_text("A" * 43 + "=", encoding="ascii")
    done = uitzicht("doctor")
    assert done.code == 1
    assert any(line.startswith("wrong  release key") and "another installation" in line for line in done.lines)


def test_the_doctor_finds_a_named_file_that_is_not_there(uitzicht: Terminal) -> None:
    done = uitzicht("doctor", **{FILE: str(uitzicht.home / "nowhere")})
    assert done.code == 1
    assert f"{FILE} names {uitzicht.home / 'nowhere'}" in done.out


def test_the_doctor_says_when_the_key_is_a_variable_of_this_command(uitzicht: Terminal) -> None:
    done = uitzicht("doctor", **{KEY: key(uitzicht)})
    assert done.code == 0
    assert f"release key in {KEY}: a release finds it" in done.out
    assert key(uitzicht) not in done.out

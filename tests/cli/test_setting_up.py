"""``init``, ``doctor``, ``user add``: from nothing to an installation in which somebody can sign in."""

import stat
from pathlib import Path

import pytest

from tests.cli.command import Terminal
from tests.cli.conftest import import_survey


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def keys(terminal: Terminal) -> list[bytes]:
    return [(terminal.home / name).read_bytes() for name in ("secret.key", "vault.key", "release.pub")]


def test_init_makes_keys_that_only_their_owner_reads(bare: Terminal) -> None:
    done = bare("init")
    assert done.code == 0
    assert "New: secret.key, vault.key, release.key, release.pub." in done.out
    assert {mode(file) for file in bare.home.glob("*.key")} == {0o600}


def test_init_again_changes_nothing(uitzicht: Terminal) -> None:
    import_survey(uitzicht)
    before = keys(uitzicht)
    done = uitzicht("init")
    assert done.code == 0
    assert "New" not in done.out
    assert keys(uitzicht) == before


def test_init_makes_a_home_that_is_closed_to_others(bare: Terminal) -> None:
    home = bare.home / "deep" / "home"
    assert bare("init", UITZICHT_HOME=str(home)).code == 0
    assert mode(home) == 0o700


def test_init_leaves_keys_to_the_variables_when_they_are_set(uitzicht: Terminal) -> None:
    names = ("UITZICHT_SECRET_KEY", "UITZICHT_VAULT_KEY", "UITZICHT_RELEASE_PUBLIC_KEY")
    variables = {name: text.decode().strip() for name, text in zip(names, keys(uitzicht), strict=True)}
    home = uitzicht.home / "other"
    done = uitzicht("init", UITZICHT_HOME=str(home), **variables)
    assert done.code == 0
    assert not list(home.glob("*.key"))


def test_init_does_not_replace_a_vault_key_that_was_lost(uitzicht: Terminal) -> None:
    import_survey(uitzicht)
    lost = (uitzicht.home / "vault.key").rename(uitzicht.home / "put away")
    assert uitzicht("init").refused("cli.vault_key_lost")
    assert not (uitzicht.home / "vault.key").exists()
    lost.rename(uitzicht.home / "vault.key")
    assert uitzicht("init").code == 0
    assert uitzicht("release").code == 0


def test_an_installation_of_before_gets_its_release_key_with_the_next_init(uitzicht: Terminal) -> None:
    for name in ("release.key", "release.pub"):
        (uitzicht.home / name).unlink()
    assert "release.pub" in uitzicht("attack").err
    done = uitzicht("init")
    assert (done.code, "New: release.key, release.pub." in done.out) == (0, True)


def test_a_lost_public_half_is_made_again_from_the_private_one(uitzicht: Terminal) -> None:
    before = keys(uitzicht)
    (uitzicht.home / "release.pub").unlink()
    assert uitzicht("init").code == 0
    assert keys(uitzicht) == before


@pytest.mark.parametrize("command", [("release",), ("attack",), ("figures", "reasons"), ("doctor",)])
def test_without_keys_every_command_says_so_in_one_line(bare: Terminal, command: tuple[str, ...]) -> None:
    done = bare(*command)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert "UITZICHT_SECRET_KEY is not set" in done.err
    assert "uitzicht init" in done.err


def test_without_the_vault_key_the_line_names_its_file(uitzicht: Terminal) -> None:
    (uitzicht.home / "vault.key").unlink()
    done = uitzicht("attack")
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert "vault.key" in done.err


def test_a_database_that_was_not_made_is_refused(bare: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    from uitzicht.cli.setup import make_keys

    for name in ("SECRET_KEY", "VAULT_KEY", "RELEASE_PUBLIC_KEY"):
        monkeypatch.delenv(f"UITZICHT_{name}")
    make_keys(bare.home)
    assert bare("release").refused("cli.not_migrated")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("UITZICHT_LANGUAGE", "xx"),
        ("UITZICHT_BASE_URL", "nowhere"),
        ("UITZICHT_VAULT_KEY", "c2hvcnQ="),
        ("UITZICHT_DATABASE_URL", "mysql://somewhere"),
        ("UITZICHT_MAIL_URL", "carrier://pigeon"),
    ],
)
def test_a_variable_that_cannot_be_is_named(uitzicht: Terminal, variable: str, value: str) -> None:
    done = uitzicht("doctor", **{variable: value})
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert variable in done.err


def test_the_doctor_finds_a_fresh_installation_well(uitzicht: Terminal) -> None:
    done = uitzicht("doctor")
    assert done.code == 0
    assert all(line.startswith("ok") for line in done.lines)
    for word in ("database", "vault.key", "audit trail", "questionnaire", "mail"):
        assert word in done.out


def test_the_doctor_finds_a_key_that_others_can_read(uitzicht: Terminal) -> None:
    (uitzicht.home / "vault.key").chmod(0o644)
    done = uitzicht("doctor")
    assert done.code == 1
    assert any(line.startswith("wrong") and "chmod 600" in line for line in done.lines)


def test_the_doctor_finds_a_home_that_others_can_enter(uitzicht: Terminal) -> None:
    uitzicht.home.chmod(0o755)
    done = uitzicht("doctor")
    assert done.code == 1
    assert "chmod 700" in done.out


def test_the_doctor_finds_a_mail_server_that_does_not_answer(uitzicht: Terminal) -> None:
    done = uitzicht("doctor", UITZICHT_MAIL_URL="smtp://127.0.0.1:9")
    assert done.code == 1
    assert "127.0.0.1 does not take mail" in done.out


def test_a_password_is_made_and_shown_once(uitzicht: Terminal) -> None:
    done = uitzicht("user", "add", "ann@example.org", "--name", "Ann", "--role", "hr_lead")
    assert done.code == 0
    assert "First password, shown only now: " in done.out


def test_a_password_that_was_given_is_not_shown(uitzicht: Terminal) -> None:
    word = "three quiet harbour cranes"
    done = uitzicht("user", "add", "ann@example.org", "--name", "Ann", "--role", "admin", "--password", word)
    assert done.code == 0
    assert word not in done.out + done.err


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--role", "leader"), "user.unit_unknown"),
        (("--role", "leader", "--unit", "Nowhere / At all"), "user.unit_unknown"),
        (("--role", "hr_lead", "--employee", "404"), "user.employee_unknown"),
    ],
)
def test_an_account_that_cannot_be_is_refused(uitzicht: Terminal, options: tuple[str, ...], code: str) -> None:
    assert uitzicht("user", "add", "els@example.org", "--name", "Els", *options).refused(code)


def test_one_address_is_one_account(uitzicht: Terminal) -> None:
    account = ("user", "add", "ann@example.org", "--name", "Ann", "--role", "admin")
    assert uitzicht(*account).code == 0
    assert uitzicht(*account).refused("user.email_taken")


def test_a_role_that_does_not_exist_is_refused_with_those_that_do(uitzicht: Terminal) -> None:
    done = uitzicht("user", "add", "ann@example.org", "--name", "Ann", "--role", "king")
    assert done.code == 2
    assert "hr_lead" in done.err

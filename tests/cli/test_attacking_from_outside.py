"""``uitzicht attack --as``: what it asks, says and refuses. Whether it finds what is open: tests/wall and test_outsider_*."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.cast import NOW, PASSWORD, Cast
from tests.release.leavers import DAY, left_before, release
from tests.wall.served import serving
from tests.world import BY
from uitzicht.cli.attack import attack
from uitzicht.core.refusal import Refusal
from uitzicht.questionnaires import content
from uitzicht.questionnaires.services import publish_version

LEAN = ("--choices", "0")


@pytest.fixture
def url(cast: Cast, settings: Any) -> Iterator[str]:
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    publish_version(content.load(1), by=BY, at=NOW)
    left_before(60, 3, seed=5)
    release(DAY)
    with serving() as address:
        yield address


def run(*arguments: str, given: str | None = None, **variables: str) -> Result:
    done = CliRunner().invoke(attack, arguments, input=given, env=variables, standalone_mode=False)
    if isinstance(done.exception, Refusal):
        raise done.exception
    return done


def test_it_says_what_an_attacker_would_see_and_exits_with_0(url: str, cast: Cast) -> None:
    done = run("--as", "guardian", "--url", url, "--email", cast.guardian.email, *LEAN, given=f"{PASSWORD}\n")
    assert done.exit_code == 0, done.output
    assert "What an attacker would see" in done.stdout
    assert "as guardian: " in done.stdout
    assert "1 release, " in done.stdout
    assert "Opened: 0." in done.stdout


def test_several_roles_attack_as_one_and_the_machine_reads_it_as_json(url: str, cast: Cast) -> None:
    done = run(
        *("--as", "hr_lead", "--as", "prevention", "--url", url, "--format", "json", *LEAN),
        *("--email", cast.hr_lead.email, "--email", cast.prevention.email),
        UITZICHT_ATTACK_PASSWORD=PASSWORD,
    )
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert list(found) == [
        *("roles", "releases", "figures", "places", "programmes", "narrowest", "opened", "openings"),
    ]
    assert [role["role"] for role in found["roles"]] == ["hr_lead", "prevention"]
    assert (found["releases"], found["opened"], found["openings"]) == (1, 0, [])
    assert found["figures"] > 0


def test_what_is_left_unread_is_not_called_closed(url: str, cast: Cast) -> None:
    done = run(
        *("--as", "guardian", "--url", url, "--email", cast.guardian.email, "--most", "3", *LEAN),
        UITZICHT_ATTACK_PASSWORD_GUARDIAN=PASSWORD,
    )
    assert done.exit_code == 1
    assert "not read: raise --most or lower --choices." in done.stdout


def test_a_wrong_password_is_refused(url: str, cast: Cast) -> None:
    with pytest.raises(Refusal) as refused:
        run("--as", "guardian", "--url", url, "--email", cast.guardian.email, UITZICHT_ATTACK_PASSWORD="wrong")
    assert refused.value.code == "outsider.sign_in"


def test_an_account_of_another_role_is_refused(url: str, cast: Cast) -> None:
    with pytest.raises(Refusal) as refused:
        run("--as", "hr_lead", "--url", url, "--email", cast.leader.email, UITZICHT_ATTACK_PASSWORD=PASSWORD)
    assert refused.value.code == "outsider.role"


@pytest.mark.parametrize("url", ["http://exit.example.org", "ftp://127.0.0.1", "exit.example.org"])
def test_a_password_never_travels_in_the_clear(url: str) -> None:
    with pytest.raises(Refusal) as refused:
        run("--as", "leader", "--url", url, "--email", "els@example.org", UITZICHT_ATTACK_PASSWORD="x")
    assert refused.value.code == "outsider.address"


def test_a_server_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        run("--as", "leader", "--url", "http://127.0.0.1:9", "--email", "e@x.org", UITZICHT_ATTACK_PASSWORD="x")
    assert refused.value.code == "outsider.address"


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("--url", "https://x.example"), "need --as"),
        (("--as", "leader"), "needs --url"),
        (("--as", "leader", "--url", "https://x.example", "--email", "a@x", "--email", "b@x"), "one --email for each"),
        (("--as", "nobody", "--url", "https://x.example"), "nobody"),
    ],
)
def test_what_does_not_fit_together_is_explained(arguments: tuple[str, ...], hint: str) -> None:
    done = CliRunner().invoke(attack, arguments)
    assert done.exit_code == 2
    assert hint in done.stderr


def test_a_password_is_no_option() -> None:
    assert not any("password" in name for option in attack.params for name in option.opts)

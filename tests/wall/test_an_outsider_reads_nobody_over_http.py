"""The attack suite over HTTP: an outsider signs in, reads everything of every role, and opens nobody.

Each protection that is switched off turns it red: it can fail.
"""

import json
from typing import Any

import pytest

from tests.cast import NOW, Cast
from tests.release.mutants import MUTANTS, Patch, bribe
from tests.wall.served import READERS, ROLES, attacked, quarters, read_as, serving
from tests.world import BY
from uitzicht.cli.outsider.attack import Result, attack
from uitzicht.core.refusal import Refusal
from uitzicht.insight import published
from uitzicht.insight.cells import Exact, Shown, parse
from uitzicht.insight.measures import answers
from uitzicht.insight.vocabulary import Item
from uitzicht.questionnaires import content
from uitzicht.questionnaires.services import publish_version
from uitzicht.release import attack as release_attack

NUMBERS = ("releases", "figures", "respondents", "worlds", "linear_programmes", "opened")
"""What the desk shows of a verdict; a bribed judge has none."""


@pytest.fixture
def house(cast: Cast, settings: Any) -> Cast:
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    publish_version(content.load(1), by=BY, at=NOW)
    return cast


def whys(result: Result) -> set[str]:
    return {opening.why for opening in result.openings}


def test_nobody_is_read_in_three_releases_by_all_roles_together(house: Cast) -> None:
    quarters(house, 3)
    with serving() as url:
        found = attacked(url, house, *ROLES, together=1)
    assert not found.openings
    assert found.green
    assert found.releases == 3
    assert found.figures > 1000
    assert found.places > 500
    told = found.to_json()
    assert {role["role"]: role["files"] > 0 for role in told["roles"]} == {
        "hr_lead": True,
        "leader": True,
        "guardian": True,
        "interviewer": False,
        "admin": True,  # an example of a staff list
        "prevention": True,  # the dossier on psychosocial risks
    }
    json.dumps(told)


@pytest.mark.soak
@pytest.mark.parametrize("roles", [ROLES, *((role,) for role in READERS)], ids="+".join)
def test_nobody_is_read_in_eight_releases(house: Cast, roles: tuple[str, ...]) -> None:
    quarters(house, 8)
    with serving() as url:
        found = attacked(url, house, *roles, together=2)
    assert not found.openings
    assert found.releases == 8


def test_end_bands_that_are_off_are_found_from_outside(house: Cast, monkeypatch: Patch) -> None:
    with monkeypatch.context() as patch:
        MUTANTS["no end bands"](patch)
        bribe(patch)
        patch.setattr(release_attack, "report", lambda verdict: dict.fromkeys(NUMBERS, 0))
        quarters(house, 1)
    with serving() as url:
        found = attacked(url, house, "guardian", together=0)
    assert "everybody's answer follows" in whys(found)
    assert "a figure that no release holds" not in whys(found)


def test_a_live_page_that_shows_a_raw_count_is_found_from_outside(house: Cast, monkeypatch: Patch) -> None:
    """The documents are as they should be; one page knows more than they say."""
    quarters(house, 1)
    monkeypatch.setattr(published, "parse", _raw)
    with serving() as url:
        found = attacked(url, house, "hr_lead", together=0)
    assert "a figure that no release holds" in whys(found)
    addresses = {opening.address.partition("?")[0] for opening in found.openings}
    assert any(address.endswith(".csv") for address in addresses)
    assert any(address.endswith("/") for address in addresses)


def test_a_range_that_gives_a_band_back_is_found_from_outside(house: Cast, monkeypatch: Patch) -> None:
    """A 95% range beside a band: the number is hidden and stands there all the same."""
    quarters(house, 1)
    monkeypatch.setattr(answers, "_counted", _with_share)
    with serving() as url:
        found = attacked(url, house, "hr_lead", together=0)
    assert "a figure that no release holds" in whys(found)


def test_a_document_for_each_reader_is_found_from_outside(house: Cast, monkeypatch: Patch) -> None:
    """Two roles that get different figures know together what neither may know."""
    quarters(house, 1)
    with serving() as url:
        visits = read_as(url, house, "leader", together=0)
        monkeypatch.setattr(published, "parse", _raw)
        visits += read_as(url, house, "hr_lead", together=0)
    found = attack(visits, lambda *_: None)
    assert any("reads another figure" in why or "no release holds" in why for why in whys(found))


def test_what_a_leader_can_rebuild_opens_nobody(house: Cast) -> None:
    quarters(house, 2)
    with serving() as url:
        found = attacked(url, house, "leader", together=1)
    assert found.green
    assert found.releases == 2
    assert found.places > 0


def test_another_role_than_named_is_refused(house: Cast) -> None:
    with serving() as url:
        visits = read_as(url, house, "prevention", together=0)
        assert [page.kind for page in visits[0].pages if page.kind != "html"] == []
        house.users["hr_lead"].grants.all().delete()
        with pytest.raises(Refusal) as refused:
            read_as(url, house, "hr_lead")
    assert refused.value.code == "outsider.role"


def _raw(cell: Any) -> Shown:
    shown = parse(cell)
    return Exact(int(cell[1:]) - 1) if isinstance(cell, str) and cell[0] == "<" and "." not in cell else shown


def _with_share(key: str, label: str, shown: Shown, base: Shown) -> Any:
    return Item(key, label, shown, share=0.2)

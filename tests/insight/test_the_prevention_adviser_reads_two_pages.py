"""The prevention adviser reads the psychosocial page and the five areas, of the whole organisation, and nothing else."""

import pytest
from django.test import Client

from tests.cast import Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_document, freeze
from tests.insight.test_pages_show_what_the_reader_may_see import SignedIn
from uitzicht.insight.stories import STORIES
from uitzicht.people.models import RoleGrant
from uitzicht.people.vocabulary import Role

OWN = ("psychosocial", "experience")


@pytest.fixture
def ids(cast: Cast) -> dict[str, str]:
    units = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    found = {key: str(unit.pk) for key, unit in units.items()}
    freeze(a_document(found))
    return found


@pytest.fixture
def adviser(ids: dict[str, str], signed_in: SignedIn) -> Client:
    return signed_in("prevention")


def test_insight_begins_on_the_psychosocial_page(adviser: Client) -> None:
    answer = adviser.get("/insight/")
    assert (answer.status_code, answer["Location"]) == (302, "/insight/psychosocial/")


@pytest.mark.parametrize("name", OWN)
def test_own_pages_and_their_files_are_open(adviser: Client, name: str) -> None:
    page = adviser.get(f"/insight/{name}/").content.decode()
    assert "Havenlicht" in page
    assert 'class="finding"' in page
    for form in ("csv", "xlsx"):
        assert adviser.get(f"/insight/{name}.{form}").status_code == 200


def test_own_pages_lead_to_each_other_only(adviser: Client) -> None:
    page = adviser.get("/insight/psychosocial/").content.decode()
    nav = page[page.index('class="tabs"') : page.index("</nav>", page.index('class="tabs"'))]
    assert nav.count("<a ") == len(OWN) + 1
    assert "/reports/?release=" in nav
    assert all(f"/insight/{name}/" in nav for name in OWN)


@pytest.mark.parametrize("name", sorted(set(STORIES) - set(OWN)))
def test_every_other_page_and_file_is_not_there(adviser: Client, name: str) -> None:
    assert [adviser.get(f"/insight/{name}{end}").status_code for end in ("/", ".csv", ".xlsx")] == [404] * 3


def test_a_unit_is_not_on_the_menu(adviser: Client, ids: dict[str, str]) -> None:
    for query in (f"unit={ids[TERMINAL]}", "unit=Terminal", "view=groups", "view=groups&by=gender"):
        assert adviser.get(f"/insight/experience/?{query}").status_code in (403, 404, 409, 422)
    page = adviser.get("/insight/experience/?view=units").content.decode()
    assert "Terminal" not in page
    assert "Terminal" not in adviser.get("/insight/experience.csv?view=units").content.decode()


def test_a_manager_who_is_also_adviser_sees_the_whole_on_those_two_pages_only(
    cast: Cast, ids: dict[str, str], signed_in: SignedIn
) -> None:
    reader = signed_in("leader")
    RoleGrant.objects.create(user=cast.leader, role=Role.PREVENTION)
    assert "Havenlicht" in reader.get("/insight/experience.csv").content.decode()
    assert "Havenlicht," not in reader.get("/insight/recommend.csv").content.decode()

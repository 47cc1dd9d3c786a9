"""The pages of insight: sentence, drawing, table, footer; only the reader's own units; nothing off the menu."""

import csv
from collections.abc import Callable
from io import StringIO

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_document, freeze
from uitzicht.privacy.models import AuditEntry

PAGES = ("reasons", "experience", "recommend", "inclusion", "who-left")
SignedIn = Callable[[str], Client]


@pytest.fixture
def ids(cast: Cast) -> dict[str, str]:
    """The units of the hand-made document are those of the cast."""
    units = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    found = {key: str(unit.pk) for key, unit in units.items()}
    freeze(a_document(found))
    return found


def test_the_start_page_answers_three_questions(ids: dict[str, str], signed_in: SignedIn) -> None:
    page = signed_in("hr_lead").get("/insight/").content.decode()
    for question in ("How was it to work here?", "What goes well, what could be better?", "Why do people leave?"):
        assert question in page
    assert "Of the 64 people who answered, 27 named “career” as the main reason (42%, between 31% and 54%)." in page
    assert page.count("<svg") >= 6


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_sentence_drawing_table_and_footer(ids: dict[str, str], signed_in: SignedIn, name: str) -> None:
    page = signed_in("hr_lead").get(f"/insight/{name}/").content.decode()
    for part in (
        'class="finding"',
        'class="dot',
        "<title id=",
        "<desc id=",
        "<table",
        'class="release-foot"',
        "Release 7",
    ):
        assert part in page, part
    assert "style=" not in page


def test_a_banded_item_is_words_and_a_broken_line(ids: dict[str, str], signed_in: SignedIn) -> None:
    page = signed_in("hr_lead").get(f"/insight/reasons/?unit={ids[KADE]}&kind=resignation").content.decode()
    assert "more than 9" in page
    assert 'class="band"' in page


def test_a_leader_sees_their_own_unit_only(ids: dict[str, str], signed_in: SignedIn) -> None:
    leader = signed_in("leader")
    page = leader.get("/insight/recommend/").content.decode()
    assert "Terminal / Kade Noord" in page
    assert "Techniek" not in page
    assert "73 of 86" not in page
    for other in (ROOT, TERMINAL, TECHNIEK):
        assert leader.get(f"/insight/recommend/?unit={ids[other]}").status_code == 422
    units = leader.get("/insight/recommend/?view=units").content.decode()
    assert "Techniek" not in units


@pytest.mark.parametrize("query", ["kind=dismissal", "view=crosses", "unit=999999", "release=99", "release=x"])
def test_what_is_not_on_the_menu_is_refused(ids: dict[str, str], signed_in: SignedIn, query: str) -> None:
    assert signed_in("hr_lead").get(f"/insight/reasons/?{query}").status_code == 422


@pytest.mark.parametrize("who", ["interviewer", "admin", "outsider"])
def test_others_do_not_find_the_pages(ids: dict[str, str], signed_in: SignedIn, who: str) -> None:
    for address in ("/insight/", "/insight/reasons/", "/insight/reasons.csv"):
        assert signed_in(who).get(address).status_code == 404


def test_an_unknown_page_is_not_found(ids: dict[str, str], signed_in: SignedIn) -> None:
    assert signed_in("hr_lead").get("/insight/salary/").status_code == 404


@pytest.mark.parametrize("address", ["/insight/", "/insight/reasons/", "/insight/who-left/"])
def test_without_a_release_the_page_says_what_will_come(cast: Cast, signed_in: SignedIn, address: str) -> None:
    page = signed_in("guardian").get(address)
    assert page.status_code == 200
    assert "There are no figures yet." in page.content.decode()


def test_a_leader_of_a_unit_outside_the_release_is_told_so(cast: Cast, signed_in: SignedIn) -> None:
    freeze()
    cast.leader.grants.update(unit=cast.hr)
    assert "Your unit does not stand in this release." in signed_in("leader").get("/insight/").content.decode()


def test_a_leader_of_a_unit_with_too_few_answers_reads_why(
    cast: Cast, ids: dict[str, str], signed_in: SignedIn
) -> None:
    made = a_document(ids, release=8)
    made["groups"] = [group for group in made["groups"] if group["unit"] != ids[KADE]]
    freeze(made)
    page = signed_in("leader").get("/insight/").content.decode()
    assert "3 leavers, not yet enough answers." in page
    assert "Too few to conclude" in page


def test_the_csv_holds_the_figures_of_the_page(ids: dict[str, str], signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    page = client.get(f"/insight/recommend/?kind=resignation&unit={ids[TERMINAL]}").content.decode()
    answer = client.get(f"/insight/recommend.csv?kind=resignation&unit={ids[TERMINAL]}")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["item"], row["count"], row["base"]) for row in rows] == [
        ("low", "7", "30"),
        ("middle", "10", "30"),
        ("high", "13", "30"),
    ]
    for row in rows:
        assert f'<td class="figure">{row["count"]}</td>' in page
        assert f"{round(100 * float(row['share']))}%" in page
    assert "attachment" in answer.headers["Content-Disposition"]


def test_a_download_is_written_down_without_content(ids: dict[str, str], signed_in: SignedIn) -> None:
    signed_in("leader").get("/insight/reasons.csv")
    entry = AuditEntry.objects.get(action="insight.exported")
    assert entry.subject == "release:7"
    assert entry.detail == {"measure": "reasons", "kind": "all", "units": 1, "form": "csv"}


def test_a_formula_in_a_label_stays_text(cast: Cast, signed_in: SignedIn) -> None:
    made = a_document()
    made["units"][ROOT]["label"] = '=HYPERLINK("x")'
    freeze(made)
    text = signed_in("hr_lead").get("/insight/recommend.csv").content.decode("utf-8-sig")
    assert ',"\'=HYPERLINK(""x"")",' in text


@pytest.mark.parametrize("address", ["/insight/", "/insight/reasons/", "/insight/experience/?view=units"])
@pytest.mark.parametrize("who", ["hr_lead", "leader"])
def test_statements_do_not_grow_with_units(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries, address: str, who: str
) -> None:
    root, kade = str(cast.root.pk), str(cast.kade_noord.pk)
    for release, many in ((1, 5), (2, 50)):
        made = a_document({ROOT: root, KADE: kade}, release=release)
        for number in range(10**6, 10**6 + many):
            made["units"][str(number)] = {"parent": root, "label": f"Team {number}"}
            made["groups"].append(
                {"id": f"{number}:other", "unit": str(number), "stratum": "other", "size": 5, "bundles": []}
            )
        freeze(made)
        client = signed_in(who)
        with django_assert_max_num_queries(10):
            assert client.get(address).status_code == 200


def test_a_large_tree_is_walked_step_by_step(cast: Cast, signed_in: SignedIn) -> None:
    made = a_document()
    for number in range(1000, 1120):
        made["units"][str(number)] = {"parent": KADE, "label": f"Team {number}"}
        made["groups"].append(
            {"id": f"{number}:other", "unit": str(number), "stratum": "other", "size": 5, "bundles": []}
        )
    freeze(made)
    client = signed_in("hr_lead")
    whole = client.get("/insight/recommend/").content.decode()
    assert ">Terminal</option>" in whole
    assert "Team 1000</option>" not in whole
    below = client.get(f"/insight/recommend/?unit={KADE}").content.decode()
    assert "Team 1000</option>" in below
    assert ">Havenlicht</option>" in below
    assert ">Techniek</option>" not in below

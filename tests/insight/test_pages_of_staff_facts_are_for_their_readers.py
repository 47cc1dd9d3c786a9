"""Pages of turnover and length of stay: the figures of the download, the reader's own units, a constant number of statements."""

import csv
from collections.abc import Callable
from io import StringIO

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_release, freeze
from tests.insight.staff_documents import PERIODS, a_staff_document, counts
from uitzicht.insight.figures import figure
from uitzicht.reports.services import write_report

SignedIn = Callable[[str], Client]
PAGES = ("turnover", "staying")


@pytest.fixture
def ids(cast: Cast) -> dict[str, str]:
    units = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    found = {key: str(unit.pk) for key, unit in units.items()}
    freeze(a_staff_document(found))
    return found


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", ["hr_lead", "guardian"])
def test_the_whole_organisation_reads_findings_drawings_and_tables(
    ids: dict[str, str], signed_in: SignedIn, name: str, who: str
) -> None:
    page = signed_in(who).get(f"/insight/{name}/").content.decode()
    for part in (
        'class="finding"',
        "<title id=",
        "<desc id=",
        "<table",
        'class="release-foot"',
        "Everybody counts here",
    ):
        assert part in page, part
    assert "style=" not in page
    assert 'name="kind"' not in page


def test_a_curve_is_drawn_with_its_band_and_the_people_observed(ids: dict[str, str], signed_in: SignedIn) -> None:
    page = signed_in("hr_lead").get("/insight/staying/").content.decode()
    for part in ('<path class="curve"', '<path class="area"', '<path class="curve b"', "People observed"):
        assert part in page, part


def test_a_leader_reads_the_turnover_of_their_own_unit_only(ids: dict[str, str], signed_in: SignedIn) -> None:
    leader = signed_in("leader")
    page = leader.get("/insight/turnover/").content.decode()
    assert "Too few to conclude about turnover: 8 people worked here." in page
    for hidden in ("Techniek", "10007", "undesired"):
        assert hidden not in page
    assert leader.get(f"/insight/turnover/?unit={ids[TERMINAL]}").status_code == 422
    by_unit = leader.get("/insight/turnover/?view=units").content.decode()
    assert "Kade Noord" in by_unit
    assert "Techniek" not in by_unit


def test_a_leader_reads_that_length_of_stay_is_of_the_whole_organisation(
    ids: dict[str, str], signed_in: SignedIn
) -> None:
    leader = signed_in("leader")
    page = leader.get("/insight/staying/").content.decode()
    assert "How long people stay is told for the whole organisation only." in page
    assert "<svg" not in page
    rows = list(csv.DictReader(StringIO(leader.get("/insight/staying.csv").content.decode("utf-8-sig"))))
    assert rows == []


def test_units_stand_side_by_side(ids: dict[str, str], signed_in: SignedIn) -> None:
    page = signed_in("hr_lead").get("/insight/turnover/?view=units").content.decode()
    assert '<th scope="row" class="depth-2">Kade Noord</th>' in page
    assert "The smaller the unit, the wider the range." in page
    assert "No figures for this choice" in signed_in("hr_lead").get("/insight/staying/?view=units").content.decode()


@pytest.mark.parametrize(
    ("name", "question", "item", "share"),
    [
        ("turnover", "turnover.2025", "all", "17.8%"),
        ("turnover", "desirability.2025", "undesired", "9.0%"),
        ("turnover", "first_year.2025", "first_year", "20%"),
        ("turnover", "stability.2025", "still_here", "82%"),
        ("staying", "staying", "2", "62%"),
        ("staying", "leaving.resignation", "5", "45%"),
    ],
)
def test_the_download_holds_the_figures_of_the_page(
    ids: dict[str, str], signed_in: SignedIn, name: str, question: str, item: str, share: str
) -> None:
    client = signed_in("hr_lead")
    rows = list(csv.DictReader(StringIO(client.get(f"/insight/{name}.csv").content.decode("utf-8-sig"))))
    (row,) = [row for row in rows if (row["question"], row["item"]) == (question, item)]
    assert f"{100 * float(row['share']):.{1 if '.' in share else 0}f}%" == share
    assert share in client.get(f"/insight/{name}/").content.decode()


def test_the_json_is_that_of_the_contract(ids: dict[str, str]) -> None:
    (group, *_) = [g for g in figure("turnover").to_json()["groups"] if g["question"] == "turnover.2025"]
    assert group["base"] == 10000.0
    assert group["items"][1] == {
        "key": "voluntary",
        "label": "voluntary",
        "count": 1078,
        "share": 0.1078,
        "interval": [0.1015, 0.1144],
    }
    (half,) = [g for g in figure("staying").to_json()["groups"] if g["question"] == "median_stay"]
    assert half["items"] == [{"key": "months", "label": "months", "count": 36, "share": None, "interval": [36, 48]}]


def test_the_report_draws_the_curves_too() -> None:
    assert b"pdfuaid" in write_report(a_release(a_staff_document()), language="fr")


@pytest.mark.parametrize("name", PAGES)
def test_without_facts_on_staff_the_page_teaches(cast: Cast, signed_in: SignedIn, name: str) -> None:
    freeze()
    page = signed_in("hr_lead").get(f"/insight/{name}/").content.decode()
    assert "Not known yet" in page
    assert "Import it with the people who left" in page


@pytest.mark.parametrize("address", ["/insight/turnover/", "/insight/turnover/?view=units", "/insight/staying/"])
def test_statements_do_not_grow_with_units(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    root = str(cast.root.pk)
    for release, many in ((1, 5), (2, 60)):
        names = [str(number) for number in range(10**6, 10**6 + many)]
        rows = {unit: {"2025": counts(40.0, {"resignation": 4})} for unit in (root, *names)}
        made = a_staff_document({ROOT: root}, release=release, turnover={"periods": PERIODS, "units": rows})
        made["units"] |= {unit: {"parent": root, "label": f"Team {unit}"} for unit in names}
        freeze(made)
        client = signed_in("hr_lead")
        with django_assert_max_num_queries(10):
            assert client.get(address).status_code == 200

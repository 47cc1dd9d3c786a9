"""Then and since: differences between different people only; where one release contains the other, nothing is subtracted."""

import csv
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from tests.cast import Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_document, a_release, freeze
from uitzicht.insight.cells import Below, Exact
from uitzicht.insight.earlier.changes import changes
from uitzicht.insight.earlier.since import Since
from uitzicht.insight.earlier.telling import sections
from uitzicht.insight.menu import select
from uitzicht.insight.published import Published
from uitzicht.insight.stories import STORIES
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.vocabulary import Kind

SignedIn = Callable[[str], Client]
Json = dict[str, Any]
YEAR = f"{ROOT}:resignation:2026"
MOVED = {"main_reason": [40, 4, 30, 6], "satisfaction.content": [40, 2.4], "recommend": [40, 8, 12, 20]}


def later(cells: Json | None = None, *, bundles: tuple[str, ...] = ("8-0001",), ids: Json | None = None) -> Json:
    """Release 8: everybody of release 7, and resignations of 2026 in bundles of their own."""
    made = a_document(release=8)
    row = {"id": YEAR, "unit": ROOT, "stratum": "resignation", "period": "2026", "size": 40, "bundles": list(bundles)}
    made["groups"].append(row)
    made["groups"][0]["bundles"] = ["1-0001", "1-0002", "1-0003", "8-0001"]
    for key, (base, *items) in (MOVED if cells is None else cells).items():
        made["cells"][key][YEAR] = {"base": base, "items": items}
    return a_document(ids, **made)


def told(page: str, now: Json, kind: str = "resignation", unit: str = "", language: str = "en") -> list[Section]:
    then, of = Published(a_release()), Published(a_release(now))
    with translation.override(language):
        reading = Reading(of, select(of, "organisation", {"kind": kind, "unit": unit}, None), language)
        return sections(STORIES[page], reading, then)


def test_a_year_without_anybody_of_the_earlier_release_stands_on_its_own() -> None:
    apart = Since(a_release(later()), a_release())
    assert apart.years(ROOT, ("resignation",)) == ("2026",)
    assert apart.column("main_reason", ROOT, Kind.RESIGNATION).items == (Exact(4), Exact(30), Exact(6))


def test_a_year_that_had_begun_by_then_does_not() -> None:
    mixed = Since(a_release(later(bundles=("1-0003", "8-0001"))), a_release())
    assert mixed.years(ROOT, ("resignation",)) == ()
    assert mixed.column("main_reason", ROOT, Kind.RESIGNATION).base == Below(5)


def test_a_difference_that_is_shown_is_told_with_its_range() -> None:
    opening, main, *_ = told("reasons", later())
    assert "the number that shows a difference is" in opening.finding
    assert "who came in since: 2026. They are different people." in opening.more[0]
    assert main.finding == (
        "“management” comes up more often since release 7: 38% before, 75% since (difference 17 to 54 points)."
    )
    assert "“career” comes up less often since release 7: 42% before, 10% since" in main.more[0]


def test_a_mean_moves_in_points_of_its_scale() -> None:
    _, scores = told("experience", later())[:2]
    assert scores.finding.startswith(
        "“job content” is rated lower since release 7: 3.7 before, 2.4 since (difference -"
    )


def test_what_hardly_differs_is_no_difference() -> None:
    _, main = told("recommend", later())
    assert main.finding == "No difference is shown with who came in since. There may still be one."
    assert main.table is not None
    assert {row.cells[-1] for row in main.table.rows} == {"not shown"}


def test_all_comparisons_of_a_page_are_corrected_together() -> None:
    of, then = Published(a_release(later())), Published(a_release())
    reading = Reading(of, select(of, "organisation", {"kind": "resignation"}, None), "en")
    rows = [row for change in changes(STORIES["reasons"], reading, then) for row in change.rows]
    assert all(row.p is not None and row.q is not None and row.q >= row.p for row in rows)
    assert all(row.certain is (row.q is not None and row.q <= 0.05) for row in rows)


def test_a_band_is_seen_through_as_far_as_it_allows() -> None:
    (_, sure, *_), (_, vague, *_) = (
        told("reasons", later({"main_reason": [40, "<3", cell, "4..7"]})) for cell in ("28..35", "4..35")
    )
    assert "“management” comes up more often since release 7: 38% before, 70 to 88% since" in " ".join(
        (sure.finding, *sure.more)
    )
    assert "“management”" not in " ".join((vague.finding, *vague.more))


def test_few_answers_since_are_too_few_to_conclude() -> None:
    _, main, *_ = told("reasons", later({"main_reason": [9, 3, 3, 3]}))
    assert main.finding == "Too few to conclude about “main reason”: the base is 9. 11 more answers are needed."
    assert main.more == ("Counted here: who came in since release 7.",)


@pytest.mark.parametrize("unit", [ROOT, KADE])
def test_where_one_contains_the_other_both_are_shown_and_nothing_is_computed(unit: str) -> None:
    opening, main = told("recommend", later(bundles=("1-0003", "8-0001")), unit=unit)
    assert opening.finding == (
        "Release 8 contains everybody of release 7: the two are shown side by side, and no difference is computed."
    )
    assert main.table is not None
    assert main.table.columns == ("Answer", "Release 7", "Release 8")


def test_a_unit_of_after_then_is_said_to_be_new() -> None:
    now = later()
    now["units"]["9"] = {"parent": ROOT, "label": "Nieuw"}
    row = {"id": "9:resignation", "unit": "9", "stratum": "resignation", "size": 9, "bundles": ["8-0001"]}
    now["groups"].append(row)
    (only,) = told("recommend", now, unit="9")
    assert only.finding == "This unit did not stand in release 7 yet."


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_every_language_tells_it(language: str) -> None:
    text = " ".join(
        " ".join((one.question, one.about, one.finding, *one.more))
        for page in ("reasons", "experience")
        for one in told(page, later(), language=language)
    )
    assert "{" not in text
    for english in ("since", "difference", "before"):
        assert english not in text


@pytest.fixture
def ids(cast: Cast) -> dict[str, str]:
    units = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    found = {key: str(unit.pk) for key, unit in units.items()}
    freeze(a_document(found))
    freeze(named(later(), found))
    return found


def named(document: Json, ids: dict[str, str]) -> Json:
    """The units of the cast, also in the group of a year."""
    made = a_document(ids, **document)
    own = f"{ids[ROOT]}:resignation:2026"
    for group in made["groups"]:
        if group.get("period"):
            group["id"] = own
    for cells in made["cells"].values():
        if YEAR in cells:
            cells[own] = cells.pop(YEAR)
    return made


def test_the_page_offers_earlier_releases_and_shows_one(ids: dict[str, str], signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    assert '<option value="7">release 7</option>' in client.get("/insight/reasons/").content.decode()
    page = client.get("/insight/reasons/?since=7&kind=resignation").content.decode()
    assert '<option value="7" selected>release 7</option>' in page
    assert "What has changed since release 7?" in page
    assert "“management” comes up more often" in page
    assert 'name="since"' not in client.get("/insight/reasons/?release=7").content.decode()
    assert 'name="since"' not in client.get("/insight/who-left/").content.decode()


@pytest.mark.parametrize("asked", ["x", "99"])
def test_a_release_that_does_not_exist_is_refused(ids: dict[str, str], signed_in: SignedIn, asked: str) -> None:
    assert signed_in("hr_lead").get(f"/insight/reasons/?since={asked}").status_code == 422


def test_a_later_release_is_not_compared_with(ids: dict[str, str], signed_in: SignedIn) -> None:
    page = signed_in("hr_lead").get("/insight/reasons/?release=7&since=8").content.decode()
    assert "What has changed" not in page


def test_a_download_holds_both_sides_and_how_certain_the_difference_is(
    ids: dict[str, str], signed_in: SignedIn
) -> None:
    answer = signed_in("hr_lead").get("/insight/recommend.csv?since=7&kind=resignation")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["release"], row["measure"], row["base"]) for row in rows[::3]] == [
        ("7", "recommend", "50"),
        ("8", "recommend.since.7", "40"),
    ]
    assert [row["count"] for row in rows] == ["10", "15", "25", "8", "12", "20"]
    assert all(row["p"] and row["q"] for row in rows[3:])


def test_a_drawing_of_the_comparison_can_be_taken(ids: dict[str, str], signed_in: SignedIn) -> None:
    address = "/insight/recommend/since-recommend-recommend.svg?since=7&kind=resignation"
    assert signed_in("hr_lead").get(address).status_code == 200


def test_a_leader_compares_their_own_unit_only(ids: dict[str, str], signed_in: SignedIn) -> None:
    page = signed_in("leader").get("/insight/recommend/?since=7").content.decode()
    assert "Release 8 contains everybody of release 7" in page
    assert signed_in("leader").get(f"/insight/recommend/?since=7&unit={ids[TECHNIEK]}").status_code == 422

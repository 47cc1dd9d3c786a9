"""One page for who analyses psychosocial risks: the five areas beside turnover, with figures that stand elsewhere too."""

import re
from typing import Any

import pytest
from django.utils import translation

from tests.insight.documents import KADE, ROOT, a_release
from tests.insight.fields import a_field
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published
from uitzicht.insight.stories import STORIES
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.vocabulary import Kind, View


def told(document: dict[str, Any], unit: str = ROOT, language: str = "en", name: str = "psychosocial") -> list[Section]:
    selection = Selection(View.ORGANISATION, (unit,), Kind.ALL)
    with translation.override(language):
        return STORIES[name].sections(Reading(Published(a_release(document)), selection, language))


def resigned_everywhere() -> dict[str, Any]:
    """Reasons of the other departures too, so that both together are shown."""
    document = a_field()
    document["cells"]["reasons"][f"{ROOT}:other"] = {"base": 20, "items": [5, 5, 9, 4, 6, "<3"]}
    document["questions"] = [
        q | {"items": ["content", "relations", "terms"]} if q["key"] == "main_reason" else q
        for q in document["questions"]
    ]
    return document


def test_each_area_has_its_satisfaction_what_people_would_improve_and_why_they_leave() -> None:
    areas, _turnover = told(resigned_everywhere())
    assert areas.finding.startswith("Leavers rated “working relationships” highest (4.0 out of 5)")
    assert "28 would improve the job content (40%" in " ".join(areas.more)
    assert areas.table is not None
    rows = {row.head: row.cells for row in areas.table.rows}
    assert rows["Job content"] == ("3.7", "28 (40%)", "27 (42%)", "too little variety: 29 (13%)")
    assert rows["Terms of employment"][0] == "2.2"


def test_turnover_stands_beside_them() -> None:
    _areas, turnover = told(a_field())
    assert turnover.finding.startswith("Turnover in 2025 was 22.1% (between 19.3% and 25.2%)")
    assert turnover.table is not None
    assert [row.head for row in turnover.table.rows][:2] == ["All departures", "Voluntary"]


def test_no_figure_stands_here_that_no_other_page_has() -> None:
    document = resigned_everywhere()
    elsewhere = {
        number
        for name in ("experience", "reasons", "turnover")
        for section in told(document, name=name)
        for number in numbers(section)
    }
    for section in told(document):
        assert numbers(section) <= elsewhere | {"1", "5", "95"}


def numbers(section: Section) -> set[str]:
    cells = [cell for row in (section.table.rows if section.table else ()) for cell in row.cells if cell]
    drawn = section.chart.description if section.chart else ""
    return set(re.findall(r"\d+(?:\.\d+)?", " ".join((section.finding, *section.more, *cells, drawn))))


def test_it_says_that_it_is_no_risk_analysis() -> None:
    areas, _turnover = told(a_field())
    assert "no risk analysis" in " ".join(areas.more)
    assert "Belgian law" in areas.about


def test_what_is_not_shown_is_a_gap() -> None:
    areas, turnover = told(a_field(), KADE)
    assert areas.table is not None
    assert any(cell is None for row in areas.table.rows for cell in row.cells)
    assert "Too few" in turnover.finding or "people worked here" in turnover.finding


def test_without_facts_on_staff_the_areas_still_stand() -> None:
    document = a_field()
    document["public"].pop("staff")
    areas, turnover = told(document)
    assert areas.chart is not None
    assert "no facts on staff" in turnover.finding


def test_without_questions_on_the_areas_turnover_stands_alone() -> None:
    document = a_field()
    document["questions"] = [q for q in document["questions"] if q["measure"] != "experience"]
    assert [section.key for section in told(document)] == ["indicator"]


@pytest.mark.parametrize("kind", [Kind.RESIGNATION, Kind.OTHER])
def test_one_kind_of_departure_has_the_areas_and_no_turnover(kind: Kind) -> None:
    selection = Selection(View.ORGANISATION, (ROOT,), kind)
    found = STORIES["psychosocial"].sections(Reading(Published(a_release(a_field())), selection, "en"))
    assert [section.key for section in found] == ["areas"]


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_the_page_speaks_each_language(language: str) -> None:
    for section in told(a_field(), language=language):
        assert "{" not in " ".join((section.about, section.finding, *section.more))

"""How long people stay: read at whole years, half of the people, and where the curve rests on few."""

from typing import Any

import pytest
from django.utils import translation

from tests.insight.documents import ROOT, TERMINAL, a_document, a_release
from tests.insight.staff_documents import a_staff_document, staying
from uitzicht.core.refusal import Refusal
from uitzicht.insight.cells import Above, Exact
from uitzicht.insight.measures.staying import at, median
from uitzicht.insight.measures.staying import staying as measure
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.stories.staying import sections
from uitzicht.insight.stories.staying.sentences import duration
from uitzicht.insight.vocabulary import FigureGroup, Kind, View


def reading(unit: str = ROOT, language: str = "en", **changes: Any) -> Reading:
    of = Published(a_release(a_staff_document(**changes)))
    return Reading(of, Selection(View.ORGANISATION, (unit,), Kind.ALL), language)


def with_steps(steps: list[list[float]], leavers: int = 120) -> dict[str, Any]:
    return {"all": {"people": 300, "leavers": leavers, "steps": steps}, "kinds": {}, "cuts": {}}


def figures(of: Reading, name: str = "staying") -> dict[str, FigureGroup]:
    return {group.question: group for group in of.groups(name)}


def told(of: Reading) -> dict[str, Section]:
    with translation.override(of.language):
        return {section.key: section for section in sections(of)}


def test_a_year_is_read_after_twelve_whole_months() -> None:
    steps = staying()["all"]["steps"]
    assert at(steps, 12) == steps[1]
    assert at(steps, 24) == steps[2]
    assert at(steps, 1) is None
    assert at(steps, 120) is None


def test_the_measure_gives_share_range_and_people_observed() -> None:
    group = figures(reading())["staying"]
    assert group.base == Exact(300)
    assert [(item.key, item.shown, item.share) for item in group.items] == [
        ("1", Exact(140), 0.8),
        ("2", Exact(120), 0.62),
        ("5", Exact(30), 0.4),
    ]


def test_half_of_the_people_have_a_range_of_their_own() -> None:
    item = median(staying()["all"]["steps"])
    assert item.shown == Exact(36)
    assert item.interval is not None
    assert (item.interval.low, item.interval.high) == (36, 48)


def test_a_half_that_was_not_reached_is_more_than_was_observed() -> None:
    item = median([[11, 0.9, 0.85, 0.94, 100], [35, 0.7, 0.6, 0.78, 40]])
    assert (item.shown, item.interval) == (Above(36), None)


def test_the_finding_is_how_long_half_of_the_people_stay() -> None:
    section = told(reading())["staying"]
    assert section.finding == "Half of the people are gone after 3 years (between 3 years and 4 years)."
    assert "Still here after 1 year: 80% (between 72% and 86%)." in section.more
    assert "Still here after 5 years: 40% (between 33% and 46%)." in section.more


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([[11, 0.9, 0.85, 0.94, 100], [35, 0.7, 0.6, 0.78, 40]], "More than half are still here after 3 years"),
        ([[11, 0.7, 0.55, 0.8, 60], [35, 0.45, 0.3, 0.58, 40]], "Half of the people are gone after 3 years. How long"),
    ],
)
def test_what_was_not_reached_is_said(steps: list[list[float]], words: str) -> None:
    assert told(reading(staying=with_steps(steps)))["staying"].finding.startswith(words)


@pytest.mark.parametrize(
    ("leavers", "needed"), [(19, "Leavers: 19. 1 more is needed."), (4, "Leavers: 4. 16 more are needed.")]
)
def test_few_leavers_give_no_conclusion_but_how_many_are_missing(leavers: int, needed: str) -> None:
    section = told(reading(staying=with_steps(staying()["all"]["steps"], leavers)))["staying"]
    assert section.finding == f"Too few to conclude about how long people stay. {needed}"
    assert not any(sentence.startswith("Still here") for sentence in section.more)
    assert section.chart is not None


def test_few_people_observed_early_are_said() -> None:
    warned = [sentence for sentence in told(reading())["staying"].more if "few people were observed" in sentence]
    assert warned == [
        "Of the first 2 months of service, few people were observed: fewer than 20 at times."
        " The whole curve rests on that beginning, so read it with care."
    ]


def test_many_people_observed_early_need_no_warning() -> None:
    steps = [step for step in staying()["all"]["steps"] if step[0] > 1]
    assert not any("few people" in sentence for sentence in told(reading(staying=with_steps(steps)))["staying"].more)


def test_the_ways_to_leave_and_who_is_here_add_up_to_everybody() -> None:
    found = figures(reading())
    for year in ("1", "2", "5"):
        shares = [item.share or 0 for group in found.values() for item in group.items if item.key == year]
        assert sum(shares) == pytest.approx(1)


def test_the_most_frequent_way_to_leave_is_named_with_its_range() -> None:
    section = told(reading())["leaving"]
    assert section.finding == "Most frequent within 5 years: resignation, 45% of everybody hired (between 1% and 60%)."
    assert section.table is not None
    assert section.table.rows[0].cells[0] == "15% (1 to 60)"


def test_where_nobody_has_left_that_way_no_range_is_claimed() -> None:
    facts = staying()
    facts["kinds"]["death"] = [[month, 0.0, 0.0, 0.0, there] for month, *_, there in facts["all"]["steps"]]
    of = reading(staying=facts)
    assert [item.interval for item in figures(of)["leaving.death"].items] == [None, None, None]
    table = told(of)["leaving"].table
    assert table is not None
    assert table.rows[-1].cells == ("0%", "0%", "0%")


def test_the_curve_is_drawn_as_far_as_enough_people_were_observed() -> None:
    chart = told(reading())["staying"].chart
    assert chart is not None
    texts = [shape.text for shape in chart.wide.shapes if shape.kind == "text"]
    assert texts.count("5") == 1
    assert "140" in texts
    assert "4" not in texts[texts.index("People observed") :]


def test_every_month_can_be_taken_along() -> None:
    group = figures(reading(), "staying_curve")["staying_curve"]
    assert [item.key for item in group.items] == ["2", "12", "24", "36", "48", "60", "71"]


def test_a_unit_has_no_curve_and_no_figures() -> None:
    of = reading(TERMINAL)
    assert of.groups("staying") == ()
    assert told(of)["staying"].finding == "How long people stay is told for the whole organisation only."


def test_one_kind_of_departure_only_is_refused() -> None:
    of = Published(a_release(a_staff_document()))
    with pytest.raises(Refusal, match="menu"):
        measure(of, Selection(View.ORGANISATION, (ROOT,), Kind.OTHER), "en")


def test_a_release_without_facts_on_staff_teaches_how_to_get_them() -> None:
    of = Reading(Published(a_release(a_document())), Selection(View.ORGANISATION, (ROOT,), Kind.ALL), "en")
    assert told(of)["staying"].finding.startswith("Not known yet")


@pytest.mark.parametrize(
    ("months", "language", "words"),
    [
        (1, "en", "1 month"),
        (14, "en", "14 months"),
        (24, "en", "2 years"),
        (38, "en", "3.2 years"),
        (38, "nl", "3,2 jaar"),
        (14, "de", "14 Monaten"),
        (38, "de", "3,2 Jahren"),
    ],
)
def test_a_length_of_stay_is_written_as_people_say_it(months: int, language: str, words: str) -> None:
    with translation.override(language):
        assert duration(months) == words


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_the_finding_is_told_in_every_language(language: str) -> None:
    section = told(reading(language=language))["staying"]
    for sentence in (section.finding, *section.more):
        assert "{" not in sentence
        assert "people" not in sentence

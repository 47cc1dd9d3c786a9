"""Turnover: parts that add up, exact ranges, part years that compare, and sentences that say no more than that."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_document, a_release
from tests.insight.staff_documents import PERIODS, a_staff_document, counts, turnover
from uitzicht.core.refusal import Refusal
from uitzicht.insight.cells import Exact
from uitzicht.insight.measures.turnover import turnover as measure
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.stories.turnover import by_unit, sections
from uitzicht.insight.stories.turnover.units import differences
from uitzicht.insight.vocabulary import FigureGroup, Kind, View

KINDS = ("resignation", "dismissal", "mutual_agreement", "end_of_fixed_term", "retirement", "death", "other", "")


def reading(unit: str = ROOT, language: str = "en", **changes: object) -> Reading:
    of = Published(a_release(a_staff_document(**changes)))
    return Reading(of, Selection(View.ORGANISATION, (unit,), Kind.ALL), language)


def with_root(years: dict[str, dict[str, object]]) -> dict[str, object]:
    """Facts with other numbers for the whole organisation, and no other units."""
    return {"periods": PERIODS, "units": {ROOT: years}}


def figures(of: Reading) -> dict[str, FigureGroup]:
    return {group.question: group for group in of.groups("turnover")}


def told(of: Reading) -> dict[str, Section]:
    with translation.override(of.language):
        return {section.key: section for section in sections(of)}


def test_the_published_rates_of_securex_add_up_to_the_whole() -> None:
    group = figures(reading())["turnover.2025"]
    shares = {item.key: item.share for item in group.items}
    assert shares == pytest.approx({"all": 0.1776, "voluntary": 0.1078, "involuntary": 0.0564, "other": 0.0134})
    assert group.base == Exact(10000.0)


@given(st.lists(st.integers(0, 400), min_size=len(KINDS), max_size=len(KINDS)), st.floats(0.5, 20000))
def test_the_parts_and_the_kinds_add_up_whatever_the_counts(numbers: list[int], exposure: float) -> None:
    kinds = {kind: number for kind, number in zip(KINDS, numbers, strict=True) if number}
    found = figures(reading(turnover=with_root({"2025": counts(exposure, kinds)})))
    whole, *parts = found["turnover.2025"].items
    assert sum(item.shown.value for item in parts if isinstance(item.shown, Exact)) == sum(numbers)
    assert sum(item.share or 0 for item in parts) == pytest.approx(whole.share)
    others = [found[question] for question in ("kind.2025", "desirability.2025") if question in found]
    assert len(others) == (sum(numbers) > 0) + (sum(numbers) >= 5)
    for group in others:
        assert sum(item.share or 0 for item in group.items) == pytest.approx(whole.share)


def test_a_part_of_a_year_is_a_rate_per_year_and_is_named() -> None:
    of = reading()
    year = figures(of)["turnover.2026"]
    assert year.items[0].share == pytest.approx(23 / 1000)
    assert year.question_label == "turnover in 2026 until 1 March"
    assert "Part of a year, counted per year so that it compares: 2026 until 1 March." in told(of)["turnover"].more


def test_stability_is_told_of_whole_years_only() -> None:
    found = figures(reading())
    assert "stability.2025" in found
    assert "stability.2026" not in found
    assert found["stability.2025"].items[0].share == pytest.approx(0.8224)


def test_one_kind_of_departure_only_is_refused() -> None:
    of = Published(a_release(a_staff_document()))
    with pytest.raises(Refusal, match="menu"):
        measure(of, Selection(View.ORGANISATION, (ROOT,), Kind.RESIGNATION), "en")


def test_the_finding_names_rate_range_leavers_and_people() -> None:
    assert told(reading())["turnover"].finding == (
        "Turnover in 2025 was 17.8% (between 16.9% and 18.6%): 1776 people left, of 10007 who worked here on average."
    )


@pytest.mark.parametrize(
    ("leavers", "sentence"),
    [
        (0, "Nobody left in 2025. With 100 people on average, that fits a turnover of up to 3.7%."),
        (1, "Turnover in 2025 was 1.0% (between 0.0% and 5.6%): 1 person left, of 100 who worked here on average."),
        (7, "Turnover in 2025 was 7.0% (between 2.8% and 14.4%): 7 people left, of 100 who worked here on average."),
    ],
)
def test_none_one_and_many_leavers_have_their_own_words(leavers: int, sentence: str) -> None:
    kinds = {"resignation": leavers} if leavers else {}
    of = reading(turnover=with_root({"2025": counts(100.0, kinds)}))
    assert told(of)["turnover"].finding == sentence


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        (19, "Too few to conclude about turnover: 19 people worked here. 1 more is needed."),
        (8, "Too few to conclude about turnover: 8 people worked here. 12 more are needed."),
    ],
)
def test_few_people_give_no_conclusion_but_how_many_are_missing(people: int, sentence: str) -> None:
    of = reading(turnover=with_root({"2025": counts(float(people), {"resignation": 2})}))
    assert told(of)["turnover"].finding == sentence
    assert set(told(of)) == {"turnover"}
    assert told(of)["turnover"].table is not None


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (40, 42, "No change is shown since 2024"),
        (20, 60, "A rise is shown since 2024, when it was 5.0%."),
        (60, 20, "A fall is shown since 2024, when it was 15.0%."),
    ],
)
def test_a_change_is_told_only_when_it_is_shown(before: int, now: int, words: str) -> None:
    years = {"2024": counts(400.0, {"resignation": before}), "2025": counts(400.0, {"resignation": now})}
    assert told(reading(turnover=with_root(years)))["turnover"].more[0].startswith(words)


def test_the_parts_are_told_as_points_and_who_was_not_registered_is_said() -> None:
    of = reading(turnover=with_root({"2025": counts(1000.0, {"resignation": 60, "dismissal": 30, "": 1})}))
    section = told(of)["parts"]
    assert section.finding == (
        "Of the turnover of 9.1% in 2025, 6.0 points were voluntary, 3.0 involuntary and 0.0 other departures."
    )
    assert any(sentence.startswith("1 person left according to the staff list") for sentence in section.more)


def test_rounded_parts_that_do_not_add_up_on_the_page_are_explained() -> None:
    assert "The parts are rounded, so together they differ a little from the whole." in told(reading())["parts"].more


def test_what_was_not_decided_could_change_what_was_undesired() -> None:
    section = told(reading())["desirability"]
    assert section.finding == ("Undesired departures in 2025: 900 of 1776, a turnover of 9.0% (between 8.4% and 9.6%).")
    assert section.more == (
        "For 200 departures it was not decided. If all of those were undesired too, it would be 11.0%.",
    )


def test_nothing_decided_is_said_so() -> None:
    of = reading(turnover=with_root({"2025": counts(400.0, {"resignation": 40})}))
    assert told(of)["desirability"].finding == "For no departure in 2025 was it decided whether it was desired."


def test_what_hr_thought_of_fewer_than_k_departures_is_no_figure() -> None:
    assert "desirability.2025" not in figures(reading(KADE))


@pytest.mark.parametrize(
    ("first_year", "sentence"),
    [
        (0, "Nobody of the 40 people who left in 2025 left within a year of being hired (between 0% and 9%)."),
        (10, "Of the 40 people who left in 2025, 10 left within a year of being hired (25%, between 14% and 40%)."),
    ],
)
def test_leavers_of_the_first_year_are_a_share_of_leavers(first_year: int, sentence: str) -> None:
    year = counts(400.0, {"resignation": 40}, first_year=first_year)
    assert told(reading(turnover=with_root({"2025": year})))["first-year"].finding == sentence


def test_units_differ_only_after_a_test_and_its_correction() -> None:
    section = told(reading())["turnover-units"]
    assert section.finding == "More people leave than elsewhere: Terminal."
    assert section.more[:2] == (
        "Fewer people leave than elsewhere: Techniek.",
        "Each was compared with the others beside it, corrected for 2 comparisons.",
    )


def test_units_without_a_shown_difference_are_told_as_such() -> None:
    facts = turnover()
    facts["units"][TECHNIEK] = {"2025": counts(600.0, {"resignation": 110})}
    assert told(reading(turnover=facts))["turnover-units"].finding.startswith("No unit is shown to differ")


def test_units_too_small_to_compare_are_not_compared() -> None:
    facts = turnover()
    facts["units"][TECHNIEK] = {"2025": counts(12.0, {"resignation": 9})}
    assert told(reading(turnover=facts))["turnover-units"].finding.startswith("Too few people to compare units")


def test_equal_units_give_few_false_alarms_after_correction() -> None:
    assert not any(differs for differs, _higher in differences(((40, 400.0),) * 12))
    assert differences(()) == ()
    assert differences(((0, 100.0), (0, 50.0))) == ((False, False), (False, False))


def test_the_table_by_unit_has_a_row_for_each_unit_with_people() -> None:
    with translation.override("en"):
        table = by_unit(reading(), [ROOT, TERMINAL, KADE, TECHNIEK])
    assert table is not None
    assert [(row.head, row.depth) for row in table.rows] == [
        ("Havenlicht", 0),
        ("Terminal", 1),
        ("Kade Noord", 2),
        ("Techniek", 1),
    ]
    assert table.rows[1].cells == ("400", "80", "20.0%", "15.9 to 24.9%", "20.0%")


def test_a_release_without_facts_on_staff_teaches_how_to_get_them() -> None:
    of = Reading(Published(a_release(a_document())), Selection(View.ORGANISATION, (ROOT,), Kind.ALL), "en")
    (section,) = told(of).values()
    assert section.finding.startswith("Not known yet")
    assert "Import" in section.about
    assert by_unit(of, [ROOT]) is None


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_the_finding_is_told_in_every_language_with_its_own_numbers(language: str) -> None:
    finding = told(reading(language=language))["turnover"].finding
    assert "17,8\u00a0%" in finding
    assert "{" not in finding
    assert "turnover" not in finding.lower()


def test_the_drawing_has_one_row_for_each_year() -> None:
    chart = told(reading())["turnover"].chart
    assert chart is not None
    assert (
        chart.description
        == "2024: 15.0% (11.4 to 19.3); 2025: 17.8% (16.9 to 18.6); 2026 until 1 March: 2.3% (1.5 to 3.5)."
    )

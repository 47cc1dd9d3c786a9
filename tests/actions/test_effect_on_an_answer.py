"""The effect on an answer stands between the release of the finding and people who left after the action began to work."""

from datetime import date
from typing import Any

import pytest

from tests.actions.effect_documents import DEEP, EAST, NORTH, ROOT, SOUTH, Json, a_document, an_aim, group
from tests.insight.documents import a_release
from uitzicht.actions.effect import answers
from uitzicht.actions.effect.vocabulary import Design, EffectState, Outcome, Why
from uitzicht.core.statistics.agreement import shift
from uitzicht.insight.earlier.since import since as in_since
from uitzicht.insight.published import Published
from uitzicht.insight.vocabulary import Kind

SINCE = date(2025, 1, 1)


def cell(base: object, *items: object) -> Json:
    return {"base": base, "items": list(items)}


def two_releases(
    before: dict[str, Json], after: dict[str, Json], *, question: str = "main_reason", year: str = "2025"
) -> tuple[Published, Published]:
    """Release 1 with these cells of each unit; release 2 with the same bundles and a year of new ones."""
    old = [group(unit, [f"1-{unit}"], size=60) for unit in before]
    whole = [group(unit, [f"1-{unit}", f"2-{unit}"], size=120) for unit in before]
    new = [group(unit, [f"2-{unit}"], size=60, period=year) for unit in after]
    first = {f"{unit}:resignation": found for unit, found in before.items()}
    second = first | {f"{unit}:resignation:{year}": found for unit, found in after.items()}
    then = a_document(1, "2024-12-15", groups=old, cells={question: first})
    now = a_document(2, "2026-01-15", groups=[*whole, *new], cells={question: second})
    return Published(a_release(then)), Published(a_release(now))


def outcome(then: Published, now: Published, others: tuple[str, ...] = (), **changes: Any) -> Outcome:
    usual = {"question": "main_reason", "item": "terms", "family": "", "kind": Kind.RESIGNATION, "effective_on": SINCE}
    aim = an_aim(**(usual | changes))
    assert aim.effective_on
    return answers.outcome(then, in_since(now, then), aim, others, since=aim.effective_on)


def test_a_share_that_fell_is_shown_with_the_interval_of_newcombe() -> None:
    found = outcome(*two_releases({NORTH: cell(60, 20, 36, 4)}, {NORTH: cell(50, 25, 12, 13)}))
    assert found.state is EffectState.SHOWN
    assert found.change == pytest.approx(12 / 50 - 36 / 60)
    expected = shift(36, 60, 12, 50)
    assert found.interval
    assert (found.interval.low, found.interval.high) == pytest.approx((expected.low, expected.high))


def test_what_fell_everywhere_is_no_effect() -> None:
    same = {NORTH: cell(60, 20, 36, 4), SOUTH: cell(60, 20, 36, 4), EAST: cell(60, 20, 36, 4)}
    later = {NORTH: cell(50, 25, 12, 13), SOUTH: cell(50, 25, 12, 13), EAST: cell(50, 25, 12, 13)}
    found = outcome(*two_releases(same, later), others=(EAST, SOUTH))
    assert found.design is Design.BESIDE
    assert found.state is EffectState.NOT_SHOWN
    assert found.change == pytest.approx(0)


def test_a_mean_is_compared_with_cautious_intervals() -> None:
    releases = two_releases({ROOT: cell(60, 2.1)}, {ROOT: cell(60, 4.4)}, question="satisfaction.terms")
    found = outcome(*releases, unit=ROOT, question="satisfaction.terms", item="mean", is_up=True)
    assert found.state is EffectState.SHOWN
    assert found.change == pytest.approx(2.3)
    assert found.own
    assert found.own.before.count is None


def test_a_year_that_had_begun_before_the_action_does_not_count() -> None:
    releases = two_releases({NORTH: cell(60, 20, 36, 4)}, {NORTH: cell(50, 25, 12, 13)})
    found = outcome(*releases, effective_on=date(2025, 3, 1))
    assert (found.state, found.needed) == (EffectState.TOO_EARLY, 20)


def test_people_who_stood_in_the_release_of_the_finding_are_on_one_side_only() -> None:
    then, now = two_releases({NORTH: cell(60, 20, 36, 4)}, {NORTH: cell(50, 25, 12, 13)})
    both = a_document(2, "2026-01-15", groups=[group(NORTH, ["1-2"], size=60, period="2025")], cells={})
    assert outcome(then, Published(a_release(both))).state is EffectState.TOO_EARLY
    assert outcome(then, now).state is EffectState.SHOWN


def test_few_answers_since_are_too_early_and_say_how_many_are_lacking() -> None:
    found = outcome(*two_releases({NORTH: cell(60, 20, 36, 4)}, {NORTH: cell(12, 5, 4, 3)}))
    assert (found.state, found.needed) == (EffectState.TOO_EARLY, 8)
    assert found.interval
    assert found.expected_on
    assert found.expected_on > date(2026, 1, 15)


@pytest.mark.parametrize("before", [cell(60, 20, "4..7", 4), cell("<5", 1, 2, 1)])
def test_a_range_is_never_made_into_a_number(before: Json) -> None:
    found = outcome(*two_releases({NORTH: before}, {NORTH: cell(50, 25, 12, 13)}))
    assert (found.state, found.why, found.interval) == (EffectState.CANNOT_TELL, Why.BANDED, None)
    later = outcome(*two_releases({NORTH: cell(60, 20, 36, 4)}, {NORTH: cell(50, 25, "<3", 13)}))
    assert (later.state, later.why, later.interval) == (EffectState.CANNOT_TELL, Why.BANDED, None)


def test_a_comparison_unit_with_a_range_is_left_out() -> None:
    before = {NORTH: cell(60, 20, 36, 4), SOUTH: cell(60, 20, "<3", 4), EAST: cell(60, 20, 36, 4)}
    after = {NORTH: cell(50, 25, 12, 13), SOUTH: cell(50, 25, 12, 13), EAST: cell(50, 20, 25, 5)}
    found = outcome(*two_releases(before, after), others=(EAST, SOUTH))
    assert found.others
    assert found.others.before.base == 60


def test_below_the_units_with_years_of_their_own_nothing_is_subtracted() -> None:
    found = outcome(*two_releases({DEEP: cell(60, 20, 36, 4)}, {}), unit=DEEP)
    assert (found.state, found.why) == (EffectState.CANNOT_TELL, Why.NO_YEARS)


def test_fewer_than_twenty_answers_before_are_no_beginning() -> None:
    found = outcome(*two_releases({NORTH: cell(12, 5, 4, 3)}, {NORTH: cell(50, 25, 12, 13)}))
    assert (found.state, found.why) == (EffectState.CANNOT_TELL, Why.FEW_BEFORE)

"""Which lines count for whom; what is refused; what published figures make of a salary."""

import pytest

from tests.insight.costs import DRIVERS, KNOWLEDGE, LINES, NURSES, ONBOARDING, RECRUITMENT, line
from uitzicht.core.refusal import Refusal
from uitzicht.insight.costs.rules import (
    EVERYBODY,
    Amounts,
    covered,
    ensure_complete,
    ensure_counted_once,
    holding,
    starting_line,
    starting_values,
    weighted,
)


def test_a_family_without_lines_takes_those_of_everybody() -> None:
    assert holding(LINES, NURSES) == LINES


def test_a_line_of_its_own_goes_before_that_of_everybody() -> None:
    own = line("onboarding", 8000, 9000, 12000, NURSES)
    assert holding([*LINES, own], NURSES) == [RECRUITMENT, own, KNOWLEDGE]
    assert holding([*LINES, own], EVERYBODY) == LINES


def test_one_amount_never_stands_beside_separate_lines() -> None:
    whole, own = line("whole", 8000, 12000, 20000), line("recruitment", 1, 2, 3, NURSES)
    assert holding([whole, own], NURSES) == [own]
    whole_of_nurses = line("whole", 1, 2, 3, NURSES)
    assert holding([*LINES, whole_of_nurses], NURSES) == [whole_of_nurses]


def test_a_line_of_everybody_is_drawn_once_for_all_families_that_take_it() -> None:
    own = line("onboarding", 8000, 9000, 12000, NURSES)
    found = weighted([*LINES, own], {NURSES: 4, DRIVERS: 6})
    assert found == {RECRUITMENT: 10, ONBOARDING: 6, own: 4, KNOWLEDGE: 10}
    assert next(iter(found)) == RECRUITMENT


def test_exits_without_any_line_are_not_covered() -> None:
    own = line("onboarding", 8000, 9000, 12000, NURSES)
    assert covered([own], {NURSES: 4, DRIVERS: 6}) == 4
    assert covered(LINES, {NURSES: 4, DRIVERS: 6}) == 10


def test_an_empty_line_is_not_counted_and_zero_is() -> None:
    assert ensure_complete(None, None, None, "") is None
    assert ensure_complete(0, 0, 0, "no recall in ten years") == Amounts(0, 0, 0, "no recall in ten years")


@pytest.mark.parametrize(
    ("low", "likely", "high", "source", "code"),
    [
        (None, None, None, "bills", "cost.amounts_missing"),
        (1, None, 3, "bills", "cost.line_incomplete"),
        (3, 2, 4, "bills", "cost.line_out_of_order"),
        (1, 2, 3, "", "cost.source_missing"),
    ],
)
def test_half_a_line_is_refused(low: int | None, likely: int | None, high: int | None, source: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        ensure_complete(low, likely, high, source)
    assert refused.value.code == code


def test_the_whole_and_its_parts_are_refused_together() -> None:
    ensure_counted_once(["whole"])
    ensure_counted_once(["recruitment", "onboarding"])
    with pytest.raises(Refusal) as refused:
        ensure_counted_once(["recruitment", "whole"])
    assert refused.value.code == "cost.counted_twice"


@pytest.mark.parametrize(("work", "high"), [("frontline", 16_000), ("technical", 32_000), ("leading", 80_000)])
def test_published_shares_make_a_labelled_range_of_a_salary(work: str, high: int) -> None:
    found = starting_line(40_000, work)
    assert (found.low, found.likely, found.high) == (8_400, 13_200, high)
    assert found.source == "Boushey & Glynn 2012, Work Institute, Gallup 2024"
    assert "40" not in found.source  # the salary is used once and not kept


def test_every_published_share_stands_with_its_source() -> None:
    found = [(one.source, one.share, amount) for one, amount in starting_values(50_000)]
    assert found == [
        ("Boushey & Glynn 2012", 0.21, 10_500),
        ("Work Institute", 0.33, 16_500),
        ("Gallup 2024", 0.40, 20_000),
        ("Gallup 2024", 0.80, 40_000),
        ("Gallup 2024", 2.00, 100_000),
    ]

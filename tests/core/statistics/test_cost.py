"""The cost of leaving is the sum of its lines, with an interval that follows from how sure the lines are."""

import pytest

from uitzicht.core.statistics.cost import Line, simulated_cost

RECRUITING = Line("recruitment", 1_000, 4_000, 13_000)
COVER = Line("vacancy_cover", 2_000, 3_000, 4_000)


def test_the_mean_is_that_of_pert() -> None:
    found = simulated_cost([RECRUITING], exits=10)
    assert found.mean == pytest.approx(10 * (1_000 + 4 * 4_000 + 13_000) / 6, rel=0.01)


def test_lines_add_up_to_the_whole() -> None:
    found = simulated_cost([RECRUITING, COVER], exits=7)
    assert sum(amount for _, amount in found.by_line) == pytest.approx(found.mean)


def test_the_same_lines_give_the_same_answer() -> None:
    assert simulated_cost([RECRUITING, COVER], 7) == simulated_cost([RECRUITING, COVER], 7)


def test_a_line_that_is_certain_has_no_interval_and_none_at_all_costs_nothing() -> None:
    sure = simulated_cost([Line("fee", 500, 500, 500)], exits=4)
    assert (sure.mean, sure.interval.low, sure.interval.high) == (2000, 2000, 2000)
    assert simulated_cost([], exits=4).mean == 0


def test_the_interval_lies_within_the_lowest_and_the_highest_sum() -> None:
    found = simulated_cost([RECRUITING, COVER], exits=1)
    assert 3_000 < found.interval.low < found.mean < found.interval.high < 17_000


@pytest.mark.parametrize("amounts", [(-1, 2, 3), (3, 2, 4), (1, 5, 4)])
def test_amounts_out_of_order_are_refused(amounts: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="likely"):
        Line("recruitment", *amounts)

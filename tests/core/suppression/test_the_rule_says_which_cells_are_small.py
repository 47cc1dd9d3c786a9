import numpy as np
import pytest

from tests.core.suppression.sector import RULE, answers, flat, given
from uitzicht.core.disclosure.suppression import Dimension, Rule, SensitiveTable
from uitzicht.core.disclosure.suppression.engine import needs
from uitzicht.core.disclosure.suppression.table import Cells


def small(people: int, count: int) -> bool:
    """Is a cell of a table with these people small?"""
    return bool(Cells(given([people, 12], [count, 6]), RULE).is_small[1])


@pytest.mark.parametrize("people", [1, 4])
def test_fewer_people_than_k_are_small_whatever_they_answered(people: int) -> None:
    assert all(small(people, count) for count in range(people + 1))


def test_nobody_is_nothing_to_hide() -> None:
    assert not small(0, 0)


def test_counts_near_none_and_near_all_are_small() -> None:
    assert [count for count in range(13) if not small(12, count)] == [3, 4, 5, 6, 7, 8, 9]


def test_totals_follow_the_same_rule() -> None:
    cells = Cells(given([12, 12], [1, 1]), RULE)
    assert cells.count.tolist() == [2, 1, 1]
    assert cells.is_small.tolist() == [True, True, True]


def test_a_small_cell_is_promised_its_whole_band() -> None:
    cells = Cells(given([12, 12, 12], [1, 6, 11]), RULE)
    assert [(need.cell, need.sign, need.amount) for need in needs(cells)] == [
        (1, 1, 1),
        (1, -1, 1),
        (3, 1, 1),
        (3, -1, 1),
    ]
    assert (cells.low[[1, 3]].tolist(), cells.high[[1, 3]].tolist()) == ([0, 10], [2, 12])


def test_two_people_are_promised_all_three_counts() -> None:
    cells = Cells(given([2, 12], [2, 6]), RULE)
    assert [(need.sign, need.amount) for need in needs(cells) if need.cell == 1] == [(-1, 2)]


def test_the_number_of_all_answers_is_public() -> None:
    cells = Cells(answers(3, 4), RULE)
    shape = cells.table.shape
    public = cells.is_public.reshape(shape)
    assert public[:, 0].all()
    assert not public[:, 1:].any()
    assert (cells.count.reshape(shape)[:, 0] == cells.people.reshape(shape)[:, 0]).all()


@pytest.mark.parametrize(("k", "c"), [(4, 1), (5, 0), (6, 2)])
def test_a_weaker_rule_is_refused(k: int, c: int) -> None:
    with pytest.raises(ValueError):
        Rule(k=k, c=c)


@pytest.mark.parametrize("count", [-1, 13])
def test_counts_that_cannot_be_are_refused_without_saying_them(count: int) -> None:
    with pytest.raises(ValueError) as refused:
        given([12, 12], [count, 6])
    assert str(count) not in str(refused.value)


def test_answers_that_do_not_sum_to_the_people_are_refused() -> None:
    with pytest.raises(ValueError):
        given([[9, 9]], [[4, 4]], flat("group", 1), flat("reason", 2, is_answer=True))


def test_numbers_of_another_shape_are_refused() -> None:
    with pytest.raises(ValueError):
        SensitiveTable((flat("group", 3),), np.array([9, 9]), np.array([4, 4]))


@pytest.mark.parametrize("leaves", [(), (("a",), ("a",)), (("a",), ("a", "b")), ((),)])
def test_a_dimension_has_rows_of_one_depth_each_once(leaves: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(ValueError):
        Dimension("region", leaves)

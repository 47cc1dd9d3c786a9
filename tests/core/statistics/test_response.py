"""Who is missing is found, and weighting gives back the population."""

import pytest
from scipy.stats import fisher_exact

from uitzicht.core.statistics.response import post_stratified, response_by_group


def test_a_group_that_stays_silent_is_found_and_an_even_response_is_not() -> None:
    uneven = response_by_group({"women": 50, "men": 50}, {"women": 45, "men": 20})
    assert [one.found for one in uneven] == [True, True]
    even = response_by_group({"women": 50, "men": 50}, {"women": 35, "men": 34})
    assert [one.found for one in even] == [False, False]


def test_the_test_of_two_groups_has_the_tails_of_fishers() -> None:
    found = response_by_group({"a": 12, "b": 30}, {"a": 4, "b": 22})
    one_sided = fisher_exact([[4, 8], [22, 8]], alternative="less").pvalue
    assert found[0].p == pytest.approx(2 * one_sided)


def test_weighting_gives_each_group_its_part_of_the_leavers() -> None:
    found = post_stratified({"a": 8, "b": 1}, {"a": 10, "b": 10}, {"a": 20, "b": 80})
    assert found.share == pytest.approx(0.2 * 0.8 + 0.8 * 0.1)
    assert found.effective_n == pytest.approx(100**2 / (2**2 * 10 + 8**2 * 10))  # Kish (1965)


def test_an_even_response_is_left_as_it_is() -> None:
    found = post_stratified({"a": 5, "b": 4}, {"a": 10, "b": 20}, {"a": 15, "b": 30})
    assert found.share == pytest.approx(9 / 30)
    assert found.effective_n == pytest.approx(30)


def test_a_group_without_an_answer_cannot_be_weighted() -> None:
    with pytest.raises(ValueError, match="merge"):
        post_stratified({"a": 1}, {"a": 2}, {"a": 3, "b": 4})


def test_more_answers_than_leavers_are_refused() -> None:
    with pytest.raises(ValueError, match="no more people answer"):
        response_by_group({"a": 3}, {"a": 4})

"""The auditor's reading of a printed figure: all values printed as that same figure, no more and no fewer."""

import pytest

from tests.core.disclosure.published import MARGIN, K, M, printed_counts, printed_means
from uitzicht.core.disclosure.auditor.figures import Rules, count_meaning, score_meaning

RULES = Rules(K, M, MARGIN)


@pytest.mark.parametrize("level", [0, 1, 2, 3])
@pytest.mark.parametrize("base", [5, 6, 7, 11, 16, 19, 20, 21, 64, 150])
def test_a_count_means_the_values_printed_alike(base: int, level: int) -> None:
    labels = printed_counts(base, level)
    for count, label in labels.items():
        alike = [other for other, printed in labels.items() if printed == label]
        meaning = count_meaning(label, base, RULES)
        assert (meaning.low, meaning.high) == (min(alike), max(alike)), (count, label)
        assert meaning.level is not None


@pytest.mark.parametrize("level", [0, 1, 2, 3, 4, 5])
@pytest.mark.parametrize("base", [5, 6, 7, 13, 20, 57, 120])
def test_a_mean_means_the_sums_printed_alike(base: int, level: int) -> None:
    labels = printed_means(base, level)
    for total, label in labels.items():
        alike = [other for other, printed in labels.items() if printed == label]
        meaning = score_meaning(label, base, RULES)
        assert (meaning.low, meaning.high) == (min(alike), max(alike)), (total, label)
        assert meaning.level is not None


@pytest.mark.parametrize("printed", ["<4", ">16", "3..6", "0..2", "", "<", "..", 2, 18, 25, -1, True, 8.0])
def test_a_count_that_is_never_printed_has_no_level(printed: object) -> None:
    assert count_meaning(printed, 20, RULES).level is None


@pytest.mark.parametrize("printed", ["<1.36", ">4.64", "3.1..3.5", "3.0..3.5", "x", "3", 1.3, 4.8, 3.05, 3.14159, True])
def test_a_mean_that_is_never_printed_has_no_level(printed: object) -> None:
    assert score_meaning(printed, 20, RULES).level is None

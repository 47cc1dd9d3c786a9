"""The interval of a rate is the exact Poisson interval."""

import pytest

from uitzicht.core.statistics.rates import poisson_rate


@pytest.mark.parametrize(
    ("events", "low", "high"),  # the ends for counts as printed in tables of Garwood's interval
    [
        (0, 0.0, 3.689),
        (1, 0.0253, 5.572),
        (2, 0.242, 7.225),
        (5, 1.623, 11.668),
        (10, 4.795, 18.390),
        (20, 12.217, 30.888),
    ],
)
def test_the_ends_are_those_of_published_tables(events: int, low: float, high: float) -> None:
    found = poisson_rate(events, 1)
    assert found.low == pytest.approx(low, abs=6e-4)
    assert found.high == pytest.approx(high, abs=6e-4)


def test_86_leavers_of_484_give_the_interval_of_the_design() -> None:
    found = poisson_rate(86, 484)
    assert (round(100 * found.low, 1), round(100 * found.high, 1)) == (14.2, 21.9)


@pytest.mark.parametrize(("events", "exposure"), [(-1, 10), (1, 0)])
def test_what_cannot_be_a_rate_is_refused(events: int, exposure: float) -> None:
    with pytest.raises(ValueError):
        poisson_rate(events, exposure)

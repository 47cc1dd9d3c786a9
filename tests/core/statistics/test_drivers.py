"""Relative importance shares R squared out and does not depend on the order of the columns."""

import numpy as np
import pytest

from uitzicht.core.statistics.drivers import relative_importance

CHANCE = np.random.default_rng(11)
X = CHANCE.normal(size=(120, 3))
X[:, 2] = 0.7 * X[:, 0] + 0.7 * X[:, 2]
Y = X @ [0.8, 0.3, 0.0] + CHANCE.normal(size=120)


def test_parts_add_up_to_r_squared() -> None:
    found = relative_importance(["content", "terms", "relations"], X, Y)
    centred = np.column_stack([np.ones(120), X])
    rest = Y - centred @ np.linalg.lstsq(centred, Y, rcond=None)[0]
    assert sum(driver.part for driver in found) == pytest.approx(1 - rest.var() / Y.var())


def test_two_columns_share_as_the_formula_of_two_orders_says() -> None:
    r1, r2, r12 = (np.corrcoef(a, b)[0, 1] for a, b in ((X[:, 0], Y), (X[:, 2], Y), (X[:, 0], X[:, 2])))
    both = (r1**2 + r2**2 - 2 * r1 * r2 * r12) / (1 - r12**2)
    found = relative_importance(["content", "relations"], X[:, [0, 2]], Y)
    assert found[0].part == pytest.approx((r1**2 + both - r2**2) / 2)


def test_the_order_of_columns_changes_nothing() -> None:
    first = relative_importance(["a", "b", "c"], X, Y)
    turned = relative_importance(["c", "a", "b"], X[:, [2, 0, 1]], Y)
    assert {d.key: pytest.approx(d.part) for d in first} == {d.key: d.part for d in turned}


def test_the_interval_holds_the_estimate_and_is_the_same_every_time() -> None:
    found = relative_importance(["a", "b", "c"], X, Y)
    assert all(driver.interval.low <= driver.part <= driver.interval.high for driver in found)
    assert found == relative_importance(["a", "b", "c"], X, Y)


def test_fewer_than_twenty_people_are_refused() -> None:
    with pytest.raises(ValueError, match="20 people"):
        relative_importance(["a", "b", "c"], X[:19], Y[:19])


def test_a_column_that_does_not_vary_is_refused() -> None:
    with pytest.raises(ValueError, match="vary"):
        relative_importance(["a"], np.ones((30, 1)), Y[:30])

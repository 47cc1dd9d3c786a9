import pytest

from tests.core.disclosure.organisations import CONTENT, PARENTS, QUESTIONS, REASONS
from uitzicht.core.disclosure.tables import BundleTotals, Table, Tally, accumulate


def bundle(key: str, unit: str, size: int, yes: int, stratum: str = "resignation") -> BundleTotals:
    tally = Tally(answered=size, counts=[yes, 0, 0])
    return BundleTotals(key, unit, stratum, size, {REASONS.key: tally})


def table() -> Table:
    closed = [bundle("1-0001", "4", 6, 2), bundle("2-0001", "4", 5, 1), bundle("2-0002", "2", 7, 3)]
    return accumulate([*closed, bundle("2-0003", "6", 8, 8, "other")], PARENTS, QUESTIONS)


def test_a_group_sums_all_bundles_closed_so_far_at_its_unit_or_below() -> None:
    counted = table()
    groups = {group.id: (group.size, group.bundles) for group in counted.groups}
    assert groups == {
        "1:resignation": (18, ("1-0001", "2-0001", "2-0002")),
        "1:other": (8, ("2-0003",)),
        "2:resignation": (18, ("1-0001", "2-0001", "2-0002")),
        "3:other": (8, ("2-0003",)),
        "4:resignation": (11, ("1-0001", "2-0001")),
        "6:other": (8, ("2-0003",)),
    }
    assert counted.base["reasons"][counted.rows["4:resignation"]] == 11
    assert counted.counts["reasons"][counted.rows["2:resignation"]].tolist() == [6, 0, 0]


def test_a_unit_without_a_bundle_has_no_group() -> None:
    assert "5:resignation" not in table().rows


def test_a_question_that_older_bundles_never_saw_counts_as_not_answered() -> None:
    counted = table()
    assert counted.base[CONTENT.key].sum() == 0
    assert counted.counts[CONTENT.key].shape == (6, 5)


def test_the_order_of_the_bundles_changes_nothing() -> None:
    closed = [bundle("1-0001", "4", 6, 2), bundle("2-0001", "5", 5, 1)]
    first, second = (accumulate(order, PARENTS, QUESTIONS) for order in (closed, closed[::-1]))
    assert first.groups == second.groups
    assert (first.counts["reasons"] == second.counts["reasons"]).all()


def test_nothing_is_closed_yet_gives_an_empty_table() -> None:
    assert accumulate([], PARENTS, QUESTIONS).groups == ()


def test_a_raw_table_does_not_show_its_values() -> None:
    counted = table()
    assert repr(counted) == str(counted) == f"{counted}" == "<Table of 6 groups and 3 questions, values hidden>"
    assert "counts" not in repr(bundle("1-0001", "4", 6, 2))


@pytest.mark.parametrize(
    ("tally", "key"),
    [
        ({"answered": 9, "counts": [0, 0, 0]}, "reasons"),
        ({"answered": 3, "counts": [4, 0, 0]}, "reasons"),
        ({"answered": 3, "counts": [-1, 0, 0]}, "reasons"),
        ({"answered": 3, "counts": [1, 0]}, "reasons"),
        ({"answered": 3, "counts": [1, 1, 0]}, "main_reason"),
        ({"answered": 3, "counts": [0, 1, 0, 1, 0]}, "satisfaction.content"),
    ],
)
def test_totals_that_cannot_be_are_refused(tally: Tally, key: str) -> None:
    with pytest.raises(ValueError, match=f"question {key}"):
        accumulate([BundleTotals("1-0001", "4", "resignation", 6, {key: tally})], PARENTS, QUESTIONS)


def test_a_bundle_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        accumulate([bundle("1-0001", "4", 6, 2)] * 2, PARENTS, QUESTIONS)


def test_a_bundle_of_an_unknown_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="unit 77"):
        accumulate([bundle("1-0001", "77", 6, 2)], PARENTS, QUESTIONS)

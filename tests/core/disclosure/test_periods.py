"""The year is a level of bundling: trends are unions of whole bundles."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.core.disclosure.organisations import PARENTS, REASONS, trees, waiting_people
from uitzicht.core.disclosure.bundles import Bundle, Waiting, close_bundles
from uitzicht.core.disclosure.tables import BundleTotals, Tally, accumulate
from uitzicht.core.disclosure.vocabulary import Parameters

YEARS = ("2019", "2020", "2021", "")


def left(count: int, unit: str, year: str, *, historical: bool = True) -> list[Waiting]:
    return [
        Waiting(f"{unit}-{year}-{n:02d}-{historical}", unit, "resignation", 0, historical, period=year)
        for n in range(count)
    ]


def closed(*people: list[Waiting]) -> list[tuple[str, str, int]]:
    closing = close_bundles([one for some in people for one in some], PARENTS, Parameters())
    return [(bundle.unit, bundle.period, bundle.size) for bundle in closing.bundles]


@st.composite
def histories(draw: st.DrawFn) -> tuple[dict[str, str | None], list[Waiting]]:
    parents = draw(trees())
    everybody = draw(waiting_people(list(parents), historical=True))
    years = draw(st.lists(st.sampled_from(YEARS), min_size=len(everybody), max_size=len(everybody)))
    return parents, [
        Waiting(p.handle, p.unit, p.stratum, 0, True, period=year) for p, year in zip(everybody, years, strict=True)
    ]


@given(histories())
def test_a_bundle_with_a_period_holds_people_of_that_period_only(
    case: tuple[dict[str, str | None], list[Waiting]],
) -> None:
    parents, everybody = case
    years = {person.handle: person.period for person in everybody}
    for bundle in close_bundles(everybody, parents, Parameters()).bundles:
        assert not bundle.period or {years[handle] for handle in bundle.members} == {bundle.period}


@given(histories())
def test_years_leave_nobody_out_of_a_stratum_with_k_people(case: tuple[dict[str, str | None], list[Waiting]]) -> None:
    parents, everybody = case
    closing = close_bundles(everybody, parents, Parameters())
    placed = [handle for bundle in closing.bundles for handle in bundle.members]
    assert Counter([*placed, *(one.handle for one in closing.waiting)]) == Counter(one.handle for one in everybody)
    people_of = Counter(person.stratum for person in everybody)
    assert all(people_of[person.stratum] < 5 for person in closing.waiting)
    assert all(bundle.size >= 5 for bundle in closing.bundles)


def test_each_year_closes_its_own_bundle_in_a_unit() -> None:
    assert closed(left(6, "4", "2019"), left(5, "4", "2020")) == [("4", "2019", 6), ("4", "2020", 5)]


def test_a_small_year_moves_up_within_its_year() -> None:
    found = closed(left(3, "4", "2019"), left(2, "5", "2019"), left(9, "2", "2020"))
    assert found == [("2", "2019", 5), ("2", "2020", 9)]


def test_what_is_left_of_a_year_joins_the_nearest_bundle_of_that_year() -> None:
    found = closed(left(5, "4", "2019"), left(2, "3", "2019"), left(5, "3", "2020"))
    assert found == [("1", "2019", 7), ("3", "2020", 5)]


def test_what_is_left_of_years_without_a_bundle_is_one_bundle_without_a_year() -> None:
    assert closed(left(3, "4", "2018"), left(2, "5", "2019"), left(5, "3", "2020")) == [
        ("1", "", 5),
        ("3", "2020", 5),
    ]


def test_too_few_of_years_without_a_bundle_join_one_that_then_has_no_year() -> None:
    assert closed(left(2, "4", "2018"), left(5, "3", "2020")) == [("1", "", 7)]


def test_they_rather_join_a_bundle_that_has_no_year_already() -> None:
    found = closed(left(2, "4", "2018"), left(5, "3", "2020"), left(8, "2", ""))
    assert found == [("1", "", 10), ("3", "2020", 5)]


def test_people_who_wait_now_do_not_close_a_bundle_with_those_of_another_year() -> None:
    now = left(3, "4", "2026", historical=False)
    closing = close_bundles([*left(3, "4", "2019"), *left(5, "2", "2019"), *now], PARENTS, Parameters())
    assert [(bundle.unit, bundle.period, bundle.size) for bundle in closing.bundles] == [("2", "2019", 8)]
    assert [(one.unit, one.waited) for one in closing.waiting] == [("4", 1)] * 3


def test_what_is_left_of_an_import_and_people_who_wait_at_the_top_close_one_bundle() -> None:
    assert closed(left(3, "4", "2019"), left(2, "1", "2026", historical=False)) == [("1", "", 5)]


def test_the_order_of_bundles_follows_unit_and_period() -> None:
    closing = close_bundles([*left(5, "4", "2021"), *left(5, "4", "2019")], PARENTS, Parameters())
    assert [bundle.period for bundle in closing.bundles] == ["2019", "2021"]


def totals(key: str, unit: str, period: str, size: int = 5) -> BundleTotals:
    return BundleTotals(key, unit, "resignation", size, {REASONS.key: Tally(answered=size, counts=[1, 0, 0])}, period)


def test_the_root_and_the_units_right_under_it_have_figures_by_period() -> None:
    table = accumulate(
        [totals("1-0001", "4", "2025"), totals("1-0002", "2", "2026", 7), totals("1-0003", "6", "")],
        PARENTS,
        (REASONS,),
    )
    by_period = {group.id: (group.size, group.bundles) for group in table.groups if group.period}
    assert by_period == {
        "1:resignation:2025": (5, ("1-0001",)),
        "1:resignation:2026": (7, ("1-0002",)),
        "2:resignation:2025": (5, ("1-0001",)),
        "2:resignation:2026": (7, ("1-0002",)),
    }
    assert {group.id for group in table.groups if not group.period} == {
        f"{unit}:resignation" for unit in ("1", "2", "3", "4", "6")
    }
    assert table.counts["reasons"][table.rows["1:resignation:2026"]].tolist() == [1, 0, 0]


def test_figures_of_all_periods_come_last_so_that_a_bundle_is_at_home_in_one_of_them() -> None:
    table = accumulate([totals("1-0001", "1", "2025")], PARENTS, (REASONS,))
    assert [group.period for group in table.groups] == ["2025", ""]


def test_a_bundle_says_who_is_known_and_of_which_period_it_is() -> None:
    bundle = Bundle("4", "resignation", ("a", "b"), ("b",), "2026")
    assert (bundle.size, bundle.others, bundle.period) == (2, 1, "2026")

"""Figures by period: exactly the bundles of that period, none withheld, and attacked together with all others."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.disclosure.brute_force import is_closed
from tests.core.disclosure.published import TICK, Json, Published, ticks
from uitzicht.core.disclosure.auditor import audit

PATIENT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
PARENTS = {"1": None, "2": "1", "3": "1", "4": "2"}
YEARS = ("2024", "2025")


def published() -> Published:
    it = Published(PARENTS, [TICK])
    it.release([("4", ticks(3, 4)), ("3", ticks(3, 3))], periods=YEARS)
    it.release([("2", ticks(4, 3)), ("3", ticks(3, 4))], periods=("2025", "2025"))
    return it


def test_figures_by_period_beside_the_others_are_green() -> None:
    it = published()
    groups = {group["id"]: group["bundles"] for group in it.documents[1]["groups"] if group["period"]}
    assert groups == {
        "1:resignation:2024": ["1-0001"],
        "2:resignation:2024": ["1-0001"],
        "1:resignation:2025": ["1-0002", "2-0001", "2-0002"],
        "3:resignation:2025": ["1-0002", "2-0002"],
        "2:resignation:2025": ["2-0001"],
    }
    assert audit(*it.evidence()).green


def test_documents_from_before_there_were_periods_stay_green() -> None:
    it = Published(PARENTS, [TICK])
    it.release([("4", ticks(3, 4))])
    for record in (*it.documents[0]["bundles"], *it.documents[0]["groups"]):
        del record["period"]
    it.release([("2", ticks(3, 4))], periods=("2026",))
    assert audit(*it.evidence()).green


def a_period_left_out(document: Json) -> None:
    gone = next(group for group in document["groups"] if group["period"] == "2024")
    document["groups"].remove(gone)
    for column in document["cells"].values():
        del column[gone["id"]]


def a_bundle_left_out(document: Json) -> None:
    group = next(one for one in document["groups"] if one["id"] == "1:resignation:2025")
    group["bundles"] = group["bundles"][1:]
    group["size"] -= 6


def a_bundle_of_another_period(document: Json) -> None:
    group = next(one for one in document["groups"] if one["id"] == "2:resignation:2024")
    group["bundles"] = [*group["bundles"], "2-0001"]
    group["size"] += 7


def a_period_too_deep(document: Json) -> None:
    document["groups"].append(
        {"id": "4:resignation:2024", "unit": "4", "stratum": "resignation", "period": "2024", "size": 7}
        | {"bundles": ["1-0001"]}
    )
    for column in document["cells"].values():
        column["4:resignation:2024"] = column["4:resignation"]


def a_bundle_of_another_year_than_its_figures(document: Json) -> None:
    document["bundles"][0]["period"] = "2023"


@pytest.mark.parametrize(
    "mutant",
    [
        a_period_left_out,
        a_bundle_left_out,
        a_bundle_of_another_period,
        a_period_too_deep,
        a_bundle_of_another_year_than_its_figures,
    ],
)
def test_a_period_that_is_not_exactly_its_bundles_turns_red(mutant: Callable[[Json], None]) -> None:
    it = published()
    mutant(it.documents[1])
    openings = audit(*it.evidence()).openings
    assert openings
    assert all(one.why.startswith("structure: ") for one in openings)


counts = st.tuples(st.integers(0, 5), st.integers(0, 5))


@PATIENT
@given(counts, st.sampled_from([("2024", "2024"), YEARS]), st.sampled_from(["3", "1"]))
def test_two_bundles_of_the_same_or_of_two_years_agree_with_enumeration(
    yes: tuple[int, int], periods: tuple[str, str], second: str
) -> None:
    it = Published({"1": None, "2": "1", "3": "1"}, [TICK])
    it.release([("2", ticks(yes[0], 5 - yes[0])), (second, ticks(yes[1], 5 - yes[1]))], periods=periods)
    assert audit(*it.evidence()).green == is_closed(it)


@PATIENT
@given(counts, st.integers(0, 2))
def test_wider_figures_of_a_period_are_never_greener_than_enumeration(yes: tuple[int, int], level: int) -> None:
    it = Published({"1": None, "2": "1", "3": "1"}, [TICK])
    name = "1:resignation:2024"
    it.release(
        [("2", ticks(yes[0], 5 - yes[0])), ("3", ticks(yes[1], 5 - yes[1]))],
        periods=("2024", "2024"),
        levels={(name, "reasons", "pay"): level},
    )
    assert is_closed(it, {(1, name): level}) or not audit(*it.evidence()).green


def test_a_later_year_cannot_make_up_for_an_earlier_one() -> None:
    """Two bundles of one unit in two years: each year is published by itself, so neither can move."""
    it = Published({"1": None, "2": "1"}, [TICK])
    it.release([("2", ticks(1, 4)), ("2", ticks(4, 1))], periods=YEARS)
    assert audit(*it.evidence()).green == is_closed(it)

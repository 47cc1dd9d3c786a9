"""The auditor against an attacker who tries every world: what it calls green no enumeration opens."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.disclosure.brute_force import is_closed
from tests.core.disclosure.published import CHOICE, SCORE, TICK, Published, choices, scores, ticks
from uitzicht.core.disclosure.auditor import audit

PATIENT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
PAIR = {"1": None, "2": "1", "3": "1"}
CHAIN = {"1": None, "2": "1"}


def _publish(question: dict[str, Any], parents: dict[str, str | None], *releases: list[Any]) -> Published:
    published = Published(parents, [question])
    for bundles in releases:
        published.release(bundles)
    return published


@pytest.mark.parametrize("people", [5, 6, 7, 8])
def test_every_tick_of_one_bundle_agrees(people: int) -> None:
    for yes in range(people + 1):
        published = _publish(TICK, {"1": None}, [("1", ticks(yes, people - yes))])
        assert audit(*published.evidence()).green == is_closed(published)


@pytest.mark.parametrize(("first", "second"), [("2", "3"), ("2", "1")])
def test_every_pair_of_tick_bundles_agrees(first: str, second: str) -> None:
    opened = 0
    for one in range(6):
        for other in range(6):
            published = _publish(TICK, PAIR, [(first, ticks(one, 5 - one)), (second, ticks(other, 5 - other))])
            closed = is_closed(published)
            assert audit(*published.evidence()).green == closed
            opened += not closed
    assert 0 < opened < 36


def test_two_releases_of_one_unit_are_never_greener_than_enumeration() -> None:
    red_only_here = 0
    for one in range(6):
        for other in range(6):
            published = _publish(TICK, CHAIN, [("2", ticks(one, 5 - one))], [("2", ticks(other, 5 - other))])
            green, closed = audit(*published.evidence()).green, is_closed(published)
            assert closed or not green
            red_only_here += closed and not green
    assert red_only_here == 0


@pytest.mark.parametrize("level", [1, 2])
def test_widened_ticks_agree(level: int) -> None:
    for one in range(6):
        for other in range(6):
            published = Published(PAIR, [TICK])
            levels = {("2:resignation", "reasons", "pay"): level}
            published.release([("2", ticks(one, 5 - one)), ("3", ticks(other, 5 - other))], levels=levels)
            closed = is_closed(published, {(1, "2:resignation"): level})
            assert audit(*published.evidence()).green == closed


@PATIENT
@given(st.lists(st.integers(1, 5), min_size=5, max_size=7), st.integers(0, 3))
def test_scores_of_one_bundle_agree(given_scores: list[int], level: int) -> None:
    published = Published({"1": None}, [SCORE])
    published.release([("1", scores(*given_scores))], levels={("1:resignation", "content", "mean"): level})
    closed = is_closed(published, {(1, "1:resignation"): level})
    assert audit(*published.evidence()).green == closed


@PATIENT
@given(st.lists(st.sampled_from(CHOICE["items"]), min_size=10, max_size=10), st.sampled_from(["3", "1"]))
def test_choices_of_two_bundles_are_never_greener_than_enumeration(chosen: list[str], second: str) -> None:
    sheets = [{"main": item} for item in chosen]
    published = _publish(CHOICE, PAIR, [("2", sheets[:5]), (second, sheets[5:])])
    assert is_closed(published) or not audit(*published.evidence()).green


@PATIENT
@given(st.lists(st.sampled_from(CHOICE["items"]), min_size=5, max_size=8))
def test_choices_of_one_bundle_agree(chosen: list[str]) -> None:
    counts = {item: chosen.count(item) for item in CHOICE["items"]}
    published = _publish(CHOICE, {"1": None}, [("1", choices(**counts))])
    assert audit(*published.evidence()).green == is_closed(published)

"""Repair attacks the same people again and again. What an earlier attack found is tried first, and checked like anything new:
worlds of a wider, harmless publication must not make a narrow one green."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.disclosure.auditor_views.viewed import Viewed
from tests.core.disclosure.published import CHOICE, SCORE
from uitzicht.core.disclosure.auditor import Memory
from uitzicht.core.disclosure.auditor.publication import Question
from uitzicht.core.disclosure.auditor.views.attack import ViewAttack

PEOPLE = 10
COLUMN = st.lists(st.sampled_from("ab"), min_size=PEOPLE, max_size=PEOPLE)
OFTEN = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
WIDE, NARROW = 3, 0


def _publish(question: Any, sheets: Any, genders: Any, ages: Any, level: int) -> Viewed:
    viewed = Viewed([question])
    people = [(sheet, {"gender": gender, "age": age}) for sheet, gender, age in zip(sheets, genders, ages, strict=True)]
    views = [(cut, value) for cut, values in (("gender", genders), ("age", ages)) for value in sorted(set(values))]
    places = ("1:resignation", "2:resignation", "3:resignation", *(f"{cut}:{one}:resignation" for cut, one in views))
    levels = {(place, question["key"], item): level for place in places for item in question["items"]}
    viewed.release([("2", people[:5]), ("3", people[5:])], views, levels=levels)
    return viewed


def _attacked(viewed: Viewed, memory: Memory) -> ViewAttack:
    documents, members, truth = viewed.base.evidence()
    attack = ViewAttack(documents, members, truth, viewed.evidence(), memory)
    attack.run([Question(one["key"], one["type"], tuple(one["items"]), False) for one in viewed.questions])
    return attack


def _agrees(question: Any, sheets: Any, genders: Any, ages: Any) -> bool:
    """Whether an attack that remembers finds open what one without memory finds open."""
    wide, narrow = (_publish(question, sheets, genders, ages, level) for level in (WIDE, NARROW))
    memory = Memory()
    _attacked(wide, memory)
    return bool(_attacked(narrow, memory).openings) == bool(_attacked(narrow, Memory()).openings)


@OFTEN
@given(st.lists(st.sampled_from(CHOICE["items"]), min_size=PEOPLE, max_size=PEOPLE), COLUMN, COLUMN)
def test_a_choice_stays_open(chosen: Any, genders: Any, ages: Any) -> None:
    assert _agrees(CHOICE, [{"main": one} for one in chosen], genders, ages)


@OFTEN
@given(st.lists(st.integers(1, 5), min_size=PEOPLE, max_size=PEOPLE), COLUMN, COLUMN)
def test_a_score_stays_open(given_scores: Any, genders: Any, ages: Any) -> None:
    assert _agrees(SCORE, [{"content": score} for score in given_scores], genders, ages)


def test_worlds_of_somewhere_else_are_no_worlds_here() -> None:
    sheets = [{"main": item} for item in (CHOICE["items"] * PEOPLE)[:PEOPLE]]
    genders, ages = "aabbaabbab", "ababababab"
    narrow = _publish(CHOICE, sheets, genders, ages, NARROW)
    fresh, memory = _attacked(narrow, Memory()), Memory()
    assert fresh.openings
    _attacked(_publish(CHOICE, sheets, genders, ages, WIDE), memory)
    for moves in memory._found.values():
        moves += [3 * move for move in moves] + [-move for move in moves]
    assert _attacked(narrow, memory).openings

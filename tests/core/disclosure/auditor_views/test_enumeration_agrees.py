"""The attack on views against an attacker who tries every world: they agree, and between a quarter and three quarters are open."""

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.disclosure.auditor_views.enumeration import is_closed
from tests.core.disclosure.auditor_views.viewed import Viewed
from tests.core.disclosure.published import CHOICE, SCORE, TICK
from uitzicht.core.disclosure.auditor.publication import Question
from uitzicht.core.disclosure.auditor.views.attack import ViewAttack

PATIENT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
PEOPLE = 10
COLUMN = st.lists(st.sampled_from("ab"), min_size=PEOPLE, max_size=PEOPLE)


def _is_green(viewed: Viewed) -> bool:
    """P2 alone: ten people are too few for P1."""
    documents, members, truth = viewed.base.evidence()
    attack = ViewAttack(documents, members, truth, viewed.evidence())
    attack.run([Question(one["key"], one["type"], tuple(one["items"]), False) for one in viewed.questions])
    assert all(one.why.startswith("value: ") for one in attack.openings)
    return not attack.openings


def _publish(
    question: Mapping[str, Any],
    sheets: Sequence[Any],
    genders: Sequence[str],
    ages: Sequence[str],
    levels: Mapping[str, int],
    *,
    late: bool = False,
) -> Viewed:
    """Ten people in two bundles, views of everybody by gender and by age; or those of age one release later."""
    viewed = Viewed([question])
    people = [(sheet, {"gender": gender, "age": age}) for sheet, gender, age in zip(sheets, genders, ages, strict=True)]
    wide = {(name, question["key"], item): level for name, level in levels.items() for item in question["items"]}
    of_gender = [("gender", value) for value in sorted(set(genders))]
    of_age = [("age", value) for value in sorted(set(ages))]
    half = len(people) // 2
    viewed.release([("2", people[:half]), ("3", people[half:])], of_gender if late else of_gender + of_age, levels=wide)
    if late:
        viewed.release([], of_age, levels=wide)
    return viewed


def _by_place(levels: Mapping[str, int]) -> dict[tuple[int, str], int]:
    return {(release, name): level for name, level in levels.items() for release in (1, 2)}


LEVELS = st.dictionaries(
    st.sampled_from(["1:resignation", "2:resignation", "3:resignation", "gender:a:resignation", "age:b:resignation"]),
    st.integers(1, 3),
)
TICKS = st.lists(st.sampled_from([["pay"], []]), min_size=PEOPLE, max_size=PEOPLE)


@PATIENT
@given(TICKS, COLUMN, COLUMN, LEVELS, st.booleans())
def test_ticks_agree(ticked: Any, genders: Any, ages: Any, levels: Any, late: bool) -> None:
    sheets = [{"reasons": one} for one in ticked]
    viewed = _publish(TICK, sheets, genders, ages, levels, late=late)
    closed = is_closed(viewed, _by_place(levels))
    assert _is_green(viewed) == closed


@PATIENT
@given(
    st.lists(st.sampled_from(CHOICE["items"]), min_size=PEOPLE, max_size=PEOPLE), COLUMN, COLUMN, LEVELS, st.booleans()
)
def test_choices_agree(chosen: Any, genders: Any, ages: Any, levels: Any, late: bool) -> None:
    viewed = _publish(CHOICE, [{"main": one} for one in chosen], genders, ages, levels, late=late)
    closed = is_closed(viewed, _by_place(levels))
    assert _is_green(viewed) == closed


@PATIENT
@given(st.lists(st.integers(1, 5), min_size=7, max_size=7), COLUMN, COLUMN, LEVELS)
def test_scores_agree(given_scores: Any, genders: Any, ages: Any, levels: Any) -> None:
    """Three people skip the question: five to the power of seven worlds are enough."""
    sheets: list[Any] = [{"content": score} for score in given_scores] + [{}] * 3
    order = [0, 1, 2, 7, 3, 4, 5, 8, 6, 9]
    viewed = _publish(SCORE, [sheets[at] for at in order], genders, ages, levels)
    closed = is_closed(viewed, _by_place(levels))
    assert _is_green(viewed) == closed


@PATIENT
@given(TICKS, COLUMN, st.sets(st.integers(0, PEOPLE - 1), max_size=3), st.sets(st.integers(0, PEOPLE - 1), max_size=3))
def test_people_who_are_gone_or_known_stay_where_they_are(ticked: Any, genders: Any, gone: Any, known: Any) -> None:
    viewed = _publish(TICK, [{"reasons": one} for one in ticked], genders, genders, {"1:resignation": 2})
    handles = list(viewed.answers)
    viewed.gone, viewed.known = {handles[at] for at in gone}, {handles[at] for at in known}
    assert _is_green(viewed) == is_closed(viewed, _by_place({"1:resignation": 2}))

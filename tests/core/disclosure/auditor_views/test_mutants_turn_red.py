"""Each rule of views broken once turns the auditor red; its twin, published as it should be, is green."""

import copy
from collections.abc import Mapping
from typing import Any

import pytest

from tests.core.disclosure.auditor_views.viewed import Viewed, crowd
from tests.core.disclosure.published import TICK, choices, ticks
from uitzicht.core.disclosure.auditor import Verdict

GENDERS = (("gender", "m"), ("gender", "w"))
Counts = tuple[int, int, int, int]
"""How many say yes: of 3 women and 7 men in unit 2, of 7 women and 3 men in unit 3."""
EITHER = {"key": "main", "type": "choice", "items": ["pay", "career"]}
SOUND: Counts = (1, 4, 4, 1)
WIDE = {("gender:w:resignation", "reasons", "pay"): 4, ("gender:m:resignation", "reasons", "pay"): 4}


def _sheets(yes: int, of: int, question: Mapping[str, Any]) -> list[Any]:
    given = ticks(yes, of - yes) if question is TICK else choices(pay=yes, career=of - yes)
    return list(given)


def _publish(counts: Counts = SOUND, question: Mapping[str, Any] = TICK, levels: Any = None) -> Viewed:
    women2, men2, women3, men3 = (_sheets(yes, of, question) for yes, of in zip(counts, (3, 7, 7, 3), strict=True))
    viewed = Viewed([question])
    second = crowd(women2 + men2, *"w" * 3, *"m" * 7)
    third = crowd(women3 + men3, *"w" * 7, *"m" * 3)
    viewed.release([("2", second), ("3", third)], GENDERS, levels=levels)
    return viewed


def _again(viewed: Viewed) -> Viewed:
    """A second release, with the same mix of people in unit 2 and 3."""
    sheets = list(ticks(2, 1)) + list(ticks(3, 4)), list(ticks(3, 4)) + list(ticks(2, 1))
    people = [crowd(sheets[0], *"w" * 3, *"m" * 7), crowd(sheets[1], *"w" * 7, *"m" * 3)]
    viewed.release([("2", people[0]), ("3", people[1])], GENDERS)
    return viewed


def _why(verdict: Verdict) -> set[str]:
    return {one.why for one in verdict.openings}


def test_the_twin_is_green() -> None:
    verdict = _publish().audit()
    assert verdict.green
    assert verdict.linear_programmes > 0
    assert _again(_publish()).audit().green


def test_views_without_evidence_are_never_green() -> None:
    assert _why(_publish().audit(views=None)) == {"structure: there are views, and no evidence to audit them by"}


def test_a_view_of_all_but_one_person_is_red() -> None:
    viewed = Viewed([TICK])
    people = crowd(list(ticks(1, 2)) + list(ticks(4, 3)), *"w" * 3, *"m" * 6, "x")
    viewed.release([("2", people), ("3", crowd(list(ticks(4, 3)) + list(ticks(1, 2)), *"w" * 7, *"m" * 3))], GENDERS)
    assert any("no witness" in why for why in _why(viewed.audit()))


def test_a_unanimous_view_shown_exactly_is_red() -> None:
    counts: Counts = (3, 3, 7, 1)
    viewed = _publish(counts, levels=WIDE)
    assert not any(why.startswith("structure") for why in _why(viewed.audit()))
    viewed.base.documents[0]["view_cells"]["reasons"]["gender:w:resignation"]["items"] = [10]
    assert "structure: a cell is not printed as its parameters say" in _why(viewed.audit())


def test_a_person_given_away_by_subtracting_a_bundle_is_red() -> None:
    """Women of unit 3 gain what women of unit 2 lose; the men of unit 3 would have to lose it, and none said yes."""
    counts: Counts = (3, 2, 3, 0)
    opened = _publish(counts).audit().openings
    assert {one.why for one in opened} == {"value: somebody in a view has no counter-world"}
    assert {(one.bundle, one.question, one.item) for one in opened} >= {("1-0001", "reasons", "pay")}
    assert {one.group for one in opened} <= {"gender:w:resignation", "gender:m:resignation"}
    assert _publish(counts, levels=WIDE).audit().green


def test_a_coalition_that_is_the_only_partner_is_red() -> None:
    """The one woman of unit 2 who said yes reads the other two: nobody else could have made up for them."""
    assert _why(_publish((1, 4, 2, 3)).audit()) == {"value: somebody in a view has no counter-world"}
    assert _publish((1, 4, 3, 2)).audit().green


def test_a_choice_whose_exchange_is_impossible_is_red() -> None:
    wide = {(f"gender:{gender}:resignation", "main", item): 4 for gender in "wm" for item in ("pay", "career")}
    assert "value: somebody in a view has no counter-world" in _why(_publish((3, 2, 3, 0), EITHER).audit())
    assert _publish((3, 2, 3, 0), EITHER, wide).audit().green


def test_a_view_that_vanishes_later_is_red() -> None:
    viewed = _again(_publish())
    document = viewed.base.documents[1]
    document["views"] = [view for view in document["views"] if view["value"] != "w"]
    del document["view_cells"]["reasons"]["gender:w:resignation"]
    assert "structure: a view is withheld" in _why(viewed.audit())


def test_somebody_in_two_views_of_a_cut_is_red() -> None:
    viewed = _publish()
    women, men = viewed.members["1-v0002"], viewed.members["1-v0001"]
    men[0] = women[0]
    assert "structure: somebody is in two view bundles of one cut" in _why(viewed.audit())


@pytest.mark.parametrize("step", [-1, 1])
def test_a_witness_off_by_one_is_red(step: int) -> None:
    viewed = _publish()
    viewed.witnesses = copy.deepcopy(viewed.found_witnesses())
    assert len(viewed.witnesses) == 2
    assert viewed.audit().green
    other = next(atom for atom in viewed.witnesses[0][1] if atom != viewed.witnesses[0][0])
    viewed.witnesses[0][1][other] += step
    assert {one.bundle for one in viewed.audit().openings} == {viewed.witnesses[0][0][0]}


def test_a_witness_that_falls_one_short_is_red() -> None:
    viewed = _publish()
    found = viewed.found_witnesses()
    short = [(atom, {one: int(steps / 2) for one, steps in exchange.items()}) for atom, exchange in found]
    viewed.witnesses = short
    assert len(viewed.audit().openings) == 2


def test_a_stale_cell_is_red() -> None:
    viewed = _again(_publish())
    viewed.base.documents[1]["view_cells"]["reasons"] = viewed.base.documents[0]["view_cells"]["reasons"]
    assert "structure: a base does not hold the true number of answers" in _why(viewed.audit())


def test_a_cell_off_by_one_is_red() -> None:
    viewed = _publish()
    viewed.base.documents[0]["view_cells"]["reasons"]["gender:w:resignation"]["items"] = [6]
    assert "structure: a cell does not hold the true value" in _why(viewed.audit())


def test_a_wrong_base_is_red() -> None:
    viewed = _publish()
    viewed.base.documents[0]["view_cells"]["reasons"]["gender:w:resignation"]["base"] = 11
    assert "structure: a base does not hold the true number of answers" in _why(viewed.audit())


def test_a_view_bundle_whose_people_are_known_is_red() -> None:
    """Ten women of whom six showed their summary: four others."""
    viewed = _publish()
    viewed.known = set(viewed.members["1-v0002"][2:8])
    expected = "structure: a view bundle has fewer than k people whose answers nobody knows"
    assert expected in _why(viewed.audit(known=None))


def test_answers_that_are_not_those_of_the_totals_are_red() -> None:
    viewed = _publish()
    evidence = viewed.evidence()
    person = viewed.members["1-v0001"][0]
    swapped = {**evidence.answers, person: {"reasons": [] if evidence.answers[person]["reasons"] else ["pay"]}}
    changed = type(evidence)(evidence.members, evidence.truth, swapped, (), evidence.witnesses)
    assert _why(viewed.audit(views=changed)) == {"structure: answers are not those of the totals"}


def test_an_answer_corrected_since_an_earlier_release_blocks_nothing_and_is_asked_about_no_more() -> None:
    viewed = _again(_publish())
    evidence, whole = viewed.evidence(), viewed.audit()
    person = viewed.members["1-v0001"][0]
    corrected = {**evidence.answers, person: {"reasons": [] if evidence.answers[person]["reasons"] else ["pay"]}}
    later = viewed.audit(views=type(evidence)(evidence.members, evidence.truth, corrected, (), evidence.witnesses))
    assert later.green
    assert later.worlds < whole.worlds


@pytest.mark.parametrize(
    ("part", "why"),
    [
        ("view_waiting", "people waiting for a view are not counted as they are"),
        ("size", "a view does not have the people of its view bundles"),
        ("cut", "a view bundle is of a cut that is not in the menu"),
        ("question", "views publish a question that is not published"),
    ],
)
def test_other_parts_are_checked(part: str, why: str) -> None:
    viewed = _publish()
    document = viewed.base.documents[0]
    if part == "view_waiting":
        document["view_waiting"] = [{"cut": "gender", "stratum": "resignation", "people": 1}]
    elif part == "size":
        document["views"][0]["size"] += 1
    elif part == "cut":
        document["cuts"] = [{"key": "age"}]
    else:
        document["view_questions"].append("another")
        document["view_cells"]["another"] = document["view_cells"]["reasons"]
    assert f"structure: {why}" in _why(viewed.audit())

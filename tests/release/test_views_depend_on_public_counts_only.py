"""Which views there are follows from public counts; answers decide only how precisely their figures are shown."""

import json
import random
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.db import transaction

from tests.cast import Cast
from tests.release.across import left_with, people
from tests.release.leavers import DAY, noon, release
from tests.world import BY
from uitzicht.history.models import PastExit
from uitzicht.release import facts
from uitzicht.release.attack import attack_everything
from uitzicht.release.models import ViewMember
from uitzicht.release.services import make_release

Answers = dict[str, Mapping[str, Any]]
Patch = pytest.MonkeyPatch
DECIDED = ("cuts", "view_questions", "view_bundles", "views", "view_waiting", "groups", "bundles", "waiting")


@pytest.fixture
def mixed(house: Cast) -> list[str]:
    """Two units with women and men in each."""
    first = left_with(people(woman=8, man=7), unit=house.techniek)
    return [*first, *left_with(people(woman=7, man=9), unit=house.kade_noord, seed=2)]


def released_with(change: Callable[[Answers], Answers], monkeypatch: Patch) -> tuple[dict[str, Any], set[Any]]:
    """Release with these answers, take it back, and return the document and who was in which view bundle."""
    read = facts.answers_of
    with monkeypatch.context() as patch, transaction.atomic():
        patch.setattr(facts, "answers_of", lambda handles: change(read(handles)))
        document = json.loads(release(DAY).document)
        members = set(ViewMember.objects.values_list("bundle__code", "handle"))
        transaction.set_rollback(True)
    return document, members


def shuffled(seed: int) -> Callable[[Answers], Answers]:
    def change(answers: Answers) -> Answers:
        handles = sorted(answers)
        others = handles[:]
        random.Random(seed).shuffle(others)
        return {handle: answers[other] for handle, other in zip(handles, others, strict=True)}

    return change


def exchanged(one: str, other: str) -> Callable[[Answers], Answers]:
    return lambda answers: answers | {one: answers[other], other: answers[one]}


@pytest.mark.usefixtures("mixed")
def test_whoever_gave_which_answers_the_same_views_close_with_the_same_people(monkeypatch: Patch) -> None:
    plain, members = released_with(lambda answers: answers, monkeypatch)
    assert {view["id"] for view in plain["views"]} >= {"gender:woman:resignation", "gender:man:resignation"}
    for seed in (1, 2):
        other, others = released_with(shuffled(seed), monkeypatch)
        assert others == members
        assert {name: other[name] for name in DECIDED} == {name: plain[name] for name in DECIDED}


@pytest.mark.usefixtures("mixed")
def test_views_are_chosen_before_any_answer_is_opened(monkeypatch: Patch) -> None:
    class Opened(Exception):
        pass

    def refuse(handles: set[str]) -> Answers:
        raise Opened

    steps: list[str] = []
    monkeypatch.setattr(facts, "answers_of", refuse)
    with pytest.raises(Opened):
        make_release(by=BY, at=noon(DAY), on=DAY, progress=lambda step, done, total: steps.append(step))
    assert steps[-2:] == ["views", "totals"]


def test_two_sheets_of_people_of_the_same_bundle_and_gender_may_change_places(
    mixed: list[str], monkeypatch: Patch
) -> None:
    answers = facts.answers_of(set(mixed))
    one, other = alike(mixed, answers, same_gender=True)
    plain, _ = released_with(lambda answers: answers, monkeypatch)
    swapped, _ = released_with(exchanged(one, other), monkeypatch)
    assert swapped == plain


def test_two_sheets_of_a_woman_and_a_man_of_one_bundle_change_their_views_and_nothing_else(
    mixed: list[str], monkeypatch: Patch
) -> None:
    """The twin that shows that the comparison can fail."""
    answers = facts.answers_of(set(mixed))
    one, other = alike(mixed, answers, same_gender=False)
    plain, _ = released_with(lambda answers: answers, monkeypatch)
    swapped, _ = released_with(exchanged(one, other), monkeypatch)
    assert swapped["cells"] == plain["cells"]
    assert swapped["view_cells"] != plain["view_cells"]


@pytest.mark.usefixtures("mixed")
def test_a_release_with_views_stays_closed_to_an_attack_afterwards() -> None:
    made = release(DAY)
    found = attack_everything()
    assert found.green
    assert found.to_json()["views"] == "audited"
    assert made.audit["views"] <= made.audit["candidate_views"]
    assert made.audit["views_widened"] <= made.audit["views_shown"]


def alike(handles: list[str], answers: Answers, *, same_gender: bool) -> tuple[str, str]:
    """Two people of one unit whose scores differ a lot."""
    rows = [row for row in PastExit.objects.order_by("id") if f"exit:{row.pk}" in handles]
    keys = [key for key in next(iter(answers.values())) if key.startswith("satisfaction.")]

    def differ(one: PastExit, other: PastExit) -> int:
        first, second = answers[f"exit:{one.pk}"], answers[f"exit:{other.pk}"]
        return sum(abs(first.get(key, 3) - second.get(key, 3)) for key in keys)

    pairs = [
        (one, other)
        for one in rows
        for other in rows
        if one.pk < other.pk and one.unit_id == other.unit_id and (one.gender == other.gender) == same_gender
    ]
    one, other = max(pairs, key=lambda pair: differ(*pair))
    return f"exit:{one.pk}", f"exit:{other.pk}"

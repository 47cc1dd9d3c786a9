"""The follow-up: its own bundles and questions, never added to what people said when they left."""

import json
from datetime import timedelta

from tests import survey
from tests.cast import Cast
from tests.release.alone import wrote_again, wrote_alone
from tests.release.leavers import DAY, QUARTER, months_later, release, spoke
from uitzicht.release import facts
from uitzicht.release.models import Bundle, Member
from uitzicht.release.proposal import propose

LATER = months_later(DAY, 2 * QUARTER)


def test_it_closes_bundles_of_its_own(house: Cast) -> None:
    alone = wrote_alone(house, 5)
    release(DAY)
    for departure in alone:
        wrote_again(departure, on=LATER - timedelta(days=4), reason=survey.codes()[0])
    made = release(LATER)
    assert [(bundle.stratum, bundle.size) for bundle in made.bundles.all()] == [("follow_up", 5)]
    assert Member.objects.count() == 10


def test_the_figures_of_leaving_stay_as_they_were(house: Cast) -> None:
    alone = wrote_alone(house, 5)
    before = json.loads(release(DAY).document)
    for departure in alone:
        wrote_again(departure, on=LATER - timedelta(days=4), reason=survey.codes()[0])
    after = json.loads(release(LATER).document)
    groups = {group["id"] for group in before["groups"]}
    for question, cells in before["cells"].items():
        assert {group: after["cells"][question][group] for group in groups} == cells
    assert after["public"]["respondents"] == after["public"]["released"] == 5


def test_the_questions_of_the_follow_up_appear_with_its_first_bundle(house: Cast) -> None:
    wrote_alone(house, 5)
    keys = {question["key"] for question in json.loads(release(DAY).document)["questions"]}
    assert not any(key.startswith("follow_up.") for key in keys)
    for interview in spoke(house, 5, left_on=DAY + timedelta(days=30)):
        wrote_again(interview.departure, on=LATER - timedelta(days=4), reason=survey.codes()[0])
    keys = {question["key"] for question in json.loads(release(LATER).document)["questions"]}
    assert {"follow_up.main_reason", "follow_up.same_main_reason", "follow_up.openness"} <= keys


def test_the_main_reason_is_compared_with_the_one_at_leaving_whoever_wrote_it_down(house: Cast) -> None:
    spoken = spoke(house, 1)[0].departure
    written = wrote_alone(house, 1)[0]
    first, *_, last = survey.codes()
    wrote_again(spoken, on=LATER, reason=first)
    wrote_again(written, on=LATER, reason=last)
    handles = {f"follow_up:{one.pk}" for one in (spoken, written)}
    answers = facts.answers_of(handles)
    assert answers[f"follow_up:{spoken.pk}"]["follow_up.same_main_reason"] == "same"
    assert answers[f"follow_up:{written.pk}"]["follow_up.same_main_reason"] == "other"
    assert answers[f"follow_up:{written.pk}"]["follow_up.return"] == "maybe"
    assert "main_reason" not in answers[f"follow_up:{written.pk}"]


def test_on_the_day_of_the_answer_it_is_not_in_yet(house: Cast) -> None:
    departure = wrote_alone(house, 1)[0]
    wrote_again(departure, on=LATER, reason=survey.codes()[0])
    assert f"follow_up:{departure.pk}" not in propose(LATER).respondents
    assert f"follow_up:{departure.pk}" in propose(LATER + timedelta(days=1)).respondents


def test_four_answers_wait(house: Cast) -> None:
    for departure in wrote_alone(house, 4):
        wrote_again(departure, on=LATER - timedelta(days=4), reason=survey.codes()[0])
    wrote_alone(house, 1)
    release(LATER)
    assert not Bundle.objects.filter(stratum="follow_up").exists()

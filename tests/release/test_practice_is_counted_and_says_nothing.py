"""Public facts on practice: counts of conversations by when and how they were held, never of what was said."""

import json
from datetime import date, timedelta

from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.release.alone import wrote_again, wrote_alone
from tests.release.leavers import DAY, LEFT, noon, spoke
from tests.world import leaving
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews.models import Answer, Interview
from uitzicht.planning.models import Appointment
from uitzicht.questionnaires.models import Item
from uitzicht.release.staff.practice import practice_facts


def test_nobody_left_gives_zeros(house: Cast) -> None:
    facts = practice_facts(DAY)
    assert (facts["since"], facts["until"]) == ("2025-02-28", "2026-02-28")
    assert facts["leavers"] == facts["offered"] == facts["held"] == facts["follow_up"]["asked"] == 0
    assert facts["when"] == {"earlier": 0, "week": 0, "later": 0, "last_day": 0}


def test_conversations_held_stand_beside_those_offered_and_those_who_left(house: Cast) -> None:
    spoke(house, 3)
    declined, _silent, cancelled = (_left(house) for _ in range(3))
    Departure.objects.filter(pk=declined.pk).update(stage=Stage.DECLINED)
    Departure.objects.filter(pk=cancelled.pk).update(stage=Stage.CANCELLED)
    facts = practice_facts(DAY)
    assert {key: facts[key] for key in ("leavers", "offered", "declined", "held", "independent", "structured")} == {
        "leavers": 5,
        "offered": 4,
        "declined": 1,
        "held": 3,
        "independent": 3,
        "structured": 3,
    }


def test_after_a_death_nobody_could_be_asked(house: Cast) -> None:
    _left(house, kind="death")
    assert practice_facts(DAY)["leavers"] == 0


def test_who_left_longer_ago_or_still_works_here_does_not_count(house: Cast) -> None:
    spoke(house, 1, left_on=date(2025, 2, 26))
    spoke(house, 1)
    assert practice_facts(DAY)["held"] == 1
    assert practice_facts(LEFT)["held"] == 0
    assert practice_facts(date(2025, 2, 28))["held"] == 1


def test_about_a_week_before_the_last_day_is_four_to_ten_days(house: Cast) -> None:
    talks = spoke(house, 6)
    for talk, days in zip(talks, (11, 10, 4, 3, 0, -2), strict=True):
        moment = noon(LEFT - timedelta(days=days))
        Appointment.objects.filter(departure=talk.departure_id).update(starts_at=moment)
    assert practice_facts(DAY)["when"] == {"earlier": 1, "week": 2, "later": 1, "last_day": 2}


def test_a_conversation_without_an_appointment_any_more_counts_when_it_was_finished(house: Cast) -> None:
    (talk,) = spoke(house, 1)
    Appointment.objects.all().delete()
    Interview.objects.filter(pk=talk.pk).update(finished_at=noon(LEFT - timedelta(days=7)))
    facts = practice_facts(DAY)
    assert facts["offered"] == facts["when"]["week"] == 1


def test_inclusion_is_asked_when_the_questionnaire_asks_it_of_people_who_leave_like_that(house: Cast) -> None:
    spoke(house, 2)
    spoke(house, 1, kind="retirement")
    assert practice_facts(DAY)["inclusion_asked"] == 3
    Item.objects.filter(part="inclusion").update(not_asked=["pensioner"])
    assert practice_facts(DAY)["inclusion_asked"] == 2
    Item.objects.filter(part="inclusion").delete()
    assert practice_facts(DAY)["inclusion_asked"] == 0


def test_interviewers_who_wrote_alone_and_follow_ups_are_counted(house: Cast) -> None:
    talks = spoke(house, 3)
    wrote_alone(house, 2)
    wrote_again(talks[0].departure, on=LEFT, reason="terms.pay")
    wrote_again(talks[1].departure, on=DAY + timedelta(days=3), reason="terms.pay")
    facts = practice_facts(DAY)
    assert (facts["interviewers"], facts["alone"]) == (3, 2)
    assert facts["follow_up"] == {"asked": 1, "answered": 1}


def test_what_was_said_changes_nothing(house: Cast) -> None:
    talks = spoke(house, 3)
    before = json.dumps(practice_facts(DAY))
    Answer.objects.all().delete()
    Interview.objects.update(sealed_reasons=None, sealed_summary=None)
    assert json.dumps(practice_facts(DAY)) == before
    assert not {str(talk.pk) for talk in talks} & set(before.split('"'))


def test_the_queries_do_not_grow_with_the_people(
    house: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    spoke(house, 6)
    wrote_alone(house, 2)
    with django_assert_max_num_queries(8):
        practice_facts(DAY)


def _left(house: Cast, *, kind: str = "resignation") -> Departure:
    return leaving(house.another_person(), on=LEFT, at=noon(LEFT - timedelta(days=25)), kind=kind)

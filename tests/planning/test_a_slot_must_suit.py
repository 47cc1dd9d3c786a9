from datetime import date, datetime, time, timedelta

import pytest

from tests.cast import NOW
from tests.departures.cases import BRUSSELS, BY, register, schedule
from uitzicht.core.refusal import Refusal
from uitzicht.departures.services import advance
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.models import RoleGrant
from uitzicht.planning.models import Appointment


def at(day, hour=14, minute=0):
    return datetime.combine(day, time(hour, minute), BRUSSELS)


@pytest.mark.parametrize(
    ("starts_at", "code"),
    [
        (at(date(2026, 3, 26)), "planning.last_day_worked"),
        (at(date(2026, 3, 27)), "planning.outside_window"),
        (at(date(2026, 3, 10), 8), "planning.in_the_past"),
        (at(date(2026, 3, 9)), "planning.in_the_past"),
        (at(date(2026, 3, 21)), "planning.no_working_day"),  # a Saturday
        (at(date(2026, 3, 19), 6), "planning.hour"),
        (at(date(2026, 3, 19), 20), "planning.hour"),
    ],
)
def test_a_moment_that_does_not_suit_is_refused(cast, starts_at, code):
    departure = register(cast.leaver)
    with pytest.raises(Refusal) as refusal:
        schedule(departure, cast, starts_at=starts_at)
    assert refusal.value.code == code
    assert not Appointment.objects.exists()


def test_too_early_is_refused(cast):
    departure = register(cast.leaver, ends_on=date(2026, 6, 30), leave_days=0)
    with pytest.raises(Refusal) as refusal:
        schedule(departure, cast, starts_at=at(date(2026, 5, 1)))
    assert refusal.value.code == "planning.outside_window"


def test_a_refusal_names_the_days_that_do_suit(cast):
    with pytest.raises(Refusal) as refusal:
        schedule(register(cast.leaver), cast, starts_at=at(date(2026, 3, 26)))
    assert "25" in str(refusal.value)
    assert "19" in str(refusal.value)


@pytest.mark.parametrize("day", [date(2026, 3, 19), date(2026, 3, 25), date(2026, 3, 11)])
def test_every_day_of_work_in_the_window_suits(cast, day):
    assert schedule(register(cast.leaver), cast, starts_at=at(day)).starts_at == at(day)


@pytest.mark.parametrize("minutes", [5, 14, 181])
def test_it_takes_a_sensible_time(cast, minutes):
    with pytest.raises(Refusal) as refusal:
        schedule(register(cast.leaver), cast, minutes=minutes)
    assert refusal.value.code == "planning.minutes"


def test_an_interviewer_with_a_tie_is_refused_without_saying_which(cast):
    RoleGrant.objects.create(user=cast.leader, role="interviewer")
    with pytest.raises(Refusal) as refusal:
        schedule(register(cast.leaver), cast, interviewer=cast.leader)
    assert refusal.value.code == "planning.interviewer_tied"
    assert "Bram Nijs" in str(refusal.value)


def test_with_nobody_independent_an_external_one_is_asked_for(cast):
    RoleGrant.objects.filter(role="interviewer").delete()
    RoleGrant.objects.create(user=cast.leader, role="interviewer")
    with pytest.raises(Refusal) as refusal:
        schedule(register(cast.leaver), cast, interviewer=cast.leader)
    assert refusal.value.code == "planning.nobody_independent"


def test_somebody_who_is_no_interviewer_is_refused(cast):
    with pytest.raises(Refusal) as refusal:
        schedule(register(cast.leaver), cast, interviewer=cast.outsider)
    assert refusal.value.code == "planning.not_an_interviewer"


@pytest.mark.parametrize(("minutes_later", "refused"), [(0, True), (30, True), (-59, True), (60, False), (-60, False)])
def test_nobody_holds_two_conversations_at_once(cast, minutes_later, refused):
    first = schedule(register(cast.colleague), cast)
    moment = first.starts_at + timedelta(minutes=minutes_later)
    departure = register(cast.leaver)
    if not refused:
        assert schedule(departure, cast, starts_at=moment)
        return
    with pytest.raises(Refusal) as refusal:
        schedule(departure, cast, starts_at=moment)
    assert refusal.value.code == "planning.interviewer_busy"


def test_after_a_death_nothing_is_planned(cast):
    departure = register(cast.leaver, kind="death")
    departure.target_on = date(2026, 3, 19)
    with pytest.raises(Refusal) as refusal:
        schedule(departure, cast)
    assert refusal.value.code == "planning.after_death"


def test_after_the_conversation_nothing_moves(cast):
    departure = register(cast.leaver)
    schedule(departure, cast)
    advance(departure, Stage.HELD, by=BY, at=NOW)
    with pytest.raises(Refusal) as refusal:
        schedule(departure, cast)
    assert refusal.value.code == "departure.stage_does_not_follow"


def test_moving_raises_the_sequence_and_keeps_the_row(cast):
    departure = register(cast.leaver)
    first = schedule(departure, cast)
    moved = schedule(departure, cast, starts_at=at(date(2026, 3, 18)))
    assert (moved.pk, moved.sequence) == (first.pk, 1)
    departure.refresh_from_db()
    assert departure.stage == Stage.PLANNED


def test_moving_within_its_own_hour_is_no_collision(cast):
    departure = register(cast.leaver)
    first = schedule(departure, cast)
    assert schedule(departure, cast, starts_at=first.starts_at + timedelta(minutes=15)).sequence == 1


def test_who_declined_can_still_be_planned(cast):
    departure = register(cast.leaver)
    advance(departure, Stage.DECLINED, by=BY, at=NOW)
    schedule(departure, cast)
    assert departure.stage == Stage.PLANNED

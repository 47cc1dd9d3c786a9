from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.cast import NOW
from tests.departures.cases import BY, register
from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.departures.services import advance, change_departure
from uitzicht.departures.vocabulary import Stage


def changed(departure, **changes):
    names = ("kind", "notified_on", "ends_on", "leave_days", "recup_days", "working_days", "destination")
    return change_departure(departure, **({n: getattr(departure, n) for n in names} | changes), by=BY, at=NOW)


def test_the_last_day_worked_and_the_window_follow_from_the_end(cast):
    departure = register(cast.leaver)
    assert departure.last_day_worked_on == date(2026, 3, 26)
    assert departure.earliest_on == NOW.date()
    assert departure.target_on == date(2026, 3, 19)
    assert departure.latest_on == date(2026, 3, 25)
    assert departure.stage == Stage.REGISTERED


def test_the_unit_is_the_one_at_exit_and_stays(cast):
    departure = register(cast.leaver)
    assert departure.unit == cast.kade_noord
    cast.leaver.positions.update(unit=cast.techniek)
    assert changed(departure, leave_days=1).unit == cast.kade_noord


def test_a_change_computes_again(cast):
    departure = changed(register(cast.leaver), ends_on=date(2026, 4, 7), leave_days=0)
    assert departure.last_day_worked_on == date(2026, 4, 7)
    assert departure.target_on == date(2026, 3, 31)


def test_public_holidays_are_no_days_of_work(cast):
    """Easter Monday, 6 April 2026, is off in Belgium: one day of leave before Tuesday 7 April is Friday 3 April."""
    assert register(cast.leaver, ends_on=date(2026, 4, 7), leave_days=1).last_day_worked_on == date(2026, 4, 3)


def test_after_a_death_there_is_no_window(cast):
    departure = register(cast.leaver, kind="death", notified_on=NOW.date(), ends_on=NOW.date(), leave_days=0)
    assert (departure.earliest_on, departure.target_on, departure.latest_on) == (None, None, None)


def test_a_departure_that_ends_today_is_registered_without_a_window(cast):
    departure = register(cast.leaver, kind="dismissal", notified_on=NOW.date(), ends_on=NOW.date(), leave_days=0)
    assert departure.last_day_worked_on == NOW.date()
    assert departure.target_on is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"ends_on": date(2026, 2, 9)}, "departure.ends_before_notice"),
        ({"notified_on": date(2019, 9, 1)}, "departure.notice_before_start"),
        ({"leave_days": 60}, "departure.leave_does_not_fit"),
    ],
)
def test_dates_that_do_not_agree_are_refused(cast, changes, code):
    register(cast.colleague)
    with pytest.raises(Refusal) as refusal:
        register(cast.leaver, **changes)
    assert refusal.value.code == code
    assert Departure.objects.count() == 1


def test_nobody_leaves_twice_at_once(cast):
    register(cast.leaver)
    with pytest.raises(Refusal) as refusal:
        register(cast.leaver)
    assert refusal.value.code == "departure.registered_already"


def test_after_a_cancelled_departure_another_can_be_registered(cast):
    advance(register(cast.leaver), Stage.CANCELLED, by=BY, at=NOW)
    assert register(cast.leaver).stage == Stage.REGISTERED


def test_a_cancelled_departure_stays_as_it_was(cast):
    departure = register(cast.leaver)
    advance(departure, Stage.CANCELLED, by=BY, at=NOW)
    with pytest.raises(Refusal) as refusal:
        changed(departure, leave_days=0)
    assert refusal.value.code == "departure.is_cancelled"


def test_somebody_without_a_position_belongs_to_no_unit(cast):
    cast.leaver.positions.all().delete()
    with pytest.raises(Refusal) as refusal:
        register(cast.leaver)
    assert refusal.value.code == "departure.no_position"


def test_the_database_itself_keeps_the_conversation_before_the_last_day(cast):
    departure = register(cast.leaver)
    departure.latest_on = departure.last_day_worked_on
    with pytest.raises(IntegrityError), transaction.atomic():
        departure.save()

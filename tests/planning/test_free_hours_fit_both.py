from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from tests.cast import NOW
from tests.departures.cases import BRUSSELS, register, schedule
from tests.planning.calendars import at, diary_of, event, ics, publishing
from uitzicht.planning.access import Access
from uitzicht.planning.availability import free_rooms, free_slots, objections
from uitzicht.planning.models import Room
from uitzicht.planning.rules import Hours, Load, best_slot, slots, week_of

DAYS = [date(2026, 3, 17), date(2026, 3, 18)]
LONG_AGO = at(1, 0)


def begins(found):
    return [f"{moment.day} {moment:%H:%M}" for moment in found]


MORNING = Hours(opens_at=time(9), closes_at=time(12))
NO_LOAD = Load()


def find(hours=MORNING, taken=(), load=NO_LOAD, after=LONG_AGO, days=DAYS, minutes=60):
    return slots(days, hours, taken, load, minutes=minutes, zone=BRUSSELS, after=after)


def test_every_hour_of_the_working_hours_that_leaves_room_for_the_talk():
    assert begins(find()) == ["17 09:00", "17 10:00", "17 11:00", "18 09:00", "18 10:00", "18 11:00"]
    assert begins(find(minutes=90, days=DAYS[:1])) == ["17 09:00", "17 10:00"]


def test_not_on_a_day_off():
    assert begins(find(Hours("1011111", time(9), time(10)))) == ["18 09:00"]


def test_not_while_something_else_goes_on():
    assert begins(find(taken=[(at(17, 9, 30), at(17, 10, 30))], days=DAYS[:1])) == ["17 11:00"]
    assert begins(find(taken=[(at(17, 10), at(17, 11))], days=DAYS[:1])) == ["17 09:00", "17 11:00"]


def test_not_in_the_past():
    assert begins(find(after=at(17, 10), days=DAYS[:1])) == ["17 11:00"]


def test_not_in_a_week_that_is_full():
    full = Load(Counter({week_of(DAYS[0]): 2}), most=2)
    assert find(load=full) == []
    assert begins(find(load=Load(Counter({week_of(DAYS[0]): 1}), most=2)))


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_hours_are_those_of_the_clock_when_it_changes(day):
    found = find(Hours("1111111", time(1), time(5)), days=[day])
    assert begins(found)[-1].endswith("04:00")
    assert all(moment.tzinfo is BRUSSELS for moment in found)


def test_the_best_hour_is_near_the_target_day_and_the_usual_hour():
    assert begins([best_slot(find(), target_on=date(2026, 3, 18), wanted=time(10))]) == ["18 10:00"]
    assert best_slot([], target_on=DAYS[0], wanted=time(10)) is None


def test_free_hours_lie_in_the_window_on_days_of_both(cast):
    departure = register(cast.leaver, working_days="1101100")
    diary_of(cast.interviewer, weekdays="1110100", opens_at=time(10), closes_at=time(12))
    found = free_slots(departure, cast.interviewer, at=NOW)
    assert {moment.weekday() for moment in found} == {0, 1, 4}
    assert {moment.time() for moment in found} == {time(10), time(11)}
    assert all(departure.earliest_on <= moment.date() < departure.last_day_worked_on for moment in found)


def test_what_another_calendar_holds_is_left_out(cast):
    departure = register(cast.leaver)
    with publishing() as publisher:
        publisher.text = ics(event(**{"DTSTART;VALUE=DATE": "20260319", "DTEND;VALUE=DATE": "20260320"}))
        diary_of(cast.interviewer, Access("ics", publisher.address))
        found = free_slots(departure, cast.interviewer, at=NOW)
    assert date(2026, 3, 19) not in {moment.date() for moment in found}
    assert date(2026, 3, 18) in {moment.date() for moment in found}


def test_a_dead_calendar_blocks_nothing(cast):
    departure = register(cast.leaver)
    diary_of(cast.interviewer, Access("ics", "http://127.0.0.1:9/x"))
    assert free_slots(departure, cast.interviewer, at=NOW)


def test_other_conversations_count_and_the_own_one_does_not(cast):
    first = register(cast.leaver)
    schedule(first, cast)  # Thursday 19 March, 14:00
    other = register(cast.another_person())
    taken = datetime(2026, 3, 19, 14, tzinfo=BRUSSELS)
    assert taken not in free_slots(other, cast.interviewer, at=NOW)
    assert taken in free_slots(first, cast.interviewer, at=NOW)
    assert taken in free_slots(other, cast.second_interviewer, at=NOW)


def test_a_week_that_is_full_offers_nothing(cast):
    diary_of(cast.interviewer, most_a_week=1)
    schedule(register(cast.leaver), cast)
    found = free_slots(register(cast.another_person()), cast.interviewer, at=NOW)
    assert found
    assert date(2026, 3, 19).isocalendar()[1] not in {moment.isocalendar()[1] for moment in found}


def test_what_speaks_against_a_typed_hour(cast):
    departure = register(cast.leaver)
    room = Room.objects.create(name="Vuurtoren", place="Gelijkvloers", weekdays="1110000")
    thursday = datetime(2026, 3, 19, 18, tzinfo=BRUSSELS)
    assert not objections(departure, cast.interviewer, starts_at=thursday, minutes=60, room=None)
    diary_of(cast.interviewer)
    found = objections(departure, cast.interviewer, starts_at=thursday, minutes=60, room=room)
    assert (found.outside_hours, found.busy, found.week_is_full, found.room_busy) == (True, False, False, True)


def test_a_room_is_free_when_it_is_open_and_nobody_talks_there(cast):
    room = Room.objects.create(name="Vuurtoren", place="Gelijkvloers")
    Room.objects.create(name="Oud", place="Kelder", in_use=False)
    appointment = schedule(register(cast.leaver), cast, room=room)
    half_past = appointment.starts_at + timedelta(minutes=30)
    assert free_rooms(half_past, 60) == [(room, False)]
    assert free_rooms(half_past, 60, besides=appointment.departure) == [(room, True)]
    assert free_rooms(timezone.localtime(half_past).replace(hour=19), 60) == [(room, False)]


def test_statements_do_not_grow_with_people(cast, django_assert_num_queries):
    from uitzicht.planning.availability import agendas

    with django_assert_num_queries(2):
        agendas([cast.interviewer], first=DAYS[0], last=DAYS[1])
    with django_assert_num_queries(2):
        agendas([cast.interviewer, cast.second_interviewer, cast.hr_lead], first=DAYS[0], last=DAYS[1])

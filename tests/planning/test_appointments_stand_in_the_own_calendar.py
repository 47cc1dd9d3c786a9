import icalendar
import pytest

from tests.cast import NOW
from tests.departures.cases import BY, register, schedule
from tests.planning.calendars import diary_of
from tests.planning.radicale import PASSWORD, USER, running
from uitzicht.planning.access import Access
from uitzicht.planning.models import InterviewerDiary
from uitzicht.planning.services import cancel_appointment, send_invitation, write_late


@pytest.fixture(scope="module")
def radicale(tmp_path_factory):
    with running(tmp_path_factory.mktemp("radicale")) as server:
        yield server


@pytest.fixture
def calendar(cast, radicale, request):
    address = radicale.calendar(request.node.name)
    diary_of(cast.interviewer, Access("caldav", address, USER, PASSWORD), keeps_appointments=True)
    return address


@pytest.fixture
def invite(django_capture_on_commit_callbacks):
    def invited(appointment):
        with django_capture_on_commit_callbacks(execute=True):
            send_invitation(appointment, by=BY, at=NOW)
        appointment.refresh_from_db()
        return appointment

    return invited


def events(radicale, address):
    return icalendar.Calendar.from_ical(radicale.events(address)).walk("VEVENT")


def test_an_invitation_writes_it(cast, radicale, calendar, invite):
    appointment = invite(schedule(register(cast.leaver), cast))
    (event,) = events(radicale, calendar)
    assert event.decoded("DTSTART") == appointment.starts_at
    assert (str(event["CLASS"]), str(event["SUMMARY"])) == ("PRIVATE", "Gesprek met Sofie Martens")
    assert appointment.written_for == cast.interviewer


def test_nobody_is_invited_by_that_calendar(cast, radicale, calendar, invite):
    invite(schedule(register(cast.leaver), cast))
    (event,) = events(radicale, calendar)
    assert "ATTENDEE" not in event
    assert "ORGANIZER" not in event


def test_a_move_replaces_it(cast, radicale, calendar, invite):
    departure = register(cast.leaver)
    first = invite(schedule(departure, cast))
    moved = schedule(departure, cast, starts_at=first.starts_at.replace(hour=10))
    invite(moved)
    (event,) = events(radicale, calendar)
    assert event.decoded("DTSTART") == moved.starts_at
    assert event["SEQUENCE"] == 1


def test_a_cancellation_takes_it_away(cast, radicale, calendar, invite, django_capture_on_commit_callbacks):
    appointment = invite(schedule(register(cast.leaver), cast))
    with django_capture_on_commit_callbacks(execute=True):
        cancel_appointment(appointment, by=BY, at=NOW)
    assert events(radicale, calendar) == []
    appointment.refresh_from_db()
    assert appointment.written_for is None


def test_it_leaves_the_calendar_of_a_former_interviewer(cast, radicale, calendar, invite):
    departure = register(cast.leaver)
    invite(schedule(departure, cast))
    invite(schedule(departure, cast, interviewer=cast.second_interviewer))
    assert events(radicale, calendar) == []


def test_a_calendar_that_does_not_answer_blocks_nothing_and_the_night_makes_up_for_it(cast, radicale, calendar, invite):
    dead = Access("caldav", "http://127.0.0.1:9/bram/", USER, PASSWORD)
    InterviewerDiary.objects.all().delete()
    diary_of(cast.interviewer, dead, keeps_appointments=True)
    appointment = invite(schedule(register(cast.leaver), cast))
    assert appointment.invited_at == NOW
    assert appointment.written_for is None
    assert write_late(at=NOW) == 0
    InterviewerDiary.objects.all().delete()
    diary_of(cast.interviewer, Access("caldav", calendar, USER, PASSWORD), keeps_appointments=True)
    assert write_late(at=NOW) == 1
    assert len(events(radicale, calendar)) == 1
    assert write_late(at=NOW) == 0


def test_who_does_not_want_it_gets_nothing_written(cast, radicale, calendar, invite):
    InterviewerDiary.objects.update(keeps_appointments=False)
    invite(schedule(register(cast.leaver), cast))
    assert events(radicale, calendar) == []

from datetime import timedelta

import icalendar
import pytest
from django.core import mail

from tests.cast import NOW
from tests.departures.cases import BY, register, schedule
from uitzicht.departures.vocabulary import Stage
from uitzicht.planning.services import cancel_appointment, send_invitation
from uitzicht.privacy.models import AuditEntry


@pytest.fixture
def invited(cast):
    appointment = schedule(register(cast.leaver), cast)
    send_invitation(appointment, by=BY, at=NOW)
    mail.outbox.clear()
    return appointment


def event_in(message):
    attached = next(content for name, content, _ in message.attachments if name == "appointment.ics")
    calendar = icalendar.Calendar.from_ical(attached)
    return str(calendar["METHOD"]), next(iter(calendar.walk("VEVENT")))


def receivers():
    return [message.to[0] for message in mail.outbox]


def test_a_move_is_sent_with_the_same_uid_and_a_higher_sequence(cast, invited):
    moved = schedule(invited.departure, cast, starts_at=invited.starts_at - timedelta(days=1))
    assert moved.invited_at is None
    send_invitation(moved, by=BY, at=NOW)
    method, event = event_in(mail.outbox[0])
    assert (method, event["SEQUENCE"]) == ("REQUEST", 1)
    assert str(event["UID"]).startswith(str(invited.pk))
    assert "verplaatst" in mail.outbox[0].body


def test_another_interviewer_takes_over_and_the_former_is_told(cast, invited):
    moved = schedule(invited.departure, cast, interviewer=cast.second_interviewer)
    send_invitation(moved, by=BY, at=NOW)
    assert receivers() == ["bram@havenlicht.example", "sofie@example.org", "ilse@havenlicht.example"]
    assert [event_in(message)[0] for message in mail.outbox] == ["CANCEL", "REQUEST", "REQUEST"]


def test_a_cancellation_takes_it_out_of_both_calendars(invited):
    cancel_appointment(invited, by=BY, at=NOW)
    assert receivers() == ["bram@havenlicht.example", "sofie@example.org"]
    for message in mail.outbox:
        method, event = event_in(message)
        assert (method, str(event["STATUS"]), event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    assert invited.departure.stage == Stage.REGISTERED
    assert AuditEntry.objects.filter(action="appointment.cancelled").count() == 1


def test_who_was_never_invited_gets_no_cancellation(cast):
    cancel_appointment(schedule(register(cast.leaver), cast), by=BY, at=NOW)
    assert not mail.outbox


def test_a_cancellation_of_a_move_that_was_not_sent_reaches_who_holds_the_earlier_one(cast, invited):
    moved = schedule(invited.departure, cast, interviewer=cast.second_interviewer)
    cancel_appointment(moved, by=BY, at=NOW)
    assert receivers() == ["bram@havenlicht.example", "sofie@example.org"]


def test_after_a_death_only_the_interviewer_hears_it(invited):
    invited.departure.kind = "death"
    invited.departure.save()
    cancel_appointment(invited, by=BY, at=NOW)
    assert receivers() == ["bram@havenlicht.example"]


def test_a_leaver_who_declines_is_not_planned_again(invited):
    cancel_appointment(invited, to=Stage.DECLINED, by=BY, at=NOW)
    invited.departure.refresh_from_db()
    assert invited.departure.stage == Stage.DECLINED


def test_an_appointment_can_be_made_again_after_a_cancellation(cast, invited):
    cancel_appointment(invited, by=BY, at=NOW)
    again = schedule(invited.departure, cast)
    assert again.cancelled_at is None
    assert again.sequence == 2

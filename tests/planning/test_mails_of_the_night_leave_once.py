from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from tests.cast import NOW
from tests.departures.cases import BRUSSELS, BY, register, schedule
from uitzicht.departures.models import Departure
from uitzicht.interviews.services import open_interview
from uitzicht.planning.models import Wish
from uitzicht.planning.services import ask_missed_again, remind_of_appointments, send_invitation
from uitzicht.questionnaires import content
from uitzicht.questionnaires.services import publish_version

NIGHT = "command line (root)"


def night(day, hour=3):
    return datetime(2026, 3, day, hour, tzinfo=BRUSSELS)


@pytest.fixture
def appointment(cast):
    """Thursday 19 March at two; Sofie was invited on the tenth."""
    found = schedule(register(cast.leaver), cast)
    send_invitation(found, by=BY, at=NOW)
    mail.outbox.clear()
    return found


def remind(day):
    return remind_of_appointments(by=NIGHT, at=night(day))


def test_the_reminder_leaves_the_day_before_and_once(appointment):
    assert [remind(17), remind(18), remind(18), remind(19)] == [0, 1, 0, 0]
    (message,) = mail.outbox
    assert message.to == ["sofie@example.org"]
    assert "Herinnering" in message.subject
    assert "/my/" in message.body
    assert not message.attachments


def test_the_working_day_before_is_that_of_the_leaver(cast):
    departure = register(cast.leaver, working_days="1001100")  # Monday, Thursday, Friday
    appointment = schedule(departure, cast, starts_at=datetime(2026, 3, 19, 14, tzinfo=BRUSSELS))
    send_invitation(appointment, by=BY, at=NOW)
    assert [remind(15), remind(16)] == [0, 1]


def test_a_night_that_was_missed_is_made_up_for(appointment):
    assert remind_of_appointments(by=NIGHT, at=night(19, 9)) == 1


def test_not_on_the_day_of_the_invitation(cast):
    appointment = schedule(register(cast.leaver), cast)
    send_invitation(appointment, by=BY, at=night(18, 2))
    assert remind(18) == 0


@pytest.mark.parametrize(
    "change",
    [{"invited_at": None}, {"cancelled_at": NOW}],
)
def test_not_without_an_invitation_that_stands(appointment, change):
    type(appointment).objects.update(**change)
    assert remind(18) == 0


def test_not_to_who_asked_for_something_else(appointment):
    Wish.objects.create(departure=appointment.departure, other_moment=True, asked_at=NOW)
    assert remind(18) == 0
    assert ask_missed_again(by=NIGHT, at=night(22)) == 0


def test_not_after_a_death(appointment):
    Departure.objects.update(kind="death")
    assert (remind(18), ask_missed_again(by=NIGHT, at=night(22))) == (0, 0)


def test_a_moved_appointment_is_reminded_of_anew(cast, appointment):
    remind(18)
    moved = schedule(
        appointment.departure, cast, starts_at=datetime(2026, 3, 20, 14, tzinfo=BRUSSELS), at=night(18, 10)
    )
    send_invitation(moved, by=BY, at=night(18, 10))
    assert remind(19) == 1


def test_one_address_that_fails_keeps_nobody_else_from_theirs(cast, appointment):
    other = schedule(register(cast.another_person()), cast, interviewer=cast.second_interviewer)
    send_invitation(other, by=BY, at=NOW)
    type(cast.leaver).objects.filter(pk=cast.leaver.pk).update(private_email="", work_email="")
    assert remind(18) == 1


def test_a_missed_conversation_is_asked_about_once_after_two_days(appointment):
    mail.outbox.clear()
    nights = [ask_missed_again(by=NIGHT, at=night(day)) for day in (20, 21, 22, 23)]
    assert nights == [0, 0, 1, 0]
    (message,) = mail.outbox
    assert message.to == ["sofie@example.org"]
    assert "hoeft niet" in message.body
    assert "Tot en met" in message.body


def test_with_no_day_left_only_writing_is_offered(appointment):
    assert ask_missed_again(by=NIGHT, at=night(28)) == 1
    assert "Tot en met" not in mail.outbox[0].body
    assert "Schrijf je liever" in mail.outbox[0].body


def test_long_ago_is_left_in_peace(appointment):
    assert ask_missed_again(by=NIGHT, at=night(19) + timedelta(days=15)) == 0


def test_who_began_the_conversation_is_not_asked(appointment):
    publish_version(content.load(1), by=BY, at=NOW)
    interview = open_interview(appointment, by=BY, at=NOW)
    type(interview).objects.update(started_at=appointment.starts_at)
    assert ask_missed_again(by=NIGHT, at=night(22)) == 0


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_both_mails_are_written_in_each_language(cast, appointment, language):
    type(cast.leaver).objects.filter(pk=cast.leaver.pk).update(language=language)
    remind(18)
    ask_missed_again(by=NIGHT, at=night(22))
    assert len(mail.outbox) == 2
    assert all("{" not in message.body and "Havenlicht" not in message.subject for message in mail.outbox)
    assert timezone.localdate(appointment.starts_at).strftime("%-d") in mail.outbox[0].subject

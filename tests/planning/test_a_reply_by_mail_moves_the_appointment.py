from email.message import EmailMessage

import pytest

from tests.cast import NOW
from tests.departures.cases import BY, register, schedule
from uitzicht.core.refusal import Refusal
from uitzicht.planning.calendar_file import uid_of
from uitzicht.planning.models import Avoided, Wish
from uitzicht.planning.queries import declined_by_interviewers, wish_of
from uitzicht.planning.services import Outcome, cancel_appointment, send_invitation, take_reply

LEAVER = "sofie@example.org"
INTERVIEWER = "bram@havenlicht.example"


@pytest.fixture
def appointment(cast):
    found = schedule(register(cast.leaver), cast)
    send_invitation(found, by=BY, at=NOW)
    return found


def reply(appointment, answer, *, of=LEAVER, sequence=None, uid=None, method="REPLY", start="20260318T090000Z"):
    return "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN",
            f"METHOD:{method}",
            "BEGIN:VEVENT",
            f'ATTENDEE;PARTSTAT={answer};CN="Sofie":MAILTO:{of}',
            f"UID:{uid or uid_of(appointment.pk)}",
            f"SEQUENCE:{appointment.sequence if sequence is None else sequence}",
            "DTSTAMP:20260310T100000Z",
            f"DTSTART:{start}",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    ).encode()


def test_the_leaver_accepts(appointment):
    assert take_reply(reply(appointment, "ACCEPTED"), at=NOW) == Outcome.LEAVER_ACCEPTED
    appointment.refresh_from_db()
    assert appointment.accepted_at == NOW


def test_a_whole_mail_is_read_too(appointment):
    message = EmailMessage()
    message["From"], message["Subject"] = LEAVER, "Accepted"
    message.set_content("Graag.")
    message.add_alternative(reply(appointment, "ACCEPTED").decode(), subtype="calendar", params={"method": "REPLY"})
    assert take_reply(message.as_bytes(), at=NOW) == Outcome.LEAVER_ACCEPTED


def test_declining_a_moment_asks_for_another_and_does_not_end_the_conversation(appointment):
    take_reply(reply(appointment, "ACCEPTED"), at=NOW)
    assert take_reply(reply(appointment, "DECLINED"), at=NOW) == Outcome.LEAVER_ASKS
    appointment.refresh_from_db()
    assert (appointment.accepted_at, appointment.stands) == (None, True)
    assert wish_of(appointment.departure).other_moment


def test_a_counter_proposes_its_moment(appointment):
    assert take_reply(reply(appointment, "TENTATIVE", method="COUNTER"), at=NOW) == Outcome.LEAVER_ASKS
    (moment,) = wish_of(appointment.departure).moments
    assert moment.isoformat() == "2026-03-18T09:00:00+00:00"


def test_a_counter_keeps_to_the_rules_and_to_who_is_avoided(cast, appointment):
    Avoided.objects.create(departure=appointment.departure, interviewer=cast.second_interviewer)
    with pytest.raises(Refusal) as refusal:
        take_reply(reply(appointment, "TENTATIVE", method="COUNTER", start="20260326T090000Z"), at=NOW)
    assert refusal.value.code == "planning.last_day_worked"
    take_reply(reply(appointment, "TENTATIVE", method="COUNTER"), at=NOW)
    assert Avoided.objects.get().interviewer == cast.second_interviewer


def test_perhaps_changes_nothing(appointment):
    assert take_reply(reply(appointment, "TENTATIVE"), at=NOW) == Outcome.LEAVER_UNDECIDED
    appointment.refresh_from_db()
    assert (appointment.accepted_at, Wish.objects.count()) == (None, 0)


@pytest.mark.parametrize(
    ("answer", "kept"), [("ACCEPTED", "accepted"), ("DECLINED", "declined"), ("TENTATIVE", "tentative")]
)
def test_what_the_interviewer_answers_is_kept(appointment, answer, kept):
    assert take_reply(reply(appointment, answer, of=INTERVIEWER), at=NOW) == Outcome.INTERVIEWER_ANSWERED
    appointment.refresh_from_db()
    assert (appointment.interviewer_answer, appointment.accepted_at) == (kept, None)


def test_a_refusal_of_the_interviewer_waits_to_be_planned_anew(appointment):
    assert not declined_by_interviewers(at=NOW)
    take_reply(reply(appointment, "DECLINED", of=INTERVIEWER), at=NOW)
    assert list(declined_by_interviewers(at=NOW)) == [appointment]
    assert not declined_by_interviewers(at=appointment.starts_at)


def test_a_new_plan_forgets_the_answer(cast, appointment):
    take_reply(reply(appointment, "DECLINED", of=INTERVIEWER), at=NOW)
    moved = schedule(appointment.departure, cast, starts_at=appointment.starts_at.replace(hour=10))
    assert moved.interviewer_answer == ""


def refused(raw):
    with pytest.raises(Refusal) as refusal:
        take_reply(raw, at=NOW)
    return refusal.value.code


def test_an_earlier_version_is_answered_in_vain(cast, appointment):
    earlier = reply(appointment, "ACCEPTED", sequence=0)
    schedule(appointment.departure, cast, starts_at=appointment.starts_at.replace(hour=10))
    assert refused(earlier) == "planning.reply_outdated"


def test_so_is_one_that_was_called_off(appointment):
    raw = reply(appointment, "ACCEPTED")
    cancel_appointment(appointment, by=BY, at=NOW)
    assert refused(raw) == "planning.reply_outdated"


@pytest.mark.parametrize("of", ["els@havenlicht.example", "mallory@example.com", ""])
def test_nobody_else_answers(appointment, of):
    assert refused(reply(appointment, "ACCEPTED", of=of)) == "planning.reply_of_a_stranger"


@pytest.mark.parametrize("raw", [b"", b"BEGIN:VCALENDAR", b"Subject: hello\n\nI come", b"\xff\xfe", b"x" * 2_000_000])
def test_anything_else_is_no_reply(cast, raw):
    assert refused(raw) == "planning.no_reply"


def test_neither_is_an_invitation_or_a_foreign_event(appointment):
    assert refused(reply(appointment, "ACCEPTED", method="REQUEST")) == "planning.no_reply"
    assert refused(reply(appointment, "ACCEPTED", uid="1@elsewhere.example")) == "planning.no_reply"
    assert refused(reply(appointment, "DELEGATED")) == "planning.no_reply"

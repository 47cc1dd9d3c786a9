from datetime import datetime, time, timedelta

import icalendar
import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone, translation

from tests.departures.cases import BRUSSELS, BY, register_from_today, schedule
from uitzicht.core.refusal import Refusal
from uitzicht.departures.services import advance
from uitzicht.departures.vocabulary import Stage
from uitzicht.planning import services
from uitzicht.planning.models import Appointment, Wish
from uitzicht.planning.queries import days_that_suit, open_wishes
from uitzicht.privacy.models import AuditEntry

LEAVER = "leaver"


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def appointment(cast, now):
    appointment = schedule(register_from_today(cast.leaver), cast, at=now)
    services.send_invitation(appointment, by=BY, at=now)
    mail.outbox.clear()
    return appointment


@pytest.fixture
def moments(appointment):
    days = days_that_suit(appointment.departure, on=timezone.localdate())
    return [datetime.combine(day, time(11), BRUSSELS) for day in days[:4]]


def ask(departure, *moments, other=False, avoid=(), at=None):
    services.ask_for(
        departure,
        proposed_at=list(moments),
        other_interviewer=other,
        avoid=list(avoid),
        by=LEAVER,
        at=at or timezone.now(),
    )


def fresh(appointment):
    return Appointment.objects.get(pk=appointment.pk)


def press(signed_in, name, departure, **data):
    return signed_in("hr_lead").post(reverse(name, args=[departure.pk]), data, follow=True)


def refusal(call, *arguments, **options):
    with pytest.raises(Refusal) as raised:
        call(*arguments, **options)
    return raised.value.code


def test_accepting_is_seen_by_hr_and_the_interviewer(signed_in, appointment, now):
    services.accept_appointment(appointment, by=LEAVER, at=now)
    services.accept_appointment(appointment, by=LEAVER, at=now)
    assert AuditEntry.objects.filter(action="appointment.accepted", by=LEAVER).count() == 1
    for who in ("hr_lead", "interviewer"):
        page = signed_in(who).get(reverse("departure", args=[appointment.departure_id]))
        assert "Accepted by Sofie" in page.content.decode()


def test_a_move_has_to_be_accepted_anew(cast, appointment, now):
    services.accept_appointment(appointment, by=LEAVER, at=now)
    moved = schedule(appointment.departure, cast, at=now, starts_at=appointment.starts_at + timedelta(hours=1))
    assert moved.accepted_at is None


def test_accepting_takes_back_what_was_asked(appointment, moments, now):
    ask(appointment.departure, moments[0])
    services.accept_appointment(appointment, by=LEAVER, at=now)
    assert not Wish.objects.exists()


def test_hr_accepts_a_proposal_with_one_press(signed_in, appointment, moments):
    ask(appointment.departure, *moments[:3])
    page = signed_in("hr_lead").get(reverse("departure", args=[appointment.departure_id])).content.decode()
    assert "Sofie proposes another time" in page
    assert page.count(reverse("wish_accept", args=[appointment.departure_id])) == 3
    press(signed_in, "wish_accept", appointment.departure, moment=moments[1].isoformat())
    after = fresh(appointment)
    assert after.starts_at == moments[1]
    assert (after.place, after.interviewer) == (appointment.place, appointment.interviewer)
    assert after.accepted_at is not None
    assert not Wish.objects.exists()


def test_the_leaver_hears_that_the_proposal_suits_with_a_new_calendar_file(signed_in, appointment, moments):
    ask(appointment.departure, moments[0])
    press(signed_in, "wish_accept", appointment.departure, moment=moments[0].isoformat())
    to_leaver, to_interviewer = mail.outbox
    assert to_leaver.to == ["sofie@example.org"]
    assert to_leaver.subject.startswith("Je voorstel past: ")
    assert "/my/" in to_leaver.body
    assert to_interviewer.to == ["bram@havenlicht.example"]
    calendar = icalendar.Calendar.from_ical(to_leaver.attachments[0][1])
    event = next(iter(calendar.walk("VEVENT")))
    assert (event.decoded("DTSTART"), event["SEQUENCE"]) == (moments[0], 1)


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
@pytest.mark.parametrize("kept", [True, False])
def test_both_answers_are_written_in_the_language_of_the_leaver(cast, appointment, moments, now, language, kept):
    person = appointment.departure.person
    person.language = language
    person.save()
    ask(appointment.departure, moments[0])
    if kept:
        services.keep_appointment(appointment.departure, by=BY, at=now)
    else:
        moved = services.accept_proposal(appointment.departure, moments[0], by=BY, at=now)
        services.send_invitation(moved, as_proposed=True, by=BY, at=now)
    message = mail.outbox[0]
    words = {"nl": "Beste", "fr": "Bonjour", "en": "Dear", "de": "Guten Tag"}
    assert message.body.startswith(f"{words[language]} Sofie")
    assert "{" not in message.subject + message.body
    assert message.reply_to == ["noor@havenlicht.example"]


def test_hr_can_keep_the_appointment_and_the_leaver_hears_it(signed_in, appointment, moments):
    ask(appointment.departure, moments[0])
    press(signed_in, "wish_keep", appointment.departure)
    assert fresh(appointment).starts_at == appointment.starts_at
    assert not Wish.objects.exists()
    assert [message.to[0] for message in mail.outbox] == ["sofie@example.org"]
    assert mail.outbox[0].subject.startswith("De afspraak blijft")


def test_a_moment_that_is_not_proposed_any_more_is_refused(appointment, moments, now):
    ask(appointment.departure, moments[0])
    code = refusal(services.accept_proposal, appointment.departure, moments[1], by=BY, at=now)
    assert code == "planning.not_proposed"
    assert Wish.objects.exists()


def test_a_proposal_at_an_hour_that_the_interviewer_has_given_away_is_refused(cast, appointment, moments, now):
    other = register_from_today(cast.another_person(unit=cast.techniek))
    schedule(other, cast, at=now, starts_at=moments[0])
    ask(appointment.departure, moments[0])
    code = refusal(services.accept_proposal, appointment.departure, moments[0], by=BY, at=now)
    assert code == "planning.interviewer_busy"
    assert fresh(appointment).starts_at == appointment.starts_at


def test_the_plan_begins_with_what_is_asked_and_answers_it(signed_in, cast, appointment, moments):
    ask(appointment.departure, moments[0], other=True)
    address = reverse("plan", args=[appointment.departure_id])
    page = signed_in("hr_lead").get(address)
    initial = page.context["form"].initial
    assert (initial["on"], initial["time"]) == (moments[0].date(), moments[0].time())
    assert initial["interviewer"] == cast.second_interviewer.pk
    assert "Sofie would rather speak with somebody else" in page.content.decode()
    schedule(appointment.departure, cast, at=timezone.now(), interviewer=cast.second_interviewer)
    assert not Wish.objects.exists()


def test_one_press_cannot_answer_a_request_for_somebody_else(signed_in, appointment, moments, now):
    ask(appointment.departure, moments[0], other=True)
    page = signed_in("hr_lead").get(reverse("departure", args=[appointment.departure_id])).content.decode()
    assert reverse("wish_accept", args=[appointment.departure_id]) not in page
    assert reverse("wish_keep", args=[appointment.departure_id]) not in page
    for service in (services.keep_appointment,):
        assert refusal(service, appointment.departure, by=BY, at=now) == "planning.needs_a_plan"
    code = refusal(services.accept_proposal, appointment.departure, moments[0], by=BY, at=now)
    assert code == "planning.needs_a_plan"


@pytest.mark.parametrize("moment", ["", "tomorrow", "2026-13-45T10:00"])
def test_what_is_no_moment_changes_nothing(signed_in, appointment, moments, moment):
    ask(appointment.departure, moments[0])
    assert press(signed_in, "wish_accept", appointment.departure, moment=moment).status_code == 200
    assert fresh(appointment).starts_at == appointment.starts_at


def test_only_moments_that_could_be_planned_can_be_proposed(appointment, moments):
    departure = appointment.departure
    last = datetime.combine(departure.last_day_worked_on, time(10), BRUSSELS)
    assert refusal(ask, departure, last) == "planning.last_day_worked"
    assert refusal(ask, departure, timezone.now() - timedelta(days=1)) == "planning.in_the_past"
    assert refusal(ask, departure, last + timedelta(days=3)) == "planning.outside_window"
    assert refusal(ask, departure, moments[0].replace(hour=6)) == "planning.hour"
    assert refusal(ask, departure, *moments[:4]) == "planning.too_many_moments"
    assert refusal(ask, departure) == "planning.nothing_asked"
    assert not Wish.objects.exists()


def test_after_the_conversation_nothing_can_be_asked(appointment, moments, now):
    advance(appointment.departure, Stage.HELD, by=BY, at=now)
    assert refusal(ask, appointment.departure, moments[0]) == "planning.talk_is_over"


def test_a_leaver_who_declines_needs_no_colleague_for_it(appointment, now):
    services.decline_conversation(appointment.departure, by=LEAVER, at=now)
    appointment.departure.refresh_from_db()
    assert appointment.departure.stage == Stage.DECLINED
    assert not fresh(appointment).stands
    to_leaver = next(message for message in mail.outbox if message.to == ["sofie@example.org"])
    assert "/my/" in to_leaver.body
    assert to_leaver.body.rstrip().endswith("Havenlicht")


def test_a_conversation_after_all_is_planned_again(signed_in, cast, appointment, now):
    departure = appointment.departure
    services.decline_conversation(departure, by=LEAVER, at=now)
    departure.refresh_from_db()
    ask(departure)
    page = signed_in("hr_lead").get(reverse("departure", args=[departure.pk])).content.decode()
    assert "Sofie would like to talk after all" in page
    assert "wants no conversation" not in page
    schedule(departure, cast, at=now)
    assert not Wish.objects.exists()


def test_open_wishes_come_oldest_first_and_only_while_they_can_be_answered(cast, appointment, moments, now):
    second = register_from_today(cast.another_person(unit=cast.techniek, first_name="Mia"))
    ask(second, at=now)
    ask(appointment.departure, moments[0], at=now - timedelta(hours=1))
    assert [wish.departure for wish in open_wishes()] == [appointment.departure, second]
    advance(second, Stage.CANCELLED, by=BY, at=now)
    assert [wish.departure for wish in open_wishes()] == [appointment.departure]


def test_more_wishes_take_no_more_statements(cast, now, django_assert_num_queries):
    for _ in range(4):
        ask(register_from_today(cast.another_person(unit=cast.techniek)), at=now)
    with django_assert_num_queries(1):
        assert len([(wish.departure.person.name, wish.moments) for wish in open_wishes()]) == 4


@pytest.mark.parametrize("who", ["interviewer", "guardian", "admin", "leader", "outsider"])
@pytest.mark.parametrize("name", ["wish_accept", "wish_keep"])
def test_only_hr_answers(signed_in, appointment, moments, who, name):
    ask(appointment.departure, moments[0])
    response = signed_in(who).post(reverse(name, args=[appointment.departure_id]), {"moment": moments[0].isoformat()})
    assert response.status_code == 404
    assert Wish.objects.exists()


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield

"""What a leaver lets the interviewer read beforehand: kept sealed, shown to whoever holds the conversation, nobody else."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests import world
from tests.cast import Cast
from tests.interviews.afterwards import held_today
from tests.interviews.setting import BRAM, HR, NOON, leaving
from uitzicht.core.refusal import Refusal
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews import queries, services
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.rules import GivenAnswer
from uitzicht.planning.models import Appointment
from uitzicht.planning.services import cancel_appointment
from uitzicht.privacy.models import AuditEntry
from uitzicht.questionnaires.content import load
from uitzicht.questionnaires.queries import current_version
from uitzicht.questionnaires.services import publish_version

SignedIn = Callable[[str], Client]
LEAVER = "leaver"
WORDS = "Kanarie-7702: te lang hetzelfde."
ANSWERS: dict[str, GivenAnswer] = {
    "content.variety": {"notes": WORDS, "score": None, "choice": None, "marks": []},
    "content.satisfaction": {"notes": "", "score": 2, "choice": None, "marks": []},
}


def keep(appointment: Appointment) -> Interview:
    return services.keep_preparation(appointment.departure, ANSWERS, by=LEAVER, at=NOON)


def test_it_is_kept_for_the_interviewer_before_the_talk_begins(appointment: Appointment) -> None:
    interview = keep(appointment)
    assert services.preparation_of(interview) == ANSWERS
    assert (interview.interviewer, interview.status, interview.started_at) == (appointment.interviewer, "open", None)
    appointment.departure.refresh_from_db()
    assert appointment.departure.stage == Stage.PLANNED


def test_the_talk_that_follows_has_it_at_hand(appointment: Appointment) -> None:
    keep(appointment)
    interview = services.open_interview(appointment, by=BRAM, at=NOON)
    assert services.preparation_of(interview) == ANSWERS
    assert interview.version == current_version()


def test_given_again_it_replaces_what_was_given_before(appointment: Appointment) -> None:
    keep(appointment)
    interview = services.keep_preparation(appointment.departure, {}, by=LEAVER, at=NOON)
    assert services.preparation_of(interview) == {}


def test_without_an_appointment_nobody_would_read_it(cast: Cast) -> None:
    publish_version(load(1), by=HR, at=NOON)
    with pytest.raises(Refusal) as refused:
        services.keep_preparation(leaving(cast.leaver), ANSWERS, by=LEAVER, at=NOON)
    assert refused.value.code == "interview.no_appointment"
    assert not Interview.objects.exists()


def test_a_cancelled_appointment_is_none(appointment: Appointment) -> None:
    cancel_appointment(appointment, by=HR, at=NOON)
    with pytest.raises(Refusal) as refused:
        keep(appointment)
    assert refused.value.code == "interview.no_appointment"


def test_once_the_talk_is_over_it_comes_too_late(interview: Interview) -> None:
    services.finish_interview(interview, by=BRAM, at=NOON)
    with pytest.raises(Refusal) as refused:
        services.keep_preparation(interview.departure, ANSWERS, by=LEAVER, at=NOON)
    assert refused.value.code == "interview.finished"


def test_it_follows_the_appointment_to_another_interviewer(cast: Cast, appointment: Appointment) -> None:
    keep(appointment)
    Appointment.objects.update(interviewer=cast.second_interviewer)
    appointment.refresh_from_db()
    interview = services.open_interview(appointment, by=BRAM, at=NOON)
    assert (interview.interviewer, services.preparation_of(interview)) == (cast.second_interviewer, ANSWERS)


def test_it_is_sealed_at_rest_and_never_in_the_trail(appointment: Appointment) -> None:
    interview = keep(appointment)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed_preparation FROM interviews_interview")
        assert b"Kanarie" not in bytes(cursor.fetchone()[0])
    line = AuditEntry.objects.get(action="preparation.shared")
    assert (line.by, line.subject, line.detail) == (LEAVER, f"interview:{interview.pk}", {})


def test_the_page_of_the_interviewer_shows_it_by_part_and_nobody_else_finds_it(
    cast: Cast, appointment: Appointment, signed_in: SignedIn
) -> None:
    keep(appointment)
    address = reverse("prepare", args=[appointment.departure_id])
    page = signed_in("interviewer").get(address).content.decode()
    assert "What Sofie lets you read beforehand" in page
    assert WORDS in page
    assert "2 / 5" in page
    for who in ("second_interviewer", "hr_lead", "leader", "guardian", "admin"):
        assert signed_in(who).get(address).status_code == 404


def test_the_page_of_a_talk_that_is_over_leads_to_its_notes(cast: Cast, signed_in: SignedIn) -> None:
    interview = held_today(cast)
    page = signed_in("interviewer").get(reverse("prepare", args=[interview.departure_id])).content.decode()
    assert "Continue the conversation" not in page
    assert reverse("summary", args=[interview.pk]) in page


def test_asked_to_erase_before_the_talk_only_the_preparation_goes(appointment: Appointment) -> None:
    interview = keep(appointment)
    assert services.erase_conversation(interview, by=LEAVER, at=NOON)
    assert services.preparation_of(Interview.objects.get()) == {}
    begun = services.open_interview(appointment, by=BRAM, at=NOON)
    assert begun.status == InterviewStatus.OPEN
    assert queries.read_sheet(begun).answers == {}


def test_nothing_to_erase_is_said(appointment: Appointment) -> None:
    interview = services.mark_prepared(appointment, by=world.BY, at=NOON)
    assert not services.erase_conversation(interview, by=LEAVER, at=NOON)

from collections.abc import Callable

import pytest

from tests.cast import Cast
from tests.interviews.setting import BRAM, HR, NOON
from uitzicht.core.refusal import Refusal
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews import services
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.planning.models import Appointment
from uitzicht.privacy.models import AuditEntry


def test_opening_twice_takes_up_the_same_conversation(appointment: Appointment) -> None:
    first = services.open_interview(appointment, by=BRAM, at=NOON)
    second = services.open_interview(appointment, by=BRAM, at=NOON)
    assert first == second
    assert Interview.objects.count() == 1
    assert AuditEntry.objects.filter(action="interview.started").count() == 1


def test_the_questions_come_in_the_language_of_the_leaver(cast: Cast, appointment: Appointment) -> None:
    cast.leaver.language = "fr"
    cast.leaver.save()
    appointment.refresh_from_db()
    assert services.open_interview(appointment, by=BRAM, at=NOON).language == "fr"


def test_preparing_moves_the_departure_once(appointment: Appointment) -> None:
    services.mark_prepared(appointment, by=BRAM, at=NOON)
    services.mark_prepared(appointment, by=BRAM, at=NOON)
    appointment.departure.refresh_from_db()
    assert appointment.departure.stage == Stage.PREPARED
    assert AuditEntry.objects.filter(action="interview.prepared").count() == 1


def test_every_opening_of_a_sheet_is_in_the_audit_trail_without_content(interview: Interview) -> None:
    services.save_answer(
        interview, "content.variety", notes="canary-7431", score=None, choice=None, revision=0, by=BRAM, at=NOON
    )
    services.open_sheet(interview, by=BRAM, at=NOON)
    services.open_sheet(interview, by=BRAM, at=NOON)
    lines = AuditEntry.objects.filter(action="interview.opened")
    assert [line.subject for line in lines] == [f"interview:{interview.pk}"] * 2
    assert all("canary" not in str(vars(line)) for line in AuditEntry.objects.all())


def test_the_time_of_a_part_never_shrinks_and_keeps_its_mark(interview: Interview) -> None:
    services.record_part(interview, "content", state="", seconds=300, by=BRAM, at=NOON)
    services.record_part(interview, "content", state="covered", seconds=0, by=BRAM, at=NOON)
    services.record_part(interview, "content", state="", seconds=200, by=BRAM, at=NOON)
    interview.refresh_from_db()
    assert interview.parts == {"content": {"state": "covered", "seconds": 300}}


def test_a_mark_made_meanwhile_is_not_lost(interview: Interview) -> None:
    stale = Interview.objects.select_related("version").get(pk=interview.pk)
    services.record_part(interview, "content", state="skipped", seconds=10, by=BRAM, at=NOON)
    services.record_part(stale, "terms", state="", seconds=20, by=BRAM, at=NOON)
    interview.refresh_from_db()
    assert interview.parts["content"]["state"] == "skipped"


def test_what_another_window_finished_takes_no_more(interview: Interview) -> None:
    stale = Interview.objects.select_related("version", "departure").get(pk=interview.pk)
    services.finish_interview(interview, by=BRAM, at=NOON)
    for change in _changes(stale):
        with pytest.raises(Refusal) as refused:
            change()
        assert refused.value.code == "interview.finished"
        stale.status = InterviewStatus.OPEN  # as loaded before the end


def test_an_unknown_part_is_refused(interview: Interview) -> None:
    with pytest.raises(Refusal) as refused:
        services.record_part(interview, "weather", state="covered", seconds=1, by=BRAM, at=NOON)
    assert refused.value.code == "interview.unknown_part"


def test_finishing_closes_the_notes_and_moves_the_departure_to_held(interview: Interview) -> None:
    services.finish_interview(interview, by=BRAM, at=NOON)
    interview.refresh_from_db()
    interview.departure.refresh_from_db()
    assert (interview.status, interview.finished_at) == (InterviewStatus.FINISHED, NOON)
    assert interview.departure.stage == Stage.HELD
    for change in _changes(interview):
        with pytest.raises(Refusal) as refused:
            change()
        assert refused.value.code == "interview.finished"


def test_a_cancelled_appointment_has_no_conversation(appointment: Appointment) -> None:
    appointment.cancelled_at = NOON
    appointment.save()
    with pytest.raises(Refusal) as refused:
        services.open_interview(appointment, by=BRAM, at=NOON)
    assert refused.value.code == "interview.appointment_cancelled"


def test_a_prepared_conversation_may_move_to_another_interviewer(cast: Cast, appointment: Appointment) -> None:
    services.mark_prepared(appointment, by=BRAM, at=NOON)
    appointment.interviewer = cast.second_interviewer
    appointment.save()
    moved = services.open_interview(appointment, by=HR, at=NOON)
    assert moved.interviewer == cast.second_interviewer
    assert moved.prepared_at is None


def test_a_conversation_that_has_begun_stays_with_its_interviewer(cast: Cast, interview: Interview) -> None:
    appointment = interview.departure.appointment
    appointment.interviewer = cast.second_interviewer
    appointment.save()
    with pytest.raises(Refusal) as refused:
        services.open_interview(appointment, by=HR, at=NOON)
    assert refused.value.code == "interview.begun_by_other"
    interview.refresh_from_db()
    assert interview.interviewer == cast.interviewer


def _changes(interview: Interview) -> tuple[Callable[[], object], ...]:
    """Everything that changes a conversation under way."""
    return (
        lambda: services.save_answer(
            interview, "content.variety", notes="x", score=None, choice=None, revision=0, by=BRAM, at=NOON
        ),
        lambda: services.save_reasons(interview, [], revision=0, by=BRAM, at=NOON),
        lambda: services.save_summary(interview, "x", revision=0, by=BRAM, at=NOON),
        lambda: services.record_part(interview, "content", state="covered", seconds=1, by=BRAM, at=NOON),
        lambda: services.finish_interview(interview, by=BRAM, at=NOON),
    )

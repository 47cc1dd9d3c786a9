"""The clocks of a conversation, from its notes to its key. Everybody here left on a Friday; the contract ends that day."""

from datetime import date, timedelta

import pytest
from cryptography.exceptions import InvalidTag

from tests.cast import Cast
from tests.release.leavers import LEFT, noon, spoke
from tests.world import BY
from uitzicht.coding import erasing, services
from uitzicht.coding.models import CodedAnswer
from uitzicht.coding.queries import coded_themes
from uitzicht.core.refusal import Refusal
from uitzicht.interviews import queries, sealing
from uitzicht.interviews import services as interviews
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.planning.models import Appointment
from uitzicht.privacy.models import AuditEntry
from uitzicht.privacy.policies import decide_policy
from uitzicht.questionnaires import content
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.questionnaires.services import publish_version

YEAR, TWO_YEARS = date(2027, 2, 27), date(2028, 2, 27)  # the last days on which notes, and answers, are kept
ONE_DAY = timedelta(days=1)
NOTES = "Kanarie-7301: geen volgende stap."


@pytest.fixture
def house(cast: Cast) -> Cast:
    publish_version(content.load(1), by=BY, at=noon(LEFT - timedelta(days=60)))
    return cast


@pytest.fixture
def interview(house: Cast) -> Interview:
    """Held, coded with a theme, not in any release."""
    (interview,) = spoke(house, 1, notes=NOTES)
    theme = [{"theme": load_codebook().themes[0].code, "sentiment": "negative"}]
    sealed = sealing.seal(interview, theme, kind="coding", item_key="content.variety")
    CodedAnswer.objects.create(interview=interview, item_key="content.variety", sealed=sealed)
    return interview


def erase_notes(on: date) -> int:
    return erasing.erase_notes(by=BY, at=noon(on))


def erase_answers(on: date, *, released: tuple[str, ...] = ()) -> tuple[int, int]:
    return erasing.erase_answers(released=released, by=BY, at=noon(on))


def log() -> list[dict[str, object]]:
    return [entry.detail for entry in AuditEntry.objects.filter(action="retention.erased").order_by("id")]


def test_notes_are_kept_until_the_last_day_of_their_period(interview: Interview) -> None:
    assert erase_notes(YEAR) == 0
    assert queries.read_sheet(interview).answers["content.variety"]["notes"] == NOTES
    assert not log()


def test_the_day_after_notes_and_summary_are_gone_and_the_rest_stays(interview: Interview) -> None:
    before, themes = queries.read_sheet(interview), coded_themes(interview)
    assert erase_notes(YEAR + ONE_DAY) == 1
    interview.refresh_from_db()
    sheet = queries.read_sheet(interview)
    assert (sheet.summary, {given["notes"] for given in sheet.answers.values()}) == ("", {""})
    scores = {key: given["score"] for key, given in before.answers.items() if given["score"] is not None}
    assert {key: given["score"] for key, given in sheet.answers.items()} == scores
    assert sheet.reasons == before.reasons
    assert coded_themes(interview) == themes
    assert sheet.revisions == {key: before.revisions[key] for key in scores}
    assert (interview.status, interview.notes_erased_on) == (InterviewStatus.CODED, YEAR + ONE_DAY)


def test_the_old_key_opens_nothing_that_is_left(interview: Interview) -> None:
    old = sealing.data_key(interview)
    erase_notes(YEAR + ONE_DAY)
    interview.refresh_from_db()
    assert sealing.data_key(interview) != old
    for kind, item, sealed in (
        *(("answer", row.item_key, row.sealed) for row in interview.answers.all()),
        *(("coding", row.item_key, row.sealed) for row in interview.coded_answers.all()),
        ("reasons", "", interview.sealed_reasons),
    ):
        with pytest.raises(InvalidTag):
            sealing.unseal(interview, sealed, kind=kind, item_key=item, key=old)


def test_notes_are_erased_once(interview: Interview) -> None:
    assert [erase_notes(YEAR + ONE_DAY), erase_notes(YEAR + 2 * ONE_DAY)] == [1, 0]
    assert log() == [{"kind": "notes", "count": 1}]


def test_answers_are_kept_until_the_last_day_of_their_period(interview: Interview) -> None:
    assert erase_answers(TWO_YEARS) == (0, 0)
    assert queries.read_sheet(interview).reasons


@pytest.mark.parametrize("with_notes", [True, False])
def test_the_day_after_the_key_and_everything_below_it_are_gone(interview: Interview, with_notes: bool) -> None:
    if not with_notes:
        erase_notes(TWO_YEARS)
    assert erase_answers(TWO_YEARS + ONE_DAY) == (1, 1)
    interview.refresh_from_db()
    assert bytes(interview.wrapped_key) == b""
    assert (interview.sealed_reasons, interview.sealed_summary, interview.parts) == (None, None, {})
    assert not interview.answers.exists()
    assert not interview.coded_answers.exists()
    assert (interview.status, interview.erased_on) == (InterviewStatus.ERASED, TWO_YEARS + ONE_DAY)
    assert interview.finished_at is not None  # that it was held stays known
    assert erase_answers(TWO_YEARS + 2 * ONE_DAY) == (0, 0)


def test_periods_follow_the_settings(interview: Interview) -> None:
    decide_policy(by=BY, at=noon(LEFT), reason="test", retention_notes_months=3, retention_answers_months=6)
    assert erase_notes(date(2026, 5, 27)) == 0
    assert erase_notes(date(2026, 5, 28)) == 1
    assert erase_answers(date(2026, 8, 27)) == (0, 0)
    assert erase_answers(date(2026, 8, 28)) == (1, 1)


def test_answers_that_no_release_used_are_counted(house: Cast) -> None:
    used, _, _ = spoke(house, 3)
    assert erase_answers(TWO_YEARS + ONE_DAY, released=(f"interview:{used.pk}",)) == (3, 2)
    assert log() == [{"kind": "answers", "count": 3, "not_used": 2}]


def test_the_deletion_log_names_nobody(interview: Interview) -> None:
    erase_notes(TWO_YEARS)
    erase_answers(TWO_YEARS + ONE_DAY)
    for entry in AuditEntry.objects.filter(action="retention.erased"):
        assert entry.subject == ""
        assert set(entry.detail) <= {"kind", "count", "not_used"}


def test_a_conversation_that_was_never_finished_is_erased_and_takes_nothing_new(interview: Interview) -> None:
    Interview.objects.update(status=InterviewStatus.OPEN, finished_at=None, coded_at=None)
    erase_notes(YEAR + ONE_DAY)
    stale = interview  # as a page has it that was opened before
    stale.status = InterviewStatus.OPEN
    with pytest.raises(Refusal) as refusal:
        interviews.save_summary(stale, "Toch nog.", revision=1, by=BY, at=noon(YEAR))
    assert refusal.value.code == "interview.notes_erased"
    assert erase_answers(TWO_YEARS + ONE_DAY) == (1, 1)


def test_answers_without_notes_may_still_be_processed(interview: Interview) -> None:
    Interview.objects.update(status=InterviewStatus.FINISHED, coded_at=None)
    interview.departure.stage = "held"
    interview.departure.save()
    erase_notes(YEAR + ONE_DAY)
    interview.refresh_from_db()
    services.finish_coding(interview, by=BY, at=noon(YEAR + ONE_DAY))
    assert interview.status == InterviewStatus.CODED


def test_a_save_under_way_uses_the_new_key(interview: Interview) -> None:
    """A page that loaded the conversation before its key was replaced does not seal with the old one."""
    Interview.objects.update(status=InterviewStatus.FINISHED, coded_at=None)
    stale = Interview.objects.get()
    erase_notes(YEAR + ONE_DAY)
    services.code_answer(stale, "content.variety", [], by=BY, at=noon(YEAR + ONE_DAY))
    assert coded_themes(Interview.objects.get())["content.variety"] == []


def test_nothing_of_an_erased_conversation_can_be_opened_or_changed(interview: Interview) -> None:
    stale = Interview.objects.get()
    erase_answers(TWO_YEARS + ONE_DAY)
    erased = Interview.objects.get()
    for attempt in (
        lambda: interviews.open_sheet(erased, by=BY, at=noon(TWO_YEARS)),
        lambda: coded_themes(erased),
        lambda: interviews.save_reasons(stale, [], revision=1, by=BY, at=noon(TWO_YEARS)),
        lambda: services.code_answer(stale, "content.variety", [], by=BY, at=noon(TWO_YEARS)),
    ):
        with pytest.raises(Refusal) as refusal:
            attempt()
        assert refusal.value.code == "interview.erased"
        assert "2028" in str(refusal.value)


def test_pages_say_when_it_was_erased(house: Cast, signed_in) -> None:
    (interview,) = spoke(house, 1, notes=NOTES)
    Interview.objects.update(interviewer=house.interviewer)
    Appointment.objects.update(interviewer=house.interviewer)
    bram = signed_in("interviewer")
    erase_notes(YEAR + ONE_DAY)
    page = bram.get(f"/interviews/{interview.pk}/content/").content.decode()
    assert "Notes and summary: erased on Sunday 28 February 2027." in page
    assert NOTES not in page
    assert "Read the answers" in bram.get("/interviews/").content.decode()
    erase_answers(TWO_YEARS + ONE_DAY)
    for address in ("content/", "reasons/", "code/"):
        answer = bram.get(f"/interviews/{interview.pk}/{address}")
        assert answer.status_code == 422
        assert "This conversation was erased on Monday 28 February 2028" in answer.content.decode()
    listed = bram.get("/interviews/").content.decode()
    assert "erased on Monday 28 February 2028" in listed
    assert f"/interviews/{interview.pk}/" not in listed

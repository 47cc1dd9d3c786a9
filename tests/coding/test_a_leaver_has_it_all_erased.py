"""What a leaver asks to erase is destroyed at once, with its key; notes that are due take summary and readers with them."""

from datetime import date, timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import connection

from tests.cast import Cast
from tests.interviews.afterwards import BESIDE
from tests.release.leavers import DAY, LEFT, noon, spoke
from tests.world import BY
from uitzicht.coding import erasing
from uitzicht.coding.models import CodedAnswer
from uitzicht.coding.queries import coded_themes
from uitzicht.core.refusal import Refusal
from uitzicht.interviews import queries, sealing, services
from uitzicht.interviews.models import Answer, Interview, InterviewStatus, SummaryShare
from uitzicht.privacy.models import AuditEntry
from uitzicht.questionnaires import content
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.questionnaires.services import publish_version
from uitzicht.release import facts, respondents

LEAVER = "leaver"
NOTES_DUE = date(2027, 2, 28)


@pytest.fixture
def interview(cast: Cast) -> Interview:
    """Held, coded, prepared by the leaver, corrected, confirmed and shared with the HR lead."""
    publish_version(content.load(1), by=BY, at=noon(LEFT - timedelta(days=60)))
    (interview,) = spoke(cast, 1, notes="Kanarie-9901")
    theme = [{"theme": load_codebook().themes[0].code, "sentiment": "negative"}]
    sealed = sealing.seal(interview, theme, kind="coding", item_key="content.variety")
    CodedAnswer.objects.create(interview=interview, item_key="content.variety", sealed=sealed)
    before = {"content.variety": {"notes": "Kanarie-9902", "score": None, "choice": None}}
    interview.sealed_preparation = sealing.seal(interview, before, kind="preparation")
    interview.save()
    services.confirm_at_table(interview, by=BY, at=noon(LEFT))
    services.correct_summary(interview, BESIDE, by=LEAVER, at=noon(LEFT))
    services.share_summary(interview, [cast.hr_lead], by=LEAVER, at=noon(LEFT))
    return interview


def erase(interview: Interview) -> bool:
    return services.erase_conversation(interview, by=LEAVER, at=noon(DAY))


def test_nothing_is_left_but_that_it_was_held(interview: Interview) -> None:
    assert erase(interview)
    left = Interview.objects.get()
    assert bytes(left.wrapped_key) == b""
    assert [left.sealed_reasons, left.sealed_summary, left.sealed_correction, left.sealed_preparation] == [None] * 4
    assert not [model.__name__ for model in (Answer, CodedAnswer, SummaryShare) if model.objects.exists()]
    assert (left.status, left.erased_on, left.parts) == (InterviewStatus.ERASED, DAY, {})
    assert left.finished_at is not None


def test_what_was_open_before_opens_no_more(interview: Interview) -> None:
    stale = Interview.objects.select_related("version", "departure").get()
    erase(interview)
    left = Interview.objects.get()
    for attempt in (
        lambda: queries.read_sheet(left),
        lambda: queries.read_summary(left),
        lambda: coded_themes(left),
        lambda: services.share_summary(stale, [], by=LEAVER, at=noon(DAY)),
        lambda: services.correct_summary(stale, "Nog iets.", by=LEAVER, at=noon(DAY)),
        lambda: services.keep_preparation(left.departure, {}, by=LEAVER, at=noon(DAY)),
    ):
        with pytest.raises(Refusal):
            attempt()


def test_no_release_reads_it_any_more(interview: Interview) -> None:
    handle = f"interview:{interview.pk}"
    assert [one.handle for one in respondents.new_respondents(DAY)] == [handle]
    erase(interview)
    assert respondents.new_respondents(DAY) == []
    assert facts.answers_of({handle}) == {}


def test_no_reader_finds_it_any_more(cast: Cast, interview: Interview) -> None:
    assert queries.shared_with(cast.hr_lead, on=DAY).exists()
    erase(interview)
    assert not queries.shared_with(cast.hr_lead, on=DAY).exists()


def test_a_talk_under_way_is_erased_too_and_takes_nothing_new(interview: Interview) -> None:
    Interview.objects.update(status=InterviewStatus.OPEN, finished_at=None, coded_at=None)
    stale = Interview.objects.get()
    assert erase(interview)
    with pytest.raises(Refusal) as refused:
        services.save_answer(
            stale, "content.variety", notes="x", score=None, choice=None, revision=1, by=BY, at=noon(DAY)
        )
    assert refused.value.code == "interview.erased"


def test_asked_twice_nothing_is_left_to_erase(interview: Interview) -> None:
    assert [erase(interview), erase(interview)] == [True, False]
    line = AuditEntry.objects.get(action="interview.erased_on_request")
    assert (line.by, line.subject, line.detail) == (LEAVER, f"interview:{interview.pk}", {})


def test_no_bytes_of_it_stay_in_the_tables(interview: Interview) -> None:
    key = sealing.data_key(interview)
    sealed = [bytes(interview.sealed_summary or b""), bytes(interview.answers.all()[0].sealed)]
    erase(interview)
    with connection.cursor() as cursor:
        for table in ("interviews_interview", "interviews_answer", "coding_codedanswer", "interviews_summaryshare"):
            cursor.execute(f"SELECT * FROM {table}")
            values = [bytes(one) for row in cursor.fetchall() for one in row if isinstance(one, bytes | memoryview)]
            assert not set(values) & {key, *sealed}


def test_with_the_notes_go_summary_correction_preparation_and_readers(cast: Cast, interview: Interview) -> None:
    old = Interview.objects.get()
    old_key = sealing.data_key(old)
    assert erasing.erase_notes(by=BY, at=noon(NOTES_DUE)) == 1
    left = Interview.objects.get()
    assert queries.read_summary(left) == queries.SummaryText(text="", correction="")
    assert services.preparation_of(left) == {}
    assert not SummaryShare.objects.exists()
    assert not queries.shared_with(cast.hr_lead, on=NOTES_DUE).exists()
    assert sealing.data_key(left) != old_key
    with pytest.raises(InvalidTag):
        sealing.unseal(old, old.sealed_summary, kind="summary", key=sealing.data_key(left))
    assert left.summary_state(NOTES_DUE) == "erased"


def test_nothing_new_is_written_once_the_notes_are_erased(cast: Cast, interview: Interview) -> None:
    erasing.erase_notes(by=BY, at=noon(NOTES_DUE))
    left = Interview.objects.get()
    for attempt in (
        lambda: services.correct_summary(left, "Nog iets.", by=LEAVER, at=noon(LEFT)),
        lambda: services.share_summary(left, [cast.hr_lead], by=LEAVER, at=noon(LEFT)),
        lambda: services.mend_summary(left, "Nog iets.", revision=1, by=BY, at=noon(LEFT)),
    ):
        with pytest.raises(Refusal) as refused:
            attempt()
        assert refused.value.code == "interview.notes_erased"


def test_marks_of_the_talk_go_with_the_notes(interview: Interview) -> None:
    answer = interview.answers.get(item_key="content.satisfaction")
    given = {"notes": "Kanarie-9903", "score": 4, "choice": None, "marks": [load_codebook().themes[0].code]}
    answer.sealed = sealing.seal(interview, given, kind="answer", item_key="content.satisfaction")
    answer.save()
    erasing.erase_notes(by=BY, at=noon(NOTES_DUE))
    kept = queries.read_sheet(Interview.objects.get()).answers["content.satisfaction"]
    assert kept == {"notes": "", "score": 4, "choice": None, "marks": []}


@pytest.mark.parametrize("how", ["notes", "everything"])
def test_the_leaver_has_no_summary_any_more(interview: Interview, how: str) -> None:
    assert interview.summary_given
    if how == "notes":
        erasing.erase_notes(by=BY, at=noon(NOTES_DUE))
    else:
        erase(interview)
    assert not Interview.objects.get().summary_given

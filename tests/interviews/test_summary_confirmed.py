"""A summary is sent, confirmed or corrected; once the leaver has it, its text stays."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.core import mail
from django.db import connection
from django.utils import translation

from tests.cast import Cast
from tests.interviews.afterwards import BESIDE, DAY, TEXT, held
from tests.interviews.setting import BRAM, NOON, talking
from uitzicht.core.refusal import Refusal
from uitzicht.departures.links import link_behind
from uitzicht.departures.vocabulary import Kind
from uitzicht.interviews import queries, services
from uitzicht.interviews.models import Interview
from uitzicht.interviews.rules import NewerText
from uitzicht.privacy.models import AuditEntry

LEAVER = "leaver"


@pytest.fixture
def interview(cast: Cast) -> Interview:
    return held(cast)


def refusal_of(change: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refused:
        change()
    return refused.value.code


def state(interview: Interview, *, days: int = 0) -> str:
    fresh = Interview.objects.get(pk=interview.pk)
    return fresh.summary_state((NOON + days * DAY).date()).value


def for_hr(interview: Interview, *, days: int = 0) -> str:
    with translation.override("en"):
        return queries.summary_state(interview.departure, on=(NOON + days * DAY).date())


def send(interview: Interview, *, days: int = 0) -> None:
    services.send_summary(interview, by=BRAM, at=NOON + days * DAY)


def correct(interview: Interview, text: str = BESIDE, *, days: int = 0) -> None:
    services.correct_summary(interview, text, by=LEAVER, at=NOON + days * DAY)


def test_a_mail_brings_the_leaver_a_fresh_link_and_nothing_of_the_text(interview: Interview) -> None:
    send(interview)
    (sent,) = mail.outbox
    assert sent.to == ["sofie@example.org"]
    assert sent.subject == "Klopt het zo?"
    assert "uiterlijk op dinsdag 31 maart" in sent.body
    assert "Kanarie" not in sent.subject + sent.body
    assert sent.reply_to == ["Bram Nijs <bram@havenlicht.example>"]
    token = sent.body.split("/my/")[1].split("/")[0]
    link = link_behind(token, on=NOON.date())
    assert link is not None
    assert link.departure == interview.departure


@pytest.mark.parametrize(
    ("language", "subject"),
    [("fr", "Est-ce bien ce que vous avez dit ?"), ("en", "Is this right?"), ("de", "Stimmt das so?")],
)
def test_the_mail_speaks_the_language_of_the_leaver(interview: Interview, language: str, subject: str) -> None:
    person = interview.departure.person
    person.language = language
    person.save()
    send(interview)
    assert mail.outbox[0].subject == subject
    assert "{" not in mail.outbox[0].body


def test_without_a_private_address_the_one_at_work_is_used(interview: Interview) -> None:
    person = interview.departure.person
    person.private_email = ""
    person.save()
    send(interview)
    assert mail.outbox[0].to == [person.work_email]


def test_without_any_address_it_says_what_to_do(interview: Interview) -> None:
    person = interview.departure.person
    person.private_email = person.work_email = ""
    person.save()
    assert refusal_of(lambda: send(interview)) == "interview.no_address"
    assert state(interview) == "unsent"
    assert not mail.outbox


def test_a_mail_server_that_is_down_leaves_the_summary_unsent(interview: Interview, monkeypatch) -> None:
    def down(*_: object, **__: object) -> int:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", down)
    assert refusal_of(lambda: send(interview)) == "interview.mail_failed"
    assert state(interview) == "unsent"
    assert not interview.departure.personal_links.exists()


def test_after_a_death_nothing_is_sent(interview: Interview) -> None:
    interview.departure.kind = Kind.DEATH
    interview.departure.save()
    assert refusal_of(lambda: send(interview)) == "interview.after_death"
    assert not mail.outbox


def test_nothing_is_sent_to_pages_that_are_closed(interview: Interview) -> None:
    assert refusal_of(lambda: send(interview, days=60)) == "interview.pages_closed"


def test_an_empty_summary_is_neither_sent_nor_confirmed(cast: Cast) -> None:
    interview = held(cast, text="")
    assert refusal_of(lambda: send(interview)) == "interview.no_summary"
    assert refusal_of(lambda: services.confirm_at_table(interview, by=BRAM, at=NOON)) == "interview.no_summary"
    assert state(interview) == "unwritten"


def test_a_talk_that_is_under_way_is_confirmed_at_the_table_and_sent_later(cast: Cast) -> None:
    interview = talking(cast)
    services.save_summary(interview, TEXT, revision=0, by=BRAM, at=NOON)
    assert refusal_of(lambda: send(interview)) == "interview.not_finished"
    services.confirm_at_table(interview, by=BRAM, at=NOON)
    assert (interview.summary_confirmed_at, interview.summary_confirmed_where) == (NOON, "table")
    late = partial(services.save_summary, interview, "Anders.", revision=1, by=BRAM, at=NOON)
    assert refusal_of(late) == "interview.summary_fixed"


def test_states_follow_the_course_and_hr_sees_less(interview: Interview) -> None:
    assert (state(interview), for_hr(interview)) == ("unsent", "not sent yet")
    send(interview)
    assert (state(interview), for_hr(interview)) == ("waiting", "waiting for confirmation")
    correct(interview)
    assert (state(interview), for_hr(interview)) == ("corrected", "waiting for confirmation")
    services.confirm_summary(interview, by=LEAVER, at=NOON + DAY)
    assert (state(interview), for_hr(interview)) == ("confirmed", "confirmed")


def test_after_fourteen_days_it_is_marked_as_not_confirmed_and_kept(interview: Interview) -> None:
    send(interview)
    assert state(interview, days=14) == "waiting"
    assert (state(interview, days=15), for_hr(interview, days=15)) == ("lapsed", "not confirmed")
    assert queries.read_summary(interview).text == TEXT


def test_a_leaver_who_is_late_may_still_confirm(interview: Interview) -> None:
    send(interview)
    services.confirm_summary(interview, by=LEAVER, at=NOON + 20 * DAY)
    assert state(interview, days=20) == "confirmed"


def test_the_correction_stands_beside_the_summary_never_over_it(interview: Interview) -> None:
    send(interview)
    correct(interview)
    read = services.open_summary_as_leaver(interview, at=NOON + DAY)
    assert (read.text, read.correction, read.confirmed_at, read.where) == (TEXT, BESIDE, None, "")
    assert read.confirm_by == (NOON + 14 * DAY).date()
    own = services.open_summary(interview, by=BRAM, at=NOON)
    assert (own.text, own.correction) == (TEXT, BESIDE)


def test_a_correction_changes_and_is_taken_back_until_the_last_day(interview: Interview) -> None:
    send(interview)
    correct(interview)
    services.confirm_summary(interview, by=LEAVER, at=NOON + DAY)
    correct(interview, "Toch anders.", days=14)
    assert queries.read_summary(interview).correction == "Toch anders."
    assert refusal_of(lambda: correct(interview, days=15)) == "interview.correction_closed"
    correct(interview, "  ", days=14)
    assert queries.read_summary(interview).correction == ""


def test_sent_again_the_days_begin_again_and_the_correction_stays(interview: Interview) -> None:
    send(interview)
    correct(interview)
    send(interview, days=10)
    assert len(mail.outbox) == 2
    assert services.open_summary_as_leaver(interview, at=NOON).confirm_by == (NOON + 24 * DAY).date()
    correct(interview, "Nog iets.", days=20)
    assert queries.read_summary(interview).correction == "Nog iets."


def test_what_is_confirmed_is_not_sent_and_not_confirmed_again(interview: Interview) -> None:
    send(interview)
    services.confirm_summary(interview, by=LEAVER, at=NOON)
    services.confirm_summary(interview, by=LEAVER, at=NOON + DAY)
    assert interview.summary_confirmed_at == NOON
    assert refusal_of(lambda: send(interview)) == "interview.summary_confirmed"
    at_table = partial(services.confirm_at_table, interview, by=BRAM, at=NOON)
    assert refusal_of(at_table) == "interview.summary_confirmed"


def test_the_leaver_reads_nothing_before_it_is_given(interview: Interview) -> None:
    for attempt in (
        lambda: services.open_summary_as_leaver(interview, at=NOON),
        lambda: services.confirm_summary(interview, by=LEAVER, at=NOON),
        lambda: correct(interview),
    ):
        assert refusal_of(attempt) == "interview.summary_not_there"


def test_the_leaver_reads_what_was_confirmed_at_the_table(interview: Interview) -> None:
    services.confirm_at_table(interview, by=BRAM, at=NOON)
    read = services.open_summary_as_leaver(interview, at=NOON + DAY)
    assert (read.text, read.where, read.confirm_by) == (TEXT, "table", (NOON + 14 * DAY).date())
    correct(interview, days=3)
    assert state(interview, days=3) == "confirmed"


def test_after_the_talk_the_text_is_mended_until_the_leaver_has_it(interview: Interview) -> None:
    assert services.mend_summary(interview, "Beter gezegd.", revision=1, by=BRAM, at=NOON) == 2
    with pytest.raises(NewerText) as newer:
        services.mend_summary(interview, "Uit een ander venster.", revision=1, by=BRAM, at=NOON)
    assert (newer.value.revision, newer.value.current) == (2, "Beter gezegd.")
    send(interview)
    mend = partial(services.mend_summary, interview, "Anders.", revision=2, by=BRAM, at=NOON)
    assert refusal_of(mend) == "interview.summary_fixed"
    assert queries.read_summary(interview).text == "Beter gezegd."


def test_a_window_that_was_open_before_the_sending_changes_nothing(interview: Interview) -> None:
    stale = Interview.objects.get(pk=interview.pk)
    send(interview)
    mend = partial(services.mend_summary, stale, "Anders.", revision=1, by=BRAM, at=NOON)
    assert refusal_of(mend) == "interview.summary_fixed"


def test_summary_and_correction_are_sealed_at_rest(interview: Interview) -> None:
    send(interview)
    correct(interview)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed_summary, sealed_correction FROM interviews_interview")
        ((summary, correction),) = cursor.fetchall()
    assert b"Kanarie" not in bytes(summary) + bytes(correction)


def test_the_trail_tells_who_did_what_and_never_what_was_said(interview: Interview) -> None:
    send(interview)
    services.open_summary_as_leaver(interview, at=NOON)
    correct(interview)
    services.confirm_summary(interview, by=LEAVER, at=NOON + timedelta(hours=1))
    lines = AuditEntry.objects.filter(action__startswith="summary.").order_by("id")
    assert [(line.action, line.by) for line in lines] == [
        ("summary.sent", BRAM),
        ("summary.opened", LEAVER),
        ("summary.corrected", LEAVER),
        ("summary.confirmed", LEAVER),
    ]
    assert "Kanarie" not in str(list(AuditEntry.objects.values_list("detail", "subject")))


def test_what_has_yet_to_be_sent_is_found_for_its_interviewer(cast: Cast, interview: Interview) -> None:
    assert list(queries.summaries_to_send(cast.interviewer)) == [interview]
    assert not queries.summaries_to_send(cast.second_interviewer)
    send(interview)
    assert not queries.summaries_to_send(cast.interviewer)

import json

import pytest
from django.utils import timezone

from tests.departures.cases import BY
from tests.portal.alone import CANARY, Alone, any_sealed, behind_a_new_link, sealed, words
from uitzicht.departures.consents import consents_of, give_consent
from uitzicht.departures.links import LEAVER
from uitzicht.departures.models import Consent
from uitzicht.departures.vocabulary import Purpose
from uitzicht.interviews import services as interviews
from uitzicht.interviews.models import Answer, Interview, InterviewStatus
from uitzicht.planning.models import Avoided, Wish
from uitzicht.portal import erasing
from uitzicht.portal.models import CardGiven, Draft, ErasureRequest, HandedIn
from uitzicht.privacy.models import AuditEntry

ADDRESS = "/my/erase/"


def erase(alone: Alone) -> None:
    assert alone.post(ADDRESS, confirmed="on")["Location"] == ADDRESS


@pytest.fixture
def handed_in(sofie: Alone) -> Alone:
    sofie.answer("content.variety", words(CANARY))
    sofie.hand_in(**{"share.content": "interviewer"})
    return sofie


def test_behind_the_link_that_handed_in_the_sheet_goes_at_once(handed_in: Alone) -> None:
    assert "The answers that you handed in, at once." in handed_in.get(ADDRESS).content.decode()
    erase(handed_in)
    assert not any_sealed()
    assert not HandedIn.objects.exists()
    assert not ErasureRequest.objects.exists()
    assert "Nobody can bring it back" in handed_in.get(ADDRESS).content.decode()


def test_behind_another_link_the_nightly_job_finds_it(handed_in: Alone) -> None:
    other = behind_a_new_link(handed_in.departure)
    assert "only that link knows which sealed answers are yours" in other.get(ADDRESS).content.decode()
    erase(other)
    assert sealed()  # this process cannot tell which sheet it is
    assert not HandedIn.objects.exists()
    assert erasing.pending() == [handed_in.departure.pk]
    assert "erased tonight" in other.get(ADDRESS).content.decode()
    erasing.fulfilled(handed_in.departure.pk, at=timezone.now())
    assert erasing.pending() == []
    assert AuditEntry.objects.filter(action="portal.erasure_fulfilled").count() == 1


def test_the_nightly_job_has_nothing_to_say_where_nothing_was_asked(sofie: Alone) -> None:
    erasing.fulfilled(sofie.departure.pk, at=timezone.now())
    assert not AuditEntry.objects.filter(action="portal.erasure_fulfilled").exists()


def test_a_draft_goes_behind_every_link(sofie: Alone) -> None:
    sofie.answer("content.variety", words(CANARY))
    erase(behind_a_new_link(sofie.departure))
    assert not Draft.objects.exists()
    assert sofie.draft["answers"] == {}


def test_a_conversation_goes_and_that_it_was_held_stays(sofie: Alone) -> None:
    at = timezone.now()
    interview = interviews.open_interview(sofie.departure.appointment, by=BY, at=at)
    interviews.save_answer(
        interview, "content.variety", notes=CANARY, score=None, choice=None, revision=0, by=BY, at=at
    )
    interviews.save_summary(interview, CANARY, revision=0, by=BY, at=at)
    assert "Everything from the conversation" in sofie.get(ADDRESS).content.decode()
    erase(sofie)
    gone = Interview.objects.get()
    assert (gone.status, gone.sealed_summary, bytes(gone.wrapped_key)) == (InterviewStatus.ERASED, None, b"")
    assert not Answer.objects.exists()


def test_before_a_conversation_only_what_was_written_beforehand_goes(handed_in: Alone) -> None:
    erase(handed_in)
    interview = Interview.objects.get()
    assert interview.sealed_preparation is None
    assert interview.status == InterviewStatus.OPEN


def test_wishes_and_consents_go(sofie: Alone, cast) -> None:
    give_consent(sofie.departure, Purpose.FOLLOW_UP, by=LEAVER, at=timezone.now())
    Wish.objects.create(departure=sofie.departure, asked_at=timezone.now())
    Avoided.objects.create(departure=sofie.departure, interviewer=cast.second_interviewer)
    erase(sofie)
    assert consents_of(sofie.departure) == set()
    assert not Consent.objects.exists()
    assert not Wish.objects.exists()
    assert not Avoided.objects.exists()


def test_the_trail_names_kinds_and_no_content(handed_in: Alone) -> None:
    erase(handed_in)
    entry = AuditEntry.objects.get(action="portal.erased")
    assert (entry.by, entry.subject) == ("leaver", f"departure:{handed_in.departure.pk}")
    assert entry.detail == {"kinds": ["sheet", "draft", "conversation"], "waits": False}
    assert "Kanarie" not in json.dumps([one.detail for one in AuditEntry.objects.all()])


def test_nothing_goes_without_the_box(handed_in: Alone) -> None:
    assert handed_in.post(ADDRESS).status_code == 422
    assert handed_in.post(ADDRESS, confirmed="no").status_code == 422
    assert any_sealed()


def test_looking_at_the_page_changes_nothing(handed_in: Alone) -> None:
    handed_in.get(ADDRESS)
    assert any_sealed()
    assert HandedIn.objects.exists()


def test_afterwards_the_leaver_may_begin_again(handed_in: Alone) -> None:
    erase(handed_in)
    handed_in.answer("content.variety", words("anders"))
    assert handed_in.hand_in().status_code == 302
    assert sealed()[0]["answers"] == {"content.variety": words("anders")}


def test_erasing_twice_says_that_nothing_was_left(sofie: Alone) -> None:
    erase(sofie)
    page = sofie.get(ADDRESS).content.decode()
    assert "There was nothing left to erase" in page


def test_a_card_cannot_be_found_and_the_page_says_so(sofie: Alone) -> None:
    CardGiven.objects.create(departure=sofie.departure)
    assert "Your card without a name" in sofie.get(ADDRESS).content.decode()
    erase(sofie)
    assert CardGiven.objects.exists()  # a second one would count twice


def test_somebody_else_keeps_everything(handed_in: Alone, cast) -> None:
    from tests.departures.cases import register_from_today

    jan = behind_a_new_link(register_from_today(cast.colleague))
    erase(jan)
    assert any_sealed()
    assert HandedIn.objects.exists()

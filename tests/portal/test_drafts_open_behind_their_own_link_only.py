import pytest
from cryptography.exceptions import InvalidTag
from django.utils import timezone

from tests.departures.cases import register_from_today
from tests.portal.alone import CANARY, Alone, behind_a_new_link, choice, score, words
from uitzicht.core.refusal import Refusal
from uitzicht.departures.links import make_link
from uitzicht.interviews.rules import NewerText
from uitzicht.portal import drafts
from uitzicht.portal.models import Draft, HandedIn
from uitzicht.privacy.models import AuditEntry


def test_what_was_written_comes_back_behind_the_same_link(sofie: Alone) -> None:
    sofie.answer("content.variety", words(CANARY))
    sofie.answer("content.satisfaction", score(2))
    sofie.reason("career.no_growth")
    draft = sofie.draft
    assert draft["answers"] == {"content.variety": words(CANARY), "content.satisfaction": score(2)}
    assert draft["reasons"] == [{"reason": "career.no_growth", "force": "push"}]
    assert (draft["version"], draft["seen"]) == (1, "content.satisfaction")


def test_the_database_holds_no_word_of_it(sofie: Alone) -> None:
    sofie.answer("content.variety", words(CANARY))
    stored = bytes(Draft.objects.get().sealed)
    assert b"Kanarie" not in stored
    assert b"content.variety" not in stored


def test_another_secret_opens_nothing(sofie: Alone) -> None:
    sofie.answer("content.variety", words(CANARY))
    with pytest.raises(InvalidTag):
        drafts.read_draft(sofie.link, "another secret of the same length as a real one..")


def test_a_draft_moved_to_another_link_does_not_open(sofie: Alone) -> None:
    sofie.answer("content.variety", words(CANARY))
    other = behind_a_new_link(sofie.departure)
    Draft.objects.update(link=other.link)
    with pytest.raises(InvalidTag):
        drafts.read_draft(other.link, sofie.secret)


def test_saving_leaves_no_line_in_the_audit_trail(sofie: Alone) -> None:
    before = AuditEntry.objects.count()
    sofie.answer("content.variety", words(CANARY))
    assert AuditEntry.objects.count() == before


def test_a_save_from_an_older_revision_is_refused_and_shows_what_is_stored(sofie: Alone) -> None:
    first = sofie.answer("content.variety", words("on the phone"))
    sofie.answer("content.variety", words("on the laptop"), revision=first)
    with pytest.raises(NewerText) as newer:
        sofie.answer("content.variety", words("on the phone again"), revision=first)
    assert (newer.value.revision, newer.value.current) == (2, words("on the laptop"))
    assert sofie.draft["answers"]["content.variety"] == words("on the laptop")


def test_two_devices_that_answer_two_questions_do_not_meet(sofie: Alone) -> None:
    assert sofie.answer("content.variety", words("here")) == 1
    assert sofie.answer("content.learning", words("there")) == 1


def test_a_save_that_is_sent_twice_is_no_conflict(sofie: Alone) -> None:
    assert sofie.answer("content.variety", words("once")) == 1
    assert sofie.answer("content.variety", words("once")) == 1


def test_what_the_question_does_not_offer_is_refused(sofie: Alone) -> None:
    for item, given in (("content.satisfaction", score(6)), ("content.change", choice("burn it down"))):
        with pytest.raises(Refusal) as refusal:
            sofie.answer(item, given)
        assert refusal.value.code == "portal.answer_not_offered"
    with pytest.raises(Refusal) as refusal:
        sofie.answer("content.unheard_of", words("?"))
    assert refusal.value.code == "interview.unknown_question"


def test_nothing_is_written_after_handing_in(sofie: Alone) -> None:
    HandedIn.objects.create(departure=sofie.departure, on=timezone.localdate())
    with pytest.raises(Refusal) as refusal:
        sofie.answer("content.variety", words(CANARY))
    assert refusal.value.code == "portal.handed_in"


def test_a_newer_link_takes_along_what_was_begun(sofie: Alone) -> None:
    sofie.answer("content.variety", words(CANARY))
    other = behind_a_new_link(sofie.departure)
    drafts.carry_over(sofie.secret, sofie.link, other.secret, other.link)
    assert other.draft["answers"] == {"content.variety": words(CANARY)}
    assert Draft.objects.get(link=sofie.link).sealed is None
    assert drafts.begun_elsewhere(other.link) is None


def test_two_drafts_become_one_and_nothing_is_lost(sofie: Alone) -> None:
    other = behind_a_new_link(sofie.departure)
    sofie.answer("content.variety", words("older"))
    sofie.answer("content.learning", words("only there"))
    sofie.answer("content.satisfaction", score(2))
    other.answer("content.variety", words("newer"))
    other.answer("content.satisfaction", score(4))
    drafts.carry_over(sofie.secret, sofie.link, other.secret, other.link)
    assert other.draft["answers"] == {
        "content.variety": words("newer\n\nolder"),
        "content.learning": words("only there"),
        "content.satisfaction": score(4),
    }
    with pytest.raises(NewerText):  # a page that was open meanwhile does not write over it
        other.answer("content.variety", words("newer still"), revision=1)


def test_nothing_is_carried_from_somebody_else(sofie: Alone, cast) -> None:
    sofie.answer("content.variety", words(CANARY))
    jan = behind_a_new_link(register_from_today(cast.colleague))
    drafts.carry_over(sofie.secret, sofie.link, jan.secret, jan.link)
    assert jan.draft["answers"] == {}
    assert sofie.draft["answers"]


def test_the_page_names_the_mail_whose_link_opens_what_was_begun(sofie: Alone) -> None:
    sofie.answer("content.variety", words(CANARY))
    other = behind_a_new_link(sofie.departure)
    page = other.get("/my/questions/").content.decode()
    assert "You began behind another link" in page
    assert CANARY not in page
    assert "You began behind another link" not in sofie.get("/my/questions/").content.decode()


def test_opening_the_door_with_a_newer_link_takes_the_draft_along(sofie: Alone) -> None:
    sofie.answer("content.variety", words(CANARY))
    address = make_link(sofie.departure, at=timezone.now()).removeprefix("http://127.0.0.1:8000")
    sofie.post(address)
    page = sofie.get("/my/questions/content/", question=1)
    assert CANARY in page.content.decode()


def test_an_expired_link_takes_its_draft_along(sofie: Alone) -> None:
    sofie.answer("content.variety", words(CANARY))
    sofie.link.delete()
    assert not Draft.objects.exists()

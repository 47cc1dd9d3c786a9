import json
import logging

import pytest
from django.core import mail
from django.utils import timezone

from tests.departures.cases import BY
from tests.portal.alone import CANARY, Alone, any_sealed, behind_a_new_link, choice, score, sealed, words
from uitzicht.departures.services import advance
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews.models import Interview
from uitzicht.interviews.services.preparation import preparation_of
from uitzicht.planning.models import Appointment
from uitzicht.portal import drafts
from uitzicht.portal.models import Draft, ErasureRequest, HandedIn
from uitzicht.privacy.models import AuditEntry, SealedSheet

ADDRESS = "/my/questions/hand-in/"


@pytest.fixture
def written(sofie: Alone) -> Alone:
    sofie.answer("content.variety", words(CANARY))
    sofie.answer("content.satisfaction", score(2))
    sofie.answer("content.change", choice("improve"))
    sofie.answer("content.learning", words("  "))
    sofie.answer("relations.manager", words("Rustig."))
    sofie.reason("career.no_growth")
    return sofie


def test_everything_that_says_something_is_in_one_sealed_sheet(written: Alone) -> None:
    assert written.hand_in()["Location"] == "/my/questions/"
    assert sealed() == [
        {
            "departure": str(written.departure.pk),
            "version": 1,
            "answers": {
                "content.variety": words(CANARY),
                "content.satisfaction": score(2),
                "content.change": choice("improve"),
                "relations.manager": words("Rustig."),
            },
            "reasons": [{"reason": "career.no_growth", "force": "push"}],
            "themes": {},
        }
    ]


def test_the_row_of_the_sheet_names_nobody(written: Alone) -> None:
    written.hand_in()
    sheet = SealedSheet.objects.get()
    assert (sheet.source, sheet.kept_until.year) == ("own", written.departure.ends_on.year + 2)
    assert b"Kanarie" not in bytes(sheet.sealed)
    assert str(written.departure.pk).encode() not in bytes(sheet.sealed)


def test_the_draft_is_destroyed_and_no_page_shows_it_again(written: Alone) -> None:
    written.hand_in()
    draft = Draft.objects.get()
    assert draft.sealed is None
    for address in ("/my/questions/", "/my/data/", "/my/data.txt", "/my/data.json", ADDRESS):
        answer = written.browser.get(address, follow=True)
        assert CANARY not in answer.content.decode()


def test_only_the_link_that_handed_in_can_point_to_its_sheet(written: Alone) -> None:
    written.hand_in()
    other = behind_a_new_link(written.departure)
    assert drafts.handle_behind(written.link, written.secret) == SealedSheet.objects.get().pk
    assert drafts.handle_behind(other.link, other.secret) is None


def test_drafts_behind_other_links_go_too(written: Alone) -> None:
    other = behind_a_new_link(written.departure)
    other.answer("content.variety", words("elsewhere"))
    assert "is erased when you hand in" in written.get(ADDRESS).content.decode()
    written.hand_in()
    assert list(Draft.objects.values_list("link", flat=True)) == [written.link.pk]


def test_that_and_on_which_day_is_all_that_hr_learns(written: Alone) -> None:
    written.hand_in()
    assert HandedIn.objects.get().on == timezone.localdate()
    entry = AuditEntry.objects.get(action="portal.handed_in")
    assert (entry.by, entry.subject, entry.detail) == ("leaver", f"departure:{written.departure.pk}", {})


def test_by_default_nobody_reads_it_beforehand(written: Alone) -> None:
    written.hand_in()
    assert not Interview.objects.exists()
    assert "can be read by your interviewer" not in written.get("/my/questions/").content.decode()


def test_a_part_that_the_leaver_chose_goes_to_the_interviewer(written: Alone) -> None:
    page = written.get(ADDRESS).content.decode()
    assert "Bram Nijs may read a part" in page
    assert "If somebody else takes over the conversation, that person reads it instead." in page
    written.hand_in(**{"share.content": "interviewer"})
    given = preparation_of(Interview.objects.get())
    assert set(given) == {"content.variety", "content.satisfaction", "content.change"}
    assert given["content.variety"]["notes"] == CANARY
    assert "can be read by your interviewer" in written.get("/my/questions/").content.decode()
    assert len(sealed()[0]["answers"]) == 4  # for the figures all of it counts


@pytest.mark.parametrize("how", ["held", "cancelled"])
def test_without_a_conversation_ahead_sharing_is_not_offered_and_refused(written: Alone, how: str) -> None:
    if how == "held":
        advance(written.departure, Stage.HELD, by=BY, at=timezone.now())
    else:
        Appointment.objects.update(cancelled_at=timezone.now())
    assert "My interviewer may read this" not in written.get(ADDRESS).content.decode()
    refused = written.hand_in(**{"share.content": "interviewer"})
    assert refused.status_code == 422
    assert "portal.nobody_prepares" in refused.content.decode()
    assert not any_sealed()
    assert written.hand_in().status_code == 302


def test_nothing_is_handed_in_without_the_box(written: Alone) -> None:
    assert written.hand_in(confirmed="").status_code == 422
    assert not any_sealed()
    assert written.draft["answers"]


def test_nothing_is_handed_in_when_another_device_changed_something(written: Alone) -> None:
    seen = written.get(ADDRESS).context["seen"]
    written.answer("terms.pay", words("nog iets"))
    answer = written.hand_in(seen=seen)
    assert answer.status_code == 422
    assert "portal.changed_meanwhile" in answer.content.decode()
    assert not any_sealed()


def test_an_empty_questionnaire_cannot_be_handed_in(sofie: Alone) -> None:
    sofie.answer("content.variety", words(" "))
    assert sofie.get(ADDRESS)["Location"] == "/my/questions/"
    answer = sofie.post(ADDRESS, seen="1.1", confirmed="on")
    assert answer.status_code == 422
    assert not any_sealed()


def test_handing_in_happens_once(written: Alone) -> None:
    seen = written.get(ADDRESS).context["seen"]
    written.hand_in()
    assert written.post(ADDRESS, seen=seen, confirmed="on").status_code == 422
    assert SealedSheet.objects.count() == 1


def test_while_an_older_sheet_waits_to_be_erased_a_new_one_waits_too(written: Alone) -> None:
    ErasureRequest.objects.create(departure=written.departure, asked_on=timezone.localdate())
    assert "You can hand in from tomorrow" in written.get(ADDRESS).content.decode()
    assert written.hand_in().status_code == 422
    ErasureRequest.objects.all().delete()
    assert written.hand_in().status_code == 302


def test_a_copy_is_offered_before_sealing(written: Alone) -> None:
    page = written.get(ADDRESS).content.decode()
    assert "/my/data.txt" in page
    assert "/my/data.json" in page
    assert CANARY in written.get("/my/data.txt").content.decode()


def test_after_the_conversation_handing_in_is_possible_until_the_pages_close(written: Alone) -> None:
    advance(written.departure, Stage.HELD, by=BY, at=timezone.now())
    assert written.hand_in().status_code == 302
    assert any_sealed()


def test_no_mail_log_or_audit_line_holds_a_word(written: Alone, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    written.save(item="content.variety", notes=CANARY + "!", given="", revision=0)
    written.hand_in(**{"share.content": "interviewer"})
    written.post(ADDRESS, seen="x", confirmed="on")
    lines = json.dumps([[entry.detail, entry.subject, entry.by] for entry in AuditEntry.objects.all()])
    mails = " ".join(message.body for message in mail.outbox)
    for place in (lines, mails, caplog.text):
        assert "Kanarie" not in place
        assert "no_growth" not in place
        assert written.secret not in place

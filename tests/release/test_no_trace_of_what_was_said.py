"""Canaries: words that only a leaver said, or that only name a leaver, turn up nowhere around a release."""

import json
import logging
from collections.abc import Callable
from io import BytesIO

import pytest
from django.core import mail
from django.test import Client
from pypdf import PdfReader

from tests.cast import Cast
from tests.release.leavers import DAY, left_before, release, spoke
from uitzicht.core.refusal import Refusal
from uitzicht.interviews.models import Interview
from uitzicht.privacy.models import AuditEntry
from uitzicht.release import facts, queries
from uitzicht.release.attack import attack_everything, evidence
from uitzicht.reports.services import write_report

SignedIn = Callable[[str], Client]
CANARY = "kwartelkoning"
NAME = "Zwartkopmees"
PAGES = (
    "/",
    "/releases/",
    "/releases/1/",
    "/releases/1/document.json",
    "/insight/",
    "/insight/reasons/",
    "/insight/experience/",
    "/insight/recommend/",
    "/insight/inclusion/",
    "/insight/who-left/",
    "/insight/reasons.csv",
    "/administration/audit/",
)


@pytest.fixture
def told(house: Cast) -> list[Interview]:
    """Six conversations whose notes hold the canary, one of a leaver with a name that nobody else has."""
    held = spoke(house, 6, notes=f"Het was de {CANARY} die me deed gaan.")
    person = held[0].departure.person
    person.first_name = NAME
    person.save()
    return held


def words() -> tuple[str, ...]:
    return CANARY, NAME


@pytest.mark.usefixtures("told")
def test_no_log_line_mail_or_audit_line_holds_them(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        release(DAY)
        attack_everything()
    around = [caplog.text, *(str(message.message()) for message in mail.outbox)]
    around += [json.dumps([entry.action, entry.subject, entry.detail]) for entry in AuditEntry.objects.all()]
    assert not [text for text in around for word in words() if word in text]


def test_the_audit_line_of_a_release_holds_counts_and_the_certificate_only(told: list[Interview]) -> None:
    made = release(DAY)
    line = AuditEntry.objects.get(action="release.frozen")
    assert line.subject == "release:1"
    assert line.detail == {"certificate": made.certificate, "bundles": 1, "people": len(told)}


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("role", ["hr_lead", "leader", "guardian", "admin"])
def test_no_page_after_a_release_holds_them(signed_in: SignedIn, role: str) -> None:
    release(DAY)
    client = signed_in(role)
    pages = {address: client.get(address) for address in PAGES}
    assert any(page.status_code == 200 for page in pages.values())
    assert not [address for address, page in pages.items() for word in words() if word in page.content.decode()]


def test_neither_handles_nor_words_are_in_the_document_or_the_report(told: list[Interview]) -> None:
    made = release(DAY)
    released = queries.latest()
    assert released is not None
    texts = [made.document, json.dumps(made.audit), json.dumps(made.widened)]
    report = PdfReader(BytesIO(write_report(released, language="nl")))
    texts += [page.extract_text() for page in report.pages] + [str(report.metadata)]
    forbidden = [*words(), *(str(held.pk) for held in told), *(str(held.departure_id) for held in told)]
    assert not [word for word in forbidden for text in texts if word in text]


def test_an_answer_that_does_not_fit_is_not_told_in_the_fault(house: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    spoke(house, 5)
    read = facts.answers_of
    odd = {"reasons": [CANARY]}
    monkeypatch.setattr(facts, "answers_of", lambda handles: {one: given | odd for one, given in read(handles).items()})
    with pytest.raises(ValueError) as fault:
        release(DAY)
    assert CANARY not in str(fault.value)


def test_what_release_keeps_in_memory_does_not_print_its_answers(house: Cast) -> None:
    left_before(60, 4)
    release(DAY)
    assert "counts" not in repr(evidence())


def test_a_refused_release_names_no_answer(house: Cast) -> None:
    spoke(house, 3, notes=CANARY)
    with pytest.raises(Refusal) as refused:
        release(DAY)
    assert CANARY not in str(refused.value)

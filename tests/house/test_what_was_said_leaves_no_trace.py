"""Canaries: words that occur in answers, notes, summaries, cards and links only, from the first page to the release. They
turn up in no log, mail, error page, audit line, nor on any page of somebody whom they do not concern.
"""

import json
import logging
import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.house.access import ACCESS, PUBLIC, SIGN_IN
from tests.release.alone import wrote_alone
from tests.world import World
from uitzicht.departures.models import Departure
from uitzicht.followups import services as followups
from uitzicht.interviews import services as interviews
from uitzicht.portal.models import InclusionCard
from uitzicht.privacy.models import AuditEntry, Policy
from uitzicht.release.services import make_release

SignedIn = Callable[[str], Client]
WRITTEN, TYPED, NOTED, CLOSED = "grutto-4711", "wulp-4712", "tureluur-4713", "kluut-4714"
SUMMARY, CORRECTION, WAITING = "scholekster-4715", "strandloper-4716", "steenloper-4717"
WORDS = (WRITTEN, TYPED, NOTED, CLOSED, SUMMARY, CORRECTION, WAITING)


@pytest.fixture
def life(world: World, signed_in: SignedIn, caplog: pytest.LogCaptureFixture) -> list[str]:
    """Sofie writes, talks, corrects, gives a card and hands in; what anybody else could see or keep of it."""
    caplog.set_level(logging.DEBUG)
    Policy.objects.create(inclusion_card=True, reason="test", decided_by="test", decided_at=timezone.now())
    token = world.link.rstrip("/").rpartition("/")[2]
    errors = [*_leaver_writes(token), *_interviewer_notes(world, signed_in)]
    second = _link_in_the_last_mail()
    errors += _leaver_reads_the_summary(second)
    tokens = [token, second]
    around = [caplog.text, *errors, *_audit_lines()]
    mails = [str(message.message()) for message in mail.outbox]
    assert not [text for text in around for secret in tokens if secret in text]
    return [*around, *mails]


def test_nothing_around_it_holds_a_word(life: list[str]) -> None:
    assert len(life) > 10
    assert not [(word, text[:200]) for text in life for word in WORDS if word in text]


@pytest.mark.usefixtures("life")
def test_no_page_of_anybody_else_holds_a_word(world: World, signed_in: SignedIn) -> None:
    addresses = [
        *("/", "/departures/", f"/departures/{world.departure.pk}/", f"/departures/{world.departure.pk}/plan/"),
        *(
            "/staff/",
            "/interviews/",
            "/insight/",
            "/releases/",
            "/administration/audit/",
            "/follow-ups/",
            "/summaries/",
        ),
    ]
    walled = {name for name, roles in ACCESS.items() if roles not in (PUBLIC, SIGN_IN)}
    assert walled
    pages = [
        signed_in(role).get(address).content.decode()
        for role in ("hr_lead", "leader", "guardian", "admin", "prevention", "second_interviewer")
        for address in addresses
    ]
    assert not [word for page in pages for word in WORDS if word in page]


@pytest.mark.usefixtures("life")
def test_a_release_over_it_holds_no_word(world: World, caplog: pytest.LogCaptureFixture) -> None:
    later = timezone.now() + timedelta(days=120)
    Departure.objects.filter(pk=world.departure.pk).update(stage="coded")
    wrote_alone(world.cast, 5, left_on=timezone.localdate(later) - timedelta(days=30))
    made = make_release(by="test", at=later, on=timezone.localdate(later))
    followups.plan_follow_ups(by="test", at=later)
    around = [made.document, json.dumps(made.audit), caplog.text, *_audit_lines()]
    assert not [word for text in around for word in WORDS if word in text]


def _leaver_writes(token: str) -> list[str]:
    """What the pages answer to bad input; what was written stands on the leaver's own pages only."""
    browser = Client()
    browser.post(reverse("my_door", args=[token]))
    part = reverse("my_part", args=["content"])
    browser.post(part, {"item": "content.variety", "notes": WRITTEN, "revision": 0, "go": "next"})
    answer = {"item": "content.learning", "notes": TYPED, "revision": 0}
    assert browser.post(reverse("my_save"), answer).status_code == 200
    assert WRITTEN in browser.get(part).content.decode()
    errors = [
        browser.post(reverse("my_save"), answer | {"item": "no.such", "notes": WAITING}),
        browser.post(part, {"item": "no.such", "notes": WAITING, "revision": 0}),
        browser.post(reverse("my_save"), {"notes": WAITING}),
        browser.get(reverse("my_door", args=[token + "x"])),
        Client().get(reverse("my_pages")),
    ]
    browser.post(reverse("my_card"), {"belongs.origin": "yes", "felt.safe": "2"})
    assert InclusionCard.objects.count() == 1
    seen = re.search(r'name="seen" value="([^"]+)"', browser.get(reverse("my_hand_in")).content.decode())
    assert seen
    browser.post(reverse("my_hand_in"), {"seen": seen[1], "confirmed": "on", "share.content": "interviewer"})
    assert WRITTEN not in browser.get(part, follow=True).content.decode()
    return [error.content.decode() for error in errors]


def _interviewer_notes(world: World, signed_in: SignedIn) -> list[str]:
    bram, talk = signed_in("interviewer"), world.interview.pk
    assert WRITTEN in bram.get(reverse("prepare", args=[world.departure.pk])).content.decode()
    save = reverse("save_answer", args=[talk])
    assert bram.post(save, {"item": "content.variety", "notes": NOTED, "revision": 0}).status_code == 200
    closed = {"item": "content.satisfaction", "given": "4", "notes": CLOSED, "revision": 0}
    assert bram.post(save, closed).status_code == 200
    bram.post(reverse("save_summary", args=[talk]), {"text": SUMMARY, "revision": 0})
    errors = [
        bram.post(save, {"item": "no.such", "notes": WAITING, "revision": 0}),
        bram.post(save, {"item": "content.satisfaction", "given": "9", "notes": WAITING, "revision": 1}),
        signed_in("second_interviewer").post(save, {"item": "content.variety", "notes": WAITING, "revision": 1}),
    ]
    bram.post(reverse("finish", args=[talk]))
    world.interview.refresh_from_db()
    interviews.send_summary(world.interview, by="Bram", at=timezone.now())
    errors.append(bram.post(save, {"item": "content.variety", "notes": WAITING, "revision": 1}))
    return [error.content.decode() for error in errors]


def _leaver_reads_the_summary(token: str) -> list[str]:
    browser = Client()
    browser.post(reverse("my_door", args=[token]))
    assert SUMMARY in unescape(browser.get(reverse("my_summary")).content.decode())
    browser.post(reverse("my_summary_correct"), {"correction": CORRECTION})
    assert CORRECTION in browser.get(reverse("my_summary")).content.decode()
    return [browser.get("/my/no-such-page/").content.decode()]


def _link_in_the_last_mail() -> str:
    found = re.search(r"/my/([^/\s]+)/", str(mail.outbox[-1].body))
    assert found
    return found[1]


def _audit_lines() -> list[str]:
    return [json.dumps([line.action, line.subject, line.detail, line.by]) for line in AuditEntry.objects.all()]

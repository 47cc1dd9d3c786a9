import logging
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import BY
from tests.offboarding.cases import from_today, links, mails_to, task
from uitzicht.config.logs import WithoutLinks
from uitzicht.departures.models import Departure
from uitzicht.offboarding.erasing import erase_task_links
from uitzicht.offboarding.models import Task, TaskLink
from uitzicht.offboarding.services import ask_owners, assign_task, write_texts
from uitzicht.privacy.knocking import MISSES_A_MINUTE
from uitzicht.privacy.models import AuditEntry

HELPDESK = "it@havenlicht.example"


@pytest.fixture
def checklist(cast):
    """The helpdesk has one task: to take back the laptop."""
    found = from_today(cast)
    Task.objects.exclude(template__code="property-it").update(owner_email="")
    ask_owners(found, by=BY, at=timezone.now())
    return found


@pytest.fixture
def address(checklist):
    (link,) = links(mails_to(HELPDESK)[0])
    return link


def opened(address):
    browser = Client(headers={"Accept-Language": "en"})
    assert browser.post(address)["Location"] == reverse("task_page")
    return browser


def test_a_get_shows_a_door_and_uses_nothing(address):
    browser = Client()
    answer = browser.get(address)
    assert answer.status_code == 200
    assert answer["Referrer-Policy"] == "strict-origin"
    assert "no-store" in answer["Cache-Control"]
    assert "Sofie" not in answer.content.decode()
    assert browser.get(reverse("task_page")).status_code == 404


def test_a_post_opens_this_task_and_it_can_be_ticked_off_and_opened_again(checklist, address):
    browser = opened(address)
    page = browser.get(reverse("task_page")).content.decode()
    assert task(checklist, "property-it").names["nl"] in page
    assert address.split("/")[2] not in page
    browser.post(reverse("task_page"), {"do": "finish", "note": "in de kast"})
    done = task(checklist, "property-it")
    assert (done.done_by, done.note) == (f"IT-helpdesk <{HELPDESK}>", "in de kast")
    assert "Bedankt" in browser.get(reverse("task_page")).content.decode()
    browser.post(reverse("task_page"), {"do": "reopen"})
    assert task(checklist, "property-it").done_at is None


def test_the_cookie_opens_nothing_but_the_task(address):
    browser = opened(address)
    cookie = browser.cookies["task"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/task/", True, "Lax")
    for name in ("checklists", "my_tasks", "departures"):
        assert browser.get(reverse(name)).status_code == 302


def test_it_can_be_passed_on_to_a_colleague_who_gets_the_mail(cast, checklist, address):
    browser = opened(address)
    mail.outbox.clear()
    passed = {"do": "pass", "name": "Jan Peeters", "email": cast.colleague.work_email}
    assert "Jan Peeters" in browser.post(reverse("task_page"), passed).content.decode()
    (message,) = mails_to(cast.colleague.work_email)
    assert opened(links(message)[0]).get(reverse("task_page")).status_code == 200
    assert Client().get(address).status_code == 404
    assert AuditEntry.objects.first().action == "checklist.task_passed_on"


@pytest.mark.parametrize("email", ["somebody@elsewhere.example", "sofie@example.org", "sofie.1003@havenlicht.example"])
def test_it_is_never_passed_on_to_a_stranger_or_the_leaver(checklist, address, email):
    mail.outbox.clear()
    answer = opened(address).post(reverse("task_page"), {"do": "pass", "name": "X", "email": email})
    assert answer.status_code == 200
    assert answer.context["pass_on"].errors["email"]
    assert mail.outbox == []
    assert task(checklist, "property-it").owner_email == HELPDESK


def test_the_link_closes_when_somebody_else_gets_the_task(checklist, address):
    browser = opened(address)
    assign_task(
        task(checklist, "property-it"), name="Z", email="z@havenlicht.example", note="", by=BY, at=timezone.now()
    )
    assert browser.get(reverse("task_page")).status_code == 404


def test_the_link_closes_after_a_death_a_cancellation_and_a_month(checklist, address):
    for change in ({"kind": "death"}, {"stage": "cancelled"}):
        before = {name: getattr(checklist.departure, name) for name in change}
        Departure.objects.update(**change)
        assert Client().get(address).status_code == 404
        Departure.objects.update(**before)
    assert Client().get(address).status_code == 200
    TaskLink.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert Client().get(address).status_code == 404
    assert erase_task_links(by=BY, at=timezone.now()) == 1


def test_only_the_hash_of_a_link_is_kept(address):
    token = address.split("/")[2]
    assert not TaskLink.objects.filter(token_hash__contains=token).exists()
    assert len(TaskLink.objects.get().token_hash) == 64


def test_too_many_wrong_links_close_the_door_for_a_minute(address):
    browser = Client()
    for _number in range(MISSES_A_MINUTE):
        assert browser.get(reverse("task_door", args=["wrong"])).status_code in (404, 429)
    assert browser.get(address).status_code == 429


def test_the_owner_reads_the_text_that_was_kept_for_the_step(cast, checklist):
    now = timezone.now()
    write_texts(checklist, announcement="", hand_over="De sleutel ligt bij Els.", farewell="", by=BY, at=now)
    assign_task(task(checklist, "hand-over-successor"), name="Els", email=HELPDESK, note="", by=BY, at=now)
    mail.outbox.clear()
    ask_owners(checklist, by=BY, at=now)
    (link,) = links(mail.outbox[0])
    assert "De sleutel ligt bij Els." in opened(link).get(reverse("task_page")).content.decode()


def test_the_page_can_be_read_in_another_language(address):
    browser = opened(address)
    browser.get(reverse("task_page") + "?language=fr")
    assert browser.get(reverse("task_page"))["Content-Language"] == "fr"


def test_no_log_holds_the_secret_of_a_link(address):
    line = logging.LogRecord("django.server", logging.INFO, "", 0, "POST %s 302", (address,), None)
    assert WithoutLinks().filter(line)
    assert address.split("/")[2] not in line.getMessage()

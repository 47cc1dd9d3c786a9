import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import register_from_today
from tests.offboarding.cases import desks, from_today, task
from uitzicht.departures.models import Departure
from uitzicht.offboarding.models import Checklist, Task
from uitzicht.people.models import Position


def page(browser, checklist):
    return browser.get(reverse("checklist", args=[checklist.departure_id])).content.decode()


def test_it_begins_when_it_is_opened_the_first_time(cast, signed_in):
    desks(at=timezone.now())
    departure = register_from_today(cast.leaver)
    address = reverse("checklist", args=[departure.pk])
    assert signed_in("hr_lead").get(address).status_code == 200
    assert Checklist.objects.get().departure == departure
    assert mail.outbox == []


@pytest.mark.parametrize("who", ["interviewer", "leader", "guardian", "admin", "outsider"])
def test_nobody_else_opens_it(cast, signed_in, who):
    checklist = from_today(cast)
    assert signed_in(who).get(reverse("checklist", args=[checklist.departure_id])).status_code == 404
    assert signed_in(who).post(reverse("checklist_task", args=[checklist.tasks.first().pk])).status_code == 404


def test_a_task_is_ticked_off_and_undone_from_the_list(cast, signed_in):
    browser, checklist = signed_in("hr_lead"), from_today(cast)
    laptop = task(checklist, "property-it")
    answer = browser.post(reverse("checklist_task", args=[laptop.pk]), {"do": "finish"})
    assert answer["Location"].endswith(f"/checklist/#task-{laptop.pk}")
    assert "by Noor Verlinden" in page(browser, checklist)
    browser.post(reverse("checklist_task", args=[laptop.pk]), {"do": "reopen"})
    assert task(checklist, "property-it").done_at is None


def test_a_task_that_waits_is_refused_with_its_reason(cast, signed_in):
    checklist = from_today(cast)
    waiting = task(checklist, "announcement-team")
    answer = signed_in("hr_lead").post(reverse("checklist_task", args=[waiting.pk]), {"do": "finish"})
    assert answer.status_code == 422
    assert "First this has to be done" in answer.content.decode()


def test_another_owner_can_be_named_but_never_the_leaver(cast, signed_in):
    browser, checklist = signed_in("hr_lead"), from_today(cast)
    laptop = task(checklist, "property-it")
    address = reverse("checklist_task", args=[laptop.pk])
    browser.post(address, {"name": "Extern", "email": "extern@elsewhere.example", "note": "kast 4"})
    laptop.refresh_from_db()
    assert (laptop.owner_name, laptop.owner_email, laptop.note) == ("Extern", "extern@elsewhere.example", "kast 4")
    answer = browser.post(address, {"name": "Sofie", "email": cast.leaver.private_email, "note": ""})
    assert "address of the leaver" in str(answer.context["form"].errors["email"])


def test_the_owners_are_mailed_by_the_button(cast, signed_in):
    browser, checklist = signed_in("hr_lead"), from_today(cast)
    assert "Mail the owners" in page(browser, checklist)
    browser.post(reverse("checklist_ask", args=[checklist.departure_id]))
    assert len(mail.outbox) == 5
    assert "Mail the owners" not in page(browser, checklist)


def test_drafts_stand_ready_and_say_no_reason(cast, signed_in):
    browser, checklist = signed_in("hr_lead"), from_today(cast, kind="dismissal")
    address = reverse("checklist_texts", args=[checklist.departure_id])
    said = browser.get(address).context["form"].initial
    assert "Sofie Martens, Terminalplanner, works at Havenlicht until" in said["announcement"]
    assert not [text for text in said.values() if "dismiss" in text.lower()]


def test_texts_and_successor_are_kept(cast, signed_in):
    browser, checklist = signed_in("hr_lead"), from_today(cast)
    texts = {"announcement": "Sofie vertrekt.", "hand_over": "Alles staat op schijf K.", "farewell": "Taart."}
    successor = {"successor_name": "Jan Peeters", "successor_email": "jan@havenlicht.example"}
    browser.post(reverse("checklist_texts", args=[checklist.departure_id]), texts | successor)
    checklist.refresh_from_db()
    assert checklist.hand_over == "Alles staat op schijf K."
    assert task(checklist, "hand-over-talk").owner_email == "jan@havenlicht.example"


@pytest.mark.parametrize("word", ["na haar ontslag", "suite à sa démission", "who resigned", "wurde gekündigt"])
def test_an_announcement_that_tells_why_is_refused(cast, signed_in, word):
    checklist = from_today(cast)
    address = reverse("checklist_texts", args=[checklist.departure_id])
    answer = signed_in("hr_lead").post(address, {"announcement": f"Sofie vertrekt {word}."})
    assert "for the leaver to tell" in str(answer.context["form"].errors["announcement"])
    checklist.refresh_from_db()
    assert checklist.announcement == ""


def test_after_a_death_texts_and_mails_are_not_offered(cast, signed_in):
    browser, checklist = signed_in("hr_lead"), from_today(cast)
    Departure.objects.update(kind="death")
    shown = page(browser, checklist)
    assert "Mail the owners" not in shown
    assert "Write the texts" not in shown
    assert task(checklist, "farewell-plan").name not in shown
    assert browser.post(reverse("checklist_ask", args=[checklist.departure_id])).status_code == 422


def test_without_a_manager_or_a_desk_the_page_says_who_is_missing(cast, signed_in):
    Position.objects.update(manager=None)
    browser, checklist = signed_in("hr_lead"), from_today(cast)
    assert "no address of an owner" in page(browser, checklist)


def test_more_tasks_take_no_more_statements(cast, signed_in):
    browser, checklist = signed_in("hr_lead"), from_today(cast)
    counts = []
    for more in (0, 40):
        for number in range(more):
            Task.objects.create(
                checklist=checklist,
                step="documents",
                names={"en": f"More {number}"},
                owner_role="hr",
                due=0,
                position=90 + number,
            )
        with CaptureQueriesContext(connection) as queries:
            page(browser, checklist)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 11

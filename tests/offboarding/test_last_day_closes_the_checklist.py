from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW, TODAY
from tests.departures.cases import BY
from tests.offboarding.cases import begun, from_today, links, mails_to, refused, task
from uitzicht.departures.models import Departure
from uitzicht.offboarding import queries, services
from uitzicht.offboarding.farewell.last_day import close_checklist, parts_of, reopen_checklist
from uitzicht.offboarding.links import link_behind
from uitzicht.offboarding.models import LeftOpen, Property
from uitzicht.offboarding.reminders import remind_owners
from uitzicht.people.models import Position
from uitzicht.privacy.models import AuditEntry

LAST_DAY = NOW + timedelta(days=16)


def still_open(checklist, on=None):
    return {item.key for part in parts_of(checklist, on=on or TODAY) for item in part.items}


def close(checklist, *, at=LAST_DAY, **reasons):
    why = dict.fromkeys(still_open(checklist), "Volgt volgende week") | reasons
    close_checklist(checklist, reasons=why, by=BY, at=at)
    checklist.refresh_from_db()


def test_what_is_open_stands_under_property_accounts_documents_and_the_rest(cast):
    checklist = begun(cast)
    laptop = services.hand_out(cast.leaver, kind="laptop", label="LT-7", on=None, by=BY, at=NOW)
    parts = {part.code: {item.key for item in part.items} for part in parts_of(checklist, on=TODAY)}
    assert list(parts) == ["property", "accounts", "documents", "other"]
    assert f"thing-{laptop.pk}" in parts["property"]
    assert f"task-{task(checklist, 'property-facilities').pk}" in parts["property"]
    assert f"task-{task(checklist, 'property-access').pk}" in parts["accounts"]
    assert f"task-{task(checklist, 'documents-letter').pk}" in parts["documents"]
    assert f"task-{task(checklist, 'farewell-plan').pk}" in parts["other"]
    services.finish_task(task(checklist, "documents-letter"), by=BY, at=NOW)
    documents = next(part for part in parts_of(checklist, on=TODAY) if part.code == "documents")
    assert documents.done == 1


def test_before_the_last_day_worked_it_stays_open(cast):
    checklist = begun(cast)
    with refused("checklist.before_last_day"):
        close(checklist, at=LAST_DAY - timedelta(days=1))


def test_it_closes_only_when_everything_is_done_or_explained(cast):
    checklist = begun(cast)
    key = f"task-{task(checklist, 'property-access').pk}"
    with refused("checklist.open_without_reason"):
        close(checklist, **{key: "  "})
    close(checklist)
    assert checklist.closed_by == BY
    assert LeftOpen.objects.count() == len(still_open(checklist))
    line = AuditEntry.objects.filter(action="checklist.closed").get()
    assert line.detail == {"left_open": LeftOpen.objects.count()}


def test_closed_twice_stays_as_it_was(cast):
    checklist = begun(cast)
    close(checklist)
    count = LeftOpen.objects.count()
    close(checklist, at=LAST_DAY + timedelta(days=3))
    assert (checklist.closed_at, LeftOpen.objects.count()) == (LAST_DAY, count)


def test_afterwards_nothing_of_it_changes(cast):
    checklist = begun(cast)
    laptop = services.hand_out(cast.leaver, kind="laptop", label="LT-7", on=None, by=BY, at=NOW)
    done = task(checklist, "documents-letter")
    services.finish_task(done, by=BY, at=NOW)
    close(checklist)
    changes = [
        lambda: services.finish_task(task(checklist, "property-it"), by=BY, at=LAST_DAY),
        lambda: services.reopen_task(done, by=BY, at=LAST_DAY),
        lambda: services.assign_task(done, name="X", email="x@havenlicht.example", note="", by=BY, at=LAST_DAY),
        lambda: services.ask_owners(checklist, by=BY, at=LAST_DAY),
        lambda: services.name_successor(checklist, "X", "x@havenlicht.example", by=BY, at=LAST_DAY),
        lambda: services.write_texts(checklist, announcement="", hand_over="", farewell="", by=BY, at=LAST_DAY),
        lambda: services.take_back(laptop, signed_by="Sofie", condition="", by=BY, at=LAST_DAY),
        lambda: services.strike_out(laptop, by=BY, at=LAST_DAY),
        lambda: services.hand_out(cast.leaver, kind="key", label="", on=None, by=BY, at=LAST_DAY),
    ]
    for change in changes:
        with refused("checklist.closed"):
            change()


def test_it_opens_again_with_a_reason_and_then_everything_can_change(cast):
    checklist = begun(cast)
    close(checklist)
    with refused("checklist.reopened_without_reason"):
        reopen_checklist(checklist, reason=" ", by=BY, at=LAST_DAY)
    reopen_checklist(checklist, reason="De laptop kwam terug", by=BY, at=LAST_DAY)
    checklist.refresh_from_db()
    assert checklist.closed_at is None
    assert not LeftOpen.objects.exists()
    assert AuditEntry.objects.get(action="checklist.reopened").detail == {"reason": "De laptop kwam terug"}
    services.finish_task(task(checklist, "property-it"), by=BY, at=LAST_DAY)


def test_nobody_is_reminded_or_let_in_any_more(cast):
    checklist = begun(cast)
    services.ask_owners(checklist, by=BY, at=NOW)
    token = links(mails_to("it@havenlicht.example")[0])[0].rstrip("/").rpartition("/")[2]
    assert link_behind(token, on=TODAY) is not None
    close(checklist)
    mail.outbox.clear()
    assert remind_owners(by=BY, at=LAST_DAY) == 0
    assert link_behind(token, on=TODAY) is None
    assert not queries.tasks_for(cast.hr_lead, LAST_DAY.date())


def test_who_came_back_gets_property_again(cast):
    checklist = begun(cast)
    close(checklist)
    Position.objects.filter(person=cast.leaver).update(valid_to=checklist.departure.ends_on)
    again = checklist.departure.ends_on + timedelta(days=300)
    Position.objects.create(person=cast.leaver, unit=cast.kade_noord, valid_from=again)
    services.hand_out(cast.leaver, kind="key", label="", on=None, by=BY, at=LAST_DAY)
    assert Property.objects.filter(person=cast.leaver).count() == 1


def test_after_a_death_it_closes_as_well(cast):
    checklist = begun(cast, kind="death")
    close(checklist)
    assert checklist.closed_at == LAST_DAY


def _gone(cast):
    checklist = from_today(cast)
    today = timezone.localdate()
    Departure.objects.update(
        last_day_worked_on=today, earliest_on=None, target_on=None, latest_on=None, ends_on=today + timedelta(days=20)
    )
    return checklist


def test_the_page_closes_and_reopens(cast, signed_in):
    browser, checklist = signed_in("hr_lead"), _gone(cast)
    address = reverse("last_day", args=[checklist.departure_id])
    refusal = browser.post(address, {"do": "close", f"task-{task(checklist, 'property-it').pk}": "Morgen"})
    assert "This is still open" in refusal.content.decode()
    assert 'value="Morgen"' in refusal.content.decode()
    why = dict.fromkeys(still_open(checklist), "Volgt")
    assert browser.post(address, {"do": "close", **why}).status_code == 302
    shown = browser.get(address).content.decode()
    assert "Left open: Volgt" in shown
    assert "Tick off" not in browser.get(reverse("checklist", args=[checklist.departure_id])).content.decode()
    browser.post(address, {"do": "reopen", "reason": "Toch nog iets"})
    checklist.refresh_from_db()
    assert checklist.closed_at is None


def test_before_the_last_day_the_page_says_when_it_can_be_closed(cast, signed_in):
    checklist = from_today(cast)
    shown = signed_in("hr_lead").get(reverse("last_day", args=[checklist.departure_id])).content.decode()
    assert "on you can close it here" in shown
    assert 'value="close"' not in shown


@pytest.mark.parametrize("who", ["interviewer", "leader", "guardian", "admin", "prevention", "outsider"])
def test_nobody_else_opens_it(cast, signed_in, who):
    assert signed_in(who).get(reverse("last_day", args=[from_today(cast).departure_id])).status_code == 404


def test_a_closed_checklist_counts_as_done_in_the_list(cast, signed_in):
    browser, checklist = signed_in("hr_lead"), _gone(cast)
    name = checklist.departure.person.last_name
    assert name in browser.get(reverse("checklists")).content.decode()
    close_checklist(checklist, reasons=dict.fromkeys(still_open(checklist), "Volgt"), by=BY, at=timezone.now())
    assert name not in browser.get(reverse("checklists")).content.decode()
    assert name in browser.get(reverse("checklists"), {"state": "done"}).content.decode()


def test_more_things_take_no_more_statements(cast, signed_in):
    browser, checklist = signed_in("hr_lead"), from_today(cast)
    address = reverse("last_day", args=[checklist.departure_id])
    browser.get(address)
    counts = []
    for more in (1, 30):
        for number in range(more):
            services.hand_out(cast.leaver, kind="key", label=f"K{number}", on=None, by=BY, at=timezone.now())
        with CaptureQueriesContext(connection) as statements:
            browser.get(address)
        counts.append(len(statements))
    assert counts[0] == counts[1]

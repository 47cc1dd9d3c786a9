from datetime import timedelta

import icalendar
import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW
from tests.departures.cases import BY, register
from tests.offboarding.cases import from_today, links, mails_to, refused, task
from uitzicht.departures.models import Departure
from uitzicht.offboarding.farewell import services
from uitzicht.offboarding.farewell.queries import farewell_of
from uitzicht.offboarding.farewell.vocabulary import FarewellWish
from uitzicht.offboarding.models import Farewell
from uitzicht.offboarding.services import ask_owners
from uitzicht.privacy.models import AuditEntry

MOMENT = {"starts_at": NOW + timedelta(days=14), "minutes": 45, "place": "Kantine", "organiser": "Els Maes"}


def wish(departure, what, **changes):
    services.note_wish(departure, wish=what, **({"by": "leaver", "at": NOW} | changes))


def plan(departure, **changes):
    services.plan_moment(departure, **(MOMENT | changes), by=BY, at=NOW)


def on_page(departure, **changes):
    starts_at = timezone.localtime(timezone.now() + timedelta(days=10))
    asked = {"do": "plan", "day": starts_at.date().isoformat(), "hour": "15:30", "minutes": "60"}
    return asked | {"place": "Kantine", "organiser": "Els"} | changes


def test_a_moment_is_planned_as_wished_and_no_line_in_the_trail_says_how(cast):
    departure = register(cast.leaver)
    wish(departure, "small", note="Alleen de ploeg")
    plan(departure)
    found = farewell_of(departure)
    assert (found.wish_note, found.place, found.wished_by) == ("Alleen de ploeg", "Kantine", "leaver")
    lines = AuditEntry.objects.filter(action__startswith="farewell.")
    assert sorted(lines.values_list("action", flat=True)) == ["farewell.planned", "farewell.wished"]
    assert not [line.detail for line in lines if line.detail]


def test_who_wants_nothing_gets_nothing_and_what_was_planned_is_called_off(cast):
    departure = register(cast.leaver)
    plan(departure)
    wish(departure, "nothing")
    assert farewell_of(departure).starts_at is None
    with refused("farewell.not_wished"):
        plan(departure)


@pytest.mark.parametrize("kind", ["resignation", "retirement", "mutual_agreement", "end_of_fixed_term"])
def test_a_moment_may_be_planned_before_the_wish_is_known(cast, kind):
    departure = register(cast.leaver, kind=kind)
    plan(departure)
    assert farewell_of(departure).starts_at is not None


def test_after_a_dismissal_somebody_asks_first(cast):
    departure = register(cast.leaver, kind="dismissal")
    with refused("farewell.ask_first"):
        plan(departure)
    wish(departure, "moment")
    plan(departure)
    assert farewell_of(departure).starts_at is not None


def test_after_a_death_or_a_cancellation_nothing_is_noted(cast):
    departure = register(cast.leaver)
    departure.kind = "death"
    with refused("farewell.after_death"):
        wish(departure, "moment")
    departure.kind, departure.stage = "resignation", "cancelled"
    with refused("checklist.cancelled"):
        plan(departure)
    assert not Farewell.objects.filter(starts_at__isnull=False).exists()


def test_the_same_wish_twice_is_one_line(cast):
    departure = register(cast.leaver)
    for _ in range(2):
        wish(departure, "moment")
    assert AuditEntry.objects.filter(action="farewell.wished").count() == 1


def test_every_wish_has_a_word_and_the_unknown_one_is_empty():
    assert FarewellWish("").label == "not known yet"
    assert {wish.value for wish in FarewellWish} == {"", "moment", "small", "nothing"}


def test_the_hr_lead_notes_the_wish_and_plans_on_one_page(cast, signed_in):
    browser, checklist = signed_in("hr_lead"), from_today(cast)
    address = reverse("farewell", args=[checklist.departure_id])
    assert "Not known yet" in browser.get(address).content.decode()
    browser.post(address, {"do": "wish", "wish": "moment", "note": "Met taart"})
    assert browser.post(address, on_page(checklist.departure)).status_code == 302
    shown = browser.get(address).content.decode()
    assert "Met taart" in shown
    assert "Kantine" in shown
    browser.post(address, {"do": "call_off"})
    assert farewell_of(checklist.departure).starts_at is None


def test_a_refusal_stands_on_the_page_with_its_reason(cast, signed_in):
    checklist = from_today(cast, kind="dismissal")
    address = reverse("farewell", args=[checklist.departure_id])
    answer = signed_in("hr_lead").post(address, on_page(checklist.departure))
    assert "nothing is planned that nobody asked for" in answer.content.decode()


def test_a_moment_without_a_place_is_asked_again(cast, signed_in):
    checklist = from_today(cast)
    address = reverse("farewell", args=[checklist.departure_id])
    answer = signed_in("hr_lead").post(address, on_page(checklist.departure, place=""))
    assert answer.context["moment"].errors.keys() == {"place"}


@pytest.mark.parametrize("who", ["interviewer", "leader", "guardian", "admin", "prevention", "outsider"])
def test_nobody_else_opens_it(cast, signed_in, who):
    departure = from_today(cast).departure
    for name in ("farewell", "thanks_card", "farewell_calendar", "thanks_card_pdf"):
        assert signed_in(who).get(reverse(name, args=[departure.pk])).status_code == 404


def test_whoever_has_the_task_opens_it_once_asked(cast, signed_in):
    checklist = from_today(cast)
    mine = checklist.tasks.filter(template__code="farewell-plan")
    mine.update(owner_email=cast.leader.email)
    address = reverse("farewell", args=[checklist.departure_id])
    browser = signed_in("leader")
    assert browser.get(address).status_code == 404
    mine.update(asked_at=timezone.now())
    shown = browser.get(address).content.decode()
    assert "The wish" in shown
    assert reverse("references", args=[checklist.departure_id]) not in shown
    assert address in browser.get(reverse("my_tasks")).content.decode()
    Departure.objects.update(kind="death")
    assert browser.get(address).status_code == 404


def _behind_a_link(client, checklist, code):
    """The browser of the owner of this task, by the mailed link."""
    address = task(checklist, code).owner_email
    checklist.tasks.exclude(template__code=code).filter(owner_email=address).update(asked_at=timezone.now())
    mail.outbox.clear()
    ask_owners(checklist, by=BY, at=timezone.now())
    client.post(links(mails_to(address)[0])[0])
    return client


def test_a_colleague_without_an_account_plans_behind_the_link_of_the_task(cast, client):
    checklist = from_today(cast)
    client = _behind_a_link(client, checklist, "farewell-plan")
    assert reverse("task_farewell") in client.get(reverse("task_page")).content.decode()
    assert client.get(reverse("task_farewell")).status_code == 200
    client.post(reverse("task_farewell"), on_page(checklist.departure))
    assert farewell_of(checklist.departure).organiser == "Els"
    assert client.get(reverse("task_farewell_calendar")).status_code == 200
    assert client.get(reverse("task_card_pdf")).status_code == 404
    client.post(reverse("task_card"), {"language": "nl", "text": "Dank je.", "signed_by": "Wij"})
    assert client.get(reverse("task_card_pdf"))["Content-Type"] == "application/pdf"


def test_behind_another_task_there_is_no_farewell(cast, client):
    client = _behind_a_link(client, from_today(cast), "property-it")
    for name in ("task_farewell", "task_card", "task_card_pdf", "task_farewell_calendar"):
        assert client.get(reverse(name)).status_code == 404


def test_the_calendar_file_holds_the_moment_and_is_not_there_before(cast, signed_in):
    browser, checklist = signed_in("hr_lead"), from_today(cast)
    address = reverse("farewell_calendar", args=[checklist.departure_id])
    assert browser.get(address).status_code == 404
    plan(checklist.departure)
    plan(checklist.departure, place="Kade 4")
    [event] = icalendar.Calendar.from_ical(browser.get(address).content).walk("VEVENT")
    assert event["summary"] == "Farewell of Sofie Martens"
    assert (event["location"], event["sequence"]) == ("Kade 4", 2)
    assert event["dtstart"].dt == MOMENT["starts_at"]
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=45)

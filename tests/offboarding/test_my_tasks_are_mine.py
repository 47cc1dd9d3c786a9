from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import BY, register_from_today
from tests.offboarding.cases import from_today, task
from uitzicht.departures.models import Departure
from uitzicht.offboarding import queries
from uitzicht.offboarding.models import Task
from uitzicht.offboarding.services import start_checklist


def give(checklist, code, user):
    """The owner with that account, who was asked."""
    owned = {"owner_email": user.email.upper(), "owner_name": user.name, "asked_at": timezone.now()}
    Task.objects.filter(pk=task(checklist, code).pk).update(**owned)
    return task(checklist, code)


def test_an_account_sees_tasks_with_its_own_address_only(cast, signed_in):
    checklist = from_today(cast)
    mine = give(checklist, "farewell-plan", cast.leader)
    page = signed_in("leader").get(reverse("my_tasks")).content.decode()
    assert mine.name in page
    assert task(checklist, "property-it").name not in page
    assert mine.name not in signed_in("interviewer").get(reverse("my_tasks")).content.decode()


def test_a_manager_learns_of_no_departure_before_hr_asks(cast, signed_in):
    checklist = from_today(cast)
    mine = give(checklist, "farewell-plan", cast.leader)
    Task.objects.update(asked_at=None)
    browser = signed_in("leader")
    assert "Sofie" not in browser.get(reverse("my_tasks")).content.decode()
    browser.post(reverse("my_tasks"), {"task": mine.pk, "do": "finish"})
    assert task(checklist, "farewell-plan").done_at is None


def test_the_hr_lead_sees_own_tasks_at_once(cast, signed_in):
    checklist = from_today(cast)
    mine = give(checklist, "interview-plan", cast.hr_lead)
    Task.objects.update(asked_at=None)
    assert mine.name in signed_in("hr_lead").get(reverse("my_tasks")).content.decode()


def test_it_can_be_ticked_off_there(cast, signed_in):
    checklist = from_today(cast)
    mine = give(checklist, "farewell-plan", cast.leader)
    signed_in("leader").post(reverse("my_tasks"), {"task": mine.pk, "do": "finish"})
    assert task(checklist, "farewell-plan").done_by == cast.leader.signature


def test_it_can_be_passed_on_there(cast, signed_in):
    checklist = from_today(cast)
    mine = give(checklist, "farewell-plan", cast.leader)
    browser = signed_in("leader")
    browser.post(reverse("my_tasks"), {"task": mine.pk, "do": "pass", "name": "", "email": ""})
    browser.post(reverse("my_tasks"), {"task": mine.pk, "do": "pass", "name": "X", "email": "x@elsewhere.example"})
    assert mail.outbox == []
    jan = cast.colleague
    browser.post(reverse("my_tasks"), {"task": mine.pk, "do": "pass", "name": jan.name, "email": jan.work_email})
    assert mail.outbox[0].to == [jan.work_email]
    assert task(checklist, "farewell-plan").owner_email == jan.work_email


def test_a_task_of_somebody_else_is_out_of_reach(cast, signed_in):
    other = task(from_today(cast), "property-it")
    for key in (other.pk, "", "9" * 30, "x"):
        assert signed_in("leader").post(reverse("my_tasks"), {"task": key, "do": "finish"}).status_code == 302
    other.refresh_from_db()
    assert other.done_at is None


def test_today_reads_the_most_pressing_first_in_a_constant_number_of_statements(cast):
    today = timezone.localdate()
    first = from_today(cast)
    second = start_checklist(register_from_today(cast.colleague, days=90), by=BY, at=timezone.now())
    for checklist in (first, second):
        Task.objects.filter(checklist=checklist).update(owner_email=cast.leader.email, asked_at=timezone.now())
    cast.leader.roles  # noqa: B018 read once per request, by the middleware
    with CaptureQueriesContext(connection) as statements:
        lines = queries.tasks_for(cast.leader, today)
    assert len(statements) == 3
    assert len(lines) == Task.objects.count()
    assert [line.due_on for line in lines] == sorted(line.due_on for line in lines)


def test_after_a_death_only_what_must_be_done_is_left(cast):
    checklist = from_today(cast)
    give(checklist, "farewell-plan", cast.leader)
    left = give(checklist, "property-facilities", cast.leader)
    Departure.objects.update(kind="death")
    assert [line.task for line in queries.tasks_for(cast.leader, timezone.localdate())] == [left]

import pytest

from tests.cast import NOW
from tests.departures.cases import BY
from tests.offboarding.cases import begun, refused, task
from uitzicht.core.refusal import Refusal
from uitzicht.offboarding.models import TemplateTask
from uitzicht.offboarding.rules import ensure_no_circle
from uitzicht.offboarding.services import change_template_task, finish_task, reopen_task
from uitzicht.privacy.models import AuditEntry


def test_a_task_cannot_be_done_before_what_it_needs(cast):
    checklist = begun(cast)
    with pytest.raises(Refusal) as refused:
        finish_task(task(checklist, "announcement-team"), by=BY, at=NOW)
    assert refused.value.code == "checklist.needs_first"
    assert task(checklist, "announcement-agree").name in str(refused.value)
    finish_task(task(checklist, "announcement-agree"), by=BY, at=NOW)
    finish_task(task(checklist, "announcement-team"), note="in de ploegvergadering", by=BY, at=NOW)
    done = task(checklist, "announcement-team")
    assert (done.done_by, done.done_at, done.note) == (BY, NOW, "in de ploegvergadering")


def test_what_was_needed_cannot_be_undone_first(cast):
    checklist = begun(cast)
    finish_task(task(checklist, "announcement-agree"), by=BY, at=NOW)
    finish_task(task(checklist, "announcement-team"), by=BY, at=NOW)
    with refused("checklist.needed_already"):
        reopen_task(task(checklist, "announcement-agree"), by=BY, at=NOW)
    reopen_task(task(checklist, "announcement-team"), by=BY, at=NOW)
    reopen_task(task(checklist, "announcement-agree"), by=BY, at=NOW)
    assert task(checklist, "announcement-agree").done_at is None


def test_done_twice_stays_as_it_was_and_every_change_is_in_the_trail(cast):
    checklist = begun(cast)
    finish_task(task(checklist, "property-it"), by=BY, at=NOW)
    finish_task(task(checklist, "property-it"), by="somebody else", at=NOW)
    assert task(checklist, "property-it").done_by == BY
    reopen_task(task(checklist, "property-it"), by=BY, at=NOW)
    actions = list(AuditEntry.objects.order_by("id").values_list("action", flat=True))
    assert actions.count("checklist.task_done") == 1
    assert actions[-1] == "checklist.task_reopened"


def test_a_circle_is_refused():
    ensure_no_circle({1: [], 2: [1], 3: [1, 2]})
    with refused("checklist.circle"):
        ensure_no_circle({1: [2], 2: [3], 3: [1]})


def test_the_list_of_tasks_refuses_a_circle(cast):
    begun(cast)
    first = TemplateTask.objects.get(code="announcement-agree")
    with refused("checklist.circle"):
        change_template_task(
            first,
            step=first.step,
            names=first.names,
            owner_role=first.owner_role,
            due=first.due,
            kinds=[],
            job_families=[],
            needs=[TemplateTask.objects.get(code="announcement-contacts")],
            active=True,
            by=BY,
            at=NOW,
        )
    assert not first.needs.exists()

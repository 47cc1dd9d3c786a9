"""Steps are ticked off once and opened again; another day or owner means another reminder."""

from datetime import date, timedelta

import pytest

from tests.actions.cases import BY, DUE_ON, KADE, place, proposed
from tests.cast import NOW, TODAY, Cast
from uitzicht.actions import services
from uitzicht.actions.rules import MOST_STEPS
from uitzicht.core.refusal import Refusal
from uitzicht.people.models import RoleGrant
from uitzicht.privacy.models import AuditEntry

Ids = dict[str, str]


def test_a_step_is_done_once_and_opened_again(cast: Cast, ids: Ids) -> None:
    action = proposed(cast.hr_lead, steps=["Compare pay"])
    step = action.steps.get()
    services.finish_step(step, by=BY, at=NOW)
    services.finish_step(step, by="somebody else", at=NOW + timedelta(days=1))
    step.refresh_from_db()
    assert (step.done_on, step.done_by) == (TODAY, BY)
    services.reopen_step(step, by=BY, at=NOW)
    step.refresh_from_db()
    assert (step.done_on, step.done_by) == (None, "")
    written = AuditEntry.objects.filter(action__startswith="action.step").order_by("pk")
    assert [line.action for line in written] == ["action.step_done", "action.step_reopened"]
    assert all("Compare" not in str(line.detail) for line in written)


def test_a_step_is_added_and_taken_away(cast: Cast, ids: Ids) -> None:
    action = proposed(cast.hr_lead)
    step = services.add_step(action, "Ask three offers", due_on=date(2026, 4, 1), by=BY, at=NOW)
    services.remove_step(step, by=BY, at=NOW)
    services.remove_step(step, by=BY, at=NOW)
    assert not action.steps.exists()
    assert AuditEntry.objects.filter(action="action.step_removed").count() == 1


def test_more_steps_than_anybody_can_follow_are_refused(cast: Cast, ids: Ids) -> None:
    action = proposed(cast.hr_lead, steps=[f"Step {n}" for n in range(MOST_STEPS)])
    with pytest.raises(Refusal, match="at most"):
        services.add_step(action, "One more", by=BY, at=NOW)


def test_another_day_asks_for_another_reminder(cast: Cast, ids: Ids) -> None:
    action = proposed(cast.hr_lead)
    type(action).objects.update(reminded_at=NOW, overdue_told_at=NOW)
    services.change_action(action, title="Other", due_on=DUE_ON, cost=None, by=BY, at=NOW)
    action.refresh_from_db()
    assert action.reminded_at == NOW
    services.change_action(action, title="Other", due_on=date(2026, 9, 1), cost=900, note="Later", by=BY, at=NOW)
    action.refresh_from_db()
    assert (action.due_on, action.cost, action.reminded_at, action.overdue_told_at) == (
        date(2026, 9, 1),
        900,
        None,
        None,
    )
    first = action.entries.first()
    assert first is not None
    assert (first.about, first.note) == ("due_on,cost", "Later")


def test_a_change_of_nothing_leaves_no_line(cast: Cast, ids: Ids) -> None:
    action = proposed(cast.hr_lead)
    services.change_action(action, title=action.title, due_on=DUE_ON, cost=None, by=BY, at=NOW)
    assert not AuditEntry.objects.filter(action="action.changed").exists()


def test_an_action_goes_to_another_owner_who_may_read_it(cast: Cast, ids: Ids) -> None:
    action = proposed(cast.hr_lead, where=place(unit=ids[KADE], kind="resignation"))
    services.hand_over(action, owner=cast.leader, root=str(cast.root.pk), note="You know the yard", by=BY, at=NOW)
    action.refresh_from_db()
    assert action.owner == cast.leader
    first = action.entries.first()
    assert first is not None
    assert (first.happened, first.about) == ("handed_over", "Els Maes")
    RoleGrant.objects.filter(user=cast.second_interviewer).update(role="leader", unit=cast.techniek)
    with pytest.raises(Refusal, match="does not read the figures"):
        services.hand_over(action, owner=cast.second_interviewer, root=str(cast.root.pk), by=BY, at=NOW)

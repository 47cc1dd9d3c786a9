"""Every state says what may follow; what may not is refused, and the day of an action's effect is kept."""

from datetime import date, timedelta
from itertools import product

import pytest

from tests.actions.cases import BY, RELEASED_ON, TO_DONE, moved, proposed
from tests.cast import NOW, TODAY, Cast
from uitzicht.actions import rules, services
from uitzicht.actions.vocabulary import BY_ITSELF, NEXT, OPEN, State
from uitzicht.core.refusal import Refusal
from uitzicht.privacy.models import AuditEntry

Ids = dict[str, str]


def test_the_table_is_total_and_every_state_is_reached() -> None:
    assert set(NEXT) == set(State)
    assert {after for follows in NEXT.values() for after in follows} == set(State)
    assert all(State.DROPPED in NEXT[state] for state in OPEN)


@pytest.mark.parametrize(("before", "after"), list(product(State, State)))
def test_only_what_the_table_says_may_follow(before: State, after: State) -> None:
    if after in NEXT[before] and (before, after) not in BY_ITSELF:
        rules.ensure_may_follow(before, after)
        return
    with pytest.raises(Refusal, match="cannot go to"):
        rules.ensure_may_follow(before, after)


def test_each_move_stands_in_the_log_and_in_the_trail(cast: Cast, ids: Ids) -> None:
    action = moved(proposed(cast.hr_lead), State.AGREED, note="In the board of April.")
    first = action.entries.first()
    assert first is not None
    assert (first.before, first.after, first.note) == ("proposed", "agreed", "In the board of April.")
    assert AuditEntry.objects.get(action="action.agreed").detail == {"owner": cast.hr_lead.pk}
    moved(action, State.UNDER_WAY)
    line = AuditEntry.objects.get(action="action.moved")
    assert line.detail == {"before": "agreed", "after": "under_way"}


def test_done_today_is_measured_from_today(cast: Cast, ids: Ids) -> None:
    action = moved(proposed(cast.hr_lead), *TO_DONE)
    assert (action.state, action.effective_on) == (State.MEASURING, TODAY)
    assert [entry.after for entry in action.entries.all()][:2] == ["measuring", "done"]


def test_done_ahead_of_its_day_waits_for_the_night_of_that_day(cast: Cast, ids: Ids) -> None:
    later = TODAY + timedelta(days=10)
    action = moved(proposed(cast.hr_lead), *TO_DONE, effective_on=later)
    assert action.state == State.DONE
    assert services.begin_measuring(by="nightly", at=NOW + timedelta(days=9)) == 0
    assert services.begin_measuring(by="nightly", at=NOW + timedelta(days=11)) == 1
    assert services.begin_measuring(by="nightly", at=NOW + timedelta(days=11)) == 0
    action.refresh_from_db()
    assert action.state == State.MEASURING


def test_an_action_cannot_have_worked_before_its_finding(cast: Cast, ids: Ids) -> None:
    action = moved(proposed(cast.hr_lead), State.AGREED, State.UNDER_WAY)
    with pytest.raises(Refusal, match="earlier day"):
        moved(action, State.DONE, effective_on=RELEASED_ON - timedelta(days=1))
    assert moved(action, State.DONE, effective_on=RELEASED_ON).state == State.MEASURING


def test_not_done_after_all_forgets_the_day(cast: Cast, ids: Ids) -> None:
    action = moved(proposed(cast.hr_lead), *TO_DONE, State.UNDER_WAY)
    assert (action.state, action.effective_on) == (State.UNDER_WAY, None)


def test_an_effect_is_confirmed_only_when_the_figures_show_it(cast: Cast, ids: Ids) -> None:
    action = moved(proposed(cast.hr_lead), *TO_DONE)
    for state in (State.EFFECT_SHOWN, State.NO_EFFECT_SHOWN):
        with pytest.raises(Refusal, match="do not say this"):
            moved(action, state)
    action.refresh_from_db()
    assert action.state == State.MEASURING


@pytest.mark.parametrize(
    ("verdict", "allowed"),
    [
        ("shown", {State.EFFECT_SHOWN}),
        ("not_shown", {State.NO_EFFECT_SHOWN}),
        ("opposite", {State.NO_EFFECT_SHOWN}),
        ("too_early", set()),
        ("not_separable", set()),
        ("cannot_tell", set()),
    ],
)
def test_the_verdict_decides_what_may_be_confirmed(verdict: str, allowed: set[State]) -> None:
    for state in (State.EFFECT_SHOWN, State.NO_EFFECT_SHOWN):
        if state in allowed:
            rules.ensure_measured(state, verdict)
            continue
        with pytest.raises(Refusal):
            rules.ensure_measured(state, verdict)


def test_what_is_over_is_not_changed_but_may_be_written_about(cast: Cast, ids: Ids) -> None:
    action = moved(proposed(cast.hr_lead), State.DROPPED, note="Another way was found.")
    with pytest.raises(Refusal, match="is over"):
        services.change_action(action, title="Other", due_on=date(2026, 7, 1), cost=None, by=BY, at=NOW)
    with pytest.raises(Refusal, match="is over"):
        services.add_step(action, "Still something", by=BY, at=NOW)
    services.write_note(action, "Looked at again in May.", by=BY, at=NOW)
    first = action.entries.first()
    assert first is not None
    assert (first.happened, first.note) == ("noted", "Looked at again in May.")
    assert moved(action, State.PROPOSED).state == State.PROPOSED

"""An action goes from one state to the next."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from uitzicht.actions import rules
from uitzicht.actions.effect import measured
from uitzicht.actions.models import Action
from uitzicht.actions.services.log import enter, hold, record
from uitzicht.actions.vocabulary import Happened, State
from uitzicht.insight.figures import the_release

CONCLUSIONS = (State.EFFECT_SHOWN, State.NO_EFFECT_SHOWN)


@transaction.atomic
def move_action(
    action: Action, after: str, *, effective_on: date | None = None, note: str = "", by: str, at: datetime
) -> Action:
    """To a next state of the workflow. Done takes ``effective_on`` (default: today), and from that day its effect is
    measured; shown or not shown is refused unless the measurement says so."""
    held = hold(action)
    rules.ensure_may_follow(held.state, after)
    on = timezone.localdate(at)
    if after in CONCLUSIONS:  # measuring takes a while, so only when it is asked
        rules.ensure_measured(after, measured(held, on=on).state)
    if after == State.DONE:
        held.effective_on = effective_on or on
        rules.ensure_works_from(held.effective_on, released_on=the_release(held.release).released_on)
    elif after == State.UNDER_WAY:
        held.effective_on = None
    _step(held, State(after), note=note, by=by, at=at)
    if held.state == State.DONE and held.effective_on and held.effective_on <= on:
        _step(held, State.MEASURING, by=by, at=at)
    return held


def begin_measuring(*, by: str, at: datetime) -> int:
    """For the job of every night: what works from today on, or from a day before. Returns how many."""
    due = Action.objects.filter(state=State.DONE, effective_on__lte=timezone.localdate(at))
    return sum(_begin(action, by=by, at=at) for action in due)


@transaction.atomic
def _begin(action: Action, *, by: str, at: datetime) -> bool:
    """Judged again under the lock: somebody may have opened it again in the meantime."""
    held = hold(action)
    if held.state != State.DONE or not held.effective_on or held.effective_on > timezone.localdate(at):
        return False
    _step(held, State.MEASURING, by=by, at=at)
    return True


def _step(held: Action, after: State, *, note: str = "", by: str, at: datetime) -> None:
    before, held.state = held.state, after
    held.save(update_fields=["state", "effective_on"])
    enter(held, Happened.MOVED, by=by, at=at, before=before, note=note)
    if after == State.AGREED:
        record("action.agreed", held, by=by, at=at, owner=held.owner_id)
    else:
        record("action.moved", held, by=by, at=at, before=before, after=after)

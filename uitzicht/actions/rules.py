"""What may follow what, what an owner may read, and when somebody is told."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from uitzicht.actions.vocabulary import BY_ITSELF, NEXT, OPEN, PROMISED, Direction, State
from uitzicht.core.refusal import Refusal

A_WEEK = timedelta(days=7)
MOST_STEPS = 40
HIGHER_IS_BETTER = ("satisfaction.", "inclusion.", "themes.positive", "stability.")
"""Questions of which more is better, by the beginning of their key."""
BETTER_ANSWERS = frozenset({("recommend", "high"), ("avoidable", "no")})
SHOWN_BY = frozenset({"shown"})
NOT_SHOWN_BY = frozenset({"not_shown", "opposite"})


def by_hand(before: str) -> tuple[State, ...]:
    """Where a person may take an action from a state."""
    here = State(before)
    return tuple(there for there in NEXT[here] if (here, there) not in BY_ITSELF)


def ensure_may_follow(before: str, after: str) -> None:
    """The workflow is a table; what happens by itself is not done by hand."""
    here, there = State(before), State(after)
    if there in by_hand(here):
        return
    message = _(
        "From “{before}” an action cannot go to “{after}”. The states follow each other, so that everybody knows what was "
        "decided. Open the action again and choose one of the buttons."
    )
    raise Refusal("actions.no_such_move", message, before=here.label, after=there.label)


def ensure_open(state: str) -> None:
    """What is over stays as it was read by others."""
    if state in OPEN:
        return
    message = _("This action is over, so it is not changed any more. Write a note in its log, or propose a new action.")
    raise Refusal("actions.over", message)


def ensure_works_from(effective_on: date, *, released_on: date) -> None:
    """An action from a finding cannot have worked before anybody could read the finding."""
    if effective_on >= released_on:
        return
    message = _(
        "The finding is from the release of {released}, so the action cannot work from an earlier day. Its effect is measured "
        "against the figures of that release. Choose that day or a later one."
    )
    raise Refusal("actions.works_too_early", message, released=released_on.isoformat())


def may_be_confirmed(after: str, verdict: str) -> bool:
    """Only what the figures carry may be confirmed. ``verdict``: the state of ``effect.measured``. Other states need none."""
    says = {State.EFFECT_SHOWN: SHOWN_BY, State.NO_EFFECT_SHOWN: NOT_SHOWN_BY}
    return State(after) not in says or verdict in says[State(after)]


def ensure_measured(after: str, verdict: str) -> None:
    if may_be_confirmed(after, verdict):
        return
    message = _(
        "The figures do not say this. An effect is only called shown, or not shown, when the releases can tell. Look at the "
        "measurement on the page, and come back after the next release."
    )
    raise Refusal("actions.not_measured", message)


def ensure_may_own(may: bool) -> None:
    """Whether the new owner is among ``queries.owners``: a finding is not handed to a manager who may not read it. What
    concerns the whole organisation concerns every manager."""
    if not may:
        message = _(
            "This owner does not read the figures of the unit, so the finding cannot be theirs. Choose the HR lead or a "
            "manager of the unit."
        )
        raise Refusal("actions.owner_may_not_read", message)


def ensure_room_for_steps(count: int) -> None:
    if count > MOST_STEPS:
        message = _(
            "An action has at most {most} steps. More cannot be kept in view. Make it several actions, or join steps."
        )
        raise Refusal("actions.too_many_steps", message, most=MOST_STEPS)


def is_overdue(state: str, due_on: date, on: date) -> bool:
    return state in PROMISED and due_on < on


def reminder(state: str, due_on: date, *, on: date, reminded: bool, told: bool) -> str:
    """Which mail the owner gets on a day: "soon" (the week before), "overdue" or "" for none; each once."""
    if is_overdue(state, due_on, on):
        return "" if told else "overdue"
    soon = state in PROMISED and due_on - A_WEEK <= on
    return "soon" if soon and not reminded else ""


def usual_direction(question: str, item: str) -> Direction:
    """Which way most people would want a figure to go; a person may choose otherwise."""
    kept = question.startswith("change.") and item == "keep"
    better = question.startswith(HIGHER_IS_BETTER) or (question, item) in BETTER_ANSWERS or kept
    return Direction.UP if better else Direction.DOWN

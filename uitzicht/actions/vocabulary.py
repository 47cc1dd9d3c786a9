"""The words of actions: states and how they follow each other, directions, and what the decision log tells of."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    """Where an action stands. Overdue is no state: it is computed from the day it is due."""

    PROPOSED = "proposed", pgettext_lazy("state of an action", "proposed")
    AGREED = "agreed", pgettext_lazy("state of an action", "agreed")
    UNDER_WAY = "under_way", pgettext_lazy("state of an action", "under way")
    DONE = "done", pgettext_lazy("state of an action", "done")
    MEASURING = "measuring", pgettext_lazy("state of an action", "measuring the effect")
    EFFECT_SHOWN = "effect_shown", pgettext_lazy("state of an action", "effect shown")
    NO_EFFECT_SHOWN = "no_effect_shown", pgettext_lazy("state of an action", "no effect shown")
    DROPPED = "dropped", pgettext_lazy("state of an action", "dropped")


NEXT: Mapping[State, tuple[State, ...]] = {
    State.PROPOSED: (State.AGREED, State.DROPPED),
    State.AGREED: (State.UNDER_WAY, State.DROPPED),
    State.UNDER_WAY: (State.DONE, State.DROPPED),
    State.DONE: (State.MEASURING, State.UNDER_WAY, State.DROPPED),
    State.MEASURING: (State.EFFECT_SHOWN, State.NO_EFFECT_SHOWN, State.UNDER_WAY, State.DROPPED),
    State.EFFECT_SHOWN: (),
    State.NO_EFFECT_SHOWN: (),
    State.DROPPED: (State.PROPOSED,),
}
"""The workflow: from each state, where an action may go. ``DONE`` becomes ``MEASURING`` by itself, on the day from which
the action works; everything else is done by a person."""

OPEN = (State.PROPOSED, State.AGREED, State.UNDER_WAY, State.DONE, State.MEASURING)
BY_ITSELF = frozenset({(State.DONE, State.MEASURING)})
PROMISED = (State.AGREED, State.UNDER_WAY)
"""States in which the day that is due binds somebody: only then an action can be overdue."""
FINISHED = (State.DONE, State.MEASURING, State.EFFECT_SHOWN, State.NO_EFFECT_SHOWN)


class Direction(TextChoices):
    """Which way the figure should go."""

    UP = "up", pgettext_lazy("direction of a figure", "up")
    DOWN = "down", pgettext_lazy("direction of a figure", "down")


class Happened(TextChoices):
    """What a line of the decision log is about."""

    PROPOSED = "proposed", pgettext_lazy("decision log", "proposed")
    MOVED = "moved", pgettext_lazy("decision log", "moved")
    CHANGED = "changed", pgettext_lazy("decision log", "changed")
    HANDED_OVER = "handed_over", pgettext_lazy("decision log", "handed over")
    NOTED = "noted", pgettext_lazy("decision log", "noted")


PSYCHOSOCIAL = ("psychosocial", "experience")
"""Stories whose actions the prevention adviser reads."""

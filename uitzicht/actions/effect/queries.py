"""Releases and actions that an effect is read from."""

from datetime import date

from uitzicht.actions.effect.aims import Aim, aim_of
from uitzicht.actions.models import Action
from uitzicht.actions.vocabulary import State
from uitzicht.insight.published import Published, published
from uitzicht.release import queries as releases


def newest(*, on: date) -> Published | None:
    """The newest release of ``on`` or before; None while there is none."""
    found = releases.latest()
    if found and found.released_on > on:
        earlier = [one for one in releases.documents() if one.released_on <= on]
        found = earlier[-1] if earlier else None
    return published(found) if found else None


def of_finding(action: Action) -> Published | None:
    found = releases.released(action.release)
    return published(found) if found else None


def at_work(action: Action) -> list[tuple[Action, Aim]]:
    """Every other action that works, or is being carried out, in order of the day from which it works."""
    others = Action.objects.exclude(pk=action.pk).order_by("effective_on", "pk")
    return [
        (other, aim_of(other)) for other in others if other.effective_on is not None or other.state == State.UNDER_WAY
    ]

"""Which units a change stands beside, and which actions work on the same people."""

from collections.abc import Iterable, Sequence
from datetime import date

from uitzicht.actions.effect.aims import Aim
from uitzicht.insight.published import Published


def overlap(of: Published, one: str, other: str) -> bool:
    """Whether somebody can be in both: the same unit, or one above the other."""
    if one not in of.parents or other not in of.parents:
        return False
    return of.is_under(one, other) or of.is_under(other, one)


def comparison(of: Published, aim: Aim, acting: Iterable[Aim]) -> tuple[str, ...]:
    """Units of the same level as the one of the action, in reading order, where nothing was done about this figure.

    ``acting``: every other action that works, or is at work, on any figure.
    """
    if aim.unit not in of.parents:
        return ()
    touched = [other.unit for other in acting if aim.is_same_figure(other)]
    return tuple(
        unit
        for unit in of.ordered
        if of.depth(unit) == of.depth(aim.unit)
        and not overlap(of, unit, aim.unit)
        and not any(overlap(of, unit, at) for at in touched)
    )


def shared(of: Published, aim: Aim, others: Sequence[Aim], *, observed_from: date | None = None) -> list[int]:
    """Places in ``others`` of the actions that cannot be told apart from this one: on the same figure, for some of the same
    people, and begun to work within the time that is observed. What worked all along is in before and after alike."""
    return [
        place
        for place, other in enumerate(others)
        if aim.is_same_figure(other)
        and overlap(of, aim.unit, other.unit)
        and other.effective_on
        and other.effective_on < of.released.released_on
        and (observed_from is None or other.effective_on > observed_from)
    ]

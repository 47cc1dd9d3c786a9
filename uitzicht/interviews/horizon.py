"""The time of a conversation as a line: an hour, what has passed, and where this part may end. Never an alarm."""

from collections.abc import Sequence
from dataclasses import dataclass

from uitzicht.interviews.workspace import PartRow

LEFT, RIGHT = 4, 244  # of the drawing, in its own units


@dataclass(frozen=True, slots=True)
class Horizon:
    """``ticks`` and ``now``: places on the line. ``minutes``: planned in all; ``passed``: whole minutes spent in all.
    ``remaining``: whole minutes this part may still take, rounded up; negative when it runs on."""

    ticks: tuple[float, ...]
    now: float
    minutes: int
    passed: int
    remaining: int


def horizon(rows: Sequence[PartRow], current: str) -> Horizon:
    minutes = sum(row.minutes for row in rows)
    seconds = sum(row.seconds for row in rows)
    here = next((row for row in rows if row.key == current), None)
    starts = [sum(row.minutes for row in rows[:place]) for place in range(len(rows) + 1)]
    return Horizon(
        ticks=tuple(_place(start, minutes) for start in starts),
        now=_place(min(seconds / 60, minutes), minutes),
        minutes=minutes,
        passed=seconds // 60,
        remaining=-((here.seconds - here.minutes * 60) // 60) if here else 0,
    )


def _place(minute: float, minutes: int) -> float:
    return round(LEFT + (RIGHT - LEFT) * minute / minutes, 1)

"""The time of a conversation as a line: an hour, what has passed, and where this part may end. Never an alarm."""

from collections.abc import Sequence
from dataclasses import dataclass

from uitzicht.interviews.workspace import PartRow

LEFT, RIGHT = 4, 244  # of the drawing, in its own units


@dataclass(frozen=True, slots=True)
class Horizon:
    """``ticks`` and ``now``: places on the line. ``minutes``: planned in all; ``passed``: whole minutes spent in all.
    ``remaining``: whole minutes this part may still take, rounded up; negative when it runs on.
    ``rest``: seconds that the parts still to come were promised. ``longest``: the longest of those, "" when there is none;
    it gives way when this part runs on. ``lost``: the whole minutes it would lose as things are now."""

    ticks: tuple[float, ...]
    now: float
    minutes: int
    passed: int
    remaining: int
    rest: int
    longest: str
    lost: int


def horizon(rows: Sequence[PartRow], current: str) -> Horizon:
    minutes = sum(row.minutes for row in rows)
    seconds = sum(row.seconds for row in rows)
    here = next((row for row in rows if row.key == current), None)
    starts = [sum(row.minutes for row in rows[:place]) for place in range(len(rows) + 1)]
    to_come = [row for row in rows if row.key != current and not row.done and row.left > 0]
    rest = sum(row.left for row in to_come)
    over = here is not None and here.left <= 0
    return Horizon(
        ticks=tuple(_place(start, minutes) for start in starts),
        now=_place(min(seconds / 60, minutes), minutes),
        minutes=minutes,
        passed=seconds // 60,
        remaining=-(-here.left // 60) if here else 0,
        rest=rest,
        longest=max(to_come, key=lambda row: row.left).label if to_come else "",
        lost=max(0, seconds + rest - minutes * 60) // 60 if over and to_come else 0,
    )


def _place(minute: float, minutes: int) -> float:
    return round(LEFT + (RIGHT - LEFT) * minute / minutes, 1)

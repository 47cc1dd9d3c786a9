"""A departure on the horizon: from notice to end of contract. Positions in the units of the drawing (1120 wide)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

LEFT, RIGHT, BREAK = 250.0, 1080.0, 8.0
"""The first and last day of the axis; the notice stands before the break."""
ROOM_FOR_A_NAME = 170.0
ROWS = (48, 180, 226)
"""Where the name of a moment is written: above the line, below it, or lower still when its neighbours are near."""
ONE_DAY = timedelta(days=1)
DAYS_BEFORE = 23
MOST_NUMBERS = 40
ROOM_FOR_A_MONTH = 75.0


@dataclass(frozen=True, slots=True)
class Moment:
    """``shape``: point, open or sun. ``code``: what happens; ``row``: see ``ROWS``."""

    code: str
    on: date
    x: float
    shape: str
    row: int = 0

    @property
    def stem(self) -> tuple[int, int]:
        return (76, 104) if self.row == 0 else (104, ROWS[self.row] - 20)

    @property
    def name_y(self) -> int:
        return ROWS[self.row]

    @property
    def day_y(self) -> int:
        return ROWS[self.row] + 18

    @property
    def sun_x(self) -> float:
        """Where the half disc begins."""
        return round(self.x - 13, 1)

    @property
    def anchor(self) -> str:
        return "start" if self.x <= BREAK else "end" if self.x >= RIGHT - 10 else "middle"

    @property
    def text_x(self) -> float:
        return 0.0 if self.x <= BREAK else 1120.0 if self.anchor == "end" else self.x


@dataclass(frozen=True, slots=True)
class Tick:
    on: date
    x: float
    numbered: bool


@dataclass(frozen=True, slots=True)
class Span:
    """Both days included, drawn half a day wider on each side."""

    first_on: date
    last_on: date
    x1: float
    x2: float

    @property
    def middle(self) -> float:
        return (self.x1 + self.x2) / 2


@dataclass(frozen=True, slots=True)
class Timeline:
    moments: tuple[Moment, ...]
    ticks: tuple[Tick, ...]
    months: tuple[Tick, ...]
    window: Span | None
    off: Span | None

    @property
    def height(self) -> int:
        return max(170, *(moment.day_y + 8 for moment in self.moments))


def draw(
    *,
    notified_on: date,
    last_day_worked_on: date,
    ends_on: date,
    earliest_on: date | None,
    latest_on: date | None,
    talk_on: date | None,
    talk_needs_you: bool,
) -> Timeline:
    """``talk_needs_you``: the conversation is still to come, so the sun stands on the horizon."""
    first = (
        min(day for day in (earliest_on, talk_on, last_day_worked_on - timedelta(days=DAYS_BEFORE)) if day) - ONE_DAY
    )
    scale = _Scale(first, max(ends_on, last_day_worked_on + ONE_DAY))
    moments = [("notice", notified_on, BREAK, "point")]
    if talk_on:
        moments.append(("talk", talk_on, scale.x(talk_on), "sun" if talk_needs_you else "point"))
    moments.append(("last_day", last_day_worked_on, scale.x(last_day_worked_on), "point"))
    if ends_on != last_day_worked_on:
        moments.append(("end", ends_on, scale.x(ends_on), "open"))
    window = scale.span(earliest_on, latest_on) if earliest_on and latest_on else None
    off = scale.span(last_day_worked_on + ONE_DAY, ends_on) if ends_on > last_day_worked_on else None
    ticks = tuple(scale.ticks())
    return Timeline(tuple(_stagger(moments)), ticks, tuple(_months(ticks)), window, off)


def _months(ticks: tuple[Tick, ...]) -> Iterator[Tick]:
    """The first numbered day of each month, under which the month is named; where the next month begins too soon for its
    name, it has none."""
    firsts: dict[tuple[int, int], Tick] = {}
    for tick in ticks:
        if tick.numbered:
            firsts.setdefault((tick.on.year, tick.on.month), tick)
    named = list(firsts.values())
    ends = [*(tick.x for tick in named[1:]), float("inf")]
    return (tick for tick, end in zip(named, ends, strict=True) if end - tick.x >= ROOM_FOR_A_MONTH)


def _stagger(moments: list[tuple[str, date, float, str]]) -> Iterator[Moment]:
    taken = [float("-inf")] * len(ROWS)
    for code, on, x, shape in moments:
        row = next((i for i, end in enumerate(taken) if x - end >= ROOM_FOR_A_NAME), len(ROWS) - 1)
        taken[row] = x
        yield Moment(code, on, round(x, 1), shape, row)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def x(self, day: date) -> float:
        return LEFT + (RIGHT - LEFT) * (day - self.first).days / (self.last - self.first).days

    @property
    def a_day(self) -> float:
        return (RIGHT - LEFT) / (self.last - self.first).days

    def span(self, first: date, last: date) -> Span:
        half = self.a_day / 2
        return Span(first, last, round(self.x(first) - half, 1), round(min(self.x(last) + half, RIGHT), 1))

    def ticks(self) -> Iterator[Tick]:
        count = (self.last - self.first).days + 1
        for i in range(count):
            day = self.first + timedelta(days=i)
            weekday = day.weekday()
            numbered = weekday < 5 if count <= MOST_NUMBERS else weekday == 0
            yield Tick(day, round(self.x(day), 1), numbered)

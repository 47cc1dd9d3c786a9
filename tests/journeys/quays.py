"""Three quays as years go by, and what their figures must say: counted from who was there, beside the product."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from json import loads
from math import ceil, exp, log, sqrt

from django.utils import timezone, translation

from tests.journeys.browsing import said
from tests.journeys.installation import Installation
from tests.journeys.years import HERE

NAMED = f"Terminal / {HERE}"
A_YEAR = 365.25  # days
NORMAL, POWER = 1.959964, 0.841621  # quantiles for 95 % and for a power of 80 %
HALVING = 0.5
Counted = tuple[int, float]  # who left, and the years that were worked


@dataclass
class Quays:
    """The installation as years go by; ``stays``: everybody of whom it was told, see years."""

    installation: Installation
    today: date = field(default_factory=timezone.localdate)
    stays: list[tuple[str, date, date | None]] = field(default_factory=list)
    unit: str = ""

    @property
    def works_from(self) -> date:
        return date(self.today.year + 1, 1, 1)

    @property
    def half_a_year_later(self) -> date:
        return date(self.today.year + 1, 7, 1)

    @property
    def another_year_later(self) -> date:
        return date(self.today.year + 2, 7, 1)

    def days_to(self, day: date) -> int:
        """So many that the clock on the wall shows that day: in summer the evening of a winter day is the next one."""
        now, days = timezone.now(), (day - self.today).days
        return days - (timezone.localdate(now + timedelta(days=days)) - day).days

    def live(self, until: date) -> None:
        """People leave and are followed, up to that day."""
        told = loads(self.installation.script("years", str(self.today.year), until.isoformat()))
        self.unit = told["unit"]
        self.stays = [
            (quay, date.fromisoformat(first), date.fromisoformat(end) if end else None)
            for quay, first, end in told["stays"]
        ]

    def counted(self, quays: Sequence[str], first: date, end: date) -> Counted:
        """Who left these quays in [first, end), and the years that were worked there."""
        there = [(began, gone) for quay, began, gone in self.stays if quay in quays]
        days = sum(max(0, (min(gone or end, end) - max(began, first)).days) for began, gone in there)
        return sum(gone is not None and first < gone <= end for _began, gone in there), days / A_YEAR

    def before_and_after(self, quays: Sequence[str], released_on: date) -> tuple[Counted, Counted]:
        begin = date(self.today.year - 1, 1, 1)
        return self.counted(quays, begin, self.works_from), self.counted(quays, self.works_from, released_on)


def sentence_of(before: Counted, after: Counted, then: Counted, now: Counted) -> str:
    """The ratio of two ratios of rates, with Woolf's interval: a fall, beside comparable units."""
    (left, worked), (left_after, worked_after) = before, after
    here = (left_after / worked_after) / (left / worked)
    ratio = here / ((now[0] / now[1]) / (then[0] / then[1]))
    spread = exp(NORMAL * sqrt(sum(1 / one[0] for one in (before, after, then, now))))
    pattern = said(
        "{figure} in {unit} is {change} than if it had gone as in comparable units (between {low} and {high})."
    )
    with translation.override("nl"):
        figure = translation.pgettext("figure of an action", "turnover").capitalize()
    change = said("{size} lower").format(size=f"{points(1 - ratio, 0)} %")
    low, high = (f"{points(1 - ratio * end, 0)} %" for end in (spread, 1 / spread))
    return pattern.format(figure=figure, unit=NAMED, change=change, low=low, high=high)


def to_expect(before: int, elsewhere: int) -> float:
    """Leavers that the time after must hold at the pace of before, to show a halving: Schoenfeld, see docs/methods/effects.md."""
    spread = log(HALVING) ** 2 / (NORMAL + POWER) ** 2 - (1 + before / elsewhere) / before
    return ceil((1 / HALVING + before / elsewhere) / spread)


def table_of(quays: Quays, released_on: date) -> list[list[str]]:
    """Departures, person-years and the rate of every year."""
    found = []
    for year in range(quays.today.year - 1, released_on.year + 1):
        left, worked = quays.counted([HERE], date(year, 1, 1), min(date(year + 1, 1, 1), released_on))
        found.append([str(left), f"{worked:.0f}", f"{points(left / worked)}\xa0%"])
    return found


def points(share: float, digits: int = 1) -> str:
    return f"{100 * share:.{digits}f}".replace(".", ",")


def plural(one: str, many: str, n: int) -> str:
    with translation.override("nl"):
        return translation.ngettext(one, many, n)

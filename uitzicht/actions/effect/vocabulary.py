"""The words of an effect: what can be said of an action now, and the figures that it rests on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.tables import Table
from uitzicht.ui.charts import DotChart


class EffectState(StrEnum):
    """What can be said. Only the last three are an outcome; a person confirms it on the action."""

    NOT_BEGUN = "not_begun"
    NO_FIGURE = "no_figure"
    CANNOT_TELL = "cannot_tell"
    TOO_EARLY = "too_early"
    NOT_SEPARABLE = "not_separable"
    SHOWN = "shown"
    NOT_SHOWN = "not_shown"
    OPPOSITE = "opposite"


OUTCOMES = frozenset({EffectState.SHOWN, EffectState.NOT_SHOWN, EffectState.OPPOSITE})


class Why(StrEnum):
    """Why nothing can be told, and why more time would not help."""

    FEW_BEFORE = "few_before"
    BANDED = "banded"
    NO_YEARS = "no_years"
    UNIT_GONE = "unit_gone"
    NO_STAFF = "no_staff"


class Scale(StrEnum):
    """What kind of figure: leavers per person-year (or of those at risk), a share of answers, a mean from 1 to 5."""

    RATE = "rate"
    PART = "part"
    SHARE = "share"
    MEAN = "mean"


class Design(StrEnum):
    """What the change stands beside: series of the comparison units, their before and after, or nothing."""

    SERIES = "series"
    BESIDE = "beside"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Side:
    """One figure before or after: ``count`` of ``base`` (person-years, people or answers); a mean has no count."""

    value: float
    interval: Interval
    count: int | None
    base: float


@dataclass(frozen=True, slots=True)
class Sides:
    """Before and after, of the unit or of the comparison units together."""

    before: Side
    after: Side | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Leavers in one period of a release, from ``first`` up to, not including, ``end``."""

    name: str
    first: date
    end: date
    events: int
    exposure: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the figures say. ``change``: a ratio for rates and parts, else a difference; beside the comparison where there is
    one. ``needed``: leavers (at the earlier pace) or answers that are still lacking, and about when they will be there."""

    state: EffectState
    scale: Scale
    design: Design = Design.ALONE
    change: float | None = None
    interval: Interval | None = None
    own: Sides | None = None
    others: Sides | None = None
    needed: int | None = None
    expected_on: date | None = None
    why: Why | None = None
    series: tuple[Stretch, ...] = ()
    other_series: tuple[Stretch, ...] = ()

    @property
    def is_ratio(self) -> bool:
        return self.scale in (Scale.RATE, Scale.PART)


@dataclass(frozen=True, slots=True)
class Worth:
    """What the change is worth in euros a year: ``exits`` fewer leavers at the lines of cost in force.

    ``measured``: the leavers follow from the effect; otherwise from one in four, to have a size of it.
    """

    exits: int
    low: float
    likely: float
    high: float
    measured: bool
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effectiveness:
    """The effect of an action as a page tells it. ``sentence``: the finding in the active language; ``more``: what belongs
    beside it. ``shared_with``: other actions on the same figure. ``release``: the one that it was read from."""

    state: EffectState
    sentence: str
    more: tuple[str, ...] = ()
    outcome: Outcome | None = None
    comparison: tuple[str, ...] = ()
    shared_with: tuple[Any, ...] = ()
    worth: Worth | None = None
    chart: DotChart | None = None
    caption: str = ""
    table: Table | None = None
    release: int | None = None

    @property
    def is_outcome(self) -> bool:
        return self.state in OUTCOMES

    @property
    def ratio(self) -> float | None:
        """After against before, beside the comparison; None for figures that are not rates."""
        return self.outcome.change if self.outcome and self.outcome.is_ratio else None

    @property
    def difference(self) -> float | None:
        """After less before: a share 0..1 or points of a mean; None for rates."""
        return self.outcome.change if self.outcome and not self.outcome.is_ratio else None

    @property
    def interval(self) -> Interval | None:
        """95 % of the ratio or the difference."""
        return self.outcome.interval if self.outcome else None

    @property
    def needed(self) -> int | None:
        return self.outcome.needed if self.outcome else None

"""The words of insight: views, kinds, and a figure with everything that belongs beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.cells import Exact, Shown, band

Json = dict[str, Any]
DIGITS = 4


class View(StrEnum):
    """Certified views: the highest unit that the reader may see, every unit with figures of its own, or the groups of one
    cut of the whole organisation."""

    ORGANISATION = "organisation"
    UNITS = "units"
    GROUPS = "groups"


class Kind(StrEnum):
    """Strata of a release, and both together."""

    ALL = "all"
    RESIGNATION = "resignation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Item:
    """One answer in one group. ``shown``: a count of people, or the mean of a 1..5 score when ``score``.

    ``share`` (0..1) and ``interval`` (95 %; shares 0..1, means 1..5) are None beside a band: they would give it back.
    ``p`` and ``q`` (corrected for all comparisons of the release) belong to a comparison of groups.
    """

    key: str
    label: str
    shown: Shown
    score: bool = False
    share: float | None = None
    interval: Interval | None = None
    p: float | None = None
    q: float | None = None

    def to_json(self) -> Json:
        value: Json = {"band": band(self.shown)}
        if isinstance(self.shown, Exact):
            value = {"mean" if self.score else "count": self.shown.value}
        interval = self.interval and [round(self.interval.low, DIGITS), round(self.interval.high, DIGITS)]
        share = None if self.share is None else round(self.share, DIGITS)
        found = {"key": self.key, "label": self.label, **value, "share": share, "interval": interval}
        return found if self.p is None else found | {"p": self.p, "q": self.q}


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """One question in one group of people; ``base`` counts who answered it."""

    unit: str
    unit_label: str
    kind: Kind
    question: str
    question_label: str
    base: Shown
    items: tuple[Item, ...]

    def to_json(self) -> Json:
        return {
            "group": f"{self.unit}:{self.kind}",
            "unit": self.unit_label,
            "question": self.question,
            "base": self.base.value if isinstance(self.base, Exact) else band(self.base),
            "items": [item.to_json() for item in self.items],
        }


@dataclass(frozen=True, slots=True)
class Figure:
    """What a release says about one measure. Contract of the JSON: docs/contracts/figures.md."""

    measure: str
    view: View
    release: int
    released_on: date
    parameters: Mapping[str, Any]
    certificate: str
    groups: tuple[FigureGroup, ...]

    def to_json(self) -> Json:
        return {
            "release": self.release,
            "released_on": self.released_on.isoformat(),
            "parameters": dict(self.parameters),
            "certificate": self.certificate,
            "measure": self.measure,
            "view": self.view.value,
            "groups": [group.to_json() for group in self.groups],
        }

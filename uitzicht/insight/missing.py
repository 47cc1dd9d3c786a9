"""Who did not answer, and what the main reason would be if every group counted for its part: see docs/methods/response.md."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from uitzicht.core.statistics.comparison import benjamini_hochberg
from uitzicht.core.statistics.response import Answered, Weighted, post_stratified, response_by_group
from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.cells import Exact, count_bounds
from uitzicht.insight.measures.response import parts
from uitzicht.insight.published import Published
from uitzicht.insight.strata import Column
from uitzicht.insight.vocabulary import Kind

MAIN_REASON = "main_reason"


@dataclass(frozen=True, slots=True)
class Group:
    """The response of one value of one part; ``differs``: from that of all others, corrected for every group compared."""

    part: str
    response: Answered
    differs: bool


@dataclass(frozen=True, slots=True)
class Reweighted:
    """The share of one reason as if every group of a ``part`` had answered alike: from ``low`` to ``high`` where counts are
    shown as ranges. ``first``: key of the reason that then comes first."""

    part: str
    low: float
    high: float
    interval: Interval
    effective_n: float
    first: str


def response_of(published: Published) -> list[Group]:
    """Every group in the order of the release: of kind, of tenure, of unit."""
    found = [
        (part, one)
        for part, left, answered in parts(published)
        for one in response_by_group(left, {group: min(answered.get(group, 0), left[group]) for group in left})
    ]
    corrected = benjamini_hochberg([one.p for _, one in found])
    return [Group(part, one, verdict.found) for (part, one), verdict in zip(found, corrected, strict=True)]


def reweighted(published: Published, reason: str) -> list[Reweighted]:
    """By kind of departure and by unit, as far as the release shows enough of every group; nothing is subtracted."""
    if MAIN_REASON not in published.questions:
        return []
    items = published.questions[MAIN_REASON]["items"]
    found = (_by(part, *groups, items, reason) for part, groups in _partitions(published).items())
    return [one for one in found if one]


Columns = Mapping[str, Column]


def _partitions(published: Published) -> dict[str, tuple[Mapping[str, int], Columns]]:
    left = {part: counts for part, counts, _ in parts(published)}
    kinds: Mapping[str, int] = left.get("kind", {})
    resignations = kinds.get(Kind.RESIGNATION.value, 0)
    by_kind = {Kind.RESIGNATION.value: resignations, Kind.OTHER.value: sum(kinds.values()) - resignations}
    by_unit: Mapping[str, int] = left.get("unit", {})
    return {
        "kind": (by_kind, {kind: published.column(MAIN_REASON, published.root, Kind(kind)) for kind in by_kind}),
        "unit": (by_unit, {unit: published.column(MAIN_REASON, unit, Kind.ALL) for unit in by_unit}),
    }


def _by(
    part: str, leavers: Mapping[str, int], columns: Columns, items: Sequence[str], reason: str
) -> Reweighted | None:
    """None when a group of leavers shows no answers, or there is only one group."""
    groups = [group for group, many in leavers.items() if many]
    if len(groups) < 2 or reason not in items:
        return None
    bases: dict[str, int] = {}
    for group in groups:
        base = columns[group].base
        if not isinstance(base, Exact) or columns[group].items is None:
            return None
        bases[group] = int(base.value)
    ends = {key: _ends(place, bases, columns, leavers) for place, key in enumerate(items)}
    low, high = ends[reason]
    first = max(ends, key=lambda key: ends[key][0].share + ends[key][1].share)
    interval = Interval(low.interval.low, high.interval.high)
    return Reweighted(part, low.share, high.share, interval, low.effective_n, first)


def _ends(
    place: int, bases: Mapping[str, int], columns: Columns, leavers: Mapping[str, int]
) -> tuple[Weighted, Weighted]:
    """The weighted share of one item with the fewest and with the most people it may stand for."""
    counts = {group: count_bounds((columns[group].items or ())[place], base) for group, base in bases.items()}
    left = {group: leavers[group] for group in bases}
    fewest, most = ({group: int(ends[end]) for group, ends in counts.items()} for end in (0, 1))
    return post_stratified(fewest, bases, left), post_stratified(most, bases, left)

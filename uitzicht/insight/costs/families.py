"""What the exits of each job family cost, where a release counts exits by family: public counts times the lines that hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from uitzicht.insight.costs import rules
from uitzicht.insight.costs.estimate import Estimate, estimate
from uitzicht.insight.costs.euros import about
from uitzicht.insight.costs.exits import Exits
from uitzicht.insight.costs.rules import Counted
from uitzicht.insight.tables import Table, TableRow
from uitzicht.ui.templatetags.ui import number


@dataclass(frozen=True, slots=True)
class FamilyCost:
    """``cost``: of all exits of the family; None where no line holds for it."""

    family: str
    exits: int
    cost: Estimate | None


def by_family(lines: Sequence[Counted], exits: Exits | None) -> list[FamilyCost]:
    """Families in which somebody left, the dearest first; [] where the release does not count exits by family."""
    if exits is None or not exits.by_family:
        return []
    found = [_family(lines, family, many) for family, many in exits.all.items()]
    return sorted(found, key=lambda one: (-(one.cost.mean if one.cost else -1.0), one.family.casefold()))


def sentences(found: Sequence[FamilyCost]) -> list[str]:
    """Which family costs most, and whether that is certain; [] where there are not two to compare."""
    known = [(one, one.cost) for one in found if one.cost]
    if len(known) < 2:
        return []
    (first, cost), (second, other) = known[:2]
    pattern = ngettext(
        "Most goes to {family}: {count} exit, {cost}.", "Most goes to {family}: {count} exits, {cost}.", first.exits
    )
    said = [pattern.format(family=label(first.family), count=number(first.exits), cost=_about(cost))]
    if _lines(cost) != _lines(other) and cost.interval.overlaps(other.interval):  # the same lines err the same way
        overlap = _("Its range overlaps that of {family}: which of the two costs more is not known.")
        said.append(overlap.format(family=label(second.family)))
    return [*said, _("A family with many people costs more because more of them leave: this is no rank.")]


def table(found: Sequence[FamilyCost]) -> Table:
    columns = (
        pgettext("cost", "Job family"),
        pgettext("cost", "Exits"),
        pgettext("cost", "Low"),
        pgettext("cost", "Likely"),
        pgettext("cost", "High"),
    )
    rows = tuple(TableRow(label(one.family), (number(one.exits), *_ends(one.cost))) for one in found)
    return Table(
        _("Euros for all exits of the family together; low to high holds the middle 95% of the draws"), columns, rows
    )


def label(family: str) -> str:
    return family or _("no job family")


def _family(lines: Sequence[Counted], family: str, many: int) -> FamilyCost:
    weights = rules.weighted(lines, {family: many})
    return FamilyCost(family, many, estimate(weights) if weights else None)


def _lines(cost: Estimate) -> set[Counted]:
    return {line for line, _mean in cost.parts}


def _ends(cost: Estimate | None) -> tuple[str | None, str | None, str | None]:
    if cost is None:
        return None, None, None
    return about(cost.interval.low), about(cost.mean), about(cost.interval.high)


def _about(cost: Estimate) -> str:
    pattern = _("about {mean}, between {low} and {high}")
    return pattern.format(mean=about(cost.mean), low=about(cost.interval.low), high=about(cost.interval.high))

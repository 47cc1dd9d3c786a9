"""What the page on cost says for one choice of job family, period and scenario, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass

from uitzicht.insight.costs import rules
from uitzicht.insight.costs.estimate import Estimate, estimate
from uitzicht.insight.costs.exits import Exits, of_family
from uitzicht.insight.costs.families import FamilyCost, by_family
from uitzicht.insight.costs.rules import EVERYBODY, Counted
from uitzicht.insight.costs.vocabulary import SEPARATE, CostKey


@dataclass(frozen=True, slots=True)
class CostPage:
    """``exits``: None where the release does not say how many left; then, and where nobody left, the cost of one exit is shown.

    ``weights``: exits that each line counts for. ``covered``: exits for which a line holds. ``undesired``: what the undesired
    exits cost. ``families``: what each job family costs, when all are asked for. ``saved``: what ``fewer`` percent fewer of them save, in ``saved_exits`` whole exits. None: nothing to add up.
    """

    family: str
    fewer: int
    release: int | None
    exits: Exits | None
    weights: dict[Counted, int]
    covered: int
    total: Estimate | None
    undesired: Estimate | None
    saved: Estimate | None
    saved_exits: int
    families: tuple[FamilyCost, ...] = ()

    @property
    def of_one_exit(self) -> bool:
        return self.exits is None or self.exits.total == 0

    @property
    def per_exit(self) -> Estimate | None:
        return self.total and self.total.times(1 / max(1, self.covered))

    @property
    def parts(self) -> dict[str, float]:
        """The mean of each line that counts, over all job families."""
        found: dict[str, float] = {}
        for line, mean in self.total.parts if self.total else ():
            found[line.key] = found.get(line.key, 0.0) + mean
        return found

    @property
    def not_counted(self) -> list[CostKey]:
        keys = {line.key for line in self.weights}
        return [] if CostKey.WHOLE in keys else [key for key in SEPARATE if key not in keys]

    @property
    def several_families(self) -> bool:
        return len({line.family for line in self.weights}) > 1


def cost_page(
    lines: Sequence[Counted], exits: Exits | None, *, family: str, fewer: int, release: int | None
) -> CostPage:
    """``exits``: of the whole organisation in the chosen period; ``family``: ``EVERYBODY`` or one job family."""
    mine = exits if exits is None or family == EVERYBODY else of_family(exits, family)
    one = mine is None or mine.total == 0
    weights = rules.weighted(lines, {family: 1} if one or mine is None else mine.all)
    undesired, saved, saved_exits = _undesired(lines, mine, fewer)
    return CostPage(
        family=family,
        fewer=fewer,
        release=release,
        exits=mine,
        weights=weights,
        covered=0 if one or mine is None else rules.covered(lines, mine.all),
        total=estimate(weights) if weights else None,
        undesired=undesired,
        saved=saved,
        saved_exits=saved_exits,
        families=tuple(by_family(lines, exits)) if family == EVERYBODY else (),
    )


def _undesired(
    lines: Sequence[Counted], exits: Exits | None, fewer: int
) -> tuple[Estimate | None, Estimate | None, int]:
    """Whole exits only: nobody leaves by half."""
    many = sum(exits.undesired.values()) if exits else 0
    weights = rules.weighted(lines, exits.undesired) if exits else {}
    if not weights:
        return None, None, 0
    cost, less = estimate(weights), round(many * fewer / 100)
    return cost, cost.times(less / many) if less else None, less

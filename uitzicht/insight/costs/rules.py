"""Which lines count for whom, what makes a line complete, and what published figures make of a salary."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.insight.costs.vocabulary import BOUSHEY, GALLUP, PUBLISHED, WORK_INSTITUTE, CostKey, Published

EVERYBODY = ""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Euros for each exit."""

    low: int
    likely: int
    high: int
    source: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A line that counts. ``family``: whose line it is; ``EVERYBODY`` for all job families."""

    family: str
    key: str
    amounts: Amounts


def ensure_complete(low: int | None, likely: int | None, high: int | None, source: str) -> Amounts | None:
    """The amounts of a line, or None for a line that is left empty: not counted, which is not the same as zero."""
    if low is None and likely is None and high is None:
        if source:
            raise Refusal(
                "cost.amounts_missing",
                _("There is a source but no amount. Fill in low, likely and high, or leave the whole line empty."),
            )
        return None
    if low is None or likely is None or high is None:
        raise Refusal(
            "cost.line_incomplete",
            _(
                "An estimate needs a range. Fill in low, likely and high, or leave the line empty: then it is not counted."
            ),
        )
    if not low <= likely <= high:
        raise Refusal(
            "cost.line_out_of_order",
            _("Low, likely and high do not stand in order. Low is at most likely, likely at most high."),
        )
    if not source:
        raise Refusal(
            "cost.source_missing",
            _(
                "A figure without a source convinces nobody. Say where it comes from: a bill, hours kept, an estimate by whom."
            ),
        )
    return Amounts(low, likely, high, source)


def ensure_counted_once(keys: Collection[str]) -> None:
    """The whole exit in one amount holds everything that the other lines hold."""
    if CostKey.WHOLE in keys and len(keys) > 1:
        raise Refusal(
            "cost.counted_twice",
            _(
                "The whole exit in one amount already holds the other lines: together they count twice."
                " Empty the one amount, or the lines."
            ),
        )


def holding(lines: Iterable[Counted], family: str) -> list[Counted]:
    """The lines that hold for a job family: its own, and those for everybody where it has none. One amount for the whole exit
    never stands beside separate lines: then only what the family has of its own holds."""
    known = list(lines)
    own = {line.key: line for line in known if line.family == family}
    general = {line.key: line for line in known if line.family == EVERYBODY}
    if own and (CostKey.WHOLE in own or CostKey.WHOLE in general):
        general = {}
    found = general | own
    return [found[key] for key in CostKey if key in found]


def weighted(lines: Iterable[Counted], exits: Mapping[str, int]) -> dict[Counted, int]:
    """How many exits each line counts for, from ``exits`` by job family; in the order of the lines."""
    known = list(lines)
    found: Counter[Counted] = Counter()
    for family, many in exits.items():
        for line in holding(known, family):
            found[line] += many
    order = list(CostKey)
    return dict(sorted(found.items(), key=lambda one: (order.index(CostKey(one[0].key)), one[0].family)))


def covered(lines: Iterable[Counted], exits: Mapping[str, int]) -> int:
    """Exits for which at least one line holds."""
    known = list(lines)
    return sum(many for family, many in exits.items() if holding(known, family))


def starting_line(salary: int, work: str) -> Amounts:
    """The range that published figures span for a yearly salary: a suggestion to begin with, not a norm."""
    gallup = next(one for one in GALLUP if one.work == work)
    shares = (BOUSHEY.share, WORK_INSTITUTE.share, gallup.share)
    low, likely, high = (round(round(salary * share), -2) for share in shares)
    return Amounts(low, likely, high, ", ".join(one.source for one in (BOUSHEY, WORK_INSTITUTE, gallup)))


def starting_values(salary: int) -> list[tuple[Published, int]]:
    """Every published share with what it makes of a yearly salary, in euros."""
    return [(one, round(salary * one.share)) for one in PUBLISHED]

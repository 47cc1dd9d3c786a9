"""What an action aims at, as far as a release can follow it: a rate of the staff list, or an answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from uitzicht.actions.effect.vocabulary import Scale
from uitzicht.insight.measures.turnover import ALL, DESIRABILITY, PARTS, Counts
from uitzicht.insight.published import Published
from uitzicht.insight.vocabulary import Kind

if TYPE_CHECKING:
    from uitzicht.actions.models import Action

TURNOVER = "turnover"
FAMILIES = ("turnover", "kind", "desirability", "first_year", "stability")
HALVING, DOUBLING = 0.5, 2.0


@dataclass(frozen=True, slots=True)
class Aim:
    """``family``: which rate of the measure turnover, "" for an answer. ``effective_on``: None while nothing works yet.

    ``ratio``: the smallest change of the counted rate that the time after must be able to show.
    """

    release: int
    unit: str
    kind: Kind
    question: str
    item: str
    family: str
    is_up: bool
    effective_on: date | None

    @property
    def is_rate(self) -> bool:
        return bool(self.family)

    @property
    def scale(self) -> Scale:
        return Scale.PART if self.family in ("first_year", "stability") else Scale.RATE

    @property
    def ratio(self) -> float:
        """Stability is counted as those who did not stay, so more of it is fewer of them."""
        return DOUBLING if self.is_up != (self.family == "stability") else HALVING

    def is_same_figure(self, other: "Aim") -> bool:
        """Rates of one staff list move together (who left is in all of them), and so do the answers to one question."""
        return (self.is_rate and other.is_rate) or (self.question == other.question and bool(self.question))


def aim_of(action: "Action") -> Aim:
    family = action.question.partition(".")[0] if action.measure == TURNOVER else ""
    return Aim(
        release=action.release,
        unit=action.unit,
        kind=Kind(action.kind or Kind.ALL),
        question=action.question,
        item=action.item,
        family=family if family in FAMILIES else "",
        is_up=action.direction == "up",
        effective_on=action.effective_on,
    )


def is_followed(aim: Aim, of: Published) -> bool:
    """Whether a release holds this figure in a form that is followed over time."""
    if aim.is_rate:
        return True
    question = of.questions.get(aim.question)
    return question is not None and aim.item in question["items"]


def counted(aim: Aim, row: Counts) -> tuple[int, float]:
    """Events and exposure of one unit in one period. A part is of leavers, or of who worked here at the start."""
    leavers = sum(row["kinds"].values())
    match aim.family:
        case "first_year":
            return row["first_year"], leavers
        case "stability":
            return row["at_start"] - row["still_here"], row["at_start"]
        case "desirability":
            return row["desirability"].get(DESIRABILITY.get(aim.item, aim.item), 0), row["person_years"]
        case "kind":
            return row["kinds"].get("" if aim.item == "unknown" else aim.item, 0), row["person_years"]
    return (leavers if aim.item == ALL else _of(PARTS.get(aim.item, ()), row)), row["person_years"]


def _of(kinds: Iterable[str], row: Counts) -> int:
    return sum(row["kinds"].get(kind, 0) for kind in kinds)

"""What fewer departures are worth a year, at the lines of cost that were decided. See docs/methods/effects.md."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.actions.effect.aims import Aim
from uitzicht.actions.effect.vocabulary import EffectState, Outcome, Scale, Worth
from uitzicht.core.statistics.rates import DAYS_IN_A_YEAR
from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.costs.estimate import estimate
from uitzicht.insight.costs.euros import about, euros
from uitzicht.insight.costs.queries import counted_lines
from uitzicht.insight.costs.rules import EVERYBODY, weighted
from uitzicht.ui.templatetags.ui import number

ONE_IN = 4


def worth(found: Outcome, aim: Aim, cost: float | None) -> Worth | None:
    """For fewer departures only; None where no line of cost holds for everybody, or nobody would be kept.

    Measured where an effect is shown: leavers avoided and their interval. Otherwise what one in four fewer would be.
    """
    if found.scale is not Scale.RATE or aim.is_up or found.own is None:
        return None
    weights = weighted(counted_lines(), {EVERYBODY: 1})
    measured = found.state is EffectState.SHOWN and found.interval is not None and found.change is not None
    avoided = _avoided(found) if measured else _one_in_four(found)
    exits = round(avoided[1])
    if not weights or exits < 1:
        return None
    of_one = estimate(weights)
    low, likely, high = (
        of_one.interval.low * round(avoided[0]),
        of_one.mean * exits,
        of_one.interval.high * round(avoided[2]),
    )
    return Worth(exits, low, likely, high, measured, tuple(_said(exits, (low, likely, high), measured, cost)))


def _avoided(found: Outcome) -> tuple[float, float, float]:
    """Leavers a year that the effect keeps: at the cautious end, likely, and at the other end of the interval."""
    interval = found.interval or Interval(1, 1)
    a_year = _a_year(found)
    return a_year * (1 - interval.high), a_year * (1 - (found.change or 1)), a_year * (1 - interval.low)


def _one_in_four(found: Outcome) -> tuple[float, float, float]:
    part = _a_year(found) / ONE_IN
    return part, part, part


def _a_year(found: Outcome) -> float:
    """Departures a year at the rate of before and the size of the last period."""
    last = found.series[-1]
    people = last.exposure / ((last.end - last.first).days / DAYS_IN_A_YEAR)
    return found.own.before.value * people if found.own else 0.0


def _said(exits: int, amounts: tuple[float, float, float], measured: bool, cost: float | None) -> list[str]:
    low, likely, high = map(about, amounts)
    values = {"exits": number(exits), "likely": likely, "low": low, "high": high}
    pattern = (
        ngettext(
            "{exits} departure fewer a year is worth about {likely} a year (between {low} and {high}).",
            "{exits} departures fewer a year are worth about {likely} a year (between {low} and {high}).",
            exits,
        )
        if measured
        else ngettext(
            "One departure in four fewer is {exits} a year. That would be worth about {likely} a year"
            " (between {low} and {high}).",
            "One departure in four fewer is {exits} a year. That would be worth about {likely} a year"
            " (between {low} and {high}).",
            exits,
        )
    )
    said = [pattern.format(**values), _("At the lines of cost in force, which are estimates.")]
    if not measured:
        said.append(_("It says nothing about whether this action brings that about."))
    if cost is not None:
        said.append(_("The action itself costs {cost}.").format(cost=euros(cost)))
    return said

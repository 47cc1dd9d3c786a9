"""The effect on an answer: the frozen figure of the finding beside the people who left after the action began to work.

Nothing is subtracted: only years that a later release publishes on their own, in which nobody of the first release is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from uitzicht.actions.effect.aims import Aim
from uitzicht.actions.effect.rates import verdict
from uitzicht.actions.effect.vocabulary import Design, EffectState, Outcome, Scale, Side, Sides, Why
from uitzicht.core.statistics.differences import difference
from uitzicht.core.statistics.means import mean_interval
from uitzicht.core.statistics.shares import wilson
from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.cells import Exact
from uitzicht.insight.earlier.since import Since, strata_of
from uitzicht.insight.published import Published
from uitzicht.insight.rules import ENOUGH
from uitzicht.insight.strata import Column, joined

DEEPEST = 1  # years of their own are published for the organisation and the units right under it


@dataclass(frozen=True, slots=True)
class _Change:
    gap: float
    interval: Interval


def outcome(then: Published, now: Since, aim: Aim, others: Sequence[str], *, since: date) -> Outcome:
    """``then``: the release of the finding; ``now``: the newest one, as it tells of who came in since."""
    scale = Scale.MEAN if then.questions[aim.question]["type"] == "score" else Scale.SHARE
    found = Outcome(EffectState.CANNOT_TELL, scale)
    if aim.unit not in now.parents:
        return replace(found, why=Why.UNIT_GONE)
    before = _side(then, then.column(aim.question, aim.unit, aim.kind), aim, scale)
    if before is None:
        return replace(found, why=Why.BANDED)
    if before.base < ENOUGH:
        return replace(found, why=Why.FEW_BEFORE)
    if now.depth(aim.unit) > DEEPEST:
        return replace(found, why=Why.NO_YEARS, own=Sides(before, None))
    column = _since(now, [aim.unit], aim, since)
    if column is None or not isinstance(column.base, Exact):
        return _too_early(replace(found, own=Sides(before, None)), ENOUGH, now, since)
    after = _side(now, column, aim, scale)
    if after is None:
        return replace(found, why=Why.BANDED, own=Sides(before, None))
    found = _measured(replace(found, own=Sides(before, after)), _beside(then, now, aim, others, since, scale))
    if after.base < ENOUGH or found.interval is None:
        return _too_early(found, max(1, ENOUGH - int(after.base)), now, since)
    return replace(found, state=verdict(found.interval, none=0.0, is_up=aim.is_up))


def _measured(found: Outcome, others: Sides | None) -> Outcome:
    """With the change, less that of the comparison units where there are any."""
    own = _change(found.own)
    beside = _change(others)
    if own is None:
        return found
    if beside is None:
        return replace(found, change=own.gap, interval=own.interval)
    interval = difference(beside.gap, beside.interval, own.gap, own.interval)
    return replace(found, design=Design.BESIDE, change=own.gap - beside.gap, interval=interval, others=others)


def _change(sides: Sides | None) -> _Change | None:
    if sides is None or sides.after is None:
        return None
    one, other = sides.before, sides.after
    return _Change(other.value - one.value, difference(one.value, one.interval, other.value, other.interval))


def _beside(then: Published, now: Since, aim: Aim, others: Iterable[str], since: date, scale: Scale) -> Sides | None:
    """The comparison units that show this figure exactly, then and since, added up; None for fewer than enough answers."""
    found: list[tuple[Column, Column]] = []
    for unit in others:
        first = then.column(aim.question, unit, aim.kind) if unit in then.parents else None
        later = _since(now, [unit], aim, since)
        if first and later and _side(then, first, aim, scale) and _side(now, later, aim, scale):
            found.append((first, later))
    if not found:
        return None
    is_score = scale is Scale.MEAN
    firsts, laters = ([pair[end] for pair in found] for end in (0, 1))
    before = _side(then, joined(firsts, k=then.k, score=is_score), aim, scale)
    after = _side(now, joined(laters, k=now.k, score=is_score), aim, scale)
    if before is None or after is None or min(before.base, after.base) < ENOUGH:
        return None
    return Sides(before, after)


def _since(now: Since, units: Sequence[str], aim: Aim, since: date) -> Column | None:
    """Years of these units that began when the action worked, added from displayed cells; None where there is none."""
    columns = [
        now.period_column(aim.question, unit, year, aim.kind)
        for unit in units
        for year in now.years(unit, strata_of(aim.question, aim.kind))
        if year.isdecimal() and date(int(year), 1, 1) >= since
    ]
    if not columns:
        return None
    return joined(columns, k=now.k, score=now.questions[aim.question]["type"] == "score")


def _side(of: Published, column: Column, aim: Aim, scale: Scale) -> Side | None:
    """None where the base or the item is not exact: a band is never made into a number."""
    if not isinstance(column.base, Exact) or column.items is None or column.base.value < 1:
        return None
    cell = column.items[list(of.questions[aim.question]["items"]).index(aim.item)]
    if not isinstance(cell, Exact):
        return None
    base = int(column.base.value)
    if scale is Scale.MEAN:
        interval = mean_interval(cell.value, base, half_step=column.half_step)
        return Side(cell.value, interval, None, base)
    return Side(cell.value / base, wilson(int(cell.value), base), int(cell.value), base)


def _too_early(found: Outcome, needed: int, now: Published, since: date) -> Outcome:
    """About when there are enough answers, at the pace so far; None while none came in."""
    after = found.own.after if found.own else None
    days = (now.released.released_on - since).days
    when = None
    if after and days > 0:
        when = now.released.released_on + timedelta(days=round(days / after.base * needed))
    return replace(found, state=EffectState.TOO_EARLY, needed=needed, expected_on=when)

"""The effect on a rate of the staff list, from the newest release: before and after, beside units where nothing was done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from uitzicht.actions.effect.aims import Aim, counted
from uitzicht.actions.effect.vocabulary import Design, EffectState, Outcome, Scale, Side, Sides, Stretch, Why
from uitzicht.core.statistics.effects import (
    Effect,
    Period,
    before_and_after,
    interrupted_beside,
    leavers_to_expect,
    slope_inflation,
)
from uitzicht.core.statistics.rates import DAYS_IN_A_YEAR, rate, rate_ratio
from uitzicht.core.statistics.shares import wilson
from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.measures.turnover import counted as counts_of
from uitzicht.insight.measures.turnover import periods
from uitzicht.insight.published import Published

FEWEST_BEFORE, FEWEST_AFTER = 3, 2  # periods of an interrupted series
FARTHEST = 10  # years ahead: further away no day is named
Split = tuple[tuple[Stretch, ...], tuple[Stretch, ...]]


def outcome(of: Published, aim: Aim, others: Sequence[str], *, since: date) -> Outcome:
    """``others``: comparison units; ``since``: the day from which the action works."""
    own = stretches(of, (aim.unit,), aim)
    if not own:
        return Outcome(EffectState.CANNOT_TELL, aim.scale, why=Why.NO_STAFF)
    if aim.family == "desirability" and not _all_of_enough(of, (aim.unit,), own):
        return Outcome(EffectState.CANNOT_TELL, aim.scale, why=Why.BANDED)
    before, after = split(own, since)
    if not sum(one.events for one in before):
        return Outcome(EffectState.CANNOT_TELL, aim.scale, why=Why.FEW_BEFORE, series=own)
    beside = _beside(of, others, aim, own, since)
    found = Outcome(
        EffectState.TOO_EARLY,
        aim.scale,
        design=Design.BESIDE if beside else Design.ALONE,
        own=_sides(before, after, aim.scale),
        series=own,
    )
    if beside:
        then, now = split(beside, since)
        found = replace(found, others=_sides(then, now, aim.scale), other_series=beside)
    return _judged(_measured(found, aim, since), aim, since)


def stretches(of: Published, units: Sequence[str], aim: Aim) -> tuple[Stretch, ...]:
    """The figure of these units together in every period of the release in which anybody worked there, oldest first."""
    found = []
    for period in periods(of):
        rows = [row for unit in units if (row := counts_of(of, unit, period))]
        if aim.family == "stability" and not period.is_full:
            continue
        events, exposure = (
            (sum(parts) for parts in zip(*(counted(aim, row) for row in rows), strict=True)) if rows else (0, 0)
        )
        if exposure > 0:
            found.append(Stretch(period.name, period.first, period.end, int(events), float(exposure)))
    return tuple(found)


def split(series: Sequence[Stretch], since: date) -> Split:
    """Periods that ended before the action worked, and those that began with it or later. The one in between is neither."""
    return tuple(one for one in series if one.end <= since), tuple(one for one in series if one.first >= since)


def _beside(of: Published, others: Sequence[str], aim: Aim, own: Sequence[Stretch], since: date) -> tuple[Stretch, ...]:
    """The comparison, for the same periods; () where it has nobody before, or not every period."""
    series = stretches(of, others, aim) if others else ()
    if aim.family == "desirability" and not _all_of_enough(of, others, series):
        return ()
    known = {one.name: one for one in series}
    if any(one.name not in known for one in own):
        return ()
    kept = tuple(known[one.name] for one in own)
    return kept if sum(one.events for one in split(kept, since)[0]) else ()


def _all_of_enough(of: Published, units: Sequence[str], series: Sequence[Stretch]) -> bool:
    """Whether k people or more left in every period: what HR thought of one departure is no figure."""
    by_name = {period.name: period for period in periods(of)}
    return all(
        sum(sum(row["kinds"].values()) for unit in units if (row := counts_of(of, unit, by_name[one.name]))) >= of.k
        for one in series
    )


def _measured(found: Outcome, aim: Aim, since: date) -> Outcome:
    """With the change and its interval, by the design that the periods and leavers are enough for, whatever it shows."""
    (before, after), (then, now) = split(found.series, since), split(found.other_series, since)
    if not _exposure(after):
        return found
    if not found.others:
        ratio = rate_ratio(_events(after), _exposure(after), _events(before), _exposure(before))
        return replace(found, change=ratio.value, interval=ratio.interval)
    effect = _in_series(found, aim, since)
    if effect:
        return replace(found, design=Design.SERIES, change=effect.ratio, interval=effect.interval)
    effect = before_and_after(_period(before), _period(after), _period(then), _period(now))
    return replace(found, change=effect.ratio, interval=effect.interval)


def _in_series(found: Outcome, aim: Aim, since: date) -> Effect | None:
    """None for too few periods or leavers to estimate a slope, or where the series do not determine one."""
    (before, after), (then, now) = split(found.series, since), split(found.other_series, since)
    at = len(before)
    if at < FEWEST_BEFORE or len(after) < FEWEST_AFTER:
        return None
    times = [_middle(one, since) for one in (*before, *after)]
    needed = leavers_to_expect(
        _events(before), aim.ratio, others_before=_events(then), inflation=slope_inflation(times, at)
    )
    if needed is None or _expected(before, after) < needed:
        return None
    own, others = (*before, *after), (*then, *now)
    try:
        return interrupted_beside(
            [one.events for one in own],
            [one.exposure for one in own],
            [one.events for one in others],
            [one.exposure for one in others],
            at,
            times,
        )
    except ValueError:
        return None


def _judged(found: Outcome, aim: Aim, since: date) -> Outcome:
    """Nothing is concluded before the time after could show a halving (or doubling); then the interval decides."""
    before, after = split(found.series, since)
    others_before = _events(split(found.other_series, since)[0]) if found.others else None
    needed = leavers_to_expect(_events(before), aim.ratio, others_before=others_before)
    if needed is None:
        return replace(found, state=EffectState.CANNOT_TELL, why=Why.FEW_BEFORE)
    lacking = needed - _expected(before, after)
    if found.interval is None or lacking > 0:
        more = max(1, ceil(lacking))
        return replace(found, needed=more, expected_on=_when(more, before, after, found.series, since))
    return replace(found, state=verdict(found.interval, none=1.0, is_up=aim.ratio > 1))


def verdict(interval: Interval, *, none: float, is_up: bool) -> EffectState:
    """``none``: the value that means no change."""
    if interval.low <= none <= interval.high:
        return EffectState.NOT_SHOWN
    return EffectState.SHOWN if (interval.low > none) == is_up else EffectState.OPPOSITE


def _expected(before: Sequence[Stretch], after: Sequence[Stretch]) -> float:
    """Leavers of the time after at the pace of before."""
    return _events(before) / _exposure(before) * _exposure(after)


def _when(
    more: int, before: Sequence[Stretch], after: Sequence[Stretch], series: Sequence[Stretch], since: date
) -> date | None:
    """About when ``more`` leavers are there, at the pace of before and the size of now; None when that is far away."""
    last = after or before
    a_year = _events(before) / _exposure(before) * _exposure(last) / _years(last)
    years = more / a_year
    end = max(series[-1].end, since)
    return end + timedelta(days=round(years * DAYS_IN_A_YEAR)) if years <= FARTHEST else None


def _sides(before: Sequence[Stretch], after: Sequence[Stretch], scale: Scale) -> Sides:
    return Sides(_side(before, scale), _side(after, scale) if _exposure(after) else None)


def _side(series: Sequence[Stretch], scale: Scale) -> Side:
    return side_of(_events(series), _exposure(series), scale)


def side_of(events: int, exposure: float, scale: Scale) -> Side:
    """A rate with its exact interval, or a part of people with Wilson's."""
    if scale is Scale.PART:
        return Side(events / exposure, wilson(events, round(exposure)), events, exposure)
    found = rate(events, exposure)
    return Side(found.value, found.interval, events, exposure)


def _period(series: Sequence[Stretch]) -> Period:
    return Period(_events(series), _exposure(series))


def _events(series: Sequence[Stretch]) -> int:
    return sum(one.events for one in series)


def _exposure(series: Sequence[Stretch]) -> float:
    return sum(one.exposure for one in series)


def _years(series: Sequence[Stretch]) -> float:
    return sum((one.end - one.first).days for one in series) / DAYS_IN_A_YEAR


def _middle(one: Stretch, since: date) -> float:
    """Years from the action to the middle of a period."""
    return ((one.first - since).days + (one.end - since).days) / 2 / DAYS_IN_A_YEAR

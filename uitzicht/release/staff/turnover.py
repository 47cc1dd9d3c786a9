"""Turnover as public counts: person-years and leavers, by year and unit, and by group. Rates are computed where they are read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from uitzicht.core.statistics.rates import person_years
from uitzicht.people.rules import tenure_years
from uitzicht.release.staff.stays import Stay

Json = dict[str, Any]
Period = tuple[str, date, date]  # name, first day, the day after the last
DECIMALS = 4


def periods(observed_from: date, on: date) -> list[Period]:
    """Calendar years from the first observed day up to, not including, ``on``; the first and the last may be parts."""
    years = range(observed_from.year, on.year + 1)
    cut = ((str(year), max(observed_from, date(year, 1, 1)), min(on, date(year + 1, 1, 1))) for year in years)
    return [(name, first, end) for name, first, end in cut if first < end]


def turnover(stays: Sequence[Stay], parents: Mapping[str, str | None], observed_from: date, on: date) -> Json:
    """``periods``: [name, first day, day after the last]. ``units``: unit -> period -> counts, with everything below it:

    ``person_years``; ``at_start``: people on the first day, ``still_here``: those of them who are there at the end;
    ``kinds``: leavers by kind ("" not registered), ``desirability``: by desirability, ``first_year``: within a year of hiring;
    ``returned``: people who began in this unit and had worked in the organisation before (absent in older releases).
    Somebody who moves to another unit is no leaver of the first. A unit without people in a period is left out.

    ``families``: job family at exit ("" none) -> period -> ``kinds`` and ``desirability``: the leavers of the whole organisation
    once more, so the families add up to it. Periods without leavers are left out; empty where the staff list knows no families.
    """
    found = periods(observed_from, on)
    units: dict[str, Json] = {}
    by_unit = _by_unit(stays, parents)
    returned = _returned(stays, parents)
    for unit, (held, left) in by_unit.items():
        rows = {
            name: _counts(held, left, first, end) | {"returned": sum(first <= day < end for day in returned[unit])}
            for name, first, end in found
        }
        rows = {name: row for name, row in rows.items() if row["person_years"] or row["kinds"]}
        if rows:
            units[unit] = rows
    return {
        "periods": [[name, first.isoformat(), end.isoformat()] for name, first, end in found],
        "units": units,
        "families": _families(stays, found),
    }


def by_group(stays: Sequence[Stay], cuts: Iterable[str], observed_from: date, on: date) -> Json:
    """Cut -> value -> ``person_years``, ``leavers`` and ``resignations`` since the first observed day. Values are those at
    hiring, which do not change."""
    found: Json = {}
    for cut in cuts:
        groups: dict[str, list[Stay]] = {}
        for stay in stays:
            groups.setdefault(stay.values[cut], []).append(stay)
        found[cut] = {value: _group(members, observed_from, on) for value, members in sorted(groups.items())}
    return found


Held = tuple[date, date | None, int]  # first day, day after the last, who
Left = tuple[date, Stay]


def _by_unit(stays: Sequence[Stay], parents: Mapping[str, str | None]) -> dict[str, tuple[list[Held], list[Left]]]:
    found: dict[str, tuple[list[Held], list[Left]]] = {unit: ([], []) for unit in parents}
    root = next(unit for unit, above in parents.items() if above is None)
    for who, stay in enumerate(stays):
        for piece in stay.slices:
            end = min(filter(None, (piece.end, stay.end)), default=None)
            for unit in _upward(piece.unit, parents):
                found[unit][0].append((piece.first, end, who))
        if not stay.slices:
            found[root][0].append((stay.started_on, stay.end, who))
        if stay.end is not None:
            for unit in _upward(stay.unit or root, parents):
                found[unit][1].append((stay.end, stay))
    return found


def _returned(stays: Sequence[Stay], parents: Mapping[str, str | None]) -> dict[str, list[date]]:
    """By unit, with everything below it: the days on which people began who had worked here before."""
    found: dict[str, list[date]] = {unit: [] for unit in parents}
    root = next(unit for unit, above in parents.items() if above is None)
    for stay in stays:
        if stay.returned:
            for unit in _upward(stay.slices[0].unit if stay.slices else root, parents):
                found[unit].append(stay.started_on)
    return found


def _families(stays: Sequence[Stay], found: Sequence[Period]) -> Json:
    families: dict[str, Json] = {}
    for name, first, end in found:
        leavers: dict[str, list[Stay]] = {}
        for stay in stays:
            if stay.end is not None and first < stay.end <= end:
                leavers.setdefault(stay.job_family, []).append(stay)
        for family, left in leavers.items():
            families.setdefault(family, {})[name] = _how(left)
    return families if any(stay.job_family for stay in stays) else {}


def _how(leavers: Sequence[Stay]) -> Json:
    return {
        "kinds": dict(Counter(stay.kind for stay in leavers)),
        "desirability": dict(Counter(stay.desirability for stay in leavers)),
    }


def _upward(unit: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    at: str | None = unit
    while at is not None:
        yield at
        at = parents[at]


def _counts(held: Sequence[Held], left: Sequence[Left], first: date, end: date) -> Json:
    there = {who for began, gone, who in held if began <= first and (gone is None or gone > first)}
    still = {who for began, gone, who in held if began < end and (gone is None or gone >= end)}
    leavers = [stay for gone, stay in left if first < gone <= end]
    return {
        "person_years": round(person_years(((began, gone) for began, gone, _ in held), first, end), DECIMALS),
        "at_start": len(there),
        "still_here": len(there & still),
        **_how(leavers),
        "first_year": sum(stay.end is not None and tenure_years(stay.started_on, stay.end) < 1 for stay in leavers),
    }


def _group(members: Sequence[Stay], observed_from: date, on: date) -> Json:
    left = [stay for stay in members if stay.end is not None and observed_from < stay.end <= on]
    return {
        "person_years": round(
            person_years(((stay.started_on, stay.end) for stay in members), observed_from, on), DECIMALS
        ),
        "leavers": len(left),
        "resignations": sum(stay.kind == "resignation" for stay in left),
    }

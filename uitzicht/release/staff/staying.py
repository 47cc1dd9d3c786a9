"""How long people stay, from the staff list: survival with delayed entry, as public figures drawn once at release time."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import numpy as np

from uitzicht.core.statistics.survival import Curve, Spells, cumulative_incidence, kaplan_meier, log_rank, spells
from uitzicht.release.staff.stays import Stay

Json = dict[str, Any]
MONTH = 365.25 / 12
FEWEST_LEFT = 10  # leavers in a group under which a curve says nothing
LONGEST = 240  # months that are drawn
DECIMALS = 4
RESIGNATION = "resignation"


def staying(stays: Sequence[Stay], cuts: Iterable[str], observed_from: date, on: date) -> Json:
    """``all``: the curve of everybody, and ``kinds``: for each kind of departure how many have left that way by then.
    ``cuts``: cut -> ``values``: value -> curve, with ``log_rank`` over the values that have one.

    The event of a curve of a group is a resignation; who leaves otherwise is censored. Time is months since hiring, at risk from
    the first observed day. A curve: ``people``, ``leavers``, ``steps``: [month, share still here, low, high, at risk].
    """
    observed = [(stay, spell) for stay in stays if (spell := _spell(stay, observed_from, on))]
    if not observed:
        return {}
    members, rows = [stay for stay, _ in observed], [spell for _, spell in observed]
    everybody = _spells(rows)
    kinds = cumulative_incidence(everybody, [stay.kind for stay in members]) if everybody.left.any() else {}
    return {
        "all": _curve(everybody, kaplan_meier(everybody)),
        "kinds": {kind: _steps(curve) for kind, curve in kinds.items()},
        "cuts": {cut: _by_value(members, rows, cut) for cut in cuts},
    }


Spell = tuple[float, float, bool]


def _spell(stay: Stay, observed_from: date, on: date) -> Spell | None:
    """Months since hiring: from when observed, until when, and whether they left then."""
    end = min(stay.end or on, on)
    entry, exit = (max(observed_from, stay.started_on) - stay.started_on).days, (end - stay.started_on).days
    if exit <= entry:
        return None
    return entry / MONTH, exit / MONTH, stay.end is not None and stay.end <= on


def _spells(rows: Sequence[Spell]) -> Spells:
    entry, exit, left = zip(*rows, strict=True)
    return spells(exit, left, entry)


def _by_value(members: Sequence[Stay], rows: Sequence[Spell], cut: str) -> Json:
    groups: dict[str, list[Spell]] = {}
    for stay, (entry, exit, left) in zip(members, rows, strict=True):
        groups.setdefault(stay.values[cut], []).append((entry, exit, left and stay.kind == RESIGNATION))
    large = {
        value: _spells(group) for value, group in sorted(groups.items()) if sum(row[2] for row in group) >= FEWEST_LEFT
    }
    found: Json = {"values": {value: _curve(group, kaplan_meier(group)) for value, group in large.items()}}
    if len(large) > 1:
        test = log_rank(list(large.values()))
        found["log_rank"] = {"chi2": round(test.chi2, DECIMALS), "df": test.df, "p": test.p}
    return found


def _curve(observed: Spells, curve: Curve) -> Json:
    return {"people": len(observed), "leavers": int(observed.left.sum()), "steps": _steps(curve)}


def _steps(curve: Curve) -> list[list[float]]:
    """One step a month at most, at the last departure of that month."""
    month = np.floor(curve.times).astype(int)
    last = np.nonzero(np.diff(month, append=LONGEST + 1) > 0)[0]
    return [
        [
            int(month[at]),
            *(round(float(column[at]), DECIMALS) for column in (curve.value, curve.low, curve.high)),
            int(curve.at_risk[at]),
        ]
        for at in last
        if month[at] <= LONGEST
    ]

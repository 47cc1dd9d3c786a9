"""Hand-made releases to measure actions by: three terminals beside each other, with departures in every year."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tests.insight.documents import a_release
from uitzicht.actions.effect.aims import Aim
from uitzicht.insight.published import Published
from uitzicht.insight.vocabulary import Kind

ROOT, NORTH, SOUTH, EAST, DEEP = "1", "2", "3", "4", "5"
UNITS = {
    ROOT: {"parent": None, "label": "Havenlicht"},
    NORTH: {"parent": ROOT, "label": "Noord"},
    SOUTH: {"parent": ROOT, "label": "Zuid"},
    EAST: {"parent": ROOT, "label": "Oost"},
    DEEP: {"parent": NORTH, "label": "Kraan"},
}
ITEMS = ("career", "terms", "other")
Json = dict[str, Any]


def years(first: int, many: int, *, until: date | None = None) -> list[list[str]]:
    """Whole years, the last one perhaps in part."""
    found = [[str(y), f"{y}-01-01", f"{y + 1}-01-01"] for y in range(first, first + many)]
    if until:
        found[-1][2] = until.isoformat()
    return found


def counts(events: int, exposure: float, **more: Any) -> Json:
    """Resignations in one period."""
    return {
        "person_years": exposure,
        "at_start": round(exposure),
        "still_here": max(0, round(exposure) - events),
        "kinds": {"resignation": events},
        "desirability": {"undesired": events},
        "first_year": events // 2,
    } | more


def staffed(
    periods: Sequence[Sequence[str]], units: Mapping[str, Sequence[tuple[int, float]]], *, number: int = 9
) -> Published:
    """A release with these departures and person-years of each unit, one pair for each period."""
    rows = {
        unit: {period[0]: counts(*pair) for period, pair in zip(periods, pairs, strict=True)}
        for unit, pairs in units.items()
    }
    turnover = {"periods": [list(period) for period in periods], "units": rows}
    document = a_document(number, periods[-1][2])
    document["public"]["staff"] = {"observed_from": periods[0][1], "turnover": turnover}
    return Published(a_release(document))


def a_document(
    number: int, released_on: str, *, groups: Sequence[Json] = (), cells: Mapping[str, Json] | None = None
) -> Json:
    """A release without answers, or with these groups and cells of the main reason."""
    labels = {"nl": "belangrijkste reden", "en": "main reason"}
    question = {
        "key": "main_reason",
        "type": "choice",
        "items": list(ITEMS),
        "measure": "reasons",
        "area": None,
        "labels": labels,
        "item_labels": {item: {"nl": item, "en": item} for item in ITEMS},
    }
    score = question | {
        "key": "satisfaction.terms",
        "type": "score",
        "items": ["mean"],
        "labels": {"en": "terms of employment"},
    }
    return {
        "format": "uitzicht-release/1",
        "release": number,
        "released_on": released_on,
        "parameters": {"k": 5, "k_sensitive": 10, "c": 1, "patience": 2, "m": 3, "score_margin": 7},
        "units": UNITS,
        "bundles": [],
        "questions": [question, score],
        "groups": list(groups),
        "cells": dict(cells or {}),
        "waiting": [],
        "public": {"leavers": 0, "respondents": 0, "released": 0, "waiting": 0},
    }


def group(unit: str, bundles: Sequence[str], *, size: int, period: str = "") -> Json:
    ident = f"{unit}:resignation" + (f":{period}" if period else "")
    return {
        "id": ident,
        "unit": unit,
        "stratum": "resignation",
        "size": size,
        "bundles": list(bundles),
        "period": period,
    }


def an_aim(**changes: Any) -> Aim:
    """Less voluntary turnover in the north, from the first of 2024 on."""
    usual: dict[str, Any] = {
        "release": 1,
        "unit": NORTH,
        "kind": Kind.ALL,
        "question": "turnover.2023",
        "item": "voluntary",
        "family": "turnover",
        "is_up": False,
        "effective_on": date(2024, 1, 1),
    }
    return Aim(**(usual | changes))

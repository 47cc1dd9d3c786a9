"""A release document of 100,000 leavers, written directly: seeded numbers in the form and of the size of the contract."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import numpy as np

from benchmarks.house import BY

LEAVERS, DIVISIONS, TEAMS, PER_BUNDLE = 100_000, 20, 19, 10
STRATA = {"resignation": 0.7, "other": 0.3}
YEARS = tuple(str(year) for year in range(2021, 2027))
CUTS = {
    "gender": ("woman", "man", "other", ""),
    "age": ("-24", "25-34", "35-44", "45-54", "55+", ""),
    "tenure": ("0-1", "1-2", "2-5", "5-10", "10+"),
    "working_time": ("full_time", "part_time", ""),
    "contract": ("permanent", "fixed_term", ""),
}
Json = dict[str, Any]


def a_large_document() -> Json:
    """Twenty divisions of nineteen teams; 100,000 leavers who answered, ten to a bundle, over six years."""
    from uitzicht.release.questions import conversation_questions

    chance, asked = np.random.default_rng(1), [_question(one) for one in conversation_questions()]
    units = _units()
    groups, members = _groups(units, chance)
    return {
        "format": "uitzicht-release/1",
        "release": 1,
        "released_on": "2026-11-02",
        "parameters": {"k": 5, "k_sensitive": 10, "c": 1, "patience": 2, "m": 3, "score_margin": 7},
        "units": units,
        "bundles": [],
        "questions": asked,
        "groups": groups,
        "cells": {question["key"]: _cells(question, members, chance) for question in asked},
        "cuts": [_cut(key, values) for key, values in CUTS.items()],
        "view_questions": [q["key"] for q in asked if not q["sensitive"] and not q["key"].startswith("change.")],
        "view_bundles": [],
        **_views(asked, chance),
        "waiting": [],
        "public": _public(units, chance),
    }


def _units() -> dict[str, Json]:
    found: dict[str, Json] = {"1": {"parent": None, "label": "Havenlicht"}}
    for division in range(DIVISIONS):
        key = str(2 + division)
        found[key] = {"parent": "1", "label": f"Division {division:02d}"}
        found |= {f"{key}{team:02d}": {"parent": key, "label": f"Team {division}.{team}"} for team in range(TEAMS)}
    return found


def _groups(units: Mapping[str, Json], chance: np.random.Generator) -> tuple[list[Json], dict[str, int]]:
    """Groups with their bundles, and how many people each holds."""
    teams = [unit for unit in units if len(unit) > 2]
    bundles: dict[str, list[str]] = {}
    for number in range(LEAVERS // PER_BUNDLE):
        unit: str | None = teams[int(chance.integers(len(teams)))]
        stratum, year = chance.choice(list(STRATA), p=list(STRATA.values())), YEARS[int(chance.integers(len(YEARS)))]
        while unit is not None:
            bundles.setdefault(f"{unit}:{stratum}:", []).append(f"1-{number:05d}")
            if len(unit) <= 2:
                bundles.setdefault(f"{unit}:{stratum}:{year}", []).append(f"1-{number:05d}")
            unit = units[unit]["parent"]
    rows = [
        dict(zip(("unit", "stratum", "period"), place.split(":"), strict=True))
        | {"id": place.removesuffix(":"), "size": PER_BUNDLE * len(held), "bundles": held}
        for place, held in bundles.items()
    ]
    return rows, {row["id"]: row["size"] for row in rows}


def _question(one: Any) -> Json:
    return {
        "key": one.key,
        "type": one.type,
        "items": list(one.items),
        "measure": one.measure,
        "area": one.area and str(one.area),
        "labels": {language: str(text) for language, text in one.labels.items()},
        "item_labels": {key: {to: str(text) for to, text in label.items()} for key, label in one.item_labels.items()},
        "sensitive": one.sensitive,
    }


def _cells(question: Json, sizes: Mapping[str, int], chance: np.random.Generator) -> Json:
    return {group: _cell(question, size, chance) for group, size in sizes.items()}


def _cell(question: Json, size: int, chance: np.random.Generator) -> Json:
    base, least = int(chance.binomial(size, 0.95)), 10 if question["sensitive"] else 5
    if base < least:
        return {"base": f"<{least}", "items": None}
    if question["type"] == "score":
        return {"base": base, "items": [round(float(chance.normal(3.4, 0.6 / base**0.5)), 1)]}
    many = len(question["items"])
    shares = chance.dirichlet(np.ones(many))
    tick = question["type"] == "tick"
    counts = chance.binomial(base, np.minimum(1, 2 * shares)) if tick else chance.multinomial(base, shares)
    return {"base": base, "items": [_shown(int(count), base) for count in counts]}


def _shown(count: int, base: int) -> int | str:
    return "<3" if count < 3 else f">{base - 3}" if count > base - 3 else count


def _cut(key: str, values: tuple[str, ...]) -> Json:
    return {"key": key, "labels": _words(key), "values": [{"key": one, "labels": _words(one or "?")} for one in values]}


def _words(text: str) -> dict[str, str]:
    return dict.fromkeys(("nl", "fr", "en", "de"), text)


def _views(asked: list[Json], chance: np.random.Generator) -> Json:
    places = [(cut, value, stratum) for cut, values in CUTS.items() for value in values for stratum in STRATA]
    sizes = {":".join(place): int(chance.integers(300, 15_000)) for place in places}
    names = ("cut", "value", "stratum")
    return {
        "views": [
            dict(zip(names, place, strict=True))
            | {"id": ":".join(place), "size": sizes[":".join(place)], "bundles": []}
            for place in places
        ],
        "view_cells": {question["key"]: _cells(question, sizes, chance) for question in asked},
        "view_waiting": [{"cut": cut, "stratum": stratum, "people": 40} for cut in CUTS for stratum in STRATA],
    }


def _public(units: Mapping[str, Json], chance: np.random.Generator) -> Json:
    left = {
        unit: int(LEAVERS * 1.2 / {1: 1, 2: DIVISIONS}.get(_depth(units, unit), DIVISIONS * TEAMS)) for unit in units
    }
    tables = {unit: _who_left(total) for unit, total in left.items()}
    answered = {part: {key: int(n * 0.8) for key, n in rows.items()} for part, rows in tables["1"].items()}
    answered["unit"] = {unit: int(total * 0.8) for unit, total in left.items()}
    return {
        "leavers": left["1"],
        "respondents": LEAVERS,
        "released": LEAVERS,
        "waiting": 0,
        "who_left": tables["1"] | {"unit": left},
        "who_left_by_unit": {unit: tables[unit] | {"leavers": total} for unit, total in left.items()},
        "answered": answered,
        "staff": {
            "observed_from": f"{YEARS[0]}-01-01",
            "turnover": _turnover(left),
            "by_group": {
                cut: {value: _held(4_000 + 100 * at) for at, value in enumerate(vs)} for cut, vs in CUTS.items()
            },
            "staying": _staying(chance),
        },
    }


def _depth(units: Mapping[str, Json], unit: str) -> int:
    above = units[unit]["parent"]
    return 1 if above is None else 1 + _depth(units, above)


def _who_left(total: int) -> dict[str, dict[str, int]]:
    return {
        "kind": {"resignation": total - 2 * (total // 8), "dismissal": total // 8, "retirement": total // 8},
        "tenure": {"0-1": total // 4, "2-5": total // 2, "10+": total - total // 4 - total // 2},
        "year": {year: total // len(YEARS) for year in YEARS},
    }


def _turnover(left: Mapping[str, int]) -> Json:
    ends = [*YEARS[1:], ""]
    periods = [
        [year, f"{year}-01-01", f"{end}-01-01" if end else "2026-11-02"] for year, end in zip(YEARS, ends, strict=True)
    ]
    return {
        "periods": periods,
        "units": {unit: {year: _held(total // 6) for year in YEARS} for unit, total in left.items()},
    }


def _held(leavers: int) -> Json:
    return {
        "person_years": leavers * 5.0,
        "at_start": leavers * 5,
        "still_here": leavers * 4,
        "kinds": {"resignation": leavers - leavers // 4, "dismissal": leavers // 4},
        "desirability": {"undesired": leavers // 2, "desired": leavers // 4, "": leavers - leavers // 2 - leavers // 4},
        "first_year": leavers // 5,
        "returned": leavers // 50,
        "leavers": leavers,
        "resignations": leavers - leavers // 4,
    }


def _staying(chance: np.random.Generator) -> Json:
    def steps() -> list[list[float]]:
        shares = np.exp(-0.006 * np.arange(480) * chance.uniform(0.8, 1.2))
        return [
            [at, round(s, 4), round(s * 0.99, 4), round(min(1, s * 1.01), 4), int(600_000 * s)]
            for at, s in enumerate(shares)
        ]

    cuts = {
        cut: {
            "values": {value: {"people": 50_000, "leavers": 9_000, "steps": steps()} for value in values},
            "log_rank": {"chi2": 60.0, "df": len(values) - 1, "p": 1e-9},
        }
        for cut, values in CUTS.items()
    }
    fallen = {
        kind: [[at, round(1 - s, 4), 0.0, 1.0, n] for at, s, _, _, n in steps()]
        for kind in ("resignation", "dismissal")
    }
    return {"all": {"people": 600_000, "leavers": 120_000, "steps": steps()}, "kinds": fallen, "cuts": cuts}


def freeze(document: Json) -> None:
    from uitzicht.core.disclosure.document import certificate
    from uitzicht.release.models import Release

    Release.objects.create(
        number=document["release"],
        released_on=date.fromisoformat(document["released_on"]),
        document=json.dumps(document, sort_keys=True, separators=(",", ":")),
        certificate=certificate(document),
        previous_certificate="",
        audit={},
        frozen_by=BY,
        frozen_at=datetime(2026, 11, 2, 9, tzinfo=UTC),
    )

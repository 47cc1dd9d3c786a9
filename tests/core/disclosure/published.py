"""Release documents made without the protection, for the tests of the auditor: what is printed is worked out by hand.

A printed figure is a class of values. The classes of a widening level are found here by merging every set of values that
shares a block or an end band, so that nothing is taken from the code under test.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

Json = dict[str, Any]
Sheet = Mapping[str, Any]
K, M, MARGIN = 5, 3, 7


@cache
def printed_counts(base: int, level: int = 0, m: int = M) -> dict[int, int | str]:
    """What is printed for each yes-count of `base` people."""
    plain: dict[int, int | str] = {}
    for count in range(base + 1):
        plain[count] = f"<{m}" if count < m else f">{base - m}" if count > base - m else count
    return plain if level == 0 else _merged(plain, lambda count: count // 2**level, str)


@cache
def printed_means(base: int, level: int = 0, margin: int = MARGIN) -> dict[int, float | str]:
    """What is printed for each sum of `base` scores."""
    plain: dict[int, float | str] = {}
    for total in range(base, 5 * base + 1):
        if total - base < margin:
            plain[total] = f"<{round(1 + margin / base, 4):g}"
        elif 5 * base - total < margin:
            plain[total] = f">{round(5 - margin / base, 4):g}"
        else:
            plain[total] = tenth(total, base) / 10
    if level == 0:
        return plain
    width = 5 * 2 ** (level - 1)
    merged = _merged(plain, lambda total: tenth(total, base) // width, str)
    return {total: _in_tenths(total, merged, base, width) for total in merged}


def tenth(total: int, base: int) -> int:
    return (20 * total + base) // (2 * base)


def _in_tenths(total: int, merged: Mapping[int, Any], base: int, width: int) -> str:
    """A class of sums covers whole blocks of tenths: print where the first starts and the last ends."""
    tenths = [tenth(other, base) for other, label in merged.items() if label == merged[total]]
    low, high = min(tenths) // width * width, max(tenths) // width * width + width - 1
    if min(merged) in [other for other, label in merged.items() if label == merged[total]]:
        high = max(high, max(tenths))
    return f"{max(low, 10) / 10:.1f}..{min(high, 50) / 10:.1f}"


def _merged(plain: Mapping[int, Any], block: Callable[[int], int], name: Callable[[int], str]) -> dict[int, Any]:
    root = {value: value for value in plain}

    def find(value: int) -> int:
        while root[value] != value:
            value = root[value]
        return value

    for key in (plain.get, block):
        firsts: dict[Any, int] = {}
        for value in plain:
            root[find(value)] = find(firsts.setdefault(key(value), value))
    classes: dict[int, list[int]] = {}
    for value in plain:
        classes.setdefault(find(value), []).append(value)
    labels = {start: f"{name(min(values))}..{name(max(values))}" for start, values in classes.items()}
    kept = {start: plain[values[0]] for start, values in classes.items() if len({plain[v] for v in values}) == 1}
    return {value: kept.get(find(value), labels[find(value)]) for value in plain}


@dataclass
class Published:
    """An organisation that publishes: bundles with their sheets in, documents, members and truth out."""

    parents: Mapping[str, str | None]
    questions: Sequence[Mapping[str, Any]]
    documents: list[Json] = field(default_factory=list)
    members: dict[str, list[str]] = field(default_factory=dict)
    truth: dict[str, Json] = field(default_factory=dict)
    sheets: dict[str, Sequence[Sheet]] = field(default_factory=dict)
    places: dict[str, tuple[str, str]] = field(default_factory=dict)
    periods: dict[str, str] = field(default_factory=dict)
    known: dict[str, Json] = field(default_factory=dict)

    def release(
        self,
        bundles: Sequence[tuple[str, Sequence[Sheet]]],
        *,
        stratum: str = "resignation",
        levels: Mapping[tuple[str, str, str], int] | None = None,
        periods: Sequence[str] = (),
        known: Sequence[int] = (),
    ) -> Json:
        """Close bundles (unit, sheets) and publish. `levels`: (group, question, item) -> widening level. `periods`: of each
        bundle. `known`: how many of each bundle's people, from the first, are known to the attacker."""
        number = len(self.documents) + 1
        new = []
        for ordinal, (unit, sheets) in enumerate(bundles, start=1):
            key = f"{number}-{ordinal:04d}"
            self.members[key] = [f"{key}/{person}" for person in range(len(sheets))]
            self.sheets[key], self.places[key] = sheets, (unit, stratum)
            self.truth[key] = {question["key"]: tally(sheets, question) for question in self.questions}
            self.periods[key] = periods[ordinal - 1] if periods else ""
            if known and known[ordinal - 1]:
                told = sheets[: known[ordinal - 1]]
                self.known[key] = {question["key"]: tally(told, question) for question in self.questions}
                self.known[key][""] = {"answered": len(told), "counts": []}
            new.append({"id": key, "stratum": stratum, "unit": unit, "size": len(sheets), "period": self.periods[key]})
        document = self._document(number, new, levels or {})
        self.documents.append(document)
        return document

    def evidence(self) -> tuple[list[Json], dict[str, list[str]], dict[str, Json]]:
        return self.documents, self.members, self.truth

    def _document(self, number: int, new: list[Json], levels: Mapping[tuple[str, str, str], int]) -> Json:
        groups: dict[tuple[str, str, str], list[str]] = {}
        for key, (unit, stratum) in self.places.items():
            above: str | None = unit
            while above is not None:
                groups.setdefault((above, stratum, ""), []).append(key)
                parent = self.parents[above]
                if self.periods[key] and (parent is None or self.parents[parent] is None):
                    groups.setdefault((above, stratum, self.periods[key]), []).append(key)
                above = parent
        named = {":".join(filter(None, place)): (*place, keys) for place, keys in groups.items()}
        return {
            "format": "uitzicht-release/1",
            "release": number,
            "released_on": f"2026-{number:02d}-01",
            "parameters": {"k": K, "k_sensitive": 10, "c": 1, "patience": 2, "m": M, "score_margin": MARGIN},
            "units": {unit: {"parent": parent, "label": unit} for unit, parent in self.parents.items()},
            "bundles": new,
            "questions": [dict(question) for question in self.questions],
            "groups": [
                {
                    "id": name,
                    "unit": unit,
                    "stratum": stratum,
                    "period": period,
                    "size": sum(len(self.members[key]) for key in keys),
                    "bundles": keys,
                }
                for name, (unit, stratum, period, keys) in named.items()
            ],
            "cells": {
                question["key"]: {
                    name: self._cell(question, name, keys, levels) for name, (_, _, _, keys) in named.items()
                }
                for question in self.questions
            },
            "waiting": [],
            "public": {},
        }

    def _cell(
        self, question: Mapping[str, Any], group: str, keys: list[str], levels: Mapping[tuple[str, str, str], int]
    ) -> Json:
        tallies = [self.truth[key][question["key"]] for key in keys]
        base = sum(one["answered"] for one in tallies)
        if base < K:
            return {"base": f"<{K}", "items": None}
        counts = [sum(column) for column in zip(*(one["counts"] for one in tallies), strict=True)]
        wide = [levels.get((group, question["key"], item), 0) for item in question["items"]]
        if question["type"] == "score":
            total = sum(score * count for score, count in enumerate(counts, start=1))
            return {"base": base, "items": [printed_means(base, wide[0])[total]]}
        return {
            "base": base,
            "items": [printed_counts(base, level)[count] for count, level in zip(counts, wide, strict=True)],
        }


def tally(sheets: Sequence[Sheet], question: Mapping[str, Any]) -> Json:
    """{"answered", "counts"} of some sheets."""
    given = [sheet[question["key"]] for sheet in sheets if question["key"] in sheet]
    if question["type"] == "score":
        return {"answered": len(given), "counts": [given.count(score) for score in range(1, 6)]}
    chosen = [set(one) if question["type"] == "tick" else {one} for one in given]
    return {"answered": len(given), "counts": [sum(item in one for one in chosen) for item in question["items"]]}


TICK = {"key": "reasons", "type": "tick", "items": ["pay"]}
CHOICE = {"key": "main", "type": "choice", "items": ["pay", "career", "family"]}
SCORE = {"key": "content", "type": "score", "items": ["mean"]}


def ticks(yes: int, no: int) -> Sequence[Sheet]:
    """Sheets of people who ticked "pay" and people who did not."""
    return [{"reasons": ["pay"] if number < yes else []} for number in range(yes + no)]


def choices(**counts: int) -> Sequence[Sheet]:
    return [{"main": item} for item, count in counts.items() for _ in range(count)]


def scores(*given: int) -> Sequence[Sheet]:
    return [{"content": score} for score in given]

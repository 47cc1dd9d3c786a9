"""The published figures that ship with the product (``published.toml``)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("published.toml")
Texts = Mapping[str, str]
"""By language: nl, fr, en, de."""


@dataclass(frozen=True, slots=True)
class FieldFigure:
    """One figure: ``share`` 0..1 of people, or leavers per person-year. ``ours``: what means the same here; () when nothing
    does, and ``why_not`` says why."""

    code: str
    share: float
    ours: tuple[str, ...]
    label: Texts
    why_not: Texts


@dataclass(frozen=True, slots=True)
class Benchmark:
    """``measure``: "reasons" or "turnover". ``kind``: whose answers of ours compare. ``base``: more than so many
    people. ``instrument``: who counted, "third_party" or "payroll". ``about``: whom it is about."""

    key: str
    measure: str
    kind: str
    name: str
    year: int
    base: int
    instrument: str
    source: str
    address: str
    about: Texts
    warning: Texts
    figures: tuple[FieldFigure, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How many organisations hold exit interviews in which way: ``shares`` 0..1 by practice."""

    source: str
    address: str
    shares: Mapping[str, float]
    warning: Texts


@cache
def benchmarks(path: Path = FILE) -> tuple[Benchmark, ...]:
    """In the order of the file; ``KeyError`` or ``TypeError`` when the file is not as it should be."""
    return tuple(_benchmark(dict(said)) for said in _read(path)["benchmark"])


@cache
def elsewhere(path: Path = FILE) -> Elsewhere:
    """What organisations in the Netherlands do."""
    said = _read(path)["practice"]
    return Elsewhere(said["source"], said["address"], said["shares"], said["warning"])


def benchmark(key: str) -> Benchmark:
    """``KeyError`` for one that does not ship."""
    return {one.key: one for one in benchmarks()}[key]


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _benchmark(said: dict[str, Any]) -> Benchmark:
    figures = tuple(
        FieldFigure(one["code"], one["share"], tuple(one["ours"]), one["label"], one.get("why_not", {}))
        for one in said.pop("figure")
    )
    return Benchmark(**said, figures=figures)

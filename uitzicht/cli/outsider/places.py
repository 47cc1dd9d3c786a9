"""What all documents together say about sealed bundles, as rows of a linear programme: sums over whole bundles.

A value is a number of people, or for scores the points above 1 that a bundle gave together: from 0 to 1 or to 4 a person.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from uitzicht.cli.outsider.displays import exactly, of_count, sums
from uitzicht.cli.outsider.published import Document

ENDLESS = 10**6
Ends = tuple[int, int]


@dataclass(frozen=True)
class Bundle:
    """``size``: people, None where no document says so. ``release``: in which it closed."""

    id: str
    size: int | None
    release: int


@dataclass(frozen=True)
class Row:
    """A published group: which bundles it adds, how many answered, and the value of each item (None: not shown)."""

    bundles: tuple[int, ...]
    answered: Ends
    values: tuple[Ends | None, ...]


@dataclass(frozen=True)
class Board:
    """One question in one stratum over all releases. ``most``: the greatest value of one person. ``since``: the release in
    which each item was first published. ``within``: (bundles of a part, bundles of the whole, people in neither part)."""

    stratum: str
    question: str
    is_choice: bool
    most: int
    items: tuple[str, ...]
    since: tuple[int, ...]
    bundles: tuple[Bundle, ...]
    rows: tuple[Row, ...]
    within: tuple[tuple[tuple[int, ...], tuple[int, ...], int], ...] = ()


def boards(documents: Sequence[Document]) -> Iterator[Board]:
    """Every question in every stratum that has a bundle."""
    if not documents:
        return
    newest = documents[-1].content
    for stratum in sorted({group["stratum"] for group in newest["groups"]}):
        bundles, places = _bundles(documents, stratum)
        for question in newest["questions"]:
            rows = tuple(_rows(documents, stratum, question, places))
            if rows:
                yield Board(
                    stratum,
                    question["key"],
                    question["type"] == "choice",
                    4 if question["type"] == "score" else 1,
                    tuple(question["items"]),
                    tuple(_since(documents, question["key"], place) for place in range(len(question["items"]))),
                    bundles,
                    rows,
                    tuple(_within(newest, stratum, places)),
                )


def _bundles(documents: Sequence[Document], stratum: str) -> tuple[tuple[Bundle, ...], dict[str, int]]:
    found = [
        Bundle(one["id"], one["size"], document.number)
        for document in documents
        for one in (*document.content["bundles"], *document.content.get("view_bundles", ()))
        if one["stratum"] == stratum
    ]
    return tuple(found), {bundle.id: place for place, bundle in enumerate(found)}


def _rows(
    documents: Sequence[Document], stratum: str, question: Mapping[str, Any], places: Mapping[str, int]
) -> Iterator[Row]:
    """Rows that say the same twice are one."""
    seen: set[Row] = set()
    for document in documents:
        content = document.content
        for groups, cells in (("groups", "cells"), ("views", "view_cells")):
            column = content.get(cells, {}).get(question["key"], {})
            for group in content.get(groups, ()):
                if group["stratum"] == stratum and group["id"] in column:
                    row = _row(group, column[group["id"]], question, places)
                    if row not in seen:
                        seen.add(row)
                        yield row


def _row(
    group: Mapping[str, Any], cell: Mapping[str, Any], question: Mapping[str, Any], places: Mapping[str, int]
) -> Row:
    people = int(group["size"])
    base = of_count(cell["base"], exactly(people))
    answered: Ends = (int(base.low), min(int(base.high), people)) if base else (0, people)
    shown = cell["items"] or ()
    values: list[Ends | None] = [_value(one, answered, question["type"]) for one in shown]
    values += [None] * (len(question["items"]) - len(values))
    return Row(tuple(sorted(places[bundle] for bundle in group["bundles"])), answered, tuple(values))


def _value(cell: Any, answered: Ends, kind: str) -> Ends | None:
    if answered[0] != answered[1]:
        return None
    n = answered[0]
    if kind == "score":
        ends = sums(cell, n)
        return (max(ends[0] - n, 0), min(ends[1] - n, 4 * n)) if ends else None
    span = of_count(cell, exactly(n))
    return (max(int(span.low), 0), min(int(span.high), n)) if span else None


def _since(documents: Sequence[Document], question: str, place: int) -> int:
    for document in documents:
        for one in document.content["questions"]:
            if one["key"] == question and place < len(one["items"]):
                return document.number
    return documents[-1].number


def _within(
    newest: Mapping[str, Any], stratum: str, places: Mapping[str, int]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], int]]:
    """The people of a cut are people of the bundles: all but those who wait for its views."""
    whole = {bundle for group in newest["groups"] if group["stratum"] == stratum for bundle in group["bundles"]}
    waiting = {(one["cut"], one["stratum"]): one["people"] for one in newest.get("view_waiting", ())}
    cuts: dict[str, set[str]] = {}
    for view in newest.get("views", ()):
        if view["stratum"] == stratum:
            cuts.setdefault(view["cut"], set()).update(view["bundles"])
    for cut, part in sorted(cuts.items()):
        yield (
            tuple(sorted(places[bundle] for bundle in part)),
            tuple(sorted(places[bundle] for bundle in whole)),
            waiting.get((cut, stratum), 0),
        )

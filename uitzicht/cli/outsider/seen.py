"""Figures about answers that stand in what was read: tables, drawings in words, CSV files. Sentences are in ``sentences``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any
from urllib.parse import urlsplit

from uitzicht.cli.outsider import pages
from uitzicht.cli.outsider.files import is_released, rows, unquoted
from uitzicht.cli.outsider.published import Published
from uitzicht.cli.outsider.visit import Page

NOT_COMPARED = tuple(
    f"/insight/{name}"
    for name in (
        *("who-left", "who_left", "turnover", "staying", "cost", "maturity"),  # about who left, answered or not
        *("groups", "field", "psychosocial"),  # tests and ranges made of released figures: see docs/THREATS.md
    )
)
"""Pages whose figures stand in no document as they are."""
NOTHING = frozenset({"", "–", "not shown", "–not shown", "– not shown"})
NOT_VALUES = frozenset({"95% range"})
IMPORTED = "who stays"
"""A column of imported figures: it and those after it, made of it, are in no release."""


@dataclass(frozen=True)
class Figure:
    """One figure and where it says it belongs; None: it does not say. ``text``: in the words of the page, or with ``raw`` in
    the form of a document. ``items``: keys that its label may mean; empty: it is the number of answers itself."""

    role: str
    address: str
    release: int | None
    unit: str | None
    kind: str | None
    questions: frozenset[str]
    items: frozenset[str]
    text: str
    raw: bool = False
    base: str = ""
    share: str = ""
    interval: tuple[str, str] = ("", "")

    @property
    def place(self) -> tuple[Any, ...]:
        return self.release, self.unit, self.kind, self.questions, self.items


def figures(role: str, page: Page, published: Published) -> Iterator[Figure]:
    """Every figure of a page that carries the name of a published question or answer."""
    if page.kind == "csv" and not page.address.startswith("/insight/cost"):
        yield from _in_file(role, page)
    elif page.kind == "html" and not page.address.startswith(NOT_COMPARED):
        yield from _in_page(role, page, published)


def _in_file(role: str, page: Page) -> Iterator[Figure]:
    for row in rows(page):
        if not is_released(row["measure"]):
            continue
        yield Figure(
            role,
            page.address,
            int(row["release"]),
            unquoted(row["unit"]),
            row["kind"],
            frozenset({row["question"]}),
            frozenset({row["item"]}),
            row["count"] or row["mean"] or unquoted(row["band"]),
            raw=True,
            base=unquoted(row["base"]),
            share=row["share"],
            interval=(row["low"], row["high"]),
        )


@dataclass(frozen=True)
class _Here:
    """What a page says about itself."""

    role: str
    address: str
    release: int | None
    unit: str | None
    kind: str | None
    published: Published

    def figure(self, text: str, *labels: str, unit: str | None = None, base: bool = False) -> Iterator[Figure]:
        """The figure under these labels, if any of them names a question or an answer."""
        keys = frozenset[str]().union(*(self.published.keys(label) for label in labels))
        questions, items = self._meant(labels)
        value, share, answers = _split(text)
        if not keys or text in NOTHING or not (value or share):
            return
        yield Figure(
            self.role,
            self.address,
            self.release,
            unit or self.unit,
            self.kind,
            questions,
            frozenset() if base else items or frozenset({"mean"}),
            value,
            base=answers,
            share=share,
        )

    def _meant(self, labels: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
        """Questions and items with these labels. One label may name both a question and an answer to another."""
        questions, items, both = set[str](), set[str](), set[str]()
        for label in labels:
            keys = self.published.keys(label)
            asked, answers = keys & self.published.asked, keys - self.published.asked
            if asked and answers:
                both |= answers
            else:
                questions |= asked
            items |= answers
        if both and not questions:
            asked = {key for label in labels for key in self.published.keys(label)} & self.published.asked
            return frozenset(asked | set(self.published.questions_with(both))), frozenset(items | {"mean"})
        return frozenset(questions), frozenset(items)


def _in_page(role: str, page: Page, published: Published) -> Iterator[Figure]:
    shown = pages.parse(page.body)
    release = published.certificates.get(shown.certificate)
    here = _Here(
        role,
        page.address,
        release,
        shown.chosen_words.get("unit"),
        shown.chosen.get("kind") if release else None,
        published,
    )
    if release and here.kind is None:
        here = replace(here, kind="all")
    if "since=" in urlsplit(page.address).query:
        here = replace(here, release=None)  # figures of two releases side by side
    for table in shown.tables:
        yield from _in_table(here, table)
    for title, words in shown.drawings:
        yield from _in_drawing(here, title, words)


def _in_table(here: _Here, table: pages.Table) -> Iterator[Figure]:
    first = table.columns[0] if table.columns else ""
    by_group = first.casefold() in here.published.cuts
    by_unit = first == "Unit" or by_group
    question, _, base = table.caption.partition(". Base: ")
    if base:
        yield from here.figure(base.rstrip("."), question, base=True)
    for head, cells in table.rows:
        unit = (here.published.group(first, head) if by_group else head) if by_unit else None
        if by_group and unit is None:
            continue
        for column, cell in zip(_released_columns(table) or [""] * len(cells), cells, strict=False):
            if column.casefold() in NOT_VALUES:
                continue
            labels = [question, column] if by_unit else [question, head, column]
            yield from here.figure(cell, *labels, unit=unit, base=column == "Answers")


def _released_columns(table: pages.Table) -> list[str]:
    return list(takewhile(lambda column: column.casefold() != IMPORTED, table.columns[1:]))


def _in_drawing(here: _Here, title: str, words: str) -> Iterator[Figure]:
    for part in words.rstrip(".").split("; "):
        label, _, rest = part.partition(": ")
        series = [(name, rest) for name in (label,)]
        if len(split := re.split(r", (?=\D)", rest)) > 1:
            series = [(name, text) for one in split for name, text in [_named(here.published, one)]]
        for name, text in series:
            yield from here.figure(re.sub(r" \(\d[^)]*\)$", "", text), title, label, name)


def _named(published: Published, text: str) -> tuple[str, str]:
    """ "a little 12%" -> ("a little", "12%"): the longest label that it begins with."""
    words = text.split()
    for cut in range(len(words) - 1, 0, -1):
        if published.keys(" ".join(words[:cut])):
            return " ".join(words[:cut]), " ".join(words[cut:])
    return "", text


def _split(text: str) -> tuple[str, str, str]:
    """Value, share and base of "12 (34%)", "34%", "3.5 (115)", "12"."""
    text = text.replace("\u00a0", " ")
    if found := re.fullmatch(r"(.+) \((\d+) ?%\)", text):
        return found[1], found[2], ""
    if found := re.fullmatch(r"(\d+) ?%", text):
        return "", found[1], ""
    if found := re.fullmatch(r"(.+) \((\d[\d,]*)\)", text):
        return found[1], "", found[2].replace(",", "")
    return text, "", ""


def is_file(address: str) -> bool:
    return "." in urlsplit(address).path.rsplit("/", 1)[-1]

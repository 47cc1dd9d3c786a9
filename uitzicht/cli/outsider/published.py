"""What was published, by place, from release documents; ``files`` makes the same for a role that reads none."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from uitzicht.cli.outsider.displays import Span, added, exactly, of_count, of_mean
from uitzicht.cli.outsider.visit import Page

FORMAT = "uitzicht-release/"
ALONE = ("follow_up", "card")
"""Strata that are never added to others; pages show them where all departures are asked for."""
KINDS = {"all": ("resignation", "other"), "resignation": ("resignation",), "other": ("other",)}
SEPARATOR = " / "
BELOW_K = Span(Fraction(0), Fraction(4))


@dataclass(frozen=True)
class Column:
    """One question in one group. ``items`` by key: None where nothing is shown. ``joined``: added from two groups."""

    base: Span
    items: Mapping[str, Span | None]
    is_score: bool
    joined: bool = False


@dataclass(frozen=True)
class Document:
    """One release document as it was handed out. ``certificate``: of these bytes and the release before."""

    content: Mapping[str, Any] = field(repr=False)
    certificate: str

    @property
    def number(self) -> int:
        return int(self.content["release"])


@dataclass
class Published:
    """``columns``: (release, unit label, stratum or kind, question) -> column. ``words``: a label in English -> keys of
    questions and items. ``certificates``: the first 16 digits -> release. ``units``: id -> label. ``cuts``: labels of cuts."""

    documents: list[Document] = field(default_factory=list)
    columns: dict[tuple[int, str, str, str], Column] = field(default_factory=dict)
    questions: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=dict)
    certificates: dict[str, int] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    cuts: set[str] = field(default_factory=set)
    _possible: dict[tuple[int, str, str, str], list[Column]] = field(default_factory=dict, repr=False)

    def possible(self, release: int, unit: str, kind: str, question: str) -> list[Column]:
        """What a page about this place may show; from files: exactly what the file shows there."""
        place = (release, unit, kind, question)
        if place not in self._possible:
            self._possible[place] = self._made_possible(*place)
        return self._possible[place]

    def _made_possible(self, release: int, unit: str, kind: str, question: str) -> list[Column]:
        if not self.documents:
            found = self.columns.get((release, unit, kind, question))
            return [found] if found else []
        strata = KINDS.get(kind, (kind,))
        parts = [column for s in strata if (column := self.columns.get((release, unit, s, question)))]
        alone = [self.columns.get((release, unit, s, question)) for s in ALONE if kind == "all"]
        return [column for column in ([_joined(parts)] if parts else []) + alone if column]

    @cached_property
    def by_release(self) -> Mapping[int, list[Column]]:
        """Everything that any page may show, whatever the place; read it when everything is in."""
        found: dict[int, list[Column]] = {}
        for release, unit, question in sorted({(r, u, q) for r, u, _, q in self.columns}):
            for kind in KINDS:
                found.setdefault(release, []).extend(self.possible(release, unit, kind, question))
        return found

    def places(self, release: int | None, unit: str | None, kind: str | None) -> list[tuple[int, str, str]]:
        """Every place that fits what a page says about itself; None: it does not say."""
        kinds = (*KINDS, *ALONE) if kind is None else (kind,)
        found = {(number, label) for number, label, _, _ in self.columns}
        return [
            (number, label, one)
            for number, label in sorted(found)
            if release in (None, number) and unit in (None, label)
            for one in kinds
        ]

    def group(self, cut: str, head: str) -> str | None:
        """The view that a row of a table by group is about; None where there is none. The row may name the one kind of
        departure that has the view."""
        wanted = f"{cut}: {head}".casefold()
        named = {label.casefold(): label for _, label, _, _ in self.columns}
        return named.get(wanted) or named.get(wanted.rpartition(", ")[0])

    @cached_property
    def asked(self) -> frozenset[str]:
        """Keys of all questions; read it when everything is in."""
        return frozenset(place[3] for place in self.columns)

    def questions_with(self, items: Collection[str]) -> list[str]:
        """Questions that have one of these answers, whatever the release."""
        return sorted({place[3] for place, column in self.columns.items() if column.items.keys() & set(items)})

    def name(self, key: str, word: str) -> None:
        self.words.setdefault(word.casefold().removeprefix("'"), set()).add(key)

    def keys(self, word: str) -> set[str]:
        return self.words.get(word.casefold(), set())


def from_documents(read: Iterable[Page]) -> Published:
    """Documents among these pages, each once, in order of their number."""
    found: dict[int, tuple[bytes, Mapping[str, Any]]] = {}
    for page in read:
        if page.kind == "json":
            content = json.loads(page.body)
            if isinstance(content, dict) and str(content.get("format", "")).startswith(FORMAT):
                found[int(content["release"])] = (page.body, content)
    published, certificate = Published(), ""
    for number in sorted(found):
        body, content = found[number]
        certificate = hashlib.sha256(certificate.encode() + body).hexdigest()
        _add(published, Document(content, certificate))
    return published


def _add(published: Published, document: Document) -> None:
    content = document.content
    published.documents.append(document)
    published.certificates[document.certificate[:16]] = document.number
    labels = _unit_labels(content["units"])
    published.units |= labels
    for question in content["questions"]:
        published.questions[question["key"]] = question
        published.name(question["key"], question["labels"].get("en", question["key"]))
        for item, words in question["item_labels"].items():
            published.name(item, words.get("en", item))
    groups = {group["id"]: group for group in content["groups"]}
    types = {question["key"]: question for question in content["questions"]}
    for key, column in content["cells"].items():
        for group, cell in column.items():
            if group in groups and not groups[group].get("period"):
                place = (document.number, labels[groups[group]["unit"]], groups[group]["stratum"], key)
                published.columns[place] = _column(types[key], cell)
    _add_views(published, document, types)


def _add_views(published: Published, document: Document, types: Mapping[str, Mapping[str, Any]]) -> None:
    """A view stands under the name that pages and files give it, such as "gender: woman"."""
    content = document.content
    for cut in content.get("cuts", ()):
        heading = cut["labels"].get("en", cut["key"])
        published.cuts.add(heading.casefold())
        names = {value["key"]: f"{heading}: {value['labels'].get('en', value['key'])}" for value in cut["values"]}
        for view in (one for one in content["views"] if one["cut"] == cut["key"]):
            for key, column in content["view_cells"].items():
                if view["id"] in column:
                    place = (document.number, names[view["value"]], view["stratum"], key)
                    published.columns[place] = _column(types[key], column[view["id"]])


def _column(question: Mapping[str, Any], cell: Mapping[str, Any]) -> Column:
    base = of_count(cell["base"], exactly(0)) or BELOW_K
    is_score = question["type"] == "score"
    shown = cell["items"] or [None] * len(question["items"])
    spans = [of_mean(one) if is_score else of_count(one, base) for one in shown]
    return Column(base, dict(zip(question["items"], spans, strict=True)), is_score)


def _joined(parts: list[Column]) -> Column:
    """Two groups added, of displayed figures only."""
    if len(parts) == 1:
        return parts[0]
    base, score = added([part.base for part in parts]), parts[0].is_score
    items: dict[str, Span | None] = {}
    for item in parts[0].items:
        spans = [span for part in parts if (span := part.items.get(item))]
        if len(spans) < len(parts) or not all(part.base.exact for part in parts):
            items[item] = None
        elif score:
            weights = [part.base.low / base.low for part in parts]
            items[item] = Span(
                sum((s.low * w for s, w in zip(spans, weights, strict=True)), Fraction(0)),
                sum((s.high * w for s, w in zip(spans, weights, strict=True)), Fraction(0)),
            )
        else:
            items[item] = added(spans)
    return Column(base, items, score, joined=True)


def _unit_labels(units: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """The path below the root, or the name of the root itself."""

    def path(unit: str) -> list[str]:
        above = units[unit]["parent"]
        return [] if above is None else [*path(above), units[unit]["label"]]

    return {unit: SEPARATOR.join(path(unit)) or units[unit]["label"] for unit in units}

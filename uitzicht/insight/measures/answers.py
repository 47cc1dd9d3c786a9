"""Measures that come from answers: one or more questions, each with its own base."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from uitzicht.core.statistics.means import mean_interval
from uitzicht.core.statistics.shares import wilson
from uitzicht.insight.cells import HIDDEN, Exact, Shown
from uitzicht.insight.groups.cuts import is_certified, the_cut
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published
from uitzicht.insight.strata import NOTHING, Column
from uitzicht.insight.vocabulary import FigureGroup, Item, Kind

Measure = Callable[[Published, Selection, str], tuple[FigureGroup, ...]]


def questions(*keys: str) -> Measure:
    """A measure of these questions; a key that ends in a dot means every question that begins with it."""

    def measure(published: Published, selection: Selection, language: str) -> tuple[FigureGroup, ...]:
        if selection.by:
            return by_group(published, keys, selection.by, selection.kind, language)
        return tuple(
            _group(published, question, unit, selection, language)
            for unit in selection.units
            for question in _matching(published, keys)
        )

    return measure


def by_group(
    published: Published, keys: tuple[str, ...], by: str, kind: Kind, language: str
) -> tuple[FigureGroup, ...]:
    """One group for each value of a cut and each question that views publish; ``unit`` is "cut:value"."""
    cut, certified = the_cut(published, by, language), published.document.get("view_questions", ())
    return tuple(
        _made(
            published.view_column(question["key"], by, value, kind)
            if is_certified(published, by, value, kind)
            else NOTHING,
            question,
            Place(f"{by}:{value}", f"{cut.label}: {label}", kind),
            language,
        )
        for value, label in cut.values.items()
        for question in _matching(published, keys)
        if question["key"] in certified
    )


@dataclass(frozen=True, slots=True)
class Place:
    """The people whom a figure is about: an id, its label, and the kind of departures."""

    key: str
    label: str
    kind: Kind


def _matching(published: Published, keys: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for key, question in published.questions.items():
        if any(key == wanted or (wanted.endswith(".") and key.startswith(wanted)) for wanted in keys):
            yield dict(question)


def _group(
    published: Published, question: dict[str, Any], unit: str, selection: Selection, language: str
) -> FigureGroup:
    column = published.column(question["key"], unit, selection.kind)
    return _made(column, question, Place(unit, published.label(unit), selection.kind), language)


def _made(column: Column, question: dict[str, Any], place: Place, language: str) -> FigureGroup:
    label = _label(question.get("labels"), language, question["key"])
    make = _mean_items if question["type"] == "score" else _count_items
    return FigureGroup(
        unit=place.key,
        unit_label=place.label,
        kind=place.kind,
        question=question["key"],
        question_label=label,
        base=column.base,
        items=make(question, column, label, language),
    )


def _count_items(question: dict[str, Any], column: Column, _: str, language: str) -> tuple[Item, ...]:
    shown: tuple[Shown, ...] = column.items or (HIDDEN,) * len(question["items"])
    labels = question.get("item_labels", {})
    return tuple(
        _counted(key, _label(labels.get(key), language, key), value, column.base)
        for key, value in zip(question["items"], shown, strict=True)
    )


def _counted(key: str, label: str, shown: Shown, base: Shown) -> Item:
    if not (isinstance(shown, Exact) and isinstance(base, Exact)):
        return Item(key, label, shown)
    count, n = int(shown.value), int(base.value)
    return Item(key, label, shown, share=count / n, interval=wilson(count, n))


def _mean_items(question: dict[str, Any], column: Column, label: str, language: str) -> tuple[Item, ...]:
    shown = column.items[0] if column.items else HIDDEN
    if not (isinstance(shown, Exact) and isinstance(column.base, Exact)):
        return (Item("mean", label, shown, score=True),)
    interval = mean_interval(shown.value, int(column.base.value), half_step=column.half_step)
    return (Item("mean", label, shown, score=True, interval=interval),)


def _label(labels: dict[str, str] | None, language: str, key: str) -> str:
    """A document without a label in this language still has its key."""
    return (labels or {}).get(language) or key

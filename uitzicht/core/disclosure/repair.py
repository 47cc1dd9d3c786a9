"""Mend a red audit: widen a figure, smallest siblings first, and audit again until nothing is open.

A parent minus its other children can undo an end band. The remedy costs precision only: no group is ever withheld, so
which figures appear stays independent of answers. Figures of units come first; figures of certified views are mended
after them, among themselves. The audit is handed in; this module does not know it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from uitzicht.core.disclosure.protection import SafeTable, Spot, protect
from uitzicht.core.disclosure.tables import Table
from uitzicht.core.disclosure.view_widening import ViewWidener
from uitzicht.core.disclosure.vocabulary import Parameters
from uitzicht.core.disclosure.widening import Opening, Widener
from uitzicht.core.refusal import Refusal

Document = Mapping[str, Any]
MOST_ROUNDS = 500
MOST_TURNS = 20  # of figures of units that give way to views


class Audit(Protocol):
    """Attack a document, whole or for some questions only; what it opens comes back."""

    def __call__(self, document: Document, *, questions: Collection[str] | None = None) -> Sequence[Opening]: ...


class StillOpen(Refusal):
    """The release cannot go out: `openings` remain with everything at its widest, or are of a kind no band can mend."""

    def __init__(self, openings: Sequence[Opening]) -> None:
        message = (
            "The release is not published: the trial attack opened {opened} figures that wider bands cannot close."
        )
        super().__init__("release.still_open", message, opened=len(openings))
        self.openings = tuple(openings)


@dataclass(frozen=True, slots=True)
class Widened:
    """One step of the repair: the figure at `spot` went to this level. Holds no value, before or after."""

    spot: Spot
    level: int


@dataclass(frozen=True, slots=True)
class Closed:
    """A table in which the audit opened nothing; `widened` of its `figures` are wider than end bands make them."""

    safe: SafeTable
    document: Document
    steps: tuple[Widened, ...]
    widened: int
    figures: int


def protect_until_closed(
    table: Table,
    parameters: Parameters,
    compose: Callable[[SafeTable], Document],
    audit: Audit,
    *,
    most: int = MOST_ROUNDS,
) -> Closed:
    """Protect, compose the document, audit it, widen, and again, `most` times at most. The last audit is a whole one.

    Raises StillOpen.
    """
    return _until_closed(Widener(table, parameters), compose, audit, most)


def protect_views_until_closed(
    views: Table,
    parameters: Parameters,
    compose: Callable[[SafeTable], Document],
    audit: Audit,
    *,
    most: int = MOST_ROUNDS,
) -> Closed:
    """The same for a table of views, beside figures of units that are closed already and stay as they are.

    When all views of a stratum are at their widest for an item, their ranges mean everything and open nothing.

    Raises StillOpen.
    """
    return _until_closed(ViewWidener(views, parameters), compose, audit, most)


def protect_with_views(
    table: Table,
    views: Table,
    parameters: Parameters,
    compose: Callable[[SafeTable, SafeTable], Document],
    of_units: Audit,
    of_all: Audit,
) -> tuple[Closed, Closed | None]:
    """Figures of units first, beside views as they are; then, where there are views, those, with the units as they stand.

    Figures of earlier releases stay as they were printed, so it can happen that all views at their widest do not close
    what they open together with a new figure of a unit: then that figure is widened as well.

    Raises StillOpen.
    """
    plain = protect(views, parameters)
    insisted: list[Sequence[Opening]] = []
    while True:
        figures = protect_until_closed(
            table, parameters, lambda safe: compose(safe, plain), _Insisting(of_units, insisted)
        )
        if not views.groups:
            return figures, None
        try:
            return figures, protect_views_until_closed(views, parameters, partial(compose, figures.safe), of_all)
        except StillOpen as still_open:
            structural = any(opening.why.startswith("structure") for opening in still_open.openings)
            if structural or len(insisted) == MOST_TURNS:
                raise
            insisted.append(still_open.openings)


class _Insisting:
    """An audit that first reports what another one found, one batch at a time, and then what it finds itself."""

    def __init__(self, audit: Audit, insisted: Sequence[Sequence[Opening]]) -> None:
        self._audit, self._rest = audit, list(insisted)

    def __call__(self, document: Document, *, questions: Collection[str] | None = None) -> Sequence[Opening]:
        if self._rest:
            return self._rest.pop(0)
        return self._audit(document, questions=questions)


def _until_closed(
    widener: Widener | ViewWidener, compose: Callable[[SafeTable], Document], audit: Audit, most: int
) -> Closed:
    table, parameters = widener.table, widener.parameters
    steps: list[Widened] = []
    started = dict(widener.levels)
    document = compose(safe := protect(table, parameters, started))
    openings = audit(document)
    rounds = 0
    while openings:
        rounds += 1
        if rounds > most or not (chosen := widener.widen(openings)):
            raise StillOpen(openings)
        steps += [Widened(spot, level) for spot, level in chosen.items()]
        document = compose(safe := protect(table, parameters, widener.levels))
        openings = audit(document, questions={opening.question for opening in openings}) or audit(document)
    widened = sum(level > started.get(spot, 0) for spot, level in widener.levels.items())
    return Closed(safe, document, tuple(steps), widened, _figures(safe))


def _figures(safe: SafeTable) -> int:
    return sum(len(shown.items or ()) for column in safe.cells.values() for shown in column.values())

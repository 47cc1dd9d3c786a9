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
    return _Repair(Widener(table, parameters), most).closed(compose, audit)


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
    return _Repair(ViewWidener(views, parameters), most).closed(compose, audit)


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
    of_figures, of_views = _Repair(Widener(table, parameters)), _Repair(ViewWidener(views, parameters))
    figures = of_figures.closed(lambda safe: compose(safe, plain), of_units)
    for _turn in range(MOST_TURNS) if views.groups else ():
        try:
            return figures, of_views.closed(partial(compose, figures.safe), of_all)
        except StillOpen as still_open:
            if not of_figures.widen(still_open.openings):
                raise
        figures = of_figures.closed(lambda safe: compose(safe, plain), of_units)
    return figures, of_views.closed(partial(compose, figures.safe), of_all) if views.groups else None


class _Repair:
    """A table on its way to green. What was widened stays so, whatever it is composed with the next time."""

    def __init__(self, widener: Widener | ViewWidener, most: int = MOST_ROUNDS) -> None:
        self.widener, self.most = widener, most
        self.started = dict(widener.levels)
        self.steps: list[Widened] = []

    def widen(self, openings: Sequence[Opening]) -> bool:
        """One step; False when no wider figure can help."""
        chosen = self.widener.widen(openings)
        self.steps += [Widened(spot, level) for spot, level in chosen.items()]
        return bool(chosen)

    def closed(self, compose: Callable[[SafeTable], Document], audit: Audit) -> Closed:
        document = compose(safe := self._safe())
        openings = audit(document)
        rounds = 0
        while openings:
            rounds += 1
            if rounds > self.most or not self.widen(openings):
                raise StillOpen(openings)
            document = compose(safe := self._safe())
            openings = audit(document, questions={opening.question for opening in openings}) or audit(document)
        widened = sum(level > self.started.get(spot, 0) for spot, level in self.widener.levels.items())
        return Closed(safe, document, tuple(self.steps), widened, _figures(safe))

    def _safe(self) -> SafeTable:
        return protect(self.widener.table, self.widener.parameters, self.widener.levels)


def _figures(safe: SafeTable) -> int:
    return sum(len(shown.items or ()) for column in safe.cells.values() for shown in column.values())

"""The attack on the views of all releases: structure, P1 by witnesses, P2 person by person, and a linear cross-check."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from uitzicht.core.disclosure.auditor.memory import Memory
from uitzicht.core.disclosure.auditor.publication import Question
from uitzicht.core.disclosure.auditor.truth import Truth
from uitzicht.core.disclosure.auditor.verdict import Opening
from uitzicht.core.disclosure.auditor.views.certificate import certificate_openings
from uitzicht.core.disclosure.auditor.views.counterworlds import Found, Place, search
from uitzicht.core.disclosure.auditor.views.cross_check import Exposure, fault, most_exposed
from uitzicht.core.disclosure.auditor.views.evidence import ViewEvidence
from uitzicht.core.disclosure.auditor.views.panel import FREE, Panel, View, panel
from uitzicht.core.disclosure.auditor.views.register import Register, registers
from uitzicht.core.disclosure.auditor.views.structure import view_openings
from uitzicht.core.disclosure.auditor.views.totals import totals_openings

Json = Mapping[str, Any]
Members = Mapping[str, Collection[str]]
Progress = Callable[[str, int, int], None]


def rules_broken(documents: Sequence[Json], members: Members, evidence: ViewEvidence | None) -> list[Opening]:
    """What is wrong before any answer is looked at: rules of views, and P1. The main structure must be sound."""
    broken = list(view_openings(documents, members, evidence))
    if broken or evidence is None or not documents:
        return broken
    return list(certificate_openings(documents, list(registers(documents, members, evidence)), evidence))


@dataclass
class ViewAttack:
    """P2 against views. ``openings``, ``figures``, ``worlds`` and ``programmes`` as in ``Verdict``."""

    documents: Sequence[Json]
    members: Members
    truth: Truth
    evidence: ViewEvidence
    memory: Memory = field(default_factory=Memory)
    openings: list[Opening] = field(default_factory=list)
    figures: int = 0
    worlds: int = 0
    programmes: int = 0
    exposures: list[Exposure] = field(default_factory=list)

    def run(self, asked: Sequence[Question], progress: Progress | None = None) -> None:
        """Attack each of these questions that views publish, in each stratum that has views."""
        published = {key for document in self.documents for key in document.get("view_questions", ())}
        asked = [question for question in asked if question.key in published]
        self.openings += totals_openings(self.documents, asked, self.evidence)
        if self.openings:
            return
        for number, question in enumerate(asked):
            for register in registers(self.documents, self.members, self.evidence):
                self._panel(panel(self.documents, register, question, self.truth, self.evidence))
            if progress is not None:
                progress("counter-worlds in views", number + 1, len(asked))
        self._cross_check(progress)

    def _panel(self, board: Panel) -> None:
        self.figures += board.figures
        self.openings += board.faults
        if board.faults:
            return
        found = search(board, self.memory)
        self.worlds += found.worlds
        self._open(board, found.open, "somebody in a view has no counter-world")
        self._expose(board, found)

    def _expose(self, board: Panel, found: Found) -> None:
        sizes = self._smallest_views(board)
        self.exposures = most_exposed(
            [*self.exposures, *(Exposure(board, place, sizes[place[0]]) for place in found.exposed - found.open)]
        )

    def _smallest_views(self, board: Panel) -> list[int]:
        people = np.bincount(board.register.atom, minlength=len(board.register.atoms))
        sizes = [np.where(view.holds, people[view.holds].sum(), FREE) for view in board.views]
        return [int(size) for size in np.min(sizes, axis=0)] if sizes else [int(FREE)] * len(people)

    def _open(self, board: Panel, places: Collection[Place], why: str) -> None:
        self.openings += sorted(
            {_opening(board, place, why) for place in places}, key=lambda one: (one.item, one.bundle, one.group)
        )

    def _cross_check(self, progress: Progress | None) -> None:
        for number, exposure in enumerate(self.exposures):
            why = fault(exposure)
            self.programmes += 2
            if why:
                self._open(exposure.panel, [exposure.place], why)
            if progress is not None:
                progress("linear programmes in views", number + 1, len(self.exposures))


def _opening(board: Panel, place: Place, why: str) -> Opening:
    register: Register = board.register
    return Opening(
        board.release,
        _tightest(board.views, place),
        register.homes[place[0]],
        board.question.key,
        board.question.items[place[1]],
        f"value: {why}",
    )


def _tightest(views: Sequence[View], place: Place) -> str:
    """The view with the least room that holds the place; for people in no view the tightest of all."""
    around = [view for view in views if view.holds[place[0]]] or list(views)
    return min(around, key=lambda view: (int(view.room[place[1]]), view.id)).id if around else ""

"""The audit: structure first, then for everybody and every question a counter-world, then a linear cross-check.

Bundles first, in which people are exchangeable; then views, which cut across bundles, person by person.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.board import Board, boards, examine
from uitzicht.core.disclosure.auditor.cells import cells
from uitzicht.core.disclosure.auditor.forest import Forest, forest
from uitzicht.core.disclosure.auditor.intervals import excluded
from uitzicht.core.disclosure.auditor.linear import Exposure, affordable, exposures, fault
from uitzicht.core.disclosure.auditor.memory import Memory
from uitzicht.core.disclosure.auditor.moves import met_by_moves
from uitzicht.core.disclosure.auditor.needs import Needs, needs
from uitzicht.core.disclosure.auditor.publication import Publication, Question, read
from uitzicht.core.disclosure.auditor.solver import met_by_programmes
from uitzicht.core.disclosure.auditor.structure import structural_openings
from uitzicht.core.disclosure.auditor.truth import Truth, Whole, answers, answers_of_known, truth_openings
from uitzicht.core.disclosure.auditor.verdict import Opening, Verdict
from uitzicht.core.disclosure.auditor.views.attack import ViewAttack, rules_broken
from uitzicht.core.disclosure.auditor.views.evidence import ViewEvidence

Progress = Callable[[str, int, int], None]


def audit(
    documents: Sequence[Mapping[str, Any]],
    members: Mapping[str, Collection[str]],
    truth: Truth,
    *,
    questions: Collection[str] | None = None,
    progress: Progress | None = None,
    known: Truth | None = None,
    views: ViewEvidence | None = None,
    memory: Memory | None = None,
) -> Verdict:
    """Attack everything published so far; green only when each rule holds and each need has its counter-world.

    documents: all release documents, oldest first. members: bundle id -> handles of its people. truth: bundle id ->
    question key -> {"answered", "counts"}. questions: attack only these; structure is always checked whole.
    progress: told (step, done, of how many). known: as truth, of the members whose answers somebody may know. views:
    evidence on views; documents that have views are never green without it. memory: of earlier attacks on the same bundles,
    which makes this one quicker and never greener. Rules: P1 and P2 of the threat model.
    """
    openings = structural_openings(documents, members, known)
    if not openings and documents:
        openings = rules_broken(documents, members, views)
    respondents = len({person for people in members.values() for person in people})
    if openings or not documents:
        return Verdict(len(documents), 0, respondents, tuple(openings), 0, 0)
    publication = read(documents)
    asked = _questions(publication, questions)
    openings = list(truth_openings(publication, asked, truth, known))
    if openings:
        return Verdict(len(documents), 0, respondents, tuple(openings), 0, 0)
    memory = memory or Memory()
    attack = _Attack(publication, memory)
    for number, question in enumerate(asked):
        attack.question(question, truth, known)
        if progress is not None:
            progress("counter-worlds", number + 1, len(asked))
    attack.cross_check(progress)
    if views is not None:
        of_views = ViewAttack(documents, members, truth, views, memory)
        of_views.run(asked, progress)
        attack.add(of_views)
    return Verdict(
        len(documents), attack.figures, respondents, tuple(attack.openings), attack.worlds, attack.programmes
    )


def _questions(publication: Publication, wanted: Collection[str] | None) -> list[Question]:
    """Every question once, as the newest release that has it puts it."""
    newest = {key: question for edition in publication.editions for key, question in edition.questions.items()}
    return [newest[key] for key in sorted(newest) if wanted is None or key in wanted]


@dataclass
class _Attack:
    publication: Publication
    memory: Memory
    openings: list[Opening] = field(default_factory=list)
    figures: int = 0
    worlds: int = 0
    programmes: int = 0

    def __post_init__(self) -> None:
        self.tree: Forest | None = forest([edition.parents for edition in self.publication.editions])
        self.homes = self.publication.homes()
        self.exposed: list[tuple[Exposure, Needs]] = []

    def question(self, question: Question, truth: Truth, known: Truth | None) -> None:
        everybody = answers(self.publication, question, truth)
        rows, faults, figures = examine(self.publication, question, everybody)
        self.figures += figures
        self.openings += faults
        of_known = answers_of_known(self.publication, question, known)
        for board in boards(self.publication, question, everybody, rows, of_known):
            self._board(board)

    def add(self, other: ViewAttack) -> None:
        self.openings += other.openings
        self.figures += other.figures
        self.worlds += other.worlds
        self.programmes += other.programmes

    def _board(self, board: Board) -> None:
        """The truth is the first world; then moves in the tree; what is left goes to the solver, and then is open."""
        demanded = needs(board)
        rest = demanded.pick(~demanded.met(board.values))
        moved, self.worlds = rest, self.worlds + len(demanded)
        if len(rest) and self.tree is not None:
            rest = rest.pick(~met_by_moves(board, self.tree, rest))
        if len(rest) and not (self.tree is not None and _tried_all(board)):
            rest = rest.pick(~self._met_elsewhere(board, rest))
        self.worlds -= len(rest)
        self._open(board, rest)
        opened = set(zip(rest.bundle.tolist(), rest.item.tolist(), strict=True))
        self.exposed += [(one, demanded) for one in exposures(board, moved) if (one.bundle, one.item) not in opened]

    def _met_elsewhere(self, board: Board, rest: Needs) -> NDArray[np.bool_]:
        """Needs that a programme meets; places where plain arithmetic excludes one are not asked."""
        bound = cells(board)
        found = np.zeros(len(rest), dtype=bool)
        asked = np.nonzero(~rest.at(excluded(board, bound, rest)))[0]
        found[asked] = met_by_programmes(board, bound, rest.pick(asked), self._worlds(board))
        return found

    def _worlds(self, board: Board) -> list[Whole]:
        return self.memory.at(board.question.key, *(bundle.id for bundle in board.bundles))

    def _open(self, board: Board, rest: Needs) -> None:
        places = sorted(set(zip(rest.bundle.tolist(), rest.item.tolist(), strict=True)))
        for bundle, item in places:
            self._add(board, bundle, item, "somebody in the bundle has no counter-world")

    def _add(self, board: Board, bundle: int, item: int, why: str) -> None:
        editions = [one for one in self.publication.editions if board.question.key in one.questions]
        sealed = board.bundles[bundle]
        self.openings.append(
            Opening(
                editions[-1].release,
                self.homes[sealed.id],
                sealed.id,
                board.question.key,
                board.question.items[item],
                f"value: {why}",
            )
        )

    def cross_check(self, progress: Progress | None) -> None:
        """The attacker's linear programmes for the most exposed places, two for each."""
        chosen = affordable(sorted(self.exposed, key=lambda one: one[0].order()))
        for number, (exposure, demanded) in enumerate(chosen):
            why = fault(exposure, demanded)
            self.programmes += 2
            if why:
                self._add(exposure.board, exposure.bundle, exposure.item, why)
            if progress is not None:
                progress("linear programmes", number + 1, len(chosen))


def _tried_all(board: Board) -> bool:
    """Groups that are nested or apart: the tree pass has tried every world, and a solver finds no other."""
    return board.is_laminar and not board.is_choice

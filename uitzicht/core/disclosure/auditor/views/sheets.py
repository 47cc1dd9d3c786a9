"""The answers of the people whose answers still exist, as whole numbers, checked against the totals.

Held fixed are: people whose answers are gone (erased, or past their term), people whose answers somebody may know, and
who answered at all. None of them moves in a counter-world.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.publication import Question
from uitzicht.core.disclosure.auditor.truth import SCORES, Whole
from uitzicht.core.disclosure.auditor.views.register import Register


@dataclass(frozen=True)
class Sheets:
    """One entry per person who can move. ``atom``: (people,); ``state``: 0/1 per item, or the score, (people, items).

    ``offered``: (atoms, items), which items the bundles of an atom count. ``asked``: (atoms,), of which P2 is asked.
    """

    atom: Whole
    state: Whole
    offered: NDArray[np.bool_]
    asked: NDArray[np.bool_]


def sheets(
    register: Register,
    question: Question,
    answers: Mapping[str, Mapping[str, Any]],
    answered: Whole,
    given: Whole,
    having: NDArray[np.bool_],
    release: int,
) -> tuple[Sheets, list[str]]:
    """The sheets, and why they cannot be those that were counted in this ``release``. Totals as in ``panel.Totals``."""
    width = len(question.items)
    state, present = np.zeros((len(register.people), width), dtype=np.int64), np.zeros(len(register.people), dtype=bool)
    faults: set[str] = set()
    for number, person in enumerate(register.people):
        answer = answers.get(person, {}).get(question.key)
        if answer is None:
            continue
        marks = _marks(question, answer)
        if marks is None:
            faults.add("an answer is none that the question takes")
            continue
        present[number], state[number] = True, marks
    gone = np.array([person not in answers for person in register.people], dtype=bool)
    offered = _offered(register, having)
    counted: NDArray[np.bool_] = np.any(offered[register.atom], axis=1)
    wrong = _exceed(register, state, present, gone, (answered, given, having))
    if any(wrong[at] and key.startswith(f"{release}-") for key, at in register.sealed.items()):
        faults.add("answers are not those of the totals")
    # Corrected since an earlier release counted them: what was counted is not known any more.
    corrected = (wrong.astype(np.int64) @ register.incidence > 0)[register.atom]
    present, gone = present & ~corrected, gone | corrected
    if question.type != "score" and (state[counted] > offered[register.atom[counted]]).any():
        faults.add("an answer holds an item that its bundle does not count")
    moving = present & ~register.known & counted
    return Sheets(register.atom[moving], state[moving], offered, _asked(register, gone)), sorted(faults)


def _asked(register: Register, gone: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Nobody is asked about whose bundle, or a view bundle of theirs, holds somebody whose answers are gone: what could
    move with them is no longer known, and figures of the past cannot be made wider."""
    by_atom = np.bincount(register.atom[gone], minlength=len(register.atoms)).astype(np.int64)
    broken = register.incidence @ by_atom > 0
    return np.asarray(register.incidence.T @ broken.astype(np.int64) == 0)


def _marks(question: Question, answer: object) -> Whole | None:
    """The answer as numbers; None when it is no answer to this question."""
    if question.type == "score":
        whole = isinstance(answer, int) and not isinstance(answer, bool) and 1 <= answer <= len(SCORES)
        return np.array([answer], dtype=np.int64) if whole else None
    if question.type == "choice":
        chosen = {answer} if isinstance(answer, str) else {None}
    else:
        chosen = set(answer) if isinstance(answer, list | tuple | set | frozenset) else {None}
    if not chosen <= set(question.items):
        return None
    return np.array([item in chosen for item in question.items], dtype=np.int64)


def _offered(register: Register, having: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Items that every bundle of an atom counts, of those that count the question at all."""
    some = register.incidence.T * having[:, 0]
    lacking = some @ ~having
    return np.asarray((lacking == 0) & (some.sum(axis=1) > 0)[:, None])


def _exceed(
    register: Register,
    state: Whole,
    present: NDArray[np.bool_],
    gone: NDArray[np.bool_],
    counted: tuple[Whole, Whole, NDArray[np.bool_]],
) -> NDArray[np.bool_]:
    """Of which bundles a total differs from its sheets by what those who are gone cannot have answered."""
    answered, given, having = counted
    marks = state if given.shape[1] == state.shape[1] else (state == SCORES)
    columns = np.column_stack((present, np.where(present[:, None], marks, 0), gone)).astype(np.int64)
    by_atom = np.zeros((len(register.atoms), columns.shape[1]), dtype=np.int64)
    np.add.at(by_atom, register.atom, columns)
    inside = register.incidence @ by_atom
    rest = np.column_stack((answered, given)) - inside[:, :-1]
    wrong = (rest < 0) | (rest > inside[:, -1:])
    counts = np.column_stack((having[:, :1], having if given.shape[1] == having.shape[1] else having.repeat(5, axis=1)))
    return np.asarray((wrong & counts).any(axis=1))

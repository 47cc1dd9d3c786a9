"""The true totals of each bundle, as whole numbers ready to attack."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.publication import Publication, Question
from uitzicht.core.disclosure.auditor.verdict import Opening

Whole = NDArray[np.int64]
Totals = Mapping[str, Mapping[str, Any]]
Truth = Mapping[str, Totals]
SCORES = np.arange(1, 6, dtype=np.int64)


@dataclass(frozen=True)
class Answers:
    """``answered``: shape (bundles,). ``values``: counts per item, or for a score the sum: shape (bundles, items).

    ``given``: the histogram of 1..5 for a score, else ``values`` again.
    """

    answered: Whole
    values: Whole
    given: Whole


def answers(publication: Publication, question: Question, truth: Truth) -> Answers:
    """The answers of every bundle; a bundle that never saw the question, or an item added later, counts nothing."""
    width = 5 if question.type == "score" else len(question.items)
    answered = np.zeros(len(publication.bundles), dtype=np.int64)
    given = np.zeros((len(publication.bundles), width), dtype=np.int64)
    for position, bundle in enumerate(publication.bundles):
        tally = truth[bundle.id].get(question.key)
        if tally is not None:
            answered[position] = tally["answered"]
            given[position, : len(tally["counts"])] = tally["counts"]
    values = (given @ SCORES)[:, None] if question.type == "score" else given
    return Answers(answered, values, given)


def truth_openings(publication: Publication, questions: Sequence[Question], truth: Truth) -> Iterator[Opening]:
    """Totals that are missing or cannot be: without them nothing can be certified."""
    newest = publication.editions[-1].release
    for bundle in publication.bundles:
        if bundle.id not in truth:
            yield Opening(newest, "", bundle.id, "", "", "structure: the totals of a bundle are missing")
            continue
        for question in questions:
            tally = truth[bundle.id].get(question.key)
            if tally is not None and not _is_possible(tally, question, bundle.size):
                yield Opening(newest, "", bundle.id, question.key, "", "structure: totals of a bundle cannot be")


def _is_possible(tally: Mapping[str, Any], question: Question, size: int) -> bool:
    answered, counts = tally["answered"], list(tally["counts"])
    if not 0 <= answered <= size or any(not 0 <= count <= answered for count in counts):
        return False
    if question.type == "score" and len(counts) != 5:
        return False
    return len(counts) <= max(len(question.items), 5 * (question.type == "score")) and (
        question.type == "tick" or sum(counts) == answered
    )

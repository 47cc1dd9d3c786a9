"""The true totals of the bundles and view bundles of a stratum, as whole numbers ready to attack."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.publication import Question
from uitzicht.core.disclosure.auditor.truth import SCORES, Truth, Whole
from uitzicht.core.disclosure.auditor.verdict import Opening
from uitzicht.core.disclosure.auditor.views.evidence import ViewEvidence
from uitzicht.core.disclosure.auditor.views.register import Register

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Totals:
    """``answered``: (sealed,); ``given``: counts or the histogram of 1..5, (sealed, width); ``having``: which bundles
    saw each item, (sealed, items). Sealed: the bundles and view bundles of the register, in its order."""

    answered: Whole
    given: Whole
    having: NDArray[np.bool_]
    is_score: bool

    @property
    def values(self) -> Whole:
        return (self.given @ SCORES)[:, None] if self.is_score else self.given


def totals(register: Register, question: Question, truth: Truth, evidence: ViewEvidence) -> Totals:
    is_score = question.type == "score"
    width = len(SCORES) if is_score else len(question.items)
    answered = np.zeros(len(register.sealed), dtype=np.int64)
    given = np.zeros((len(register.sealed), width), dtype=np.int64)
    having = np.zeros((len(register.sealed), len(question.items)), dtype=bool)
    for key, at in register.sealed.items():
        tally = (truth if key in register.editions else evidence.truth)[key].get(question.key)
        if tally is not None:
            answered[at] = tally["answered"]
            given[at, : len(tally["counts"])] = tally["counts"]
            having[at, : 1 if is_score else len(tally["counts"])] = True
    return Totals(answered, given, having, is_score)


def totals_openings(
    documents: Sequence[Json], questions: Sequence[Question], evidence: ViewEvidence
) -> Iterator[Opening]:
    """Totals of view bundles that are missing or cannot be: without them nothing can be certified."""
    newest = documents[-1]["release"]
    for bundle in (one for document in documents for one in document.get("view_bundles", ())):
        place = newest, "", bundle["id"]
        if bundle["id"] not in evidence.truth:
            yield Opening(*place, "", "", "structure: the totals of a view bundle are missing")
            continue
        for question in questions:
            tally = evidence.truth[bundle["id"]].get(question.key)
            if tally is not None and not _can_be(tally, question, bundle["size"]):
                yield Opening(*place, question.key, "", "structure: totals of a view bundle cannot be")


def _can_be(tally: Mapping[str, Any], question: Question, size: int) -> bool:
    answered, counts = tally["answered"], list(tally["counts"])
    if not 0 <= answered <= size or any(not 0 <= count <= answered for count in counts):
        return False
    if question.type != "tick" and sum(counts) != answered:
        return False
    return len(counts) == len(SCORES) if question.type == "score" else len(counts) <= len(question.items)

"""The true totals of each bundle, as whole numbers ready to attack; and the part of them that the attacker knows already."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
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
    """``people``, ``answered``: shape (bundles,). ``values``: counts per item, or for a score the sum: (bundles, items).

    ``given``: the histogram of 1..5 for a score, else ``values`` again.
    """

    people: Whole
    answered: Whole
    values: Whole
    given: Whole

    def without(self, known: "Answers") -> "Answers":
        """What is left when these people are taken out."""
        return Answers(
            self.people - known.people,
            self.answered - known.answered,
            self.values - known.values,
            self.given - known.given,
        )


def answers(publication: Publication, question: Question, truth: Truth) -> Answers:
    """The answers of every bundle; a bundle that never saw the question, or an item added later, counts nothing."""
    people = np.array([bundle.size for bundle in publication.bundles], dtype=np.int64)
    return _answers(publication, question, truth, people)


def answers_of_known(publication: Publication, question: Question, known: Truth | None) -> Answers:
    """The answers of the members of every bundle of whom the attacker knows the answers: nobody where it has no totals."""
    given = known or {}
    people = [known_people(given.get(bundle.id, {})) for bundle in publication.bundles]
    return _answers(publication, question, given, np.array(people, dtype=np.int64))


def known_people(totals: Totals) -> int:
    """How many people totals of known members are about; the entry under the key "" counts who answered nothing too."""
    return max((tally["answered"] for tally in totals.values()), default=0)


def _answers(publication: Publication, question: Question, truth: Truth, people: Whole) -> Answers:
    width = 5 if question.type == "score" else len(question.items)
    answered = np.zeros(len(publication.bundles), dtype=np.int64)
    given = np.zeros((len(publication.bundles), width), dtype=np.int64)
    for position, bundle in enumerate(publication.bundles):
        tally = truth.get(bundle.id, {}).get(question.key)
        if tally is not None:
            answered[position] = tally["answered"]
            given[position, : len(tally["counts"])] = tally["counts"]
    values = (given @ SCORES)[:, None] if question.type == "score" else given
    return Answers(people, answered, values, given)


def truth_openings(
    publication: Publication, questions: Sequence[Question], truth: Truth, known: Truth | None = None
) -> Iterator[Opening]:
    """Totals that are missing or cannot be, of all members or of the known among them: then nothing can be certified."""
    newest = publication.editions[-1].release
    for bundle in publication.bundles:
        if bundle.id not in truth:
            yield Opening(newest, "", bundle.id, "", "", "structure: the totals of a bundle are missing")
            continue
        for question in questions:
            tally = truth[bundle.id].get(question.key)
            facts = (known or {}).get(bundle.id, {})
            if tally is not None and not _is_possible(tally, question, bundle.size):
                yield Opening(newest, "", bundle.id, question.key, "", "structure: totals of a bundle cannot be")
            elif not _is_part(facts, tally, question, bundle.size):
                yield Opening(newest, "", bundle.id, question.key, "", "structure: totals of known people cannot be")


def _is_part(facts: Totals, tally: Mapping[str, Any] | None, question: Question, size: int) -> bool:
    """Whether the known people can be some of those in the bundle, and the others the rest of them."""
    people, told = known_people(facts), facts.get(question.key)
    if told is None:
        return tally is None or tally["answered"] <= size - people
    if tally is None or len(told["counts"]) > len(tally["counts"]) or not _is_possible(told, question, people):
        return False
    rest = [every - some for every, some in zip_longest(tally["counts"], told["counts"], fillvalue=0)]
    others = {"answered": tally["answered"] - told["answered"], "counts": rest}
    return _is_possible(others, question, size - people)


def _is_possible(tally: Mapping[str, Any], question: Question, size: int) -> bool:
    answered, counts = tally["answered"], list(tally["counts"])
    if not 0 <= answered <= size or any(not 0 <= count <= answered for count in counts):
        return False
    if question.type == "score" and len(counts) != 5:
        return False
    return len(counts) <= max(len(question.items), 5 * (question.type == "score")) and (
        question.type == "tick" or sum(counts) == answered
    )

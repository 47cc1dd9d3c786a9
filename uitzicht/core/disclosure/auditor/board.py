"""One question in one stratum as the attacker sees it: the bundles, and what every displayed cell allows.

The attacker knows the answers of some members. They stay as they are in every world, hide nobody and are not asked about.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from uitzicht.core.disclosure.auditor.figures import Meaning, Rules, count_meaning, score_meaning
from uitzicht.core.disclosure.auditor.publication import Bundle, Edition, Publication, Question
from uitzicht.core.disclosure.auditor.truth import Answers, Whole, answers_of_known
from uitzicht.core.disclosure.auditor.verdict import Opening


@dataclass(frozen=True)
class Rows:
    """The visible cells of one release. ``low``, ``high``, ``value``: shape (cells, items); ``base``: (cells,).

    ``membership``: 0/1 of cells x all bundles. ``level``: as in ``Meaning``, -1 for None. ``low``/``high`` are the
    values printed as the same figure, stretched to hold the truth where a cell does not (which is an opening already).
    """

    edition: int
    rules: Rules
    units: tuple[str, ...]
    strata: tuple[str, ...]
    periods: tuple[str, ...]
    membership: sparse.csr_array
    base: Whole
    value: Whole
    low: Whole
    high: Whole
    level: Whole


@dataclass(frozen=True)
class Board:
    """A question in a stratum: its bundles, the truth of the people in them, and the rows that bind them.

    ``size``, ``answered``, ``values``, ``given``: without the people whose answers the attacker knows, which are in
    ``fixed``, shape (bundles, items); what the rows hold is about all.
    ``entered``: position of the release that first counted each bundle in this question.
    ``offered``: shape (bundles, items), False where a bundle answered before the item existed: there it is no secret.
    """

    question: Question
    bundles: tuple[Bundle, ...]
    size: Whole
    answered: Whole
    values: Whole
    given: Whole
    fixed: Whole
    entered: Whole
    offered: NDArray[np.bool_]
    rows: tuple[Rows, ...]

    @property
    def is_choice(self) -> bool:
        return self.question.type == "choice"

    @property
    def is_score(self) -> bool:
        return self.question.type == "score"

    @property
    def is_laminar(self) -> bool:
        """Any two rows are nested or apart: groups of one release, without periods that cut across its units."""
        return len(self.rows) <= 1 and len({bundle.period for bundle in self.bundles}) <= 1


def examine(publication: Publication, question: Question, answers: Answers) -> tuple[list[Rows], list[Opening], int]:
    """Read every cell of a question; return the rows, the cells that break a rule, and the number of figures."""
    rows: list[Rows] = []
    openings: list[Opening] = []
    figures = 0
    for number, edition in enumerate(publication.editions):
        if question.key in edition.questions:
            read, faults, seen = _examine_edition(number, edition, edition.questions[question.key], answers)
            rows.append(read)
            openings.extend(faults)
            figures += seen
    return rows, openings, figures


def _examine_edition(
    number: int, edition: Edition, question: Question, answers: Answers
) -> tuple[Rows, list[Opening], int]:
    width = len(question.items)
    base, value = edition.membership @ answers.answered, edition.membership @ answers.values[:, :width]
    visible: list[int] = []
    meanings: list[list[Meaning]] = []
    openings: list[Opening] = []
    for position, group in enumerate(edition.groups):
        cell = edition.cells[question.key][group.id]
        place = (edition.release, group.id, "", question.key)
        fewest = edition.rules.k_sensitive if edition.questions[question.key].sensitive else edition.rules.k
        why = _base_fault(cell["base"], cell["items"], int(base[position]), fewest, width)
        if why:
            openings.append(Opening(*place, "", f"structure: {why}"))
        if cell["items"] is None or len(cell["items"]) != width or base[position] == 0:
            continue
        read = [_meaning(question, printed, int(base[position]), edition.rules) for printed in cell["items"]]
        faulty = [_cell_fault(one, int(true)) for one, true in zip(read, value[position], strict=True)]
        openings += [
            Opening(*place, item, f"structure: {fault}")
            for item, fault in zip(question.items, faulty, strict=True)
            if fault
        ]
        visible.append(position)
        meanings.append(read)
    rows = _rows(number, edition, visible, base, value, meanings)
    return rows, openings, len(edition.groups) + len(visible) * width


def _meaning(question: Question, printed: object, base: int, rules: Rules) -> Meaning:
    if not isinstance(printed, int | float | str) or (isinstance(printed, float) and not 1 <= printed <= 5):
        return Meaning(0, 5 * base, None)
    return (score_meaning if question.type == "score" else count_meaning)(printed, base, rules)


def _base_fault(printed: object, items: object, base: int, k: int, width: int) -> str:
    if items is None:
        return "" if printed == f"<{k}" and base < k else "a base is hidden that its rule would show, or is not true"
    if isinstance(printed, bool) or not isinstance(printed, int) or printed != base:
        return "a base does not hold the true number of answers"
    if base < k:
        return "a base under k is shown"
    return "" if len(items) == width else "a cell does not have a figure for each item"  # type: ignore[arg-type]


def _cell_fault(meaning: Meaning, value: int) -> str:
    if not meaning.holds(value):
        return "a cell does not hold the true value"
    return "" if meaning.level is not None else "a cell is not printed as its parameters say"


def _rows(
    number: int, edition: Edition, visible: list[int], base: Whole, value: Whole, meanings: list[list[Meaning]]
) -> Rows:
    shape = (len(visible), value.shape[1])
    low = np.array([[one.low for one in read] for read in meanings], dtype=np.int64).reshape(shape)
    high = np.array([[one.high for one in read] for read in meanings], dtype=np.int64).reshape(shape)
    level = [[-1 if one.level is None else one.level for one in read] for read in meanings]
    return Rows(
        edition=number,
        rules=edition.rules,
        units=tuple(edition.groups[position].unit for position in visible),
        strata=tuple(edition.groups[position].stratum for position in visible),
        periods=tuple(edition.groups[position].period for position in visible),
        membership=edition.membership[visible, :],
        base=base[visible],
        value=value[visible],
        low=np.minimum(low, value[visible]),
        high=np.maximum(high, value[visible]),
        level=np.array(level, dtype=np.int64).reshape(shape),
    )


def boards(
    publication: Publication, question: Question, answers: Answers, rows: list[Rows], known: Answers | None = None
) -> Iterator[Board]:
    """No group spans two strata, so each stratum is attacked by itself. Items added later get free rows before.

    answers: of everybody; known: of those among them whose answers the attacker knows, None for nobody.
    """
    known = known or answers_of_known(publication, question, None)
    width, others = len(question.items), answers.without(known)
    for stratum in sorted({bundle.stratum for bundle in publication.bundles}):
        kept = [position for position, bundle in enumerate(publication.bundles) if bundle.stratum == stratum]
        bundles = tuple(publication.bundles[position] for position in kept)
        yield Board(
            question=question,
            bundles=bundles,
            size=others.people[kept],
            answered=others.answered[kept],
            values=others.values[kept],
            given=others.given[kept],
            fixed=known.values[kept],
            entered=_entered(publication, bundles, question),
            offered=_offered(publication, bundles, question),
            rows=tuple(_within(one, stratum, kept, width) for one in rows),
        )


def _entered(publication: Publication, bundles: tuple[Bundle, ...], question: Question) -> Whole:
    """The first release, from the bundle's own onwards, that has the question; else after the last."""
    having = [number for number, edition in enumerate(publication.editions) if question.key in edition.questions]
    after = len(publication.editions)
    first = [next((number for number in having if number >= bundle.edition), after) for bundle in bundles]
    return np.array(first, dtype=np.int64)


def _offered(publication: Publication, bundles: tuple[Bundle, ...], question: Question) -> NDArray[np.bool_]:
    offered = np.zeros((len(bundles), len(question.items)), dtype=bool)
    for position, bundle in enumerate(bundles):
        then = publication.editions[bundle.edition].questions.get(question.key, question)
        offered[position, : len(then.items)] = True
    return offered


def _within(rows: Rows, stratum: str, kept: list[int], width: int) -> Rows:
    chosen: NDArray[np.bool_] = np.array([one == stratum for one in rows.strata], dtype=bool)
    membership = rows.membership[chosen, :][:, kept]
    base, missing = rows.base[chosen], width - rows.value.shape[1]

    def widened(cells: Whole, fill: Whole) -> Whole:
        return np.concatenate((cells[chosen], np.repeat(fill[:, None], missing, axis=1)), axis=1)

    return Rows(
        edition=rows.edition,
        rules=rows.rules,
        units=tuple(unit for unit, one in zip(rows.units, chosen, strict=True) if one),
        strata=tuple(stratum for one in chosen if one),
        periods=tuple(period for period, one in zip(rows.periods, chosen, strict=True) if one),
        membership=membership,
        base=base,
        value=widened(rows.value, 0 * base),
        low=widened(rows.low, 0 * base),
        high=widened(rows.high, base),
        level=widened(rows.level, 0 * base - 1),
    )

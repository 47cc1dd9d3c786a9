"""Where a wider figure makes room for other answers in a bundle.

Each member of a bundle could have answered otherwise only if the bundle's number can move. Then a figure beside it moves
against it, or a figure that holds it moves along. Widening helps where it lets a figure move in that direction.
"""

from collections.abc import Collection, Mapping

from uitzicht.core.disclosure.protection import Spot, span, widest_level
from uitzicht.core.disclosure.tables import BundleTotals, Table
from uitzicht.core.disclosure.vocabulary import SCORES, Parameters, Question, QuestionType

UP, DOWN = 1, -1


def needs(bundle: BundleTotals, question: Question, item: str) -> dict[int, int]:
    """How far the bundle's number (count, or sum of scores) must be able to go, by direction.

    With one colluder aside, somebody must possibly have said yes, and no; or have scored 4 or more, and 2 or less. Where
    the number allows that already, it is not known what is missing, and both directions are given.
    """
    tally = bundle.totals.get(question.key)
    if tally is None or not tally["answered"]:
        return {UP: 1, DOWN: 1}
    answered, counts = tally["answered"], tally["counts"]
    if question.type is QuestionType.SCORE:
        total = sum(score * count for score, count in zip(SCORES, counts, strict=True))
        given = [score for score, count in zip(SCORES, counts, strict=True) if count]
        missing = {UP: answered + 2 + given[-1] - total, DOWN: total - (5 * answered - 8 + given[0])}
    else:
        yes = counts[question.items.index(item)]
        missing = {UP: int(yes < 2), DOWN: int(answered - yes < 2)}
    return {way: amount for way, amount in missing.items() if amount > 0} or {UP: 1, DOWN: 1}


def level_with_room(table: Table, parameters: Parameters, spot: Spot, level: int, ways: Collection[int]) -> int | None:
    """The first level after this one at which the figure can move further one of these ways; None if there is none."""
    now = span(table, parameters, spot, level)
    if now is None:
        return None
    for wider in range(level + 1, widest_level(table, spot) + 1):
        then = span(table, parameters, spot, wider)
        if then and ((UP in ways and then[2] > now[2]) or (DOWN in ways and then[0] < now[0])):
            return wider
    return None


def has_room(table: Table, parameters: Parameters, spot: Spot, level: int, needed: Mapping[int, int]) -> bool:
    """Whether the figure as shown now can move as far as needed, each way; a hidden one can."""
    now = span(table, parameters, spot, level)
    return now is None or (now[2] - now[1] >= needed.get(UP, 0) and now[1] - now[0] >= needed.get(DOWN, 0))


def can_move(bundle: BundleTotals, question: Question, moves: Mapping[str, Mapping[int, int]]) -> bool:
    """Whether the bundle's own number could move, one step at least, for each of these items."""
    tally = bundle.totals.get(question.key)
    if tally is None:
        return False
    counts = tally["counts"]
    if question.type is QuestionType.SCORE:
        free = {UP: any(counts[:-1]), DOWN: any(counts[1:])}
        return all(free[way] for needed in moves.values() for way in needed)
    numbers = dict(zip(question.items, counts, strict=True))
    return all(
        numbers[item] < tally["answered"] if way == UP else numbers[item] > 0
        for item, needed in moves.items()
        for way in needed
    )

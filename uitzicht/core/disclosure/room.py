"""Where a wider figure makes room for another answer in a bundle.

Somebody in a bundle could have answered otherwise only if the bundle's number can move; then a figure beside it moves the
other way or a figure that holds it moves along. Widening helps where it lets a figure move in that direction.
"""

from uitzicht.core.disclosure.protection import Spot, span, widest_level
from uitzicht.core.disclosure.tables import BundleTotals, Table
from uitzicht.core.disclosure.vocabulary import SCORES, Parameters, Question, QuestionType

UP, DOWN = 1, -1


def directions(bundle: BundleTotals, question: Question, item: str) -> tuple[int, ...]:
    """Where the bundle's number must be able to go so that each member may have answered otherwise, whatever one knows."""
    tally = bundle.totals.get(question.key)
    if tally is None or not tally["answered"]:
        return UP, DOWN
    answered, counts = tally["answered"], tally["counts"]
    if question.type is QuestionType.SCORE:
        total = sum(score * count for score, count in zip(SCORES, counts, strict=True))
        given = [score for score, count in zip(SCORES, counts, strict=True) if count]
        up, down = total < answered + 2 + given[-1], total > 5 * answered - 8 + given[0]
    else:
        yes = counts[question.items.index(item)]
        up, down = yes < 2, answered - yes < 2
    return tuple(way for way, needed in ((UP, up), (DOWN, down)) if needed) or (UP, DOWN)


def level_with_room(table: Table, parameters: Parameters, spot: Spot, level: int, ways: tuple[int, ...]) -> int | None:
    """The first level after this one at which the figure can move further one of these ways; None if there is none."""
    now = span(table, parameters, spot, level)
    if now is None:
        return None
    for wider in range(level + 1, widest_level(table, spot) + 1):
        then = span(table, parameters, spot, wider)
        if then and ((UP in ways and then[2] > now[2]) or (DOWN in ways and then[0] < now[0])):
            return wider
    return None


def has_room(table: Table, parameters: Parameters, spot: Spot, level: int, ways: tuple[int, ...]) -> bool:
    """Whether the figure can move in all these ways as it is shown now."""
    now = span(table, parameters, spot, level)
    return now is None or ((UP not in ways or now[2] > now[1]) and (DOWN not in ways or now[0] < now[1]))

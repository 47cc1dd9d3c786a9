"""How strongly a mean from 1 to 5 is coloured in a heat map: the lower, the stronger. The text in the cell says it too."""

from uitzicht.insight import words
from uitzicht.insight.cells import Hidden, Range, score_bounds
from uitzicht.insight.rules import is_enough
from uitzicht.insight.vocabulary import FigureGroup

EDGES = (4.0, 3.5, 3.0, 2.5)
"""Lower edges of the levels 1 to 4; level 5 is everything below."""
STEP = 0.1  # a displayed mean is rounded to it


def level(group: FigureGroup | None) -> int:
    """1 (4.0 and more) to 5 (below 2.5). 0, no shade, for too few answers to conclude anything, for what is not shown, and for a
    range that does not lie in one level."""
    if group is None or not is_enough(group.base) or isinstance(group.items[0].shown, Hidden):
        return 0
    low, high = (_level(end) for end in score_bounds(group.items[0].shown))
    return low if low == high else 0


def legend() -> list[tuple[int, str]]:
    """Every level with its means in words, lowest mean first."""
    from_to = [(5, words.value(Range(1.0, EDGES[-1] - STEP), score=True))]
    tops = (5.0, *(edge - STEP for edge in EDGES))
    from_to += [(at + 1, words.value(Range(EDGES[at], tops[at]), score=True)) for at in reversed(range(len(EDGES)))]
    return from_to


def _level(mean: float) -> int:
    return next((at for at, edge in enumerate(EDGES, start=1) if round(mean, 6) >= edge), len(EDGES) + 1)

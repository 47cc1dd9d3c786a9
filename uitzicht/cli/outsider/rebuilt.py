"""The same rows for a role that reads no release documents: rebuilt from the files of its own units.

Which bundles there are is not known then. In their place stand the people who came in at one unit in one release: a group is
the sum of those at its unit and below, up to its release. ``size`` is not known, so less follows than from documents.
"""

from collections.abc import Iterator
from math import ceil, floor

from uitzicht.cli.outsider.displays import Span, sums
from uitzicht.cli.outsider.places import ENDLESS, Board, Bundle, Ends, Row
from uitzicht.cli.outsider.published import ALONE, SEPARATOR, Column, Published

STRATA = ("resignation", "other")


def boards_from_files(published: Published) -> Iterator[Board]:
    """Every question in every kind of departure that the files hold."""
    for kind, question in sorted({(kind, question) for _, _, kind, question in published.columns}):
        if kind in STRATA or question.startswith(ALONE):
            yield _board(published, kind, question)


def _board(published: Published, kind: str, question: str) -> Board:
    found = {
        (release, unit): column
        for (release, unit, k, q), column in sorted(published.columns.items())
        if (k, q) == (kind, question)
    }
    items = tuple(sorted({item for column in found.values() for item in column.items}))
    arrivals = list(found)
    bundles = tuple(Bundle(f"{unit}, release {release}", None, release) for release, unit in arrivals)
    is_score = any(column.is_score for column in found.values())
    rows = tuple(
        Row(
            tuple(n for n, (r, u) in enumerate(arrivals) if r <= release and _is_under(u, unit)),
            _answered(column),
            tuple(_value(column, item) for item in items),
        )
        for (release, unit), column in found.items()
    )
    since = tuple(min(r for (r, _), column in found.items() if item in column.items) for item in items)
    return Board(kind, question, False, 4 if is_score else 1, items, since, bundles, rows)


def _is_under(unit: str, above: str) -> bool:
    return unit == above or unit.startswith(above + SEPARATOR)


def _answered(column: Column) -> Ends:
    return int(column.base.low), min(int(column.base.high), ENDLESS)


def _value(column: Column, item: str) -> Ends | None:
    span = column.items.get(item)
    if span is None or not column.base.exact:
        return None
    n = int(column.base.low)
    if not column.is_score:
        return int(span.low), int(span.high)
    low, high = _sums(span, n)
    return max(low - n, 0), min(high - n, 4 * n)


def _sums(span: Span, n: int) -> Ends:
    """A band of means may be rounded outwards, so it is taken as wide as it can be."""
    if span.exact and (ends := sums(float(span.low), n)):
        return ends
    return floor(span.low * n - n / 20), ceil(span.high * n + n / 20)

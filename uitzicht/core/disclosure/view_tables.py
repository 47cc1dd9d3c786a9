"""Raw totals of certified views: each view is the sum of its view bundles, as a group is the sum of its bundles.

A view bundle is a bundle of another partition of the same people, so the same `accumulate` sums both. Here the place of a
view bundle is not a unit but a cut with one of its values, all at one level.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from uitzicht.core.disclosure.tables import BundleTotals, Table, Totals, accumulate
from uitzicht.core.disclosure.views import ViewBundle
from uitzicht.core.disclosure.vocabulary import Question

ORGANISATION: Final = ""


def view_place(cut: str, value: str) -> str:
    """Where view bundles of one value of a cut are summed, such as "gender:woman". The id of a view is this and its
    stratum: "gender:woman:resignation"."""
    return f"{cut}:{value}"


def cut_and_value(place: str) -> tuple[str, str]:
    """What `view_place` put together."""
    cut, _, value = place.partition(":")
    return cut, value


def view_totals(code: str, bundle: ViewBundle, totals: Totals) -> BundleTotals:
    """A view bundle with its totals, ready to be summed."""
    return BundleTotals(code, view_place(bundle.cut, bundle.value), bundle.stratum, bundle.size, totals)


def accumulate_views(bundles: Iterable[BundleTotals], questions: Sequence[Question]) -> Table:
    """Sum the view bundles of all releases so far into one group for each view (cut, value, stratum).

    There is no sum over several values or cuts: one person may be in views of several cuts.

    Raises ValueError for a bundle given twice or totals that cannot be.
    """
    closed = list(bundles)
    parents: dict[str, str | None] = {ORGANISATION: None} | {bundle.unit: ORGANISATION for bundle in closed}
    table = accumulate(closed, parents, questions)
    rows = [row for row, group in enumerate(table.groups) if group.unit != ORGANISATION]
    return replace(
        table,
        groups=tuple(table.groups[row] for row in rows),
        base={key: column[rows] for key, column in table.base.items()},
        counts={key: column[rows] for key, column in table.counts.items()},
    )

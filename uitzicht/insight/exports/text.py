"""A measure as CSV: the numbers of the page, for a spreadsheet. Decimal points, empty where the page shows a band."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from uitzicht.insight.cells import Exact, band
from uitzicht.insight.vocabulary import Figure, FigureGroup, Item

COLUMNS = (
    "release", "measure", "question", "question_label", "unit", "kind", "base", "item", "item_label",
    "count", "mean", "band", "share", "low", "high", "certificate", "p", "q",
)  # fmt: skip


def as_csv(figures: Iterable[Figure]) -> str:
    """RFC 4180 with a header and a byte-order mark, so that a spreadsheet reads it as UTF-8."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for figure in figures:
        for group in figure.groups:
            writer.writerows(_row(figure, group, item) for item in group.items)
    return "\ufeff" + out.getvalue()


def _row(figure: Figure, group: FigureGroup, item: Item) -> Sequence[object]:
    exact = item.shown.value if isinstance(item.shown, Exact) else ""
    interval = item.interval
    return (
        figure.release,
        figure.measure,
        group.question,
        plain_text(group.question_label),
        plain_text(group.unit_label),
        group.kind,
        group.base.value if isinstance(group.base, Exact) else plain_text(band(group.base) or ""),
        item.key,
        plain_text(item.label),
        "" if item.score else exact,
        exact if item.score else "",
        plain_text(band(item.shown) or ""),
        "" if item.share is None else round(item.share, 4),
        "" if interval is None else round(interval.low, 4),
        "" if interval is None else round(interval.high, 4),
        figure.certificate,
        *("" if value is None else float(f"{value:.4g}") for value in (item.p, item.q)),
    )


def plain_text(text: str) -> str:
    """A spreadsheet must not take a text for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text

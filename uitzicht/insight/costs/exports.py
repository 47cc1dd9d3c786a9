"""The page on cost as CSV: the numbers of the page. An empty amount means not counted, never zero."""

import csv
from collections.abc import Sequence
from io import StringIO

from uitzicht.insight.costs.estimate import Estimate
from uitzicht.insight.costs.euros import rounded
from uitzicht.insight.costs.families import FamilyCost
from uitzicht.insight.costs.page import CostPage
from uitzicht.insight.costs.rules import Counted
from uitzicht.insight.costs.vocabulary import CostKey

COLUMNS = (
    "release", "period", "job_family", "row", "label", "exits", "low_per_exit", "likely_per_exit", "high_per_exit",
    "together", "low", "high", "source",
)  # fmt: skip
Row = Sequence[object]


def as_csv(page: CostPage) -> str:
    """RFC 4180 with a header and a byte-order mark. Euros; ``together``, ``low`` and ``high`` have two meaningful digits."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    means = dict(page.total.parts) if page.total else {}
    writer.writerows(_line(page, line, exits, means[line]) for line, exits in page.weights.items())
    writer.writerows(_row(page, key, str(key.label), page.family) for key in page.not_counted)
    exits = 1 if page.of_one_exit else page.covered
    sums = (
        ("all_exits", exits, page.total),
        ("undesired_exits", sum(page.exits.undesired.values()) if page.exits else 0, page.undesired),
        (f"{page.fewer}_percent_fewer_undesired", page.saved_exits, page.saved),
    )
    writer.writerows(_sum(page, key, many, found) for key, many, found in sums if found)
    writer.writerows(_family(page, one) for one in page.families)
    return "\ufeff" + out.getvalue()


def _line(page: CostPage, line: Counted, exits: int, mean: float) -> Row:
    amounts = (line.amounts.low, line.amounts.likely, line.amounts.high)
    label = str(CostKey(line.key).label)
    return _row(page, line.key, label, line.family, exits, *amounts, rounded(mean), "", "", _safe(line.amounts.source))


def _sum(page: CostPage, key: str, exits: int, found: Estimate) -> Row:
    ends = (rounded(found.interval.low), rounded(found.interval.high))
    return _row(page, key, "", page.family, exits, "", "", "", rounded(found.mean), *ends)


def _family(page: CostPage, one: FamilyCost) -> Row:
    """``family_exits``: empty amounts where no line holds for the family."""
    period = page.exits.period if page.exits else ""
    cost = one.cost
    amounts = (rounded(cost.mean), rounded(cost.interval.low), rounded(cost.interval.high)) if cost else ("", "", "")
    return (page.release or "", period, _safe(one.family), "family_exits", "", one.exits, "", "", "", *amounts, "")


def _row(page: CostPage, key: str, label: str, family: str, *rest: object) -> Row:
    period = page.exits.period if page.exits else ""
    filled = (page.release or "", period, _safe(family), key, label, *rest)
    return (*filled, *("",) * (len(COLUMNS) - len(filled)))


def _safe(text: str) -> str:
    """A spreadsheet must not take a text for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text

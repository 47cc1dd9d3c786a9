"""Deciding on lines of cost, and taking the figures out: both are written down."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from uitzicht.insight.costs import queries
from uitzicht.insight.costs.exports import as_csv
from uitzicht.insight.costs.page import CostPage
from uitzicht.insight.costs.rules import Amounts, ensure_complete, ensure_counted_once
from uitzicht.insight.models import CostLine
from uitzicht.privacy import audit


@transaction.atomic
def decide_lines(family: str, lines: Mapping[str, Amounts | None], *, by: str, at: datetime) -> list[str]:
    """Keep what differs from the lines in force, each as a new row; None: not counted any more. Returns the keys that changed.

    Refusal: cost.counted_twice, and what ``rules.ensure_complete`` refuses. The audit line names lines, no amounts.
    """
    for amounts in filter(None, lines.values()):
        ensure_complete(amounts.low, amounts.likely, amounts.high, amounts.source)
    before = queries.lines_of(family)
    after = {**before, **lines}
    ensure_counted_once([key for key, amounts in after.items() if amounts])
    changed = [key for key, amounts in lines.items() if amounts != before.get(key)]
    CostLine.objects.bulk_create(_row(family, key, lines[key], by=by, at=at) for key in changed)
    if changed:
        audit.record("cost.lines_decided", by=by, at=at, subject="cost", detail={"family": family, "lines": changed})
    return changed


@transaction.atomic
def export_cost(page: CostPage, *, by: str, at: datetime) -> str:
    """The figures of the page as CSV text."""
    detail = {"measure": "cost", "family": page.family}
    audit.record("insight.exported", by=by, at=at, subject=f"release:{page.release}", detail=detail)
    return as_csv(page)


def _row(family: str, key: str, amounts: Amounts | None, *, by: str, at: datetime) -> CostLine:
    row = CostLine(job_family=family, line=key, decided_by=by, decided_at=at)
    if amounts:
        row.low, row.likely, row.high, row.source = amounts.low, amounts.likely, amounts.high, amounts.source
    return row

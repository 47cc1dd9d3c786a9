"""Lines of cost in force and how they came about; the job families they can be for."""

from uitzicht.insight.costs.rules import Amounts, Counted
from uitzicht.insight.models import CostLine
from uitzicht.people.models import Position

MOST_HISTORY = 40


def decisions() -> dict[tuple[str, str], CostLine]:
    """The newest decision on each line, by job family and key; also on lines that were emptied again."""
    return {(row.job_family, row.line): row for row in CostLine.objects.order_by("pk")}


def counted_lines() -> list[Counted]:
    return [counted for row in decisions().values() if (counted := _counted(row))]


def lines_of(family: str) -> dict[str, Amounts]:
    """The lines of one family itself that count."""
    return {line.key: line.amounts for line in counted_lines() if line.family == family}


def history() -> list[CostLine]:
    """The last decisions, newest first."""
    return list(CostLine.objects.all()[:MOST_HISTORY])


def job_families() -> list[str]:
    """Those of today's staff and those that have lines, by name."""
    staff = (
        Position.objects.filter(valid_to=None).exclude(job_family="").order_by().values_list("job_family", flat=True)
    )
    lines = CostLine.objects.exclude(job_family="").order_by().values_list("job_family", flat=True)
    return sorted(staff.distinct().union(lines.distinct()), key=str.casefold)


def _counted(row: CostLine) -> Counted | None:
    if row.low is None or row.likely is None or row.high is None:
        return None
    return Counted(row.job_family, row.line, Amounts(row.low, row.likely, row.high, row.source))

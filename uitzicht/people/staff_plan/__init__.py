"""From a staff list and what is known to a plan: who is added, changed, ended; changes nothing itself."""

from collections.abc import Callable
from datetime import date

from uitzicht.people.staff_file import StaffFile
from uitzicht.people.staff_plan.known import read_known
from uitzicht.people.staff_plan.plan import PROBLEMS_SHOWN, Change, Line, Plan
from uitzicht.people.staff_plan.planner import Planner

__all__ = ["PROBLEMS_SHOWN", "Change", "Line", "Plan", "plan_import"]

Progress = Callable[[str, int, int], None]


def plan_import(file: StaffFile, *, on: date, complete: bool = False, progress: Progress | None = None) -> Plan:
    """What importing ``file`` would do when its changes hold from ``on``.

    ``complete``: the file names everybody in service, so who is missing has ended the day before. Reads the database
    in a constant number of queries.
    """
    if file.problems and not file.rows:
        return Plan(on, complete, problems=list(file.problems))
    planner = Planner(read_known(), file, on=on, complete=complete)
    total = len(file.rows)
    for done, row in enumerate(file.rows, start=1):
        planner.take(row)
        if progress and (done % 200 == 0 or done == total):
            progress("compare", done, total)
    return planner.finish()

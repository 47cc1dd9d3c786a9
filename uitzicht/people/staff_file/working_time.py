"""Working time: percent, hours a week or a fraction. One column is written one way, so the whole column decides."""

from collections.abc import Iterable

from uitzicht.people.staff_file.columns import plain
from uitzicht.people.staff_file.mapping import Mapping
from uitzicht.people.staff_file.problems import CellFault
from uitzicht.people.staff_file.table import Cell, text
from uitzicht.people.staff_file.values import read_number

_SAYS_HOURS = frozenset({"uren", "uur", "weekuren", "heures", "hours", "wochenstunden", "stunden"})
_SAYS_PERCENT = frozenset({"percentage", "percent", "tewerkstellingspercentage", "arbeidspercentage", "pourcentage"})
_SAYS_FRACTION = frozenset({"fte", "etp", "vte"})


def time_form(header: str, cells: Iterable[Cell], mapping: Mapping) -> str:
    """ "percent", "hours" or "fraction": from the mapping, else the column's name, else a unit in the cells, else size:
    nothing above 1 is a fraction, nothing above full-time hours is hours. The dry run says which was taken."""
    if mapping.working_time:
        return mapping.working_time
    words = set(plain(header).split())
    if "%" in header or words & _SAYS_PERCENT:
        return "percent"
    if words & _SAYS_HOURS:
        return "hours"
    written = [text(cell) for cell in cells if text(cell)]
    if any("%" in cell for cell in written):
        return "percent"
    numbers = [number for number in map(_number, written) if number is not None]
    if words & _SAYS_FRACTION or all(number <= 1 for number in numbers):
        return "fraction"
    return "hours" if max(numbers) <= mapping.full_time_hours else "percent"


def read_working_time(cell: Cell, form: str, mapping: Mapping) -> int:
    """Percent of full time, 1 to 100."""
    full = {"percent": 100.0, "hours": mapping.full_time_hours, "fraction": 1.0}[form]
    number = _number(text(cell))
    percent = 0 if number is None else round(number / full * 100)
    if not 1 <= percent <= 100:
        raise CellFault("working_time", form=form)
    return percent


def _number(written: str) -> float | None:
    try:
        return read_number(written)
    except ValueError:
        return None

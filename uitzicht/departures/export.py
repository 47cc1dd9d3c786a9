"""The list as CSV: what HR sees on the page, never what anybody said."""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import get_language, gettext

from uitzicht.departures.models import Departure
from uitzicht.departures.queries import appointment_of
from uitzicht.people.tree import UnitTree

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def departures_csv(departures: Iterable[Departure], tree: UnitTree) -> bytes:
    """UTF-8 with a byte-order mark; separated by what the spreadsheet of this language expects."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="," if (get_language() or "").startswith("en") else ";")
    writer.writerow(
        [
            gettext("Name"),
            gettext("Employee number"),
            gettext("Unit"),
            gettext("Position"),
            gettext("Kind"),
            gettext("Date of the notice"),
            gettext("End of the contract"),
            gettext("Last day worked"),
            gettext("Target day"),
            gettext("Conversation"),
            gettext("Interviewer"),
            gettext("Stage"),
            gettext("Desired or undesired"),
        ]
    )
    writer.writerows([_harmless(cell) for cell in _row(departure, tree)] for departure in departures)
    return ("\ufeff" + out.getvalue()).encode()


def _row(departure: Departure, tree: UnitTree) -> list[str]:
    appointment = appointment_of(departure)
    return [
        departure.person.name,
        departure.person.employee_number,
        tree.label(departure.unit_id),
        departure.position.title if departure.position else "",
        str(departure.get_kind_display()),
        _written(departure.notified_on),
        _written(departure.ends_on),
        _written(departure.last_day_worked_on),
        _written(departure.target_on),
        _written(appointment.starts_at) if appointment else "",
        appointment.interviewer.name if appointment else "",
        str(departure.get_stage_display()),
        str(departure.get_desirability_display()) if departure.desirability else "",
    ]


def _written(value: date | datetime | None) -> str:
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    return value.isoformat() if value else ""


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula becomes text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell

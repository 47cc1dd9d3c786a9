"""The list of actions as CSV: what the page shows, for a spreadsheet."""

import csv
import io
from collections.abc import Iterable
from datetime import date

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from uitzicht.actions.findings import figure
from uitzicht.actions.models import Action
from uitzicht.actions.rules import is_overdue
from uitzicht.insight.exports.text import plain_text


def as_csv(found: Iterable[Action], *, on: date) -> bytes:
    """UTF-8 with a byte-order mark; separated by what the spreadsheet of this language expects. ``found``: see
    ``queries.counted``."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="," if (get_language() or "").startswith("en") else ";")
    writer.writerow(_heads())
    writer.writerows([plain_text(cell) for cell in _row(action, on)] for action in found)
    return ("\ufeff" + out.getvalue()).encode()


def _heads() -> list[str]:
    return [
        pgettext("table", "Action"),
        pgettext("table", "State"),
        pgettext("table", "Owner"),
        pgettext("table", "Due on"),
        pgettext("table", "Overdue"),
        pgettext("table", "Unit"),
        pgettext("table", "Figure"),
        pgettext("table", "Direction"),
        pgettext("table", "Steps done"),
        pgettext("table", "Cost (euros)"),
        pgettext("table", "Release"),
        pgettext("table", "Finding"),
    ]


def _row(action: Action, on: date) -> list[str]:
    done, steps = getattr(action, "steps_done", 0), getattr(action, "steps_all", 0)
    return [
        action.title,
        str(action.get_state_display()),
        action.owner.name,
        action.due_on.isoformat(),
        _("yes") if is_overdue(action.state, action.due_on, on) else "",
        action.before["unit"],
        figure.label(action.before),
        str(action.get_direction_display()),
        f"{done}/{steps}" if steps else "",
        "" if action.cost is None else f"{action.cost:.2f}",
        str(action.release),
        figure.sentence(action.finding),
    ]

"""What every page of the talk shows around its matter: the parts, the hour, the language of the questions."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest

from uitzicht.interviews.horizon import horizon
from uitzicht.interviews.models import Interview
from uitzicht.interviews.workspace import PartRow
from uitzicht.people.vocabulary import Language

NAMES = {Language.NL: "Nederlands", Language.FR: "Français", Language.EN: "English", Language.DE: "Deutsch"}


def language_of(request: HttpRequest, interview: Interview) -> str:
    """The language of the questions: the leaver's, unless another was asked for (``?language=``)."""
    asked = request.POST.get("in") or request.GET.get("language") or ""
    return asked if asked in Language.values else interview.language


def shell(interview: Interview, rows: Sequence[PartRow], current: str, language: str) -> dict[str, Any]:
    """``current``: the key of the part on the table, "" on a page beside the parts."""
    place = next((number for number, row in enumerate(rows, start=1) if row.key == current), 0)
    return {
        "interview": interview,
        "rows": rows,
        "row": rows[place - 1] if place else None,
        "place": place,
        "horizon": horizon(rows, current),
        "seconds_before": sum(row.seconds for row in rows if row.key != current),
        "asked_in": language,
        "languages": list(NAMES.items()),
    }

"""What every page of the talk shows around its matter: the parts, the hour, the language of the questions, whom to point
to when something serious is told, and the key with which the page keeps unsaved text on its device."""

import base64
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from uitzicht.interviews.helplines import EMERGENCY, HELPLINES
from uitzicht.interviews.horizon import horizon
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.workspace import PartRow
from uitzicht.people.vocabulary import Language
from uitzicht.privacy import vault
from uitzicht.privacy.policies import policy_in_force

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
        "readonly": interview.status != InterviewStatus.OPEN,
        "rows": rows,
        "row": rows[place - 1] if place else None,
        "place": place,
        "horizon": horizon(rows, current),
        "seconds_before": sum(row.seconds for row in rows if row.key != current),
        "asked_in": language,
        "languages": list(NAMES.items()),
        "policy": policy_in_force(),
        "emergency": EMERGENCY,
        "helplines": HELPLINES[settings.UITZICHT.country],
        "device_key": _device_key(interview),
        "device_scope": f"interview:{interview.pk}",
    }


def _device_key(interview: Interview) -> str:
    key = vault.device_key(f"interview:{interview.pk}:user:{interview.interviewer_id}")
    return base64.b64encode(key).decode()

"""What speaks for an interviewer: stored as plain values, spoken in the language of the reader."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

_SPEAKS = {"nl": _("speaks Dutch"), "fr": _("speaks French"), "en": _("speaks English"), "de": _("speaks German")}


def merits(
    *, on_staff: bool, shared_a_team: bool, language: str, same_language: bool, talks: int
) -> tuple[dict[str, Any], ...]:
    """``talks``: conversations that this interviewer has in the week of the target day already."""
    found: list[dict[str, Any]] = []
    if not on_staff:
        found.append({"merit": "outside"})
    elif not shared_a_team:
        found.append({"merit": "never_same_team"})
    if same_language:
        found.append({"merit": "speaks", "language": language})
    found.append({"merit": "talks", "count": talks})
    return tuple(found)


def spoken_merits(found: Iterable[dict[str, Any]]) -> list[str]:
    return [_spoken(merit) for merit in found]


def _spoken(merit: dict[str, Any]) -> str:
    match merit["merit"]:
        case "outside":
            return gettext("comes from outside the organisation")
        case "never_same_team":
            return gettext("never worked in the same team")
        case "speaks":
            return str(_SPEAKS[merit["language"]])
        case _:
            count = int(merit["count"])
            if count == 0:
                return gettext("no other conversation that week")
            text = ngettext("{count} other conversation that week", "{count} other conversations that week", count)
            return text.format(count=count)

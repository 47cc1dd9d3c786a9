"""Which themes an answer may get."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from uitzicht.coding.vocabulary import Sentiment
from uitzicht.core.refusal import Refusal
from uitzicht.questionnaires.codebook import AREAS, Codebook
from uitzicht.ui.templatetags.ui import day

spoken = lazy(day, str)


class CodedTheme(TypedDict):
    """``theme``: a theme of the codebook (`area.theme`) or a group of reasons beyond the five areas."""

    theme: str
    sentiment: str


def theme_codes(codebook: Codebook) -> tuple[str, ...]:
    """Everything an answer may be about: the themes of the five areas and the groups of reasons beyond them."""
    groups = (group.code for group in codebook.groups if group.code not in AREAS)
    return (*(theme.code for theme in codebook.themes), *groups)


def ensure_themes(themes: Sequence[CodedTheme], codebook: Codebook) -> None:
    """Every theme is in the codebook, stands there once, and has a sentiment."""
    codes = [theme["theme"] for theme in themes]
    if len(set(codes)) < len(codes) or not set(codes) <= set(theme_codes(codebook)):
        message = _(
            "This theme is not in the codebook, or is chosen twice. Only shared themes can be counted together. "
            "Choose from the list, each theme once."
        )
        raise Refusal("coding.unknown_theme", message)
    if any(theme["sentiment"] not in Sentiment.values for theme in themes):
        message = _("A theme is positive, neutral or negative. Choose one of the three.")
        raise Refusal("coding.unknown_sentiment", message)


def may_reopen(*, coded: bool, last_day_worked_on: date, on: date, released: bool | None = None) -> bool:
    """Themes may change as long as no release used them. ``released``: None when that is not known; it is certain then
    until the last day worked, because nothing of a conversation enters a release before it has passed."""
    return coded and (on <= last_day_worked_on if released is None else not released)


def ensure_may_reopen(*, coded: bool, last_day_worked_on: date, on: date, released: bool | None = None) -> None:
    if not coded:
        raise Refusal("coding.not_coded", _("This conversation is not processed yet. Its themes can still be given."))
    if not may_reopen(coded=coded, last_day_worked_on=last_day_worked_on, on=on, released=released):
        message = _(
            "The last day worked was {day}, so a release may have used these themes. What was counted once stays as it "
            "was counted; otherwise two releases could be compared person by person."
        )
        raise Refusal("coding.released", message, day=spoken(last_day_worked_on))

"""Themes ticked during the talk: what a part offers, and the first lines of a summary that follow from them."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from uitzicht.interviews.queries import Sheet
from uitzicht.interviews.rules import markable
from uitzicht.questionnaires.codebook import AREAS, Codebook


def mark_choices(part: str, codebook: Codebook, language: str) -> list[tuple[str, str]]:
    """(code, label) of every theme that can be ticked in the part, in the order of the codebook."""
    return [(code, _label(code, codebook, language)) for code in markable(part, codebook)]


def summary_draft(sheet: Sheet, codebook: Codebook, language: str) -> str:
    """One neutral sentence for each ticked theme, in the order of the codebook, and for each reason, in the order of the
    leaver: lines to rewrite, in the words of the codebook. "" when nothing is ticked and no reason is named."""
    ticked = {code for given in sheet.answers.values() for code in given.get("marks", [])}
    known = dict.fromkeys(code for part in (*AREAS, "") for code in markable(part, codebook))
    labels = [_label(code, codebook, language) for code in known if code in ticked]
    reasons = [codebook.reason_label(reason["reason"], language) for reason in sheet.reasons]
    with override(language):
        themes = [_("You talked about {theme}.").format(theme=label) for label in labels]
        ranks = (_("What weighed most: {reason}."), _("After that: {reason}."), _("And also: {reason}."))
        ranked = [rank.format(reason=label) for rank, label in zip(ranks, reasons, strict=False)]
    return "\n".join(themes + ranked)


def _label(code: str, codebook: Codebook, language: str) -> str:
    return codebook.theme_label(code, language) if "." in code else codebook.reason_label(code, language)

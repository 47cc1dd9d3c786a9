"""What a leaver may answer and hand in: pure decisions over plain values."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.interviews.rules import ItemShape
from uitzicht.portal.writing import OwnAnswer, Theme, Writing, is_empty
from uitzicht.questionnaires.codebook import AREAS, Codebook
from uitzicht.questionnaires.vocabulary import POINTS, ItemType

SENTIMENTS = ("positive", "neutral", "negative")


def theme_codes(codebook: Codebook) -> tuple[str, ...]:
    """Everything that words may be about: the themes of the five areas and the groups of reasons beyond them."""
    groups = (group.code for group in codebook.groups if group.code not in AREAS)
    return (*(theme.code for theme in codebook.themes), *groups)


def ensure_offered(item: str, given: OwnAnswer, shape: ItemShape) -> None:
    """A closed question takes only what it offers."""
    score, choice = given["score"], given["choice"]
    score_fits = score is None or (shape.kind in POINTS and str(score) in shape.choices)
    choice_fits = choice is None or (shape.kind == ItemType.CHOICE and choice in shape.choices)
    if not (score_fits and choice_fits):
        message = _("This question does not offer that answer. Go back and choose one of the answers shown, or none.")
        raise Refusal("portal.answer_not_offered", message, item=item)


def ensure_themes(themes: Sequence[Theme], codebook: Codebook) -> None:
    """Every theme is in the codebook, stands there once, and has one of three sentiments."""
    codes = [theme["theme"] for theme in themes]
    known = len(set(codes)) == len(codes) and set(codes) <= set(theme_codes(codebook))
    if not known or any(theme["sentiment"] not in SENTIMENTS for theme in themes):
        message = _("This theme is not on the list. Only shared themes can be counted together. Choose from the list.")
        raise Refusal("portal.unknown_theme", message)


def ensure_something_written(writing: Writing) -> None:
    if is_empty(writing):
        message = _(
            "There is nothing to hand in yet. Answer a question first, whichever you like; all others may stay open."
        )
        raise Refusal("portal.nothing_written", message)


def ensure_confirmed(confirmed: bool) -> None:
    if not confirmed:
        message = _(
            "Nothing was handed in: the box for that was not ticked. After sealing no page can show your answers, so we ask "
            "first. Go back, tick the box, and seal."
        )
        raise Refusal("portal.not_confirmed", message)


def ensure_somebody_reads(shared: Collection[str], interviewer: object) -> None:
    """Parts can be read beforehand only when somebody prepares a conversation."""
    if shared and interviewer is None:
        message = _(
            "Nothing was handed in: there is no conversation ahead any more, so nobody could read what you share. Go back "
            "and leave every part at “only in the figures”."
        )
        raise Refusal("portal.nobody_prepares", message)


def ensure_nothing_waits(waits: bool) -> None:
    """An erasure under way looks for every sheet of this leaver: a new one would go with the old one."""
    if waits:
        message = _(
            "What you handed in before is still being erased; that happens tonight. What you would hand in now would be "
            "erased with it. Your new answers are kept: hand them in tomorrow."
        )
        raise Refusal("portal.erasure_under_way", message)


def ensure_same(now: str, seen: str) -> None:
    """What is sealed is what its writer looked at."""
    if now != seen:
        message = _(
            "Nothing was handed in: your answers changed on another page or device meanwhile. Look at them once more, so "
            "that you seal what you mean to seal."
        )
        raise Refusal("portal.changed_meanwhile", message)

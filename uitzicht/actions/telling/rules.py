"""What may be told: of finished actions, and never more precisely than the release."""

import re
from collections.abc import Collection, Iterable

from django.utils.translation import gettext_lazy as _

from uitzicht.actions.vocabulary import FINISHED
from uitzicht.core.refusal import Refusal

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def ensure_finished(state: str) -> None:
    if state not in FINISHED:
        raise Refusal(
            "telling.not_finished",
            _("Only what was done can be told. This action is not done yet."),
        )


def ensure_something_kept(languages: Collection[str]) -> None:
    if not languages:
        raise Refusal(
            "telling.nothing_kept",
            _("Nothing is kept yet to publish. Read the proposal in at least one language, better it, and keep it."),
        )


def ensure_no_new_figures(text: str, sources: Iterable[str]) -> None:
    """Every number of ``text`` stands in one of ``sources`` (the frozen finding, the effect, what was kept before)."""
    known = {_plain(number) for source in sources for number in NUMBER.findall(source)}
    new = [number for number in NUMBER.findall(text) if _plain(number) not in known]
    if new:
        raise Refusal(
            "telling.more_precise",
            _(
                "These figures do not stand in the finding or its effect: {numbers}. Leave them out, or use those that do."
            ),
            numbers=", ".join(dict.fromkeys(new)),
        )


def _plain(number: str) -> str:
    """ "14,20" and "14.2" are one figure."""
    whole, point, part = number.replace(",", ".").partition(".")
    return f"{whole}{point}{part}".rstrip("0").rstrip(".") if point else whole

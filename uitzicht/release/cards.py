"""Inclusion cards in a release: a pile without names, counted together at the top as soon as it is high enough, and then
destroyed.

Which figures appear must not depend on what the cards say. So the questions are fixed, one for each group that somebody
may belong to and each way of feeling here, all published together, each covering at least ``k_sensitive`` people; the end
bands do the rest. Nobody's card can be told from another: a handle follows from the key of a card, and with the card that
is gone.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import pgettext_lazy
from nacl.public import SealedBox

from uitzicht.core.disclosure.bundles import Waiting
from uitzicht.portal.card import BELONGS, CONTEXT, FELT
from uitzicht.portal.models import InclusionCard
from uitzicht.privacy import vault
from uitzicht.privacy.release_key import private_key
from uitzicht.release import rules
from uitzicht.release.questions import INCLUSION, everywhere
from uitzicht.release.vocabulary import Described, Source, Stratum

MEASURE = "inclusion_card"
LEVELS = {"low": (1, 2), "middle": (3,), "high": (4, 5)}
_BELONGS = {
    "origin": pgettext_lazy("card", "migration background"),
    "disability": pgettext_lazy("card", "disability or long-term illness"),
    "orientation": pgettext_lazy("card", "minority by sexual orientation or gender identity"),
    "belief": pgettext_lazy("card", "minority by religion or belief"),
    "treated_differently": pgettext_lazy("card", "part of a group that is treated differently"),
}
_ANSWERS = {"yes": pgettext_lazy("card", "yes"), "no": pgettext_lazy("card", "no")}
_LEVELS = {
    "low": pgettext_lazy("card", "1 or 2 out of 5"),
    "middle": pgettext_lazy("card", "3 out of 5"),
    "high": pgettext_lazy("card", "4 or 5 out of 5"),
}


def pile(root: str, period: str) -> list[Waiting]:
    """The cards as people who wait at the top, in no order. Opens none."""
    keys = InclusionCard.objects.values_list("wrapped_key", flat=True)
    return [Waiting(_handle(key), root, Stratum.CARD.value, period=period) for key in keys]


def card_questions() -> list[Described]:
    """Every question of the cards: always all of them."""
    items = {
        f"{answer}_{level}": _together(_ANSWERS[answer], _LEVELS[level]) for answer in _ANSWERS for level in _LEVELS
    }
    return [
        Described(
            _key(belongs, felt),
            "choice",
            tuple(items),
            MEASURE,
            None,
            _together(_BELONGS[belongs], INCLUSION[felt]),
            items,
            sensitive=True,
        )
        for belongs in BELONGS
        for felt in FELT
    ]


def card_answers(handles: Collection[str]) -> dict[str, dict[str, str]]:
    """What these cards say, by handle, as answers by question key. For the release job only: pages have no key."""
    asked = _of_cards(handles)
    if not asked:
        return {}
    box = SealedBox(private_key())
    return {
        handle: _answers(_opened(card, box))
        for card in InclusionCard.objects.all()
        if (handle := _handle(card.wrapped_key)) in asked
    }


def destroy_cards(handles: Collection[str]) -> None:
    """Destroy these cards with their keys, in the transaction of the release that counted them. Later cards stay. Refuses
    when one of them is not there any more: then another release counted it."""
    asked = _of_cards(handles)
    if not asked:
        return
    # Each new card writes the whole pile anew. The first look waits until nobody is doing so, the second sees the result.
    for _look in range(2):
        rows = list(InclusionCard.objects.select_for_update().values_list("pk", "wrapped_key"))
    counted = [pk for pk, key in rows if _handle(key) in asked]
    rules.ensure_cards_are_there(len(counted), len(asked))
    InclusionCard.objects.filter(pk__in=counted).delete()


def _of_cards(handles: Collection[str]) -> set[str]:
    return {handle for handle in handles if handle.startswith(f"{Source.CARD}:")}


def _opened(card: InclusionCard, box: SealedBox) -> dict[str, Any]:
    key = box.decrypt(bytes(card.wrapped_key))
    return json.loads(vault.unseal(bytes(card.sealed), key=key, context=CONTEXT))


def _handle(wrapped_key: bytes | memoryview) -> str:
    """A random number that stays the same while the pile is shuffled."""
    return f"{Source.CARD}:{UUID(bytes=hashlib.sha256(bytes(wrapped_key)).digest()[:16])}"


def _answers(card: Mapping[str, Any]) -> dict[str, str]:
    return {
        _key(belongs, felt): f"{answer}_{level}"
        for belongs, answer in card["belongs"].items()
        for felt, points in card["felt"].items()
        for level, within in LEVELS.items()
        if points in within
    }


def _key(belongs: str, felt: str) -> str:
    return f"{Source.CARD}.{belongs}.{felt}"


def _together(first: Any, second: Any) -> dict[str, str]:
    """Two labels as one, in all languages."""
    end = everywhere(second)
    return {language: f"{start}: {end[language]}" for language, start in everywhere(first).items()}

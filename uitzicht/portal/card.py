"""The unlinked card: how people of groups that are often treated differently fared here, with no way back to a person.

Neither a name nor a moment is kept, no line enters the audit trail, and each new card shuffles the pile: the order of the
rows says nothing. Every card is padded to one length. Only that somebody gave one is known, so that it is asked once.
"""

import json
import random
from typing import TypedDict

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.portal.models import CardGiven, InclusionCard
from uitzicht.privacy import vault
from uitzicht.privacy.policies import policy_in_force
from uitzicht.questionnaires.codebook import GROUPS

CONTEXT = "card"
LENGTH = 512
"""Characters of every card, however much is answered; the rest are spaces."""

BELONGS = ("origin", "disability", "orientation", "belief", "treated_differently")
FELT = ("safe", "at_home", "valued")
_LOCK = 0x7A1C48  # any fixed number besides the one of the audit trail
_chance = random.SystemRandom()


class Card(TypedDict):
    """``belongs``: "yes" or "no" by code of ``BELONGS``. ``felt``: 1 to 5 by code of ``FELT``. ``main_reason``: a group of
    reasons, or "". What somebody would rather not say is left out."""

    belongs: dict[str, str]
    felt: dict[str, int]
    main_reason: str


def card_wanted(departure: Departure) -> bool:
    """Whether the organisation asks for cards and this leaver gave none yet."""
    return policy_in_force().inclusion_card and not card_given(departure)


def card_given(departure: Departure) -> bool:
    return CardGiven.objects.filter(departure=departure).exists()


@transaction.atomic
def give_card(departure: Departure, card: Card) -> None:
    """Put a card on the pile. It is the one service that is told neither who nor when, because nothing may keep it."""
    ensure_says_something(card)
    _given, first = CardGiven.objects.get_or_create(departure=departure)
    ensure_first(first)
    _one_at_a_time()
    pile = list(InclusionCard.objects.select_for_update().order_by("pk"))
    pile.append(_sealed(card))
    _shuffle(pile)


def _one_at_a_time() -> None:
    """Two cards at once would each shuffle the pile without the other."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _sealed(card: Card) -> InclusionCard:
    key = vault.new_data_key()
    text = json.dumps(card, sort_keys=True).ljust(LENGTH)
    return InclusionCard(wrapped_key=vault.wrap_for_release(key), sealed=vault.seal(text, key=key, context=CONTEXT))


def _shuffle(pile: list[InclusionCard]) -> None:
    """Every row is written anew, under a new id and in an order of chance."""
    InclusionCard.objects.filter(pk__in=[card.pk for card in pile]).delete()
    fresh = [InclusionCard(wrapped_key=card.wrapped_key, sealed=card.sealed) for card in pile]
    _chance.shuffle(fresh)
    InclusionCard.objects.bulk_create(fresh)


def ensure_says_something(card: Card) -> None:
    if not (card["belongs"] or card["felt"] or card["main_reason"] in GROUPS):
        message = _(
            "This card is still empty, so nothing was kept. Answer whatever you like, or leave the page as it is."
        )
        raise Refusal("portal.card_empty", message)


def ensure_first(first: bool) -> None:
    """A second card would count one person twice."""
    if not first:
        message = _(
            "You have given a card already. It has no name, so nobody can find it to change it. A second one would count "
            "you twice."
        )
        raise Refusal("portal.card_given", message)

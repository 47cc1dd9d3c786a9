"""The thanks card: suggestions by how long somebody was here, and the card to print. A person chooses and edits; nothing of
a conversation is known here."""

import tomllib
from collections.abc import Mapping
from datetime import UTC
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from uitzicht.departures.models import Departure
from uitzicht.offboarding.farewell.models import Card
from uitzicht.offboarding.farewell.vocabulary import Occasion
from uitzicht.ui.typesetting import compile_pdf

_HERE = Path(__file__).parent
_CARD = (_HERE / "card.typ").read_bytes()


def suggestions(departure: Departure, occasion: Occasion, years: int, *, language: str) -> list[str]:
    """Whole texts to begin with, greeting included."""
    said = _file()
    greeting = said["greeting"][language]
    found = [card[language] for card in said["card"] if card["occasion"] == occasion]
    values = {
        "first_name": departure.person.first_name,
        "organisation": settings.UITZICHT.organisation,
        "years": years,
    }
    return [f"{greeting}\n\n{text}".format(**values) for text in found]


def card_pdf(card: Card) -> bytes:
    """Two A5 pages, PDF/UA-1: the front, and the text with room to sign. The same card gives the same bytes."""
    front = _file()["front"][card.language]
    data = {
        "title": front.format(first_name=card.departure.person.first_name),
        "organisation": settings.UITZICHT.organisation,
        "language": card.language,
        "paragraphs": [text for text in card.text.replace("\r", "").split("\n\n") if text.strip()],
        "signed_by": card.signed_by,
    }
    return compile_pdf(_CARD, data, made=card.written_at.astimezone(UTC).replace(microsecond=0))


@cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads((_HERE / "cards.toml").read_text(encoding="utf-8"))

"""Euros as people write them, and never with more digits than an estimate carries."""

from math import floor, log10

from babel.numbers import format_decimal
from django.utils.translation import get_language

NBSP = "\u00a0"
MEANINGFUL = 2


def rounded(amount: float) -> int:
    """Two digits that mean something: 812,345 becomes 810,000."""
    if amount <= 0:
        return 0
    digits = MEANINGFUL - 1 - floor(log10(max(amount, 1)))
    return max(1, round(round(amount, min(digits, 0))))


def euros(amount: float) -> str:
    """Whole euros: "€ 810.000" (nl), "810 000 €" (fr), "€810,000" (en), "810.000 €" (de)."""
    language = (get_language() or "nl")[:2]
    number = format_decimal(round(amount), locale=language).replace("\u202f", NBSP)
    if language == "en":
        return f"€{number}"
    return f"€{NBSP}{number}" if language == "nl" else f"{number}{NBSP}€"


def about(amount: float) -> str:
    """An estimate in euros, rounded."""
    return euros(rounded(amount))

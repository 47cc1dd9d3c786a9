"""The words of coding."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Sentiment(TextChoices):
    """How something was spoken of. It is the words that are judged, never the person."""

    POSITIVE = "positive", pgettext_lazy("sentiment", "positive")
    NEUTRAL = "neutral", pgettext_lazy("sentiment", "neutral")
    NEGATIVE = "negative", pgettext_lazy("sentiment", "negative")

"""Versions of the questionnaire. A published version never changes; a comparable item keeps its key."""

from django.db import models
from django.db.models import Q

from uitzicht.privacy.classification import Sensitivity


class QuestionnaireVersion(models.Model):
    """``parts``: [{"key", "minutes", "texts": {language: {"title", "script", "hint"}}}] in the order of the conversation.
    ``digest``: SHA-256 of the content, to see whether a published version is still what it was."""

    number = models.PositiveSmallIntegerField(unique=True)
    parts = models.JSONField()
    digest = models.CharField(max_length=64)
    published_by = models.CharField(max_length=200, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at=None) | ~Q(published_by=""), name="version_published_by_somebody"
            )
        ]

    def __str__(self) -> str:
        return f"v{self.number}"


class Item(models.Model):
    version = models.ForeignKey(QuestionnaireVersion, on_delete=models.CASCADE, related_name="items")
    key = models.CharField(max_length=60)
    part = models.CharField(max_length=20)
    type = models.CharField(max_length=10)
    choices = models.JSONField(default=list)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("version", "position")
        constraints = [models.UniqueConstraint(fields=("version", "key"), name="item_key_once_per_version")]

    def __str__(self) -> str:
        return self.key


class ItemText(models.Model):
    """The question as the interviewer says it in one language; ``choice_labels``: {choice key: label}."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2)
    question = models.TextField()
    probes = models.JSONField(default=list)
    choice_labels = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("item", "language"), name="item_text_once_per_language")]

    def __str__(self) -> str:
        return self.question


_O = Sensitivity.ORGANISATION
PRIVACY = {
    "QuestionnaireVersion": dict.fromkeys(("id", "number", "parts", "digest", "published_by", "published_at"), _O),
    "Item": dict.fromkeys(("id", "version", "key", "part", "type", "choices", "position"), _O),
    "ItemText": dict.fromkeys(("id", "item", "language", "question", "probes", "choice_labels"), _O),
}

"""Versions of the questionnaire. A published version never changes; a comparable item keeps its key."""

from django.db import models
from django.db.models import F, Q

from uitzicht.privacy.classification import Sensitivity
from uitzicht.questionnaires.rules import is_own
from uitzicht.questionnaires.vocabulary import Status


class QuestionnaireVersion(models.Model):
    """``parts``: [{"key", "minutes", "texts": {language: {"title", "script", "hint"}}}] in the order of the conversation;
    in a draft also "revision", which counts its changes. ``digest``: SHA-256 of the content once it is published, to see
    whether it is still what it was."""

    number = models.PositiveSmallIntegerField(unique=True)
    parts = models.JSONField()
    digest = models.CharField(max_length=64)
    drafted_by = models.CharField(max_length=200, blank=True)
    drafted_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=200, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.CharField(max_length=200, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at=None) | ~Q(published_by=""), name="version_published_by_somebody"
            ),
            models.CheckConstraint(
                condition=Q(retired_at=None) | ~Q(retired_by=""), name="version_retired_by_somebody"
            ),
            models.CheckConstraint(
                condition=Q(retired_at=None) | Q(published_at__lte=F("retired_at")),
                name="version_published_then_retired",
            ),
        ]

    def __str__(self) -> str:
        return f"v{self.number}"

    @property
    def status(self) -> Status:
        if self.retired_at is not None:
            return Status.RETIRED
        return Status.DRAFT if self.published_at is None else Status.PUBLISHED


class Item(models.Model):
    """``not_asked``: audiences that the item is left out for. ``revision`` counts changes of who is asked."""

    version = models.ForeignKey(QuestionnaireVersion, on_delete=models.CASCADE, related_name="items")
    key = models.CharField(max_length=60)
    part = models.CharField(max_length=20)
    type = models.CharField(max_length=10)
    choices = models.JSONField(default=list)
    position = models.PositiveSmallIntegerField()
    not_asked = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("version", "position")
        constraints = [models.UniqueConstraint(fields=("version", "key"), name="item_key_once_per_version")]

    def __str__(self) -> str:
        return self.key

    @property
    def own(self) -> bool:
        """The organisation added it, so its answers compare with no other organisation."""
        return is_own(self.key)


class ItemText(models.Model):
    """The question as the interviewer says it in one language. ``choice_labels``: {choice key: label}; ``variants``:
    {audience: {"question", "probes"}}; ``overruled``: [{"text", "kind", "excerpt", "reason", "by", "at"}], what the
    neutrality check found and a person kept. ``revision`` counts changes."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2)
    question = models.TextField()
    probes = models.JSONField(default=list)
    choice_labels = models.JSONField(default=dict)
    variants = models.JSONField(default=dict)
    overruled = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("item", "language"), name="item_text_once_per_language")]

    def __str__(self) -> str:
        return self.question


class DraftChange(models.Model):
    """One change of a draft, kept as its history. ``before``: {"items": {key: its content, or null where there was
    none}, "parts": as in the version}, only what the change touched, so that the last one can be undone."""

    version = models.ForeignKey(QuestionnaireVersion, on_delete=models.CASCADE, related_name="changes")
    action = models.CharField(max_length=40)
    place = models.CharField(max_length=60)
    language = models.CharField(max_length=2, blank=True)
    before = models.JSONField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.action} {self.place}"


_O = Sensitivity.ORGANISATION
_VERSION = ("id", "number", "parts", "digest")
_DATES = ("drafted_by", "drafted_at", "published_by", "published_at", "retired_by", "retired_at")
_TEXT = ("id", "item", "language", "question", "probes", "choice_labels", "variants", "overruled", "revision")
PRIVACY = {
    "QuestionnaireVersion": dict.fromkeys((*_VERSION, *_DATES), _O),
    "Item": dict.fromkeys(("id", "version", "key", "part", "type", "choices", "position", "not_asked", "revision"), _O),
    "ItemText": dict.fromkeys(_TEXT, _O),
    "DraftChange": dict.fromkeys(("id", "version", "action", "place", "language", "before", "by", "at"), _O),
}

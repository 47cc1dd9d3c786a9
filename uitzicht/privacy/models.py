"""The audit trail, the privacy settings in force, and sealed sheets."""

import uuid

from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import pgettext_lazy

from uitzicht.privacy.classification import Sensitivity

K_FLOOR = 5


class AuditEntry(models.Model):
    """One line of the trail. Append-only: the database itself refuses change and deletion (migration ``append_only``).

    ``entry_hash`` = SHA-256 over the previous hash and this line, so that a line taken out or altered shows.
    ``subject`` names a thing (``interview:<id>``), never what was said in it.
    """

    at = models.DateTimeField()
    by = models.CharField(max_length=200)
    action = models.CharField(max_length=80, db_index=True)
    subject = models.CharField(max_length=120, blank=True, db_index=True)
    detail = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    entry_hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.by}: {self.action} {self.subject}"


class Policy(models.Model):
    """The privacy settings from one moment on; the newest row is in force, older ones stay for their releases."""

    k = models.PositiveSmallIntegerField(default=5)
    k_sensitive = models.PositiveSmallIntegerField(default=10)
    colluders = models.PositiveSmallIntegerField(default=1)
    patience = models.PositiveSmallIntegerField(default=2)
    months_between_releases = models.PositiveSmallIntegerField(default=3)
    retention_notes_months = models.PositiveSmallIntegerField(default=12)
    retention_answers_months = models.PositiveSmallIntegerField(default=24)
    portal_days = models.PositiveSmallIntegerField(default=30)
    follow_up_months = models.PositiveSmallIntegerField(default=6)
    inclusion_card = models.BooleanField(default=False)
    second_approval = models.BooleanField(default=False)
    guardian_contact = models.CharField(max_length=200, blank=True)
    confidant_contact = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=500)
    decided_by = models.CharField(max_length=200)
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.CheckConstraint(condition=Q(k__gte=K_FLOOR), name="policy_k_at_least_the_floor"),
            models.CheckConstraint(condition=Q(k_sensitive__gte=models.F("k")), name="policy_k_sensitive_at_least_k"),
            # The auditor knows coalitions of one person only; it refuses everything else.
            models.CheckConstraint(condition=Q(colluders=1), name="policy_one_colluder"),
        ]

    def __str__(self) -> str:
        return f"k={self.k} since {self.decided_at:%Y-%m-%d}"


class SheetSource(TextChoices):
    """Where a sealed sheet comes from."""

    OWN = "own", pgettext_lazy("source", "written by the leaver")
    FOLLOW_UP = "follow_up", pgettext_lazy("source", "follow-up")


class SealedSheet(models.Model):
    """What somebody wrote alone. The row names nobody: who it is from stands inside, for the release job only.

    ``wrapped_key``: the data key, wrapped for the release job (``vault.wrap_for_release``). ``kept_until``: the end of a
    month, from the retention period of answers."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.CharField(max_length=10, choices=SheetSource.choices)
    kept_until = models.DateField()
    wrapped_key = models.BinaryField()
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return str(self.id)


_O = Sensitivity.ORGANISATION
PRIVACY = {
    "AuditEntry": {
        "id": _O,
        "at": _O,
        "by": Sensitivity.PERSONAL,
        "action": _O,
        "subject": Sensitivity.PERSONAL,
        "detail": Sensitivity.PERSONAL,
        "previous_hash": _O,
        "entry_hash": _O,
    },
    "Policy": dict.fromkeys(
        (
            "id",
            "k",
            "k_sensitive",
            "colluders",
            "patience",
            "months_between_releases",
            "retention_notes_months",
            "retention_answers_months",
            "portal_days",
            "follow_up_months",
            "inclusion_card",
            "second_approval",
            "guardian_contact",
            "confidant_contact",
            "reason",
            "decided_by",
            "decided_at",
        ),
        _O,
    ),
    "SealedSheet": {"id": _O, "source": _O, "kept_until": _O}
    | {"wrapped_key": Sensitivity.SECRET, "sealed": Sensitivity.CONFIDENTIAL},
}

"""The audit trail and the privacy settings in force."""

from django.db import models
from django.db.models import Q

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
    guardian_contact = models.CharField(max_length=200, blank=True)
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
            "guardian_contact",
            "reason",
            "decided_by",
            "decided_at",
        ),
        _O,
    ),
}

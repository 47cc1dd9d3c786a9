"""The wall: bundles (who is closed in, and the totals of what they said) and frozen releases (what anybody sees)."""

from django.db import models
from django.db.models import Q

from uitzicht.people.models import Unit
from uitzicht.privacy.classification import Sensitivity


class Release(models.Model):
    """Frozen: the database refuses change and deletion (migration ``frozen``).

    ``document``: canonical JSON, see docs/contracts/release-document.md. ``certificate``: SHA-256 over the certificate of
    the release before and this document. ``audit``: what the auditor examined and found."""

    number = models.PositiveIntegerField(unique=True)
    released_on = models.DateField()
    document = models.TextField()
    certificate = models.CharField(max_length=64, unique=True)
    previous_certificate = models.CharField(max_length=64)
    audit = models.JSONField()
    widened = models.JSONField(default=list)
    frozen_by = models.CharField(max_length=200)
    frozen_at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)

    def __str__(self) -> str:
        return f"Release {self.number}"


class Bundle(models.Model):
    """A closed bundle. ``sealed_totals``: JSON totals per question, encrypted; they do not change when members change places."""

    code = models.CharField(max_length=20, unique=True)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="bundles")
    stratum = models.CharField(max_length=12)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="bundles")
    size = models.PositiveIntegerField()
    wrapped_key = models.BinaryField()
    sealed_totals = models.BinaryField()

    class Meta:
        ordering = ("code",)
        constraints = [models.CheckConstraint(condition=Q(size__gte=5), name="bundle_at_least_the_floor")]

    def __str__(self) -> str:
        return self.code


class Member(models.Model):
    """Who is in which bundle (public knowledge inside HR: it follows from public attributes). ``handle``: interview or past exit."""

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="members")
    handle = models.CharField(max_length=60, unique=True)

    def __str__(self) -> str:
        return self.handle


class WaitingPerson(models.Model):
    """Somebody whose answers wait: in which unit they wait now, and for how many releases."""

    handle = models.CharField(max_length=60, unique=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    stratum = models.CharField(max_length=12)
    waited = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.handle


_P, _R = Sensitivity.PERSONAL, Sensitivity.RELEASED
PRIVACY = {
    "Release": dict.fromkeys(
        (
            "id",
            "number",
            "released_on",
            "document",
            "certificate",
            "previous_certificate",
            "audit",
            "widened",
            "frozen_by",
            "frozen_at",
        ),
        _R,
    ),
    "Bundle": dict.fromkeys(("id", "code", "release", "stratum", "unit", "size"), _R)
    | {"wrapped_key": Sensitivity.SECRET, "sealed_totals": Sensitivity.CONFIDENTIAL},
    "Member": {"id": _P, "bundle": _P, "handle": _P},
    "WaitingPerson": {"id": _P, "handle": _P, "unit": _P, "stratum": _P, "waited": _P},
}

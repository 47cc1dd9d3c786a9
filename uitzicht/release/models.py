"""The wall: bundles (who is closed in, and the totals of what they said) and frozen releases (what anybody sees)."""

from django.db import models
from django.db.models import F, Q, TextChoices

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
    """A closed bundle. ``sealed_totals``: JSON totals per question, encrypted; they do not change when members change places.
    ``sealed_known``: the part of them that comes from ``known`` members; none: nobody is. ``period``: the year to which all
    of its members belong in trends; empty: years are mixed."""

    code = models.CharField(max_length=20, unique=True)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="bundles")
    stratum = models.CharField(max_length=12)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="bundles")
    period = models.CharField(max_length=10, blank=True)
    size = models.PositiveIntegerField()
    wrapped_key = models.BinaryField()
    sealed_totals = models.BinaryField()
    sealed_known = models.BinaryField(null=True)

    class Meta:
        ordering = ("code",)
        constraints = [models.CheckConstraint(condition=Q(size__gte=5), name="bundle_at_least_the_floor")]

    def __str__(self) -> str:
        return self.code


class Member(models.Model):
    """Who is in which bundle (public knowledge inside HR: it follows from public attributes). ``handle``: interview or past
    exit. ``known``: somebody to whom the leaver showed their summary may know the answers, so they hide nobody."""

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="members")
    handle = models.CharField(max_length=60, unique=True)
    known = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.handle


class ViewBundle(models.Model):
    """Released people with one value of a cut (all women, say) who are from now on counted together in its view."""

    code = models.CharField(max_length=20, unique=True)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="view_bundles")
    cut = models.CharField(max_length=20)
    value = models.CharField(max_length=20, blank=True)
    stratum = models.CharField(max_length=12)
    size = models.PositiveIntegerField()
    wrapped_key = models.BinaryField()
    sealed_totals = models.BinaryField()

    class Meta:
        ordering = ("code",)
        constraints = [models.CheckConstraint(condition=Q(size__gte=5), name="view_bundle_at_least_the_floor")]

    def __str__(self) -> str:
        return self.code


class ViewMember(models.Model):
    """Who is in which bundle of a view; nobody is in two of the same cut."""

    bundle = models.ForeignKey(ViewBundle, on_delete=models.PROTECT, related_name="members")
    cut = models.CharField(max_length=20)
    handle = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("cut", "handle"), name="view_member_once_per_cut")]

    def __str__(self) -> str:
        return f"{self.cut}: {self.handle}"


class Approval(models.Model):
    """A release that was proposed, and who approved it. ``digest``: of everything that the desk showed then; what changed
    since must be proposed again."""

    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    proposed_by = models.CharField(max_length=200)
    proposed_at = models.DateTimeField()
    approved_by = models.CharField(max_length=200, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by="", approved_at=None) | ~Q(approved_by="") & Q(approved_at__isnull=False),
                name="approval_by_somebody_at_a_moment",
            ),
            models.CheckConstraint(condition=~Q(approved_by=F("proposed_by")), name="approval_by_somebody_else"),
        ]

    def __str__(self) -> str:
        return f"Release {self.number}"


class RunState(TextChoices):
    """How far a run of the release job came."""

    RUNNING = "running"
    FROZEN = "frozen"
    REFUSED = "refused"
    STOPPED = "stopped"
    DIED = "died"


class Run(models.Model):
    """One run of the release job, for who waits at the screen. It says what is being done, never what is computed.

    ``share``: percent of the way. ``beat_at``: the job was alive then. ``refusal``: the rule that stopped it, in the
    language of who started it."""

    started_by = models.CharField(max_length=200)
    started_at = models.DateTimeField()
    beat_at = models.DateTimeField()
    step = models.CharField(max_length=40, blank=True)
    share = models.PositiveSmallIntegerField(default=0)
    stop_asked = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=RunState.choices, default=RunState.RUNNING)
    refusal = models.TextField(blank=True)
    refusal_code = models.CharField(max_length=60, blank=True)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("state",), condition=Q(state="running"), name="one_release_run_at_a_time")
        ]

    def __str__(self) -> str:
        return f"Run {self.pk}: {self.state}"

    @property
    def starter(self) -> str:
        """The name in the signature of who started it."""
        return self.started_by.partition(" <")[0]


class WaitingPerson(models.Model):
    """Somebody whose answers wait: in which unit they wait now, and for how many releases."""

    handle = models.CharField(max_length=60, unique=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    stratum = models.CharField(max_length=12)
    waited = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.handle


_P, _R = Sensitivity.PERSONAL, Sensitivity.RELEASED
_TOTALS = {"wrapped_key": Sensitivity.SECRET, "sealed_totals": Sensitivity.CONFIDENTIAL}
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
    "Bundle": dict.fromkeys(("id", "code", "release", "stratum", "unit", "period", "size"), _R)
    | _TOTALS
    | {"sealed_known": Sensitivity.CONFIDENTIAL},
    "Member": {"id": _P, "bundle": _P, "handle": _P, "known": _P},
    "ViewBundle": dict.fromkeys(("id", "code", "release", "cut", "value", "stratum", "size"), _R) | _TOTALS,
    "ViewMember": {"id": _P, "bundle": _P, "cut": _P, "handle": _P},
    "Approval": dict.fromkeys(
        ("id", "number", "digest", "proposed_by", "proposed_at", "approved_by", "approved_at"), _P
    ),
    "Run": dict.fromkeys(
        (
            "id",
            "started_by",
            "started_at",
            "beat_at",
            "step",
            "share",
            "stop_asked",
            "state",
            "refusal",
            "refusal_code",
            "release",
        ),
        _P,
    ),
    "WaitingPerson": {"id": _P, "handle": _P, "unit": _P, "stratum": _P, "waited": _P},
}

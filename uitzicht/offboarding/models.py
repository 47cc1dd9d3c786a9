"""The checklist of a departure, the list of tasks it is made from, and the register of property."""

import uuid

from django.db import models
from django.db.models import Q

from uitzicht.departures.models import Departure
from uitzicht.offboarding.farewell import models as farewell
from uitzicht.offboarding.farewell.models import Card, Farewell, FinalMail, LeftOpen, Reference
from uitzicht.offboarding.vocabulary import DESKS, OwnerRole, PropertyKind, Step
from uitzicht.offboarding.wording import spoken
from uitzicht.people.models import Person, User
from uitzicht.privacy.classification import Sensitivity

__all__ = [
    "PRIVACY",
    "Card",
    "Checklist",
    "Desk",
    "Farewell",
    "FinalMail",
    "LeftOpen",
    "Property",
    "Reference",
    "StagedProperty",
    "Task",
    "TaskLink",
    "TemplateTask",
]


class TemplateTask(models.Model):
    """A task that new checklists get. ``names``: language -> text. ``due``: working days of the organisation after the last
    day worked (before it when negative). ``kinds``, ``job_families``: of which departures; empty is every one."""

    code = models.SlugField(max_length=60, unique=True)
    step = models.CharField(max_length=14, choices=Step.choices)
    names = models.JSONField()
    owner_role = models.CharField(max_length=10, choices=OwnerRole.choices)
    due = models.SmallIntegerField()
    kinds = models.JSONField(default=list)
    job_families = models.JSONField(default=list)
    needs = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="needed_by")
    position = models.PositiveSmallIntegerField()
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.code

    @property
    def name(self) -> str:
        """In the language of the reader."""
        return spoken(self.names)

    @property
    def days_away(self) -> int:
        return abs(self.due)


class Desk(models.Model):
    """Who fills a role for every departure: a person or a shared mailbox."""

    role = models.CharField(max_length=10, choices=[(role.value, role.label) for role in DESKS], unique=True)
    name = models.CharField(max_length=120)
    email = models.EmailField()

    def __str__(self) -> str:
        return f"{self.role}: {self.name}"


class Checklist(models.Model):
    """The one checklist of a departure. The three texts are empty until somebody keeps them; a draft is shown instead.
    ``closed_at``: from then on nothing of it changes any more, until somebody reopens it."""

    departure = models.OneToOneField(Departure, on_delete=models.CASCADE, related_name="checklist")
    started_on = models.DateField()
    started_by = models.CharField(max_length=200)
    successor_name = models.CharField(max_length=120, blank=True)
    successor_email = models.EmailField(blank=True)
    announcement = models.TextField(blank=True)
    hand_over = models.TextField(blank=True)
    farewell = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"checklist of {self.departure_id}"


class Task(models.Model):
    """One thing to do. While it is open its day follows from the departure (``due``, as in ``TemplateTask``), so that no
    change of dates is forgotten; ``due_on`` is written when it is done and never moves again.

    ``asked_at``: when its owner was first mailed; ``reminded_at``: the latest reminder."""

    checklist = models.ForeignKey(Checklist, on_delete=models.CASCADE, related_name="tasks")
    template = models.ForeignKey(TemplateTask, null=True, on_delete=models.SET_NULL, related_name="+")
    step = models.CharField(max_length=14, choices=Step.choices)
    names = models.JSONField()
    owner_role = models.CharField(max_length=10, choices=OwnerRole.choices)
    owner_name = models.CharField(max_length=120, blank=True)
    owner_email = models.EmailField(blank=True, db_index=True)
    due = models.SmallIntegerField()
    needs = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="needed_by")
    position = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=500, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None, due_on=None) | Q(done_at__isnull=False, due_on__isnull=False),
                name="task_day_is_kept_once_done",
            )
        ]

    def __str__(self) -> str:
        return f"{self.checklist_id}: {self.step}"

    @property
    def name(self) -> str:
        """In the language of the reader."""
        return spoken(self.names)


class TaskLink(models.Model):
    """A colleague's key to one task, without an account; 256 bits, stored as a hash only. It opens for as long as the task
    is theirs: ``email`` is whom it was sent to."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="links")
    email = models.EmailField()
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.task_id} until {self.expires_on}"


class Property(models.Model):
    """A thing that somebody holds for the organisation. Coming back is signed: who took it, when, in what condition."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="handed_out")
    kind = models.CharField(max_length=10, choices=PropertyKind.choices)
    label = models.CharField(max_length=120, blank=True)
    handed_out_on = models.DateField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.CharField(max_length=120, blank=True)
    taken_by = models.CharField(max_length=200, blank=True)
    condition = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("kind", "label", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(returned_at=None) | ~Q(signed_by=""), name="property_comes_back_with_a_signature"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.label}".strip()


class StagedProperty(models.Model):
    """An uploaded list between its dry run and its confirmation, sealed; destroyed after use or after a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=120)
    wrapped_key = models.BinaryField()
    sealed = models.BinaryField()
    staged_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.file_name


_O, _P, _S = Sensitivity.ORGANISATION, Sensitivity.PERSONAL, Sensitivity.SECRET


def _all(sensitivity: Sensitivity, fields: str) -> dict[str, Sensitivity]:
    return dict.fromkeys(fields.split(), sensitivity)


PRIVACY = {
    "TemplateTask": _all(_O, "id code step names owner_role due kinds job_families position active needs"),
    "Desk": _all(_P, "id role name email"),
    "Checklist": _all(
        _P, "id departure started_on started_by successor_name successor_email announcement hand_over farewell"
    )
    | _all(_P, "closed_at closed_by"),
    "Task": _all(_P, "id checklist template step names owner_role owner_name owner_email due needs position note")
    | _all(_P, "asked_at reminded_at done_at done_by due_on"),
    "TaskLink": _all(_P, "id task email made_at expires_on") | {"token_hash": _S},
    "Property": _all(_P, "id person kind label handed_out_on returned_at signed_by taken_by condition"),
    "StagedProperty": _all(_P, "id user file_name staged_at sealed") | {"wrapped_key": _S},
} | farewell.PRIVACY

"""What is kept around a farewell, and about the end of a checklist. Erased together with the checklist."""

from django.db import models
from django.db.models import Q

from uitzicht.departures.models import Departure
from uitzicht.offboarding.farewell.vocabulary import FarewellWish, ReferenceForm, ReferenceState
from uitzicht.people.vocabulary import Language
from uitzicht.privacy.classification import Sensitivity


class Farewell(models.Model):
    """What the leaver wishes, and what was planned. ``wished_by``: "leaver", or who wrote down what they said.
    ``starts_at``: None while no moment is planned. ``sequence``: of the calendar file, one higher after each change."""

    departure = models.OneToOneField(Departure, on_delete=models.CASCADE, related_name="farewell")
    wish = models.CharField(max_length=10, choices=FarewellWish.choices, blank=True)
    wish_note = models.CharField(max_length=500, blank=True)
    wished_by = models.CharField(max_length=200, blank=True)
    wished_at = models.DateTimeField(null=True, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(default=60)
    place = models.CharField(max_length=200, blank=True)
    organiser = models.CharField(max_length=120, blank=True)
    sequence = models.PositiveSmallIntegerField(default=0)
    planned_by = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"farewell of {self.departure_id}"


class Card(models.Model):
    """The thanks card of a departure, as a person wrote it."""

    departure = models.OneToOneField(Departure, on_delete=models.CASCADE, related_name="thanks_card")
    language = models.CharField(max_length=2, choices=Language.choices)
    text = models.TextField()
    signed_by = models.CharField(max_length=200, blank=True)
    written_by = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"card for {self.departure_id}"


class Reference(models.Model):
    """A request for a reference. ``wanted_from``: of whom the leaver would like it; ``writer``: who was found for it."""

    departure = models.ForeignKey(Departure, on_delete=models.CASCADE, related_name="references")
    form = models.CharField(max_length=10, choices=ReferenceForm.choices)
    wanted_from = models.CharField(max_length=120, blank=True)
    writer = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=ReferenceState.choices, default=ReferenceState.ASKED)
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    settled_by = models.CharField(max_length=200, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("asked_at", "pk")

    def __str__(self) -> str:
        return f"{self.form} for {self.departure_id}: {self.state}"


class FinalMail(models.Model):
    """The last mail left, or the mail server refused it: ``problem`` is then the kind of failure. No address, no text."""

    departure = models.OneToOneField(Departure, on_delete=models.CASCADE, related_name="final_mail")
    sent_at = models.DateTimeField()
    problem = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return f"last mail of {self.departure_id}"


class LeftOpen(models.Model):
    """What was not done when a checklist was closed, and why that is right: a task, or a thing that is still out."""

    checklist = models.ForeignKey("offboarding.Checklist", on_delete=models.CASCADE, related_name="left_open")
    task = models.ForeignKey("offboarding.Task", null=True, on_delete=models.CASCADE, related_name="left_open")
    thing = models.ForeignKey("offboarding.Property", null=True, on_delete=models.CASCADE, related_name="left_open")
    reason = models.CharField(max_length=300)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(task=None, thing__isnull=False) | Q(task__isnull=False, thing=None),
                name="left_open_task_or_thing",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="left_open_with_a_reason"),
        ]

    def __str__(self) -> str:
        return f"left open in {self.checklist_id}"

    @property
    def key(self) -> str:
        """As ``last_day.OpenItem`` names it."""
        return f"task-{self.task_id}" if self.task_id else f"thing-{self.thing_id}"


_P = Sensitivity.PERSONAL


def _all(fields: str) -> dict[str, Sensitivity]:
    return dict.fromkeys(fields.split(), _P)


PRIVACY = {
    "Farewell": _all(
        "id departure wish wish_note wished_by wished_at starts_at minutes place organiser sequence planned_by"
    ),
    "Card": _all("id departure language text signed_by written_by written_at"),
    "Reference": _all("id departure form wanted_from writer state asked_by asked_at settled_by settled_at"),
    "FinalMail": _all("id departure sent_at problem"),
    "LeftOpen": _all("id checklist task thing reason"),
}

"""The appointment: when, where, with whom; and what the leaver asks about it."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import pgettext_lazy

from uitzicht.departures.models import Departure
from uitzicht.people.models import User
from uitzicht.planning.merits import spoken_merits
from uitzicht.planning.models.calendars import Room
from uitzicht.privacy.classification import Sensitivity


class PlaceKind(TextChoices):
    ROOM = "room", pgettext_lazy("place", "quiet room")
    VIDEO = "video", pgettext_lazy("place", "video call")


class Answer(TextChoices):
    """What an invited interviewer replied by mail; the leaver has pages of their own."""

    NONE = "", pgettext_lazy("reply", "no reply yet")
    ACCEPTED = "accepted", pgettext_lazy("reply", "accepted")
    TENTATIVE = "tentative", pgettext_lazy("reply", "perhaps")
    DECLINED = "declined", pgettext_lazy("reply", "declined")


class Appointment(models.Model):
    """The one appointment of a departure; a change raises ``sequence`` (iCalendar) and keeps the row.

    ``why``: what speaks for this interviewer, [{"merit": code, ...values}]. ``invited_at``: when the invitation to these
    very details left; empty while it still has to. ``invited_interviewer``: who holds an invitation, perhaps an older one.
    ``interviewer_answer``: the reply to these very details. ``reminded_at`` and ``asked_again_at``: mails that leave once.
    ``written_for``: in whose own calendar it stands, and ``written_sequence``: in which version.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    departure = models.OneToOneField(Departure, on_delete=models.CASCADE, related_name="appointment")
    interviewer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="appointments")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    place_kind = models.CharField(max_length=5, choices=PlaceKind.choices, default=PlaceKind.ROOM)
    place = models.CharField(max_length=300)
    room = models.ForeignKey(Room, null=True, blank=True, on_delete=models.SET_NULL, related_name="appointments")
    why = models.JSONField(default=list)
    sequence = models.PositiveSmallIntegerField(default=0)
    planned_by = models.CharField(max_length=200)
    planned_at = models.DateTimeField()
    invited_at = models.DateTimeField(null=True, blank=True)
    invited_interviewer = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    interviewer_answer = models.CharField(max_length=9, choices=Answer.choices, default=Answer.NONE, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    asked_again_at = models.DateTimeField(null=True, blank=True)
    written_for = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    written_sequence = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("starts_at",)
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=15, minutes__lte=180), name="appointment_takes_a_sensible_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.departure.person}, {self.starts_at:%Y-%m-%d %H:%M}"

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def stands(self) -> bool:
        return self.cancelled_at is None

    @property
    def spoken_why(self) -> list[str]:
        """What speaks for this interviewer, in the language of the reader."""
        return spoken_merits(self.why)


class Wish(models.Model):
    """What the leaver asks about the appointment, until HR has answered it. ``proposed_at``: the moments that suit the
    leaver, ISO 8601, in their order of preference. ``other_interviewer``: would rather speak with somebody else.
    ``other_moment``: cannot make it then, and named no other moment (a declined invitation)."""

    departure = models.OneToOneField(Departure, on_delete=models.CASCADE, related_name="wish")
    proposed_at = models.JSONField(default=list)
    other_interviewer = models.BooleanField(default=False)
    other_moment = models.BooleanField(default=False)
    asked_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.departure_id} asks"

    @property
    def moments(self) -> list[datetime]:
        return [datetime.fromisoformat(moment) for moment in self.proposed_at]


class Avoided(models.Model):
    """Somebody whom the leaver would rather not meet. Shown to nobody: plans say "not available", like any tie."""

    departure = models.ForeignKey(Departure, on_delete=models.CASCADE, related_name="avoided")
    interviewer = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=("departure", "interviewer"), name="avoided_once")]

    def __str__(self) -> str:
        return str(self.pk)


PRIVACY = {
    "Appointment": dict.fromkeys(
        (
            "id",
            "departure",
            "interviewer",
            "starts_at",
            "minutes",
            "place_kind",
            "place",
            "why",
            "sequence",
            "planned_by",
            "planned_at",
            "invited_at",
            "invited_interviewer",
            "cancelled_at",
            "accepted_at",
            "room",
            "interviewer_answer",
            "reminded_at",
            "asked_again_at",
            "written_for",
            "written_sequence",
        ),
        Sensitivity.PERSONAL,
    ),
    "Wish": dict.fromkeys(
        ("id", "departure", "proposed_at", "other_interviewer", "other_moment", "asked_at"), Sensitivity.PERSONAL
    ),
    "Avoided": dict.fromkeys(("id", "departure", "interviewer"), Sensitivity.PERSONAL),
}

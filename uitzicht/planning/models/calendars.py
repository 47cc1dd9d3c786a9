"""When interviewers and rooms can be had: their hours, and the calendar in which the rest of their time stands."""

import uuid
from datetime import time

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import pgettext_lazy

from uitzicht.people.models import User
from uitzicht.privacy.classification import Sensitivity

USUAL_MOST_A_WEEK = 5


class CalendarKind(TextChoices):
    NONE = "", pgettext_lazy("calendar", "none")
    CALDAV = "caldav", pgettext_lazy("calendar", "CalDAV")
    ICS = "ics", pgettext_lazy("calendar", "published calendar (ICS)")


class Diary(models.Model):
    """``weekdays``: Monday first ("1111100"). ``opens_at`` and ``closes_at``: local time, the first and the last minute.

    The address of a calendar is often a secret in itself, so it is sealed with user name and password (``access.py``);
    ``host`` alone may be shown."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    weekdays = models.CharField(max_length=7, default="1111100")
    opens_at = models.TimeField(default=time(9))
    closes_at = models.TimeField(default=time(17))
    kind = models.CharField(max_length=6, choices=CalendarKind.choices, default=CalendarKind.NONE, blank=True)
    host = models.CharField(max_length=255, blank=True)
    wrapped_key = models.BinaryField(null=True)
    sealed_access = models.BinaryField(null=True)

    class Meta:
        abstract = True


class InterviewerDiary(Diary):
    """``most_a_week``: conversations that one week can bear. ``keeps_appointments``: they are written to the calendar."""

    interviewer = models.OneToOneField(User, on_delete=models.CASCADE, related_name="diary")
    most_a_week = models.PositiveSmallIntegerField(default=USUAL_MOST_A_WEEK)
    keeps_appointments = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="interviewer_has_hours"),
            models.CheckConstraint(condition=Q(most_a_week__gte=1), name="interviewer_holds_some"),
        ]

    def __str__(self) -> str:
        return str(self.interviewer)


class Room(Diary):
    """A room whose door closes. ``place``: how the invitation says where it is. ``in_use``: may be chosen."""

    name = models.CharField(max_length=80, unique=True)
    place = models.CharField(max_length=300)
    in_use = models.BooleanField(default=True)

    class Meta:
        ordering = ("name",)
        constraints = [models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="room_has_hours")]

    def __str__(self) -> str:
        return self.name


class FeedKey(models.Model):
    """Opens the calendar of conversations that its user may see, as a feed; 256 bits, stored as a hash only."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="feed_key")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.user_id}"


_O, _P, _S = Sensitivity.ORGANISATION, Sensitivity.PERSONAL, Sensitivity.SECRET
PRIVACY = {
    "InterviewerDiary": {
        **dict.fromkeys(
            (
                *("id", "interviewer", "weekdays", "opens_at", "closes_at", "kind", "host"),
                *("most_a_week", "keeps_appointments"),
            ),
            _P,
        ),
        "wrapped_key": _S,
        "sealed_access": _S,
    },
    "Room": {
        **dict.fromkeys(
            ("id", "weekdays", "opens_at", "closes_at", "kind", "host", "name", "place", "in_use"),
            _O,
        ),
        "wrapped_key": _S,
        "sealed_access": _S,
    },
    "FeedKey": {"id": _P, "user": _P, "token_hash": _S, "made_at": _P},
}

"""A departure: from notice to last day worked."""

import uuid

from django.db import models
from django.db.models import F, Q

from uitzicht.departures.vocabulary import (
    BEFORE_THE_TALK,
    Desirability,
    Destination,
    EndReason,
    Kind,
    Purpose,
    Service,
    Stage,
)
from uitzicht.people.models import Person, Position, Unit
from uitzicht.privacy.classification import Sensitivity


class Departure(models.Model):
    """``unit`` is the unit at exit and never moves with a reorganisation. ``service``: how the notice reached the other
    side, empty for the usual way. ``ends_on_reason``: why the contract ends on another day than the law proposed.
    ``reduction_days``: days off that shorten the working week, which no notice waits for. ``working_days``: the week,
    Monday first ("1111100"), or weeks that take turns ("1111100/1110000"). ``absences``: [kind, first, last] each,
    ISO days, both included (``core.calendar.Absence``). The four dates from ``last_day_worked_on`` on are computed (``core.calendar``), never typed; the last
    three are empty when nobody can be asked to talk any more (after a death, or with no day of work left)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="departures")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="departures")
    position = models.ForeignKey(Position, null=True, blank=True, on_delete=models.SET_NULL, related_name="departures")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    notified_on = models.DateField()
    ends_on = models.DateField()
    leave_days = models.PositiveSmallIntegerField(default=0)
    recup_days = models.PositiveSmallIntegerField(default=0)
    reduction_days = models.PositiveSmallIntegerField(default=0)
    absences = models.JSONField(default=list, blank=True)
    working_days = models.CharField(max_length=31, default="1111100")
    works_nights = models.BooleanField(default=False)
    service = models.CharField(max_length=17, choices=Service.choices, blank=True)
    ends_on_reason = models.CharField(max_length=14, choices=EndReason.choices, blank=True)
    destination = models.CharField(max_length=16, choices=Destination.choices, blank=True)
    desirability = models.CharField(max_length=10, choices=Desirability.choices, blank=True)
    last_day_worked_on = models.DateField()
    earliest_on = models.DateField(null=True, blank=True)
    target_on = models.DateField(null=True, blank=True)
    latest_on = models.DateField(null=True, blank=True)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.REGISTERED, db_index=True)
    registered_by = models.CharField(max_length=200)
    registered_at = models.DateTimeField()

    class Meta:
        ordering = ("last_day_worked_on", "id")
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("notified_on")), name="departure_ends_after_notice"),
            models.CheckConstraint(
                condition=Q(last_day_worked_on__lte=F("ends_on")), name="departure_last_day_before_end"
            ),
            models.CheckConstraint(
                condition=Q(earliest_on=None, target_on=None, latest_on=None)
                | Q(
                    earliest_on__lte=F("target_on"),
                    target_on__lte=F("latest_on"),
                    latest_on__lt=F("last_day_worked_on"),
                ),
                name="departure_talk_before_last_day",
            ),
            models.UniqueConstraint(
                fields=("person",), condition=Q(stage__in=BEFORE_THE_TALK), name="departure_one_open_per_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.last_day_worked_on}"


class StageChange(models.Model):
    """When a departure reached a stage, for its timeline."""

    departure = models.ForeignKey(Departure, on_delete=models.CASCADE, related_name="stage_changes")
    stage = models.CharField(max_length=12, choices=Stage.choices)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.stage} {self.at:%Y-%m-%d}"


class PersonalLink(models.Model):
    """The leaver's key to their own pages: no account, no password; 256 bits, stored as a hash only."""

    departure = models.ForeignKey(Departure, on_delete=models.CASCADE, related_name="personal_links")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.departure_id} until {self.expires_on}"


class Consent(models.Model):
    """One thing the leaver agreed to. Each stands alone and can be withdrawn; it is then as if it was never given."""

    departure = models.ForeignKey(Departure, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("departure", "purpose"), condition=Q(withdrawn_at=None), name="consent_stands_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.departure_id} {self.purpose}"


class ClosingDay(models.Model):
    """Days on which the organisation is closed besides the public holidays: nobody works then, it costs no leave."""

    name = models.CharField(max_length=80)
    first_on = models.DateField()
    last_on = models.DateField()

    class Meta:
        ordering = ("first_on", "id")
        constraints = [
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="closing_day_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.first_on}"


_P, _O = Sensitivity.PERSONAL, Sensitivity.ORGANISATION
PRIVACY = {
    "Departure": dict.fromkeys(
        (
            "id",
            "person",
            "unit",
            "position",
            "kind",
            "notified_on",
            "ends_on",
            "leave_days",
            "recup_days",
            "reduction_days",
            "absences",
            "working_days",
            "works_nights",
            "service",
            "ends_on_reason",
            "destination",
            "desirability",
            "last_day_worked_on",
            "earliest_on",
            "target_on",
            "latest_on",
            "stage",
            "registered_by",
            "registered_at",
        ),
        _P,
    ),
    "StageChange": {"id": _P, "departure": _P, "stage": _P, "by": _P, "at": _P},
    "PersonalLink": {"id": _P, "departure": _P, "token_hash": Sensitivity.SECRET, "made_at": _P, "expires_on": _P},
    "ClosingDay": {"id": _O, "name": _O, "first_on": _O, "last_on": _O},
    "Consent": {"id": _P, "departure": _P, "purpose": _P, "given_at": _P, "withdrawn_at": _P},
}

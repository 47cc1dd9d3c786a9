"""The follow-up: months later, to the private address, from the system and not from a person."""

from django.db import models
from django.db.models import Q

from uitzicht.departures.models import Departure
from uitzicht.privacy.classification import Sensitivity


class FollowUp(models.Model):
    """One follow-up of somebody who agreed to it. ``token_hash``: of the only link that works, the newest that was mailed;
    ``link_sent_at``: when. ``sealed_draft``: what was written and not handed in, encrypted with a key that follows from
    the secret in that link. ``reminders``: mails after the first, two at most. ``stopped_at``: one click, for good."""

    departure = models.OneToOneField(Departure, on_delete=models.CASCADE, related_name="follow_up")
    due_on = models.DateField(db_index=True)
    token_hash = models.CharField(max_length=64, blank=True, db_index=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    link_sent_at = models.DateTimeField(null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True, blank=True)
    sealed_draft = models.BinaryField(null=True)
    revision = models.PositiveIntegerField(default=0)
    answered_on = models.DateField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(reminders__lte=2), name="follow_up_two_reminders_at_most")]

    def __str__(self) -> str:
        return f"{self.departure_id} due {self.due_on}"


_P = Sensitivity.PERSONAL
PRIVACY = {
    "FollowUp": dict.fromkeys(
        (
            "id",
            "departure",
            "due_on",
            "sent_at",
            "link_sent_at",
            "reminders",
            "reminded_at",
            "revision",
            "answered_on",
            "stopped_at",
        ),
        _P,
    )
    | {"token_hash": Sensitivity.SECRET, "sealed_draft": Sensitivity.CONFIDENTIAL}
}

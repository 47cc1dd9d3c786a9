"""A plan for many departures at once, until it is accepted."""

import uuid
from datetime import datetime
from typing import Any

from django.db import models

from uitzicht.people.models import User
from uitzicht.planning.models.appointments import PlaceKind
from uitzicht.privacy.classification import Sensitivity


class MassPlan(models.Model):
    """Keys only, no names. ``rows``: [{"departure", "interviewer", "starts_at" (ISO 8601), "room" (key or None),
    "locked"}]; ``left_out``: [{"departure", "obstacle", "who": [keys], "day"}]; ``figures``: what the computation says of
    itself, see ``many.problem.figures_of``. ``place`` is empty where rooms are chosen by the plan."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    made_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="mass_plans")
    made_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    place_kind = models.CharField(max_length=5, choices=PlaceKind.choices, default=PlaceKind.ROOM)
    place = models.CharField(max_length=300, blank=True)
    rows = models.JSONField(default=list)
    left_out = models.JSONField(default=list)
    figures = models.JSONField(default=dict)
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d %H:%M}: {len(self.rows)}"

    @property
    def keys(self) -> list[str]:
        """Every departure of the plan, planned or left out."""
        return [one["departure"] for one in (*self.rows, *self.left_out)]

    @staticmethod
    def moment_of(row: dict[str, Any]) -> datetime:
        return datetime.fromisoformat(row["starts_at"])


PRIVACY = {
    "MassPlan": dict.fromkeys(
        (
            *("id", "made_by", "made_at", "minutes", "place_kind", "place"),
            *("rows", "left_out", "figures", "accepted_at"),
        ),
        Sensitivity.PERSONAL,
    )
}

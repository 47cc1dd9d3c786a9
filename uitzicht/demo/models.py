"""The mark of an invented organisation: only the generator writes it, and without it nobody enters with one click."""

from django.db import models

from uitzicht.departures.models import Departure
from uitzicht.privacy.classification import Sensitivity


class DemoMarker(models.Model):
    """This database holds nothing but what the generator invented, seen from the day ``anchor_on``."""

    anchor_on = models.DateField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"invented on {self.anchor_on}"


class WayIn(models.Model):
    """The personal link by which every visitor enters as the same leaver, so that what one of them began can be taken up
    again. Elsewhere only a hash of a link is kept; this one belongs to somebody who does not exist."""

    door = models.CharField(max_length=20, unique=True)
    departure = models.ForeignKey(Departure, on_delete=models.CASCADE, related_name="+")
    secret = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.door


PRIVACY = {
    "DemoMarker": dict.fromkeys(("id", "anchor_on", "made_at"), Sensitivity.ORGANISATION),
    "WayIn": {"id": Sensitivity.ORGANISATION, "door": Sensitivity.ORGANISATION, "departure": Sensitivity.PERSONAL}
    | {"secret": Sensitivity.SECRET},
}

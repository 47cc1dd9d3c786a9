"""The mark of an invented organisation: only the generator writes it, and without it nobody enters with one click."""

from django.db import models

from uitzicht.privacy.classification import Sensitivity


class DemoMarker(models.Model):
    """This database holds nothing but what the generator invented, seen from the day ``anchor_on``."""

    anchor_on = models.DateField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"invented on {self.anchor_on}"


PRIVACY = {"DemoMarker": dict.fromkeys(("id", "anchor_on", "made_at"), Sensitivity.ORGANISATION)}

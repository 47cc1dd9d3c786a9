"""What insight keeps itself: what an exit costs, as people of the organisation estimate it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from uitzicht.insight.costs.vocabulary import CostKey
from uitzicht.privacy.classification import Sensitivity


class CostLine(models.Model):
    """One decision on one line: euros for each exit in a job family ("" for all of them). The newest row of a family and a
    line holds; one without amounts says that the line is not counted any more. Rows never change."""

    job_family = models.CharField(max_length=80, blank=True)
    line = models.CharField(max_length=20, choices=CostKey.choices)
    low = models.PositiveIntegerField(null=True, blank=True)
    likely = models.PositiveIntegerField(null=True, blank=True)
    high = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    decided_by = models.CharField(max_length=200)
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)
        indexes: ClassVar = [models.Index(fields=("job_family", "line"), name="cost_line_of_a_family")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(low=None, likely=None, high=None)
                | (Q(low__lte=F("likely")) & Q(likely__lte=F("high")) & ~Q(source="")),
                name="cost_line_in_order_with_a_source_or_empty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.job_family} {self.line}".strip()


_O = Sensitivity.ORGANISATION
PRIVACY = {
    "CostLine": {
        "id": _O,
        "job_family": _O,
        "line": _O,
        "low": _O,
        "likely": _O,
        "high": _O,
        "source": _O,
        "decided_by": Sensitivity.PERSONAL,
        "decided_at": _O,
    },
}

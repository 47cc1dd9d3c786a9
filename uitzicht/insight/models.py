"""What insight keeps itself: what an exit costs, as people of the organisation estimate it, and figures of elsewhere."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from uitzicht.insight.costs.vocabulary import CostKey
from uitzicht.insight.reference.vocabulary import ReferenceKind
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


class ReferenceSource(models.Model):
    """Figures of one source and year, as they were imported. They hold until they are withdrawn, and never change."""

    kind = models.CharField(max_length=10, choices=ReferenceKind.choices)
    source = models.CharField(max_length=120)
    year = models.PositiveIntegerField()
    about = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=300, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    imported_by = models.CharField(max_length=200)
    imported_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.source}, {self.year}"

    @property
    def title(self) -> str:
        """Source and year, with country or sector."""
        return ", ".join(filter(None, (self.source, str(self.year), self.about)))


class ReferenceFigure(models.Model):
    """One figure: ``share`` 0..1 of ``base`` people, or ``mean`` of ``base`` scores from 1 to 5. An aggregate, never a person."""

    source = models.ForeignKey(ReferenceSource, on_delete=models.CASCADE, related_name="figures")
    question = models.CharField(max_length=80)
    item = models.CharField(max_length=80)
    share = models.FloatField(null=True, blank=True)
    mean = models.FloatField(null=True, blank=True)
    base = models.PositiveIntegerField()
    spread = models.FloatField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("source", "question", "item"), name="reference_figure_once"),
            models.CheckConstraint(
                condition=Q(share__gte=0, share__lte=1, mean=None) | Q(mean__gte=1, mean__lte=5, share=None),
                name="reference_figure_is_a_share_or_a_mean",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question} {self.item}"


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
    "ReferenceSource": {
        "id": _O,
        "kind": _O,
        "source": _O,
        "year": _O,
        "about": _O,
        "note": _O,
        "file_name": _O,
        "imported_by": Sensitivity.PERSONAL,
        "imported_at": _O,
        "withdrawn_by": Sensitivity.PERSONAL,
        "withdrawn_at": _O,
    },
    "ReferenceFigure": {
        "id": _O,
        "source": _O,
        "question": _O,
        "item": _O,
        "share": _O,
        "mean": _O,
        "base": _O,
        "spread": _O,
    },
}

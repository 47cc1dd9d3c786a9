"""What reports keep: the look of the organisation, and which reports are announced after each release."""

from typing import ClassVar

from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from uitzicht.people.models import User
from uitzicht.people.vocabulary import Language
from uitzicht.privacy.classification import Sensitivity
from uitzicht.reports import definition


class Kind(TextChoices):
    """The kinds of ``definition.ReportKind``, in words."""

    YEARLY = definition.ReportKind.YEARLY.value, _("Yearly report")
    UNIT = definition.ReportKind.UNIT.value, _("Report on one unit")
    PSYCHOSOCIAL = definition.ReportKind.PSYCHOSOCIAL.value, _("Dossier on psychosocial risks")
    WORKS_COUNCIL = definition.ReportKind.WORKS_COUNCIL.value, _("Dossier for the works council")
    BENCHMARK = definition.ReportKind.BENCHMARK.value, _("Benchmark sheet")


class Form(TextChoices):
    """The forms of ``definition.Format``, in words."""

    PDF = definition.Format.PDF.value, _("PDF")
    SLIDES = definition.Format.SLIDES.value, _("Slides (PPTX)")
    WORKBOOK = definition.Format.WORKBOOK.value, _("Workbook (XLSX)")


class Brand(models.Model):
    """How the organisation looks on paper; the newest row holds. ``logo``: a PNG drawn by ``brand.read_logo``, or empty."""

    name = models.CharField(max_length=60)
    colour = models.CharField(max_length=7)
    logo = models.BinaryField(blank=True, default=b"")
    decided_by = models.CharField(max_length=200)
    decided_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.name


class Standing(models.Model):
    """A report that its recipients are told of after every release, by mail with a link. The report itself is never mailed.

    ``unit``: id of a release document, for a report on one unit.
    """

    kind = models.CharField(max_length=20, choices=Kind.choices)
    unit = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=2, choices=Language.choices)
    form = models.CharField(max_length=4, choices=Form.choices)
    created_by = models.CharField(max_length=200)
    created_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind="unit") & ~Q(unit="") | ~Q(kind="unit") & Q(unit=""),
                name="standing_unit_for_unit_reports_only",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.unit} {self.language}.{self.form}".strip()


class Recipient(models.Model):
    """Somebody who is told of a report. ``told_of``: number of the last release of which they were, so that nobody is twice."""

    standing = models.ForeignKey(Standing, on_delete=models.CASCADE, related_name="recipients")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    told_of = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["user__name", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=("standing", "user"), name="report_recipient_once")]

    def __str__(self) -> str:
        return f"{self.user}, release {self.told_of}"


_O, _P = Sensitivity.ORGANISATION, Sensitivity.PERSONAL
PRIVACY = {
    "Brand": dict.fromkeys(("id", "name", "colour", "logo", "decided_by", "decided_at"), _O),
    "Standing": dict.fromkeys(("id", "kind", "unit", "language", "form", "created_by", "created_at"), _O),
    "Recipient": {"id": _P, "standing": _O, "user": _P, "told_of": _O},
}

"""Reference figures that hold, and what a file may name."""

from django.db.models import QuerySet

from uitzicht.insight.models import ReferenceFigure, ReferenceSource
from uitzicht.insight.published import published
from uitzicht.insight.reference.file import Asked
from uitzicht.insight.reference.vocabulary import Reference, Value
from uitzicht.release import queries as releases

NOT_REFERENCES = ("follow_up.", "card.", "themes.", "written_")
"""Questions that nobody elsewhere asks in this form."""


def standing() -> tuple[Reference, ...]:
    """Everything that is not withdrawn, as it came in. Two queries."""
    found = ReferenceSource.objects.filter(withdrawn_at=None).order_by("pk").prefetch_related("figures")
    return tuple(_reference(row) for row in found)


def sources() -> QuerySet[ReferenceSource]:
    """All imports, the last first, withdrawn ones too."""
    return ReferenceSource.objects.prefetch_related("figures")


def source(pk: int) -> ReferenceSource | None:
    return ReferenceSource.objects.filter(pk=pk).first()


def asked() -> Asked:
    """What the latest release asks; {} before the first."""
    latest = releases.latest()
    if latest is None:
        return {}
    return {
        key: (str(question["type"]), tuple(question["items"]))
        for key, question in published(latest).questions.items()
        if not key.startswith(NOT_REFERENCES)
    }


def _reference(row: ReferenceSource) -> Reference:
    values = tuple(_value(figure) for figure in row.figures.all())
    return Reference(row.pk, row.kind, row.source, row.year, row.about, row.note, values)


def _value(row: ReferenceFigure) -> Value:
    return Value(row.question, row.item, row.share, row.mean, row.base, row.spread)

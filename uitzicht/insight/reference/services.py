"""Bringing in figures of elsewhere, and withdrawing them. Both are written down: sources and numbers of rows, no figure."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.insight.models import ReferenceFigure, ReferenceSource
from uitzicht.insight.reference.file import Row
from uitzicht.privacy import audit

Place = tuple[str, str, int, str, str]


@transaction.atomic
def import_references(rows: Sequence[Row], *, file_name: str, by: str, at: datetime) -> list[ReferenceSource]:
    """One source for each kind, name, year, subject and note. Refusal: reference.known when a source of that kind, name
    and year stands already: withdraw that one first, so that no figure stands twice."""
    made = []
    for place, found in groupby(sorted(rows, key=_place), key=_place):
        ensure_new(place)
        made.append(_source(place, list(found), file_name=file_name, by=by, at=at))
    detail = {"sources": len(made), "figures": len(rows)}
    audit.record("reference.imported", by=by, at=at, subject="reference", detail=detail)
    return made


@transaction.atomic
def withdraw_references(source: ReferenceSource, *, by: str, at: datetime) -> None:
    """From now on these figures stand on no page. Refusal: reference.withdrawn when they are already."""
    held = ReferenceSource.objects.select_for_update().get(pk=source.pk)
    if held.withdrawn_at is not None:
        raise Refusal("reference.withdrawn", _("These figures were withdrawn already."))
    held.withdrawn_by, held.withdrawn_at = by, at
    held.save(update_fields=["withdrawn_by", "withdrawn_at"])
    audit.record("reference.withdrawn", by=by, at=at, subject=f"reference:{held.pk}", detail={})


def ensure_new(place: Place) -> None:
    kind, source, year, *_rest = place
    if ReferenceSource.objects.filter(kind=kind, source=source, year=year, about=place[3], withdrawn_at=None).exists():
        raise Refusal(
            "reference.known",
            _("Figures of {source} of {year} stand here already. Withdraw those first, then import the new ones."),
            source=source,
            year=str(year),
        )


def _place(row: Row) -> Place:
    return row.kind, row.source, row.year, row.about, row.note


def _source(place: Place, rows: Sequence[Row], *, file_name: str, by: str, at: datetime) -> ReferenceSource:
    kind, source, year, about, note = place
    made = ReferenceSource.objects.create(
        kind=kind,
        source=source,
        year=year,
        about=about,
        note=note,
        file_name=file_name[:200],
        imported_by=by,
        imported_at=at,
    )
    ReferenceFigure.objects.bulk_create(_figure(made, row) for row in rows)
    return made


def _figure(source: ReferenceSource, row: Row) -> ReferenceFigure:
    value = row.value
    return ReferenceFigure(
        source=source,
        question=value.question,
        item=value.item,
        share=value.share,
        mean=value.mean,
        base=value.base,
        spread=value.spread,
    )

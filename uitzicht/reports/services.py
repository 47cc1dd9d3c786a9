"""A report is made and taken out of the product; how the organisation looks is decided."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime

from django.db import transaction

from uitzicht.privacy import audit
from uitzicht.release.queries import Released
from uitzicht.reports import definition, queries
from uitzicht.reports.brand import read_colour, read_logo
from uitzicht.reports.definition import Format, Report, ReportKind
from uitzicht.reports.kinds import tell
from uitzicht.reports.models import Brand
from uitzicht.reports.pdf import as_pdf
from uitzicht.reports.slides import as_pptx
from uitzicht.reports.telling import Asked
from uitzicht.reports.workbook import as_xlsx

PLAIN = definition.Brand()
WRITERS: Mapping[Format, Callable[[Report], bytes]] = {
    Format.PDF: as_pdf,
    Format.SLIDES: as_pptx,
    Format.WORKBOOK: as_xlsx,
}


def written(report: Report, form: Format) -> bytes:
    """A report as a file; the same report gives the same bytes."""
    return WRITERS[form](report)


def report_of(
    kind: ReportKind,
    released: Released | None,
    *,
    language: str,
    units: Collection[str] | None = None,
    unit: str = "",
    on: date = date.min,
) -> Report:
    """A report in the look in force. ``released``: None before the first release (``on``: its day), for the works council
    only. ``unit``: for a report on one unit. Raises ValueError for a language that the product does not speak."""
    brand, organisation = queries.brand(), queries.organisation()
    return tell(kind, Asked(released, language, units, unit, brand, organisation, on))


def write_report(
    released: Released, *, language: str, units: Collection[str] | None = None, brand: definition.Brand = PLAIN
) -> bytes:
    """The yearly report as PDF for a reader who may see ``units`` (None: all). Reads nothing but the release."""
    return as_pdf(tell(ReportKind.YEARLY, Asked(released, language, units, brand=brand)))


@transaction.atomic
def export_report(
    kind: ReportKind,
    released: Released | None,
    *,
    form: Format,
    language: str,
    units: Collection[str] | None = None,
    unit: str = "",
    by: str,
    at: datetime,
) -> bytes:
    """A report as a file, taken out of the product by somebody: written down."""
    many = 1 if unit else "all" if units is None else len(units)
    detail = {"kind": kind.value, "form": form.value, "language": language, "units": many}
    subject = f"release:{released.number}" if released else ""
    audit.record("report.exported", by=by, at=at, subject=subject, detail=detail)
    made = report_of(kind, released, language=language, units=units, unit=unit, on=at.date())
    return written(made, form)


@transaction.atomic
def decide_brand(
    *, name: str, colour: str, logo: bytes | None = None, keep_logo: bool = True, by: str, at: datetime
) -> Brand:
    """How reports look from now on. ``logo``: the file of a new one; without it the old one stays when ``keep_logo``.

    Refuses a colour that cannot be read on white and a file that is no plain picture.
    """
    before = queries.brand_row()
    kept = bytes(before.logo) if before and keep_logo else b""
    drawn = read_logo(logo) if logo else kept
    made = Brand.objects.create(name=name.strip(), colour=read_colour(colour), logo=drawn, decided_by=by, decided_at=at)
    detail = {"name": made.name, "colour": made.colour, "logo": bool(drawn)}
    audit.record("report.brand_changed", by=by, at=at, subject=f"brand:{made.pk}", detail=detail)
    return made

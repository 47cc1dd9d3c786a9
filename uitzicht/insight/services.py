"""Taking figures out of the product is written down."""

from datetime import datetime

from django.db import transaction

from uitzicht.insight.earlier.pages import figures_of
from uitzicht.insight.exports import as_csv
from uitzicht.insight.exports.pictures import as_png, as_svg
from uitzicht.insight.exports.workbook import as_xlsx
from uitzicht.insight.published import Published
from uitzicht.insight.stories import Story
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.privacy import audit


@transaction.atomic
def export_measure(
    story: Story, name: str, reading: Reading, then: Published | None = None, *, form: str, by: str, at: datetime
) -> bytes:
    """The figures of a page as a file, ``then``: beside those of an earlier release. ``form`` is csv or xlsx."""
    _record(name, reading, form, by=by, at=at)
    figures = figures_of(story, reading, then)
    return as_xlsx(figures) if form == "xlsx" else as_csv(figures).encode()


@transaction.atomic
def export_drawing(section: Section, name: str, reading: Reading, *, form: str, by: str, at: datetime) -> bytes:
    """One drawing of a page as a file: ``form`` is svg or png. Raises ValueError for a section without a drawing."""
    _record(name, reading, form, by=by, at=at)
    return as_png(section, reading) if form == "png" else as_svg(section, reading).encode()


def _record(name: str, reading: Reading, form: str, *, by: str, at: datetime) -> None:
    number = reading.published.released.number
    detail = {"measure": name, "kind": reading.selection.kind.value, "units": len(reading.selection.units)}
    audit.record("insight.exported", by=by, at=at, subject=f"release:{number}", detail=detail | {"form": form})

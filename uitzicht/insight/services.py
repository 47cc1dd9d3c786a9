"""Taking figures out of the product is written down."""

from datetime import datetime

from django.db import transaction

from uitzicht.insight.exports import as_csv
from uitzicht.insight.stories import Story
from uitzicht.insight.stories.section import Reading
from uitzicht.privacy import audit


@transaction.atomic
def export_measure(story: Story, name: str, reading: Reading, *, by: str, at: datetime) -> str:
    """The figures of a page as CSV text."""
    number = reading.published.released.number
    detail = {"measure": name, "kind": reading.selection.kind.value, "units": len(reading.selection.units)}
    audit.record("insight.exported", by=by, at=at, subject=f"release:{number}", detail=detail)
    return as_csv(reading.figure(measure) for measure in story.measures)

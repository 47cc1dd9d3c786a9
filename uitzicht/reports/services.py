"""The report of a release as an accessible PDF."""

import json
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

import typst
from django.db import transaction
from django.utils import translation

from uitzicht.privacy import audit
from uitzicht.release.queries import Released
from uitzicht.reports.content import content

TEMPLATE = Path(__file__).with_name("report.typ").read_bytes()
LANGUAGES = ("nl", "fr", "en", "de")


def write_report(released: Released, *, language: str, units: Collection[str] | None = None) -> bytes:
    """Tagged PDF (PDF/UA-1, A4) for a reader who may see ``units`` (None: all). The same release, language and units
    give the same bytes.

    Raises ValueError for a language that the product does not speak.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no report in language {language!r}")
    with translation.override(language):
        data = json.dumps(content(released, language=language, units=units), ensure_ascii=False)
    made = datetime.combine(released.released_on, datetime.min.time(), UTC)
    return typst.compile(
        TEMPLATE,
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"data": data},
        pdf_standards=["ua-1"],
        timestamp=made,
    )


@transaction.atomic
def export_report(released: Released, *, language: str, units: Collection[str] | None, by: str, at: datetime) -> bytes:
    """The same, taken out of the product by somebody: written down."""
    detail = {"language": language, "units": "all" if units is None else len(units)}
    audit.record("report.exported", by=by, at=at, subject=f"release:{released.number}", detail=detail)
    return write_report(released, language=language, units=units)

"""A presentation as bytes that say nothing of the machine or the moment: the same report gives the same file."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation

from uitzicht.reports.definition import Report

EARLIEST = 1980  # a zip file knows no day before
APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Microsoft Office PowerPoint</Application><AppVersion>16.0000</AppVersion></Properties>"
)
"""Programs expect a name they know; the template said whose computer it was made on."""


def as_bytes(presentation: Presentation, report: Report, language: str) -> bytes:
    """The file, dated on the day of the release."""
    _describe(presentation, report, language)
    out = BytesIO()
    presentation.save(out)
    return _repacked(out.getvalue(), report.released_on)


def _describe(presentation: Presentation, report: Report, language: str) -> None:
    about, on = presentation.core_properties, datetime(*report.released_on.timetuple()[:3])
    about.title, about.subject, about.language = report.title, report.subtitle, language
    about.author = about.last_modified_by = report.organisation
    about.created = about.modified = about.last_printed = on
    about.keywords = about.comments = about.category = about.version = ""
    about.revision = 1
    presentation.part.package.part_related_by(RT.EXTENDED_PROPERTIES).blob = APPLICATION.encode()


def _repacked(content: bytes, on: date) -> bytes:
    """The same parts in the same order, all of one date."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as parts, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in parts.namelist():
            info = ZipInfo(name, (max(on.year, EARLIEST), on.month, on.day, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            made.writestr(info, parts.read(name))
    return out.getvalue()

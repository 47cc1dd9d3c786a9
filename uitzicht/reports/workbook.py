"""A report as a workbook: what was found, one sheet for each measure that has figures, and how they were made."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from uitzicht.insight import words
from uitzicht.insight.exports.workbook import (
    COUNT,
    HEAD,
    LONGEST_NAME,
    TEXT,
    formats,
    opened,
    printed,
    write_cell,
    write_figure,
)
from uitzicht.reports.definition import Report, Text
from uitzicht.reports.slides.plots import plot

Row = Sequence[object]
FORBIDDEN = "[]:*?/\\'"  # in the name of a sheet
LABELS, BESIDE, VALUES = 30, 50, 100  # widths of columns, in characters
FINDING_WIDTHS = (26, 34, 70, 12, 70)


def as_xlsx(report: Report) -> bytes:
    """Texts in the language of the report, numbers as numbers, never a formula. The same report gives the same bytes, within a
    version of the writer."""
    with translation.override(report.language):
        out = BytesIO()
        about = {"title": report.title, "subject": report.subtitle, "author": report.organisation}
        with opened(out, report.released_on, **about, company=report.organisation) as book:
            found = formats(book, colour=report.brand.colour)
            _write_report(_sheet(book, _("Report")), report, found)
            if report.parts:
                _write_findings(_sheet(book, _("Findings")), report, found)
            for text in report.texts:
                _write_text(_sheet(book, text.title), text, report.foot, found)
            for figure in filter(lambda one: one.groups, report.figures):
                write_figure(book, figure, found)
            for text in report.closing:
                _write_text(_sheet(book, text.title), text, report.foot, found)
        return out.getvalue()


def _sheet(book: Workbook, title: str) -> Worksheet:
    """With a name that every spreadsheet program takes, different from the others."""
    plain = "".join(" " if character in FORBIDDEN else character for character in title).strip() or _("Report")
    taken = {sheet.get_name().casefold() for sheet in book.worksheets()}
    name, again = plain[:LONGEST_NAME].strip(), 1
    while name.casefold() in taken:
        again += 1
        name = f"{plain[: LONGEST_NAME - 4].strip()} {again}"
    return book.add_worksheet(name)


def _write_report(sheet: Worksheet, report: Report, formats: dict[str, Format]) -> None:
    sheet.set_column(0, 0, LABELS)
    sheet.set_column(1, 1, VALUES)
    write_cell(sheet, 0, 0, report.organisation, formats[HEAD])
    write_cell(sheet, 0, 1, report.title, formats[HEAD])
    for at, (label, value) in enumerate(_about(report), start=1):
        write_cell(sheet, at, 0, label, formats[TEXT])
        write_cell(sheet, at, 1, value, formats[COUNT if isinstance(value, int) else TEXT])
    sheet.freeze_panes(1, 0)
    printed(sheet, report.foot)


def _about(report: Report) -> Iterator[tuple[str, object]]:
    """What it is, where it comes from, and how many people it is about."""
    yield _("For whom"), report.subtitle
    if report.release:
        yield _("Release"), report.release
        yield _("Frozen on"), words.long_date(report.released_on)
    yield _("Threshold: people in a group"), report.k
    if report.certificate:
        yield _("Full certificate (SHA-256)"), report.certificate
    for number in report.numbers:
        yield number.label, ", ".join(filter(None, (number.value, number.span, number.base)))
    for place, sentence in enumerate(report.lede):
        yield "" if place else _("Whom these figures are about") if report.parts else _("In short"), sentence


def _write_findings(sheet: Worksheet, report: Report, formats: dict[str, Format]) -> None:
    heading = (
        pgettext("table", "Part"),
        pgettext("table", "Question"),
        pgettext("table", "Finding"),
        pgettext("table", "Base"),
        pgettext("table", "What belongs to it"),
    )
    rows = list(_findings(report))
    for column, (title, width) in enumerate(zip(heading, FINDING_WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        write_cell(sheet, 0, column, title, formats[HEAD])
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            write_cell(sheet, at, column, value, formats[COUNT if isinstance(value, float) else TEXT])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(heading) - 1)
    printed(sheet, report.foot)


def _findings(report: Report) -> Iterator[Row]:
    """One row for each section, in the order of the report; the base where a drawing has one."""
    for part in report.parts:
        figures = [figure for figure in report.figures if figure.measure in part.measures]
        for section in part.sections:
            drawn = plot(section, figures)
            base = drawn.bases[0] if drawn and len(drawn.bases) == 1 else drawn.base if drawn else ""
            more = " ".join(filter(None, (section.about, *section.more)))
            yield part.title, section.question, section.finding, base, more


def _write_text(sheet: Worksheet, text: Text, foot: str, formats: dict[str, Format]) -> None:
    """A chapter in words, and under it its table."""
    sheet.set_column(0, 0, BESIDE if text.table else VALUES)
    sheet.set_column(1, max(1, len(text.table[0]) - 1) if text.table else 1, BESIDE)
    write_cell(sheet, 0, 0, text.title, formats[HEAD])
    at = 1
    for paragraph in text.paragraphs:
        write_cell(sheet, at, 0, paragraph, formats[TEXT])
        at += 1
    for place, row in enumerate(text.table):
        for column, cell in enumerate(row):
            write_cell(sheet, at + 1 + place, column, cell, formats[TEXT if place else HEAD])
    sheet.freeze_panes(1, 0)
    printed(sheet, foot)

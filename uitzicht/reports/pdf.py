"""A report as an accessible PDF: A4, tagged, PDF/UA-1, made by ``report.typ``."""

import base64
import json
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

import typst
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from uitzicht.insight.stories.section import Section
from uitzicht.insight.tables import Table
from uitzicht.reports.definition import COLOUR, Brand, Part, Report, Text
from uitzicht.ui.charts import PAPER_COLOURS, standalone

TEMPLATE = Path(__file__).with_name("report.typ").read_bytes()
FONT = "Libertinus Serif"
GAP = "–"
MOST_ALIKE = 12
Json = dict[str, Any]


def as_pdf(report: Report) -> bytes:
    """The same report gives the same bytes: its day is that of the release."""
    made = datetime.combine(report.released_on, datetime.min.time(), UTC)
    return typst.compile(
        TEMPLATE,
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_data(report), ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=made,
    )


def _data(report: Report) -> Json:
    with translation.override(report.language):
        return {
            "language": report.language,
            "title": report.title,
            "subtitle": report.subtitle,
            "organisation": report.organisation,
            "lede": report.lede,
            "numbers": [[one.label, one.value, one.span, one.base] for one in report.numbers],
            "findings": [{"title": part.title, "sentences": _findings(part)} for part in report.parts],
            "texts": [_text(text) for text in report.texts],
            "parts": [
                {"title": part.title, "sections": [_section(section, report.brand.colour) for section in part.sections]}
                for part in report.parts
            ],
            "closing": [_text(text) for text in report.closing],
            "foot": report.foot,
            "brand": _brand(report.brand),
            "words": _words(),
        }


def _findings(part: Part) -> list[str]:
    return [section.finding for section in part.sections]


def _text(text: Text) -> Json:
    table = None
    if text.table:
        columns, *rows = text.table
        table = {"caption": text.caption, "columns": list(columns), "rows": [list(row) for row in rows], "words": True}
    return {"title": text.title, "paragraphs": list(text.paragraphs), "table": table}


def _section(section: Section, colour: str) -> Json:
    chart = section.chart
    return {
        "question": section.question,
        "about": section.about,
        "finding": section.finding,
        "more": list(section.more),
        "svg": _coloured(standalone(chart.wide, font=FONT), colour) if chart else None,
        "alt": f"{chart.title}. {chart.description}" if chart else "",
        "caption": section.caption,
        "table": _table(section.table),
    }


def _coloured(svg: str, colour: str) -> str:
    """The drawing in the colour of the organisation: dots as it is, ranges lighter."""
    if colour == COLOUR:
        return svg
    lighter = "#" + "".join(f"{(int(colour[at : at + 2], 16) * 2 + 255) // 3:02x}" for at in (1, 3, 5))
    return svg.replace(PAPER_COLOURS["dot"], colour).replace(PAPER_COLOURS["bar"], lighter)


def _table(table: Table | None) -> Json | None:
    if table is None:
        return None
    rows = _folded([[row.head, *(GAP if cell is None else cell for cell in row.cells)] for row in table.rows])
    caption = table.caption
    if table.has_gaps:  # read out before the table, and paper has no hidden text beside the dash
        caption = _("{caption} A dash ({dash}) means: not shown.").format(caption=_closed(caption), dash=GAP)
    return {"caption": caption, "columns": list(table.columns), "rows": rows, "words": False}


def _folded(rows: list[list[str]]) -> list[list[str]]:
    """Many rows at the end that all say the same become one; the workbook names each."""
    tail = sum(1 for _row in takewhile(lambda row: row[1:] == rows[-1][1:], reversed(rows)))
    if tail <= MOST_ALIKE:
        return rows
    head = ngettext("{count} more answer", "{count} more answers, each", tail).format(count=tail)
    return [*rows[:-tail], [head, *rows[-1][1:]]]


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."


def _brand(brand: Brand) -> Json:
    logo = _in_svg(brand.logo) if brand.logo else None
    return {"name": brand.name, "colour": brand.colour, "logo": logo}


def _in_svg(png: bytes) -> str:
    """The compiler takes text only, so the picture travels inside a drawing of its own size."""
    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    picture = base64.b64encode(png).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{picture}"/></svg>'
    )


def _words() -> dict[str, str]:
    return {
        "contents": _("Contents"),
        "findings": _("Findings"),
        "page": pgettext("page 1 of 2", "Page"),
        "of": pgettext("page 1 of 2", "of"),
    }

"""What stands in a report, as plain values: the findings of insight, drawn for paper, and how they were made."""

from collections.abc import Collection, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import overview, words
from uitzicht.insight.menu import Selection, tops
from uitzicht.insight.published import Published, published
from uitzicht.insight.stories import STORIES
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.tables import Table
from uitzicht.insight.vocabulary import Kind, View
from uitzicht.release.queries import Released
from uitzicht.reports.methods import limits, methods
from uitzicht.ui.charts import standalone

Json = dict[str, Any]
FONT = "Libertinus Serif"
GAP = "–"


def content(released: Released, *, language: str, units: Collection[str] | None) -> Json:
    """The report of a release for a reader who may see ``units`` (None: all), in the active language."""
    of = published(released)
    readings = [_reading(of, unit, language, units) for unit in tops(of, units)]
    parts = [part for reading in readings for part in _parts(reading, several=len(readings) > 1)]
    return {
        "language": language,
        "title": _("Why people left {organisation}").format(organisation=of.name(of.root)),
        "organisation": of.name(of.root),
        "running": _("{organisation}, report on release {number}").format(
            organisation=of.name(of.root), number=released.number
        ),
        "date": words.long_date(released.released_on),
        "lede": [sentence for reading in readings for sentence in _lede(reading)],
        "findings": [{"title": part["title"], "sentences": _findings(part)} for part in parts],
        "parts": parts,
        "methods": methods(of),
        "limits": limits(),
        "proof": _proof(of),
        "foot": _("Release {number}, frozen on {date}. Threshold: {k} people. Certificate {certificate}").format(
            number=released.number,
            date=words.long_date(released.released_on),
            k=of.k,
            certificate=words.certificate(released.certificate),
        ),
        "words": _words(),
    }


def _reading(of: Published, unit: str, language: str, units: Collection[str] | None) -> Reading:
    return Reading(of, Selection(View.ORGANISATION, (unit,), Kind.ALL), language, units)


def _lede(reading: Reading) -> Iterator[str]:
    yield from filter(None, [*overview.lede(reading), overview.response(reading)])


def _parts(reading: Reading, *, several: bool) -> Iterator[Json]:
    for story in STORIES.values():
        sections = [_section(section) for section in story.sections(reading)]
        if sections:
            title = f"{story.title}: {reading.published.label(reading.unit)}" if several else str(story.title)
            yield {"title": title, "sections": sections}


def _findings(part: Json) -> list[str]:
    return [section["finding"] for section in part["sections"]]


def _section(section: Section) -> Json:
    chart = section.chart
    return {
        "question": section.question,
        "about": section.about,
        "finding": section.finding,
        "more": list(section.more),
        "svg": standalone(chart.wide, font=FONT) if chart else None,
        "alt": f"{chart.title}. {chart.description}" if chart else "",
        "caption": section.caption,
        "table": _table(section.table),
    }


def _table(table: Table | None) -> Json | None:
    if table is None:
        return None
    rows = [[row.head, *(GAP if cell is None else cell for cell in row.cells)] for row in table.rows]
    caption = table.caption
    if table.has_gaps:  # read out before the table, and paper has no hidden text beside the dash
        caption = _("{caption} A dash ({dash}) means: not shown.").format(caption=_closed(caption), dash=GAP)
    return {"caption": caption, "columns": list(table.columns), "rows": rows}


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."


def _proof(of: Published) -> list[str]:
    return [
        _(
            "Before publication a test attack tried to trace every figure of this release to one person, together with"
            " everything published earlier. It opened none."
        ),
        _("Full certificate (SHA-256): {certificate}").format(certificate=of.released.certificate),
    ]


def _words() -> dict[str, str]:
    return {
        "contents": _("Contents"),
        "findings": _("Findings"),
        "methods": _("How these figures were made"),
        "limits": _("What this report cannot say"),
        "certificate": _("Certificate"),
        "page": pgettext("page 1 of 2", "Page"),
        "of": pgettext("page 1 of 2", "of"),
    }

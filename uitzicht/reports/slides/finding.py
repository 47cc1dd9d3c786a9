"""A finding on a slide of its own: the sentence as its title, and under it a chart, a table, or what explains it."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from uitzicht.insight.stories.section import Section
from uitzicht.insight.vocabulary import Figure
from uitzicht.reports.definition import Part
from uitzicht.reports.slides import notes
from uitzicht.reports.slides.bars import draw_bars
from uitzicht.reports.slides.curve import curve, draw_curve
from uitzicht.reports.slides.deck import Deck, numbered, pages
from uitzicht.reports.slides.plots import plot
from uitzicht.reports.slides.tables import GAP, Grid, draw_table, grids


def add_finding(deck: Deck, part: Part, section: Section) -> None:
    """A chart of figures that say what the page draws; else its table; else words."""
    figures = _figures(deck, part)
    drawn, stays = plot(section, figures), curve(section, figures)
    told = list(notes.of_section(deck.report, part, section, drawn))
    kicker = f"{part.title} · {section.question}"
    legend = drawn.legend if drawn else stays.legend if stays else ""
    if section.chart and (drawn or stays):
        slide = deck.add(section.finding, kicker=kicker, base=legend, notes=told)
        about = {"title": section.chart.title, "description": f"{section.chart.title}. {section.chart.description}"}
        if drawn:
            draw_bars(slide, drawn, **about, language=deck.language, colour=deck.report.brand.colour)
        elif stays:
            draw_curve(slide, stays, **about, language=deck.language)
        return
    _add_table(deck, section, kicker, told)


def _figures(deck: Deck, part: Part) -> list[Figure]:
    """Of the measures that this chapter draws on."""
    return [figure for figure in deck.report.figures if figure.measure in part.measures]


def _add_table(deck: Deck, section: Section, kicker: str, told: Sequence[str]) -> None:
    table = section.table
    found: list[Grid] = []
    if table:
        rows = [(row.head, *(GAP if cell is None else cell for cell in row.cells)) for row in table.rows]
        found = grids(table.columns, rows)
    if table is None or not found:
        _add_words(deck, section, kicker, told)
        return
    gap = _("A dash means: not shown.") if table.has_gaps else ""
    for page, grid in enumerate(found, start=1):
        title = numbered(section.finding, page, len(found))
        slide = deck.add(title, kicker=kicker, base=_line(table.caption, gap), notes=told)
        draw_table(slide, grid, title=section.question, description=table.caption)


def _line(caption: str, more: str) -> str:
    """A caption with a sentence after it; a caption alone stays as the page has it."""
    return f"{caption.removesuffix('.')}. {more}" if more else caption


def _add_words(deck: Deck, section: Section, kicker: str, told: Sequence[str]) -> None:
    """Nothing to draw: what explains the finding stands on the slide."""
    found = pages([text for text in (section.about, *section.more) if text])
    for page, text in enumerate(found, start=1):
        deck.add(numbered(section.finding, page, len(found)), kicker=kicker, text=text, notes=told)

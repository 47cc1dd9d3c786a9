"""The slides around the findings: the cover, what was learned, and the chapters in words."""

from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.reports.definition import Number, Text
from uitzicht.reports.slides import geometry as at
from uitzicht.reports.slides import notes
from uitzicht.reports.slides.deck import Deck, above_a_table, numbered, pages
from uitzicht.reports.slides.tables import Grid, draw_table, grids

LEARNED = (24, 22, 20)
"""Sizes of the letters of what is read by a whole room."""
GAP = 14.0  # points between a text and the table under it


def add_cover(deck: Deck) -> None:
    """Title, for whom, and the name or the logo of the organisation."""
    report = deck.report
    slide = deck.cover(report.title, [text for text in (report.subtitle, report.foot) if text], notes.source(report))
    if report.brand.logo:
        x, y, wide, tall = at.COVER_LOGO.lengths
        picture = slide.shapes.add_picture(BytesIO(report.brand.logo), x, y, height=tall)
        picture.name = report.brand.name
        picture._element.nvPicPr.cNvPr.set("descr", report.brand.name)
        if picture.width > wide:
            picture.width, picture.height = wide, round(picture.height * wide / picture.width)


def add_readers_guide(deck: Deck) -> None:
    """About how many people the figures are, with the few figures of the title page."""
    report = deck.report
    rows = [_heading(), *map(_cells, report.numbers)] if report.numbers else []
    title = _("Whom these figures are about") if report.parts else _("In short")
    text = Text(title, report.lede, tuple(rows))
    _add(deck, text, report.organisation, prose=False)


def add_learned(deck: Deck) -> None:
    """The first finding of every part once, before any figure."""
    report = deck.report
    told = [next((one for one in part.sections if one.chart or one.table), None) for part in report.parts]
    found = pages(list(dict.fromkeys(section.finding for section in told if section)), sizes=LEARNED)
    for page, text in enumerate(found, start=1):
        if text:
            title = numbered(_("What we learned"), page, len(found))
            deck.add(title, kicker=report.organisation, text=text, notes=notes.source(report))


def add_chapter(deck: Deck, text: Text) -> None:
    """A chapter in words, and its table if it has one."""
    _add(deck, text, deck.report.title, prose=True)


def _add(deck: Deck, text: Text, kicker: str, *, prose: bool) -> None:
    """A short text and its table share a slide; long ones go on."""
    told = list(notes.source(deck.report))
    found, cells = pages(text.paragraphs) if text.paragraphs else [], _grids(text, prose)
    shared = above_a_table(text.paragraphs) if cells and len(found) == 1 else None
    left = at.BODY.below(shared.height + GAP) if shared else at.BODY
    together = _grids(text, prose, left.height) if shared else []
    if shared and len(together) == 1:
        slide = deck.add(text.title, kicker=kicker, text=text.paragraphs, base=text.caption, notes=told, box=shared)
        draw_table(slide, together[0], title=text.title, description=text.caption or text.title, box=left)
        return
    of = len(found) + len(cells)
    for page, paragraphs in enumerate(found, start=1):
        deck.add(numbered(text.title, page, of), kicker=kicker, text=paragraphs, notes=told)
    for page, grid in enumerate(cells, start=len(found) + 1):
        slide = deck.add(numbered(text.title, page, of), kicker=kicker, base=text.caption, notes=told)
        draw_table(slide, grid, title=text.title, description=text.caption or text.title)


def _grids(text: Text, prose: bool, tall: float = at.BODY.height) -> list[Grid]:
    return grids(text.table[0], text.table[1:], prose=prose, tall=tall) if text.table else []


def _heading() -> tuple[str, ...]:
    return (
        pgettext("table", "Figure"),
        pgettext("table", "Value"),
        pgettext("table", "95% range"),
        pgettext("table", "Base"),
    )


def _cells(number: Number) -> tuple[str, ...]:
    return (number.label, number.value, number.span, number.base)

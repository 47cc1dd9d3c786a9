"""A report as slides: one finding on each, with charts that can be edited and notes that say what they do not mean."""

from django.utils import translation

from uitzicht.reports.definition import Report
from uitzicht.reports.slides.chapters import add_chapter, add_cover, add_learned, add_readers_guide
from uitzicht.reports.slides.deck import Deck
from uitzicht.reports.slides.finding import add_finding


def as_pptx(report: Report) -> bytes:
    """A presentation of 16 : 9 in the language of the report. The same report gives the same bytes, within a version of the
    writers. Nothing in it points outside the file.
    """
    with translation.override(report.language):
        deck = Deck(report)
        add_cover(deck)
        if report.lede:
            add_readers_guide(deck)
        add_learned(deck)
        for text in report.texts:
            add_chapter(deck, text)
        for part in report.parts:
            for section in part.sections:
                add_finding(deck, part, section)
        for text in report.closing:
            add_chapter(deck, text)
        return deck.finished()

"""Inclusion cards: what a release counts of the pile, at the top and of all departures together only."""

from uitzicht.insight.measures.answers import questions
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import CARDS, Published
from uitzicht.insight.vocabulary import FigureGroup, Kind, View

_asked = questions(CARDS)


def cards(published: Published, selection: Selection, language: str) -> tuple[FigureGroup, ...]:
    """One group for each question, with the answers of those who belong to a group and of those who do not as its items.
    Nothing where a release counts no cards, and nothing for a part: a card knows no unit and no kind of departure."""
    is_whole = selection.view is View.ORGANISATION and selection.kind is Kind.ALL and not selection.by
    if not is_whole or selection.units[:1] != (published.root,) or not published.cards:
        return ()
    return _asked(published, Selection(View.ORGANISATION, (published.root,), Kind.ALL), language)

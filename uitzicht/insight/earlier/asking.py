"""Which earlier release an address asks to compare with."""

from django.http import QueryDict

from uitzicht.insight.figures import the_release
from uitzicht.insight.menu import not_on_menu
from uitzicht.insight.published import Published, published
from uitzicht.insight.stories.section import Reading
from uitzicht.insight.vocabulary import View

COMPARED = ("reasons", "experience", "recommend", "inclusion", "candour")
"""Pages of answers. What is counted from the staff list has its own years."""


def compared_with(query: QueryDict, page: str, reading: Reading) -> Published | None:
    """The earlier release of ``?since=``; None where none is asked for, or this page and view have no comparison.

    Refusal for a number that is not of a release.
    """
    asked = query.get("since", "")
    if not asked or page not in COMPARED or reading.selection.view is not View.ORGANISATION:
        return None
    if not asked.isdecimal():
        raise not_on_menu()
    earlier = the_release(int(asked))
    return published(earlier) if earlier.number < reading.published.released.number else None

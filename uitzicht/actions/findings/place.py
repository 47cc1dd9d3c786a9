"""Where a finding stands in a release, and the sentence that is frozen with the action."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.insight.figures import the_release
from uitzicht.insight.menu import select, tops
from uitzicht.insight.published import published
from uitzicht.insight.stories import STORIES
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.vocabulary import View

LANGUAGES = ("nl", "fr", "en", "de")


@dataclass(frozen=True, slots=True)
class Place:
    """A section of a page, as an address names it. ``unit``: "" for the highest that the reader may see; ``kind``: ""
    for all departures."""

    release: str
    story: str
    section: str
    unit: str = ""
    kind: str = ""


def reading(place: Place, units: Collection[str] | None, language: str) -> Reading:
    """The page for a reader of ``units`` (None: all). Refusal for what does not exist or is not theirs to read."""
    number = place.release
    if place.story not in STORIES or not number.isdecimal() or len(number) > 9:
        raise no_such_finding()
    of = published(the_release(int(number)))
    if not tops(of, units):
        raise no_such_finding()
    where = {"kind": place.kind, "unit": place.unit}
    return Reading(of, select(of, View.ORGANISATION, where, units), language, units)


def section_of(place: Place, found: Reading) -> Section:
    """The section in the language of the reading."""
    with translation.override(found.language):
        sections = STORIES[place.story].sections(found)
    section = next((section for section in sections if section.key == place.section), None)
    if section is None:
        raise no_such_finding()
    return section


def sentences(place: Place, units: Collection[str] | None) -> dict[str, str]:
    """Language -> the finding, as the page tells it to this reader."""
    return {language: section_of(place, reading(place, units, language)).finding for language in LANGUAGES}


def no_such_finding() -> Refusal:
    message = _(
        "This finding does not stand in the release, or not for you. An action always begins from a finding that was released. "
        "Open Insight and choose “Make an action of this” beside a finding."
    )
    return Refusal("actions.no_such_finding", message)

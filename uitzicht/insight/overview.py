"""What a page says before its figures: how many people they are about, and how far they carry."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.insight import sentences
from uitzicht.insight.labels import stratum_label
from uitzicht.insight.measures.who_left import leavers
from uitzicht.insight.rules import ENOUGH
from uitzicht.insight.stories.section import Reading
from uitzicht.insight.vocabulary import Kind

FEWEST_TO_COMPARE = 2


def lede(reading: Reading) -> list[str]:
    """Sentences for the unit of this reading: in the figures, comparable or not, still waiting."""
    published, unit = reading.published, reading.unit
    left, inside = leavers(published, unit), published.size(unit, Kind.ALL)
    found = [
        ngettext(
            "{inside} of the {leavers} person who left {unit} stands in these figures.",
            "{inside} of the {leavers} people who left {unit} stand in these figures.",
            left,
        ).format(inside=inside, leavers=left, unit=published.label(unit))
    ]
    if unit == published.root and not _comparable(reading):
        found.append(_("Too few answers to compare units."))
    if reading.selection.kind is not Kind.ALL:
        found.append(_("Shown here: {kind}.").format(kind=stratum_label(reading.selection.kind)))
    return [*found, *filter(None, [sentences.waiting(published.waiting(unit))])]


def response(reading: Reading) -> str:
    """The response of the whole organisation: for who may see it."""
    public = reading.published.document.get("public", {})
    if reading.units is not None or "leavers" not in public:
        return ""
    return sentences.response(public["respondents"], public["leavers"])


def _comparable(reading: Reading) -> bool:
    published = reading.published
    below = [unit for unit, parent in published.parents.items() if parent == reading.unit]
    return sum(published.size(unit, Kind.ALL) >= ENOUGH for unit in below) >= FEWEST_TO_COMPARE

"""What a page says before its figures: how many people they are about, and how far they carry."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.insight import sentences, words
from uitzicht.insight.labels import stratum_label
from uitzicht.insight.measures.who_left import leavers
from uitzicht.insight.rules import ENOUGH
from uitzicht.insight.stories.section import Reading
from uitzicht.insight.vocabulary import Kind
from uitzicht.privacy.policies import policy_in_force
from uitzicht.release.rules import next_release_on

FEWEST_TO_COMPARE = 2


def lede(reading: Reading) -> list[str]:
    """Sentences for the unit of this reading: in the figures, comparable or not, still waiting."""
    published, unit = reading.published, reading.unit
    left, inside = leavers(published, unit), published.size(unit, Kind.ALL)
    if not has_figures(reading):
        return [sentences.not_in_release(published.label(unit)), *_waiting(reading)]
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
    return [*found, *_waiting(reading)]


def everybody() -> list[str]:
    """Before figures that do not depend on who answered."""
    return [
        _("Everybody counts here, also who did not answer: these figures come from the staff list and the departures.")
    ]


def response(reading: Reading) -> str:
    """The response of the whole organisation: for who may see it."""
    public = reading.published.document.get("public", {})
    if reading.units is not None or "leavers" not in public:
        return ""
    return sentences.response(public["respondents"], public["leavers"])


def has_figures(reading: Reading) -> bool:
    """Whether anybody of the unit of this reading, or below it, stands in the release."""
    return reading.published.size(reading.unit, Kind.ALL) > 0


def look_again(last_on: date | None, today: date) -> str:
    """When a reader without figures may find some: after the next release, or after the first."""
    policy = policy_in_force()
    if last_on is None:
        pattern = _(
            "Look again after the first release. It can be made once at least {k} people have left and answered."
        )
        return pattern.format(k=policy.k)
    next_on = next_release_on(last_on, policy.months_between_releases, today)
    if next_on <= today:
        return _("Look again soon: the next release can be made any day now.")
    return _("Look again after the next release, from {date} on.").format(date=words.long_date(next_on))


def _waiting(reading: Reading) -> list[str]:
    return [*filter(None, [sentences.waiting(reading.published.waiting(reading.unit))])]


def _comparable(reading: Reading) -> bool:
    published = reading.published
    below = [unit for unit, parent in published.parents.items() if parent == reading.unit]
    return sum(published.size(unit, Kind.ALL) >= ENOUGH for unit in below) >= FEWEST_TO_COMPARE

"""A self-check: are conversations held as they teach most? Each practice with its fact, and no score."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.insight import words
from uitzicht.insight.measures.maturity import certified, practice, reasons_known
from uitzicht.insight.published import Published
from uitzicht.insight.stories.maturity.elsewhere import what_others_do
from uitzicht.insight.stories.maturity.talks import of_conversations
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.ui.templatetags.ui import number


def sections(reading: Reading) -> list[Section]:
    of = reading.published
    if reading.unit != of.root:
        return [_whole_only(reading)]
    facts = practice(of)
    held = of_conversations(facts) if facts else [_no_facts()]
    return [*held, _reasons(of), _groups(of, reading.language), _actions(), what_others_do(of, facts)]


def _whole_only(reading: Reading) -> Section:
    finding = (
        _("This self-check is about the organisation as a whole. Choose it to see how conversations are held.")
        if reading.units is None
        else _("This self-check is about the organisation as a whole. HR and the privacy guardian can see it.")
    )
    return Section("maturity", _("How are conversations held here?"), "", finding)


def _no_facts() -> Section:
    about = _("Counted from departures and appointments when a release is made. No answers are needed for it.")
    finding = _("Not known yet: this release holds no facts on how conversations were held. The next one has them.")
    return Section("maturity", _("How are conversations held here?"), about, finding)


def _reasons(of: Published) -> Section:
    question, about = (
        _("Are reasons registered?"),
        _("People in the figures of this release, imported surveys included."),
    )
    known = reasons_known(of)
    if known is None:
        finding = _("Not shown: too few people of one kind answered this question.")
        return Section("registered", question, about, finding)
    count, people = known
    finding = ngettext(
        "A reason is registered of {count} of {people} person in the figures ({share}%).",
        "A reason is registered of {count} of {people} people in the figures ({share}%).",
        people,
    ).format(count=number(count), people=number(people), share=words.points(count / people))
    return Section("registered", question, about, finding)


def _groups(of: Published, language: str) -> Section:
    labels = [cut["labels"].get(language) or cut["key"] for cut in certified(of)]
    finding = (
        _("Reasons are shown by {attributes}.").format(attributes=", ".join(labels))
        if labels
        else _("Not yet: no breakdown by group is certified in this release.")
    )
    about = _("Only where groups are large enough that nobody can be recognised.")
    more = () if labels else (_("Breakdowns appear when enough people of each group have answered."),)
    return Section("per-group", _("Are reasons kept per group?"), about, finding, more)


def _actions() -> Section:
    finding = _("Not measured yet.")
    about = _("A finding changes something only when somebody takes it up.")
    return Section("actions", _("Are actions taken?"), about, finding)

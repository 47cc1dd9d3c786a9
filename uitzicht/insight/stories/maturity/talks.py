"""How conversations were held in the twelve months before the release: counts of people, everybody included."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from uitzicht.insight import words
from uitzicht.insight.labels import capital
from uitzicht.insight.measures.maturity import Practice, moment_labels, twelve_months
from uitzicht.insight.stories.section import Section
from uitzicht.insight.tables import Table, TableRow
from uitzicht.ui.templatetags.ui import number, percent


def of_conversations(facts: Practice) -> list[Section]:
    offered = _offered(facts)
    if not facts["held"]:
        return [offered, _follow_up(facts)]
    return [offered, _planned(facts), _independent(facts), _structured(facts), _inclusion(facts), _follow_up(facts)]


def _offered(facts: Practice) -> Section:
    since, until = twelve_months(facts)
    about = _("Everybody who left from {since} until {until}, except after a death. Imported surveys do not count.")
    left = facts["leavers"]
    values = {name: number(facts[name]) for name in ("leavers", "offered", "held", "declined", "alone")}
    more = [
        _("Taking part is voluntary: {declined} wanted no conversation, {alone} wrote alone.").format(**values),
    ]
    return Section(
        "offered",
        _("Is everybody offered a conversation?"),
        about.format(since=words.long_date(since), until=words.long_date(until)),
        ngettext(
            "{leavers} person left and could be asked: {offered} was offered a conversation, {held} had one.",
            "{leavers} people left and could be asked: {offered} were offered a conversation, {held} had one.",
            left,
        ).format(**values)
        if left
        else _("Nobody left in these twelve months, so nobody could be asked."),
        tuple(more) if left else (),
    )


def _planned(facts: Practice) -> Section:
    when, held = facts["when"], facts["held"]
    more = (
        [_("Nobody had to talk on the last day worked.")]
        if not when["last_day"]
        else [
            ngettext(
                "{count} conversation was held on the last day worked or after it. There is no calm left then.",
                "{count} conversations were held on the last day worked or after it. There is no calm left then.",
                when["last_day"],
            ).format(count=number(when["last_day"]))
        ]
    )
    rows = [
        TableRow(capital(label), (number(when[moment]), percent(when[moment] / held)))
        for moment, label in moment_labels().items()
    ]
    caption = _("When the conversation was held. Base: {base}.").format(base=number(held))
    columns = (pgettext("table", "Moment"), pgettext("table", "Number"), pgettext("table", "Share"))
    return Section(
        "planned",
        _("Planned in time?"),
        _("A week before the last day worked is the best moment: still involved, and free to speak."),
        _of_held(
            facts,
            when["week"],
            _("{count} of {held} conversations were held 4 to 10 days before the last day worked ({share}%)."),
        ),
        tuple(more),
        table=Table(caption, columns, tuple(rows)),
    )


def _independent(facts: Practice) -> Section:
    finding = ngettext(
        "{held} conversation was held by somebody without a tie to the leaver.",
        "All {held} conversations were held by somebody without a tie to the leaver.",
        facts["held"],
    ).format(held=number(facts["held"]))
    people = ngettext(
        "{interviewers} interviewer held them.", "{interviewers} interviewers held them.", facts["interviewers"]
    ).format(interviewers=number(facts["interviewers"]))
    rule = _("The planning admits nobody else: no manager, no team-mate, nobody whom the leaver would rather not meet.")
    return Section(
        "independent", _("Independent?"), _("A rule of the planning, not a figure."), finding, (rule, people)
    )


def _structured(facts: Practice) -> Section:
    finding = ngettext(
        "{held} conversation followed the questionnaire: open questions in a fixed order, with room to go on.",
        "All {held} conversations followed the questionnaire: open questions in a fixed order, with room to go on.",
        facts["held"],
    ).format(held=number(facts["held"]))
    coded = _of_held(
        facts, facts["coded"], _("{count} of {held} are processed ({share}%), each by the person who held it.")
    )
    one = _("One person gives the themes to a conversation, so how far two would agree is not known.")
    return Section(
        "structured", _("With a semi-structured questionnaire?"), _("A rule of the product."), finding, (coded, one)
    )


def _inclusion(facts: Practice) -> Section:
    return Section(
        "inclusion-asked",
        _("Is it asked whether people felt safe, at home and valued?"),
        _("Counted by the version of the questionnaire, not by who answered."),
        _of_held(
            facts,
            facts["inclusion_asked"],
            _("It was among the questions in {count} of {held} conversations ({share}%)."),
        ),
        (_("Nobody has to answer it."),),
    )


def _follow_up(facts: Practice) -> Section:
    asked, answered = facts["follow_up"]["asked"], facts["follow_up"]["answered"]
    question, about = _("Asked again months later?"), _("Only who agreed to it is asked.")
    if not asked:
        finding = _("Nobody was asked again in these twelve months.")
        more = _("Without it nobody can say how far answers at leaving were coloured.")
        return Section("follow-up", question, about, finding, (more,))
    pattern = ngettext(
        "{asked} person was asked again, {answered} answered ({share}%).",
        "{asked} people were asked again, {answered} answered ({share}%).",
        asked,
    )
    values = {"asked": number(asked), "answered": number(answered), "share": words.points(answered / asked)}
    return Section("follow-up", question, about, pattern.format(**values))


def _of_held(facts: Practice, count: int, pattern: str) -> str:
    """``pattern``: {count}, {held}, {share}. At least one conversation was held."""
    held = facts["held"]
    return pattern.format(count=number(count), held=number(held), share=words.points(count / held))

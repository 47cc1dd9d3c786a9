"""Why do people leave?"""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import phrases, sentences
from uitzicht.insight.rules import is_shown
from uitzicht.insight.stories.section import Reading, Section, counted
from uitzicht.insight.vocabulary import FigureGroup


def summary(reading: Reading) -> list[Section]:
    """The main reason; where a release has none, as with an imported survey of tick boxes, everything that was named."""
    main = _main(reading)
    return main if main and main[0].chart else (_named(reading) or main)


def sections(reading: Reading) -> list[Section]:
    main = _main(reading)
    return [*(main if main and main[0].chart else []), *_named(reading), *_force(reading), *_avoidable(reading)] or main


def _main(reading: Reading) -> list[Section]:
    topic = _("main reason for leaving")
    about = _("One reason a person: the one that weighed most.")
    return [
        counted(
            "main-reason",
            group,
            question=_("Why do people leave?"),
            about=about,
            column=pgettext("table", "Reason"),
            findings=sentences.top_reason(group, topic, main=True),
        )
        for group in reading.groups("main_reason")
    ]


def _named(reading: Reading) -> list[Section]:
    about = _("Everything that was named; several reasons a person are possible.")
    return [
        counted(
            "reasons",
            group,
            question=_("Which reasons were named?"),
            about=about,
            column=pgettext("table", "Reason"),
            findings=sentences.top_reason(group, _("reasons for leaving"), main=False),
        )
        for group in reading.groups("reasons")
    ]


def _force(reading: Reading) -> list[Section]:
    return [
        counted(
            "force",
            group,
            question=_("Pushed, pulled or personal?"),
            about=_("Of the main reason: something here, something elsewhere, or something apart from work."),
            column=pgettext("table", "Kind of reason"),
            findings=sentences.top_reason(group, group.question_label, main=False),
        )
        for group in _answered(reading, "force")
    ]


def _avoidable(reading: Reading) -> list[Section]:
    return [
        counted(
            "avoidable",
            group,
            question=_("Was it avoidable?"),
            about=_("The view of those who left, not of the organisation."),
            column=pgettext("table", "Answer"),
            findings=[sentences.share_of(group, "yes", phrases.avoidable(), group.question_label)],
            ordered=False,
        )
        for group in _answered(reading, "avoidable")
    ]


def _answered(reading: Reading, measure: str) -> list[FigureGroup]:
    return [group for group in reading.groups(measure) if is_shown(group)]

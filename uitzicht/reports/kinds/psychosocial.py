"""For the prevention adviser and the committee: what leavers say about the five areas of work that Belgian law names.

The legal frame is named with its source and says no more than that source: docs/methods/reports.md.
"""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import words
from uitzicht.reports.definition import Report, ReportKind, Text
from uitzicht.reports.numbers import numbers
from uitzicht.reports.telling import Asked, about_release, closing, day_of, figures, lede, part, present

READ_ON = date(2026, 11, 24)


def report(asked: Asked) -> Report:
    of = asked.published
    reading = asked.reading(of.root)
    parts = present(
        [
            part("psychosocial", reading, title=_("The five areas side by side"), only=("areas",)),
            part("experience", reading, title=_("Each area closer by"), only=("change", "going-well", "to-improve")),
            part("reasons", reading, title=_("Main reasons for leaving"), only=("main-reason", "force")),
            part(
                "turnover", reading, title=_("Turnover as an indicator"), only=("turnover", "parts", "turnover-units")
            ),
        ]
    )
    return Report(
        kind=ReportKind.PSYCHOSOCIAL,
        title=_("Psychosocial risks: what leavers tell us"),
        subtitle=_("Dossier for the prevention adviser and the committee of {organisation}, {date}").format(
            organisation=of.name(of.root), date=day_of(of)
        ),
        lede=lede(reading),
        parts=parts,
        texts=(_purpose(), _areas()),
        closing=(_next(), *closing(of)),
        figures=figures(parts, [reading]),
        numbers=numbers(reading),
        **about_release(asked),  # type: ignore[arg-type]
    )


def _purpose() -> Text:
    return Text(
        _("What this dossier is for"),
        (
            _(
                "Belgian law names five sources of psychosocial risks at work: the organisation of work, the content of the"
                " work, terms of employment, the working environment, and relationships at work. The exit interview asks"
                " about those same five areas."
            ),
            _(
                "Source: act of 4 August 1996 on well-being at work and the codex on well-being at work, as described by the"
                " Federal Public Service Employment and by Empreva, read on {date}. Turnover is one of the indicators that"
                " a risk analysis looks at."
            ).format(date=words.long_date(READ_ON)),
            _(
                "So answers of leavers can feed the risk analysis. They do not replace it: that also asks the people who"
                " stay, and looks at the work itself."
            ),
            _("Outside Belgium the five areas are just as useful; the legal frame there is another one."),
        ),
    )


def _areas() -> Text:
    head = (
        pgettext("table", "Area in this dossier"),
        pgettext("table", "Name in the Belgian typology"),
        pgettext("table", "What is asked about"),
    )
    return Text(
        _("The five areas of work"),
        (_("The same people answer about all five; each question may be skipped."),),
        (head, *_rows()),
        _("The five areas, their statutory names, and what the exit interview asks"),
    )


def _rows() -> Iterator[tuple[str, str, str]]:
    yield (
        _("Work organisation"),
        pgettext("law", "organisation of work"),
        _("division of tasks in the team, clear policies and procedures, how projects are assigned"),
    )
    yield (
        _("Job content"),
        pgettext("law", "content of the work"),
        _("variety and difficulty of tasks, chances to learn"),
    )
    yield (
        _("Terms of employment"),
        pgettext("law", "terms of employment"),
        _("pay and benefits, working time and flexibility, career prospects"),
    )
    yield (
        _("Working environment"),
        pgettext("law", "living conditions at work"),
        _("light, noise, temperature, the means to do the work"),
    )
    yield (
        _("Working relationships"),
        pgettext("law", "interpersonal relationships at work"),
        _("colleagues, manager, other departments"),
    )


def _next() -> Text:
    return Text(
        _("How to go on from here"),
        (
            _(
                "Take the areas where most people would improve something, and ask those who work there now. Leavers point"
                " out where to look; the people who stay know whether it is still so."
            ),
            _(
                "No figure here is about one person, one team leader or one interviewer, and none can be made so. Whoever"
                " needs help is helped by the prevention adviser or the confidential adviser, not by figures."
            ),
        ),
    )

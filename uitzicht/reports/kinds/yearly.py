"""For management: everything that a release tells of the organisation, or of the units that the reader leads."""

from django.utils.translation import gettext as _

from uitzicht.insight.menu import tops
from uitzicht.insight.stories import STORIES
from uitzicht.reports.definition import Report, ReportKind
from uitzicht.reports.numbers import numbers
from uitzicht.reports.telling import Asked, about_release, closing, day_of, figures, lede, part, present


def report(asked: Asked) -> Report:
    of = asked.published
    readings = [asked.reading(unit) for unit in tops(of, asked.units)]
    several = len(readings) > 1
    parts = present(
        part(name, reading, title=f"{story.title}: {of.label(reading.unit)}" if several else "")
        for reading in readings
        for name, story in STORIES.items()
    )
    return Report(
        kind=ReportKind.YEARLY,
        title=_("Why people left {organisation}").format(organisation=of.name(of.root)),
        subtitle=_("Report for management, {date}").format(date=day_of(of)),
        lede=tuple(sentence for reading in readings for sentence in lede(reading)),
        parts=parts,
        texts=(),
        closing=closing(of),
        figures=figures(parts, readings),
        numbers=() if several else numbers(readings[0]),
        **about_release(asked),  # type: ignore[arg-type]
    )

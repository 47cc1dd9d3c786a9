"""The organisation beside the field: published figures with their source, year and base, and what makes them differ."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight.field.benchmarks import benchmarks
from uitzicht.reports.definition import Report, ReportKind, Text
from uitzicht.reports.telling import Asked, about_release, closing, day_of, figures, lede, part, present
from uitzicht.ui.templatetags.ui import number


def report(asked: Asked) -> Report:
    of = asked.published
    reading = asked.reading(of.root)
    parts = present([part("field", reading), part("turnover", reading, only=("turnover", "parts"))])
    return Report(
        kind=ReportKind.BENCHMARK,
        title=_("{organisation} beside the field").format(organisation=of.name(of.root)),
        subtitle=_("Benchmark sheet, {date}").format(date=day_of(of)),
        lede=lede(reading),
        parts=parts,
        texts=(_sources(asked.language),),
        closing=closing(of),
        figures=figures(parts, [reading]),
        **about_release(asked),  # type: ignore[arg-type]
    )


def _sources(language: str) -> Text:
    head = (
        pgettext("table", "Source"),
        pgettext("table", "Year"),
        pgettext("table", "Base"),
        pgettext("table", "Whom it is about"),
    )
    rows = tuple(
        (one.name, str(one.year), _("more than {base}").format(base=number(one.base)), one.about[language])
        for one in benchmarks()
    )
    return Text(
        _("What we lay beside our figures"),
        tuple(_reading_it()),
        (head, *rows),
        _("Published figures, with their source, year and base"),
    )


def _reading_it() -> Iterator[str]:
    yield _(
        "A figure from elsewhere is no norm and no target. It was found among other people, with other questions, often in"
        " another year."
    )
    yield _(
        "Who asks matters. Where the organisation itself asks, career often comes first; where somebody from outside asks,"
        " rather the management. Part of a difference can come from that."
    )
    yield _("Only what was asked in the same way is compared. What has no counterpart is named, and left alone.")

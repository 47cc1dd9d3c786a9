"""What the speaker should know and the slide has no room for: caveats, what is not shown, where it comes from."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.insight import words
from uitzicht.insight.drawings import MOST_ROWS
from uitzicht.insight.stories.section import Section
from uitzicht.reports.definition import Part, Report
from uitzicht.reports.slides.plots import Plot


def of_section(report: Report, part: Part, section: Section, drawn: Plot | None) -> Iterator[str]:
    """In the order in which somebody would say it."""
    yield f"{part.title}. {section.question}"
    yield section.about
    yield from section.more if drawn is None else map(_on_a_slide, section.more)
    yield drawn.legend if drawn else ""
    yield _not_shown(section, drawn)
    yield from source(report)


def source(report: Report) -> Iterator[str]:
    """Which release, how large a group must be, and the whole certificate; before the first release, what the foot says."""
    if not report.release:
        yield report.foot
        return
    yield _("Release {number}, frozen on {date}. Threshold: {k} people. Certificate {certificate}").format(
        number=report.release,
        date=words.long_date(report.released_on),
        k=report.k,
        certificate=report.certificate,
    )


def _on_a_slide(sentence: str) -> str:
    """A page has its table under the drawing; the slide leaves it to the workbook."""
    on_a_page = _("The drawing shows the {n} named most; the table has all of them.").format(n=MOST_ROWS)
    on_a_slide = _("The drawing shows the {n} named most; the workbook has all of them.").format(n=MOST_ROWS)
    return on_a_slide if sentence == on_a_page else sentence


def _not_shown(section: Section, drawn: Plot | None) -> str:
    """How many figures are withheld or are a range, and why."""
    bands = sum(mark.value is None for row in drawn.rows for mark in row.marks) if drawn else 0
    if bands:
        return ngettext(
            "{n} number is not shown exactly: it is close to none or to all, and could point to one person.",
            "{n} numbers are not shown exactly: they are close to none or to all, and could point to one person.",
            bands,
        ).format(n=bands)
    gaps = sum(cell is None for row in section.table.rows for cell in row.cells) if section.table and not drawn else 0
    return _("A dash means: not shown.") if gaps else ""

"""A section of a page and of the report: what was found, drawn, and as a table."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from uitzicht.insight import drawings, tables
from uitzicht.insight.figures import drawn
from uitzicht.insight.labels import capital
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published
from uitzicht.insight.ranking import ranked
from uitzicht.insight.reference.vocabulary import Reference
from uitzicht.insight.rules import is_shown
from uitzicht.insight.tables import Table
from uitzicht.insight.vocabulary import Figure, FigureGroup, Item
from uitzicht.ui.charts import DotChart


@dataclass(frozen=True)
class Section:
    """``question``: what the section answers; ``about``: one quiet line; ``finding``: the sentence of the analyst.
    ``from_elsewhere``: half of it is imported, so no action starts from it."""

    key: str
    question: str
    about: str
    finding: str
    more: tuple[str, ...] = ()
    chart: DotChart | None = None
    caption: str = ""
    table: Table | None = None
    from_elsewhere: bool = False


@dataclass(frozen=True)
class Reading:
    """One reader with one selection of one release. ``references``: figures of elsewhere that may stand beside it."""

    published: Published
    selection: Selection
    language: str
    units: Collection[str] | None = None
    references: tuple[Reference, ...] = ()

    @property
    def unit(self) -> str:
        return self.selection.units[0]

    def figure(self, measure: str) -> Figure:
        return drawn(measure, self.published, self.selection, self.language)

    def groups(self, measure: str) -> tuple[FigureGroup, ...]:
        """The measure for the first unit of the selection only: what one drawing can show."""
        return tuple(group for group in self.figure(measure).groups if group.unit == self.unit)


def counted(
    key: str,
    group: FigureGroup,
    *,
    question: str,
    about: str,
    column: str,
    findings: Sequence[str],
    ordered: bool = True,
) -> Section:
    """A section on one question with counts; ``ordered``: most first, else in the order of the answers."""
    items: Sequence[Item] = ranked(group) if ordered else group.items
    rest = len(items) - drawings.MOST_ROWS
    more = [*findings[1:]]
    if rest > 0:
        more.append(_("The drawing shows the {n} named most; the table has all of them.").format(n=drawings.MOST_ROWS))
    if not is_shown(group):
        return Section(key, question, about, findings[0], tuple(findings[1:]))
    title = capital(group.question_label)
    return Section(
        key,
        question,
        about,
        findings[0],
        tuple(more),
        drawings.of_counts(key, group, items, title, ordered=ordered),
        _("Dot: share. Line: 95% range (Wilson). Broken line: the exact number is not shown."),
        tables.of_counts(group, items, column),
    )

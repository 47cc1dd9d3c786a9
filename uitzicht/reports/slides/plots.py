"""What a slide may draw of a section: the figures of the report that say, row by row, what the page's own drawing says.

A section holds its drawing and the drawing in words. A row is taken from a figure only where it gives the same words; if one
row cannot be found so, nothing is drawn and the slide shows the table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _

from uitzicht.insight import drawings, words
from uitzicht.insight.cells import Exact
from uitzicht.insight.stories.section import Section
from uitzicht.insight.vocabulary import Figure, FigureGroup
from uitzicht.reports.slides.sources import Source, of_the_field, sources
from uitzicht.ui.charts import Row
from uitzicht.ui.templatetags.ui import number

TOPS = (0.05, 0.1, 0.25, 0.5, 1.0)
SCORES = (1.0, 5.0)


@dataclass(frozen=True, slots=True)
class Plot:
    """``rows``: as a page draws them, shares 0..1 or means 1..5. ``low``, ``high``: of the axis. ``bases``: how many people
    its rows are about, few first; person-years when ``is_rate``."""

    rows: tuple[Row, ...]
    low: float
    high: float
    bases: tuple[float, ...]
    series: tuple[str, ...] = ()
    is_rate: bool = False

    @property
    def base(self) -> str:
        """ "64", or from the fewest to the most: "62 to 64"."""
        ends = [number(self.bases[at]) for at in (0, -1)] if self.bases else [""]
        return ends[0] if len(self.bases) < 2 else words.span(*ends)

    @property
    def legend(self) -> str:
        """How many people it is about and what its shapes mean, in one line."""
        pattern = _("Base: {base} person-years.") if self.is_rate else _("Base: {base} people.")
        return " ".join(filter(None, (pattern.format(base=self.base) if self.bases else "", *self._shapes())))

    @property
    def is_score(self) -> bool:
        return self.low == SCORES[0]

    @property
    def has_bands(self) -> bool:
        return any(mark.value is None and mark.low is not None for row in self.rows for mark in row.marks)

    @property
    def has_ranges(self) -> bool:
        return any(mark.value is not None and mark.low is not None for row in self.rows for mark in row.marks)

    def _shapes(self) -> Iterator[str]:
        if self.is_score:
            yield _("Bar: mean from 1 to 5. Line: 95% range.")
        elif self.is_rate:
            yield _("Bar: people who left per hundred in a year. Line: 95% range.")
        else:
            yield _("Bar: share. Line: 95% range.") if self.has_ranges else _("Bar: share.")
        if self.has_bands:
            yield _("Hatched: the exact number lies in it and is not shown.")


def plot(section: Section, figures: Sequence[Figure]) -> Plot | None:
    """The drawing of a section from ``figures``, or None where no figure says the same."""
    if section.chart is None:
        return None
    said = section.chart.description.removesuffix(".").split("; ")
    heads = [row.head for row in section.table.rows] if section.table else []
    for figure in figures:
        for source in sources(figure, heads):
            found = _in_words(source, said)
            if found:
                return _plotted(source, found)
    field = of_the_field(section, figures)
    return _plotted(field, list(field.rows)) if field else None


def _in_words(source: Source, said: Sequence[str]) -> list[tuple[Row, FigureGroup]] | None:
    rows = {drawings.described([row], source.series).removesuffix("."): (row, group) for row, group in source.rows}
    return [rows[words_of] for words_of in said] if said and all(words_of in rows for words_of in said) else None


def _plotted(source: Source, found: list[tuple[Row, FigureGroup]]) -> Plot | None:
    rows = tuple(row for row, _group in found)
    if source.series and any(mark.value is None for row in rows for mark in row.marks):
        return None  # two bars beside each other leave a range no place to begin
    low, high = SCORES if source.is_score else (0.0, _top(rows))
    bases = sorted({group.base.value for _row, group in found if isinstance(group.base, Exact)})
    return Plot(rows, low, high, tuple(bases), source.series, source.is_rate)


def _top(rows: Sequence[Row]) -> float:
    """A round share above everything drawn; rates go above 100 % where everybody leaves within a year."""
    largest = max((mark.high or mark.value or 0 for row in rows for mark in row.marks), default=0)
    return next((top for top in TOPS if largest <= top), float(ceil(largest)))

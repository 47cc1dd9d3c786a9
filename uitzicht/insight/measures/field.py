"""The measure ``field``: figures of here in the words of a published source, and the published ones beside them.

Everything of here is a displayed figure of the release, or follows from displayed figures: docs/methods/field.md.
"""

from collections.abc import Iterator, Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from uitzicht.core.statistics.rates import poisson_rate
from uitzicht.core.statistics.shares import wilson
from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval
from uitzicht.insight.cells import HIDDEN, Above, Exact, Hidden, Range, Shown, count_bounds
from uitzicht.insight.field.benchmarks import Benchmark, FieldFigure, Texts, benchmarks
from uitzicht.insight.measures.turnover import Period, counted, period_label, periods
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published
from uitzicht.insight.vocabulary import FigureGroup, Item, Kind

PUBLISHED = ".published"
REASONS, TURNOVER = "reasons", "turnover"


def field(published: Published, selection: Selection, _language: str) -> tuple[FigureGroup, ...]:
    """For each unit and source two groups: the figures of here that compare (``field.KEY``), and all that the source
    published (``field.KEY.published``, without counts). The source decides whose answers compare: a source is left out when another
    kind of departure is asked for."""
    sources = [one for one in benchmarks() if selection.kind in (Kind.ALL, Kind(one.kind))]
    return tuple(group for unit in selection.units for one in sources for group in _pair(published, unit, one))


def said_in(texts: Texts) -> str:
    """The text in the active language."""
    return texts.get((get_language() or "nl")[:2]) or texts["en"]


def year_of(published: Published, unit: str) -> Period | None:
    """The last whole year in which somebody worked there, or else the longest part of one."""
    found = [period for period in periods(published) if counted(published, unit, period)]
    whole = [period for period in found if period.is_full]
    return whole[-1] if whole else max(found, key=lambda period: period.years, default=None)


def reach(shown: Shown, base: Shown, *, rate: bool, confidence: float = CONFIDENCE) -> Interval | None:
    """The range of a share (Wilson) or rate (exact Poisson); of a count shown as a range, that of all it may stand for."""
    if isinstance(shown, Hidden) or not isinstance(base, Exact) or not base.value:
        return None
    low, high = (int(end) for end in count_bounds(shown, base.value))
    if rate:
        return Interval(poisson_rate(low, base.value, confidence).low, poisson_rate(high, base.value, confidence).high)
    n = int(base.value)
    return Interval(wilson(low, n, confidence).low, wilson(high, n, confidence).high)


def any_of(shown: Sequence[Shown], n: float) -> Shown:
    """People who named at least one of several reasons, from how many named each: no fewer than named the one named
    most, no more than all of these together."""
    if not shown or any(isinstance(one, Hidden) for one in shown):
        return HIDDEN
    ends = [count_bounds(one, n) for one in shown]
    low, high = max(low for low, _ in ends), min(n, sum(high for _, high in ends))
    return Exact(low) if low == high else Range(low, high)


def _pair(published: Published, unit: str, benchmark: Benchmark) -> Iterator[FigureGroup]:
    ours = _reasons if benchmark.measure == REASONS else _turnover
    group = ours(published, unit, benchmark)
    if group is None:
        return
    yield group
    items = tuple(Item(one.code, said_in(one.label), HIDDEN, share=one.share) for one in benchmark.figures)
    base = Above(benchmark.base)
    question = f"{_question(benchmark)}{PUBLISHED}"
    yield FigureGroup(unit, benchmark.name, group.kind, question, group.question_label, base, items)


def _reasons(published: Published, unit: str, benchmark: Benchmark) -> FigureGroup | None:
    """None where the release does not ask for reasons of which several may be named."""
    question = published.questions.get(REASONS)
    if question is None:
        return None
    kind = Kind(benchmark.kind)
    column = published.column(REASONS, unit, kind)
    cells = dict(zip(question["items"], column.items or (HIDDEN,) * len(question["items"]), strict=True))
    items = []
    for one in _compared(benchmark):
        named = [cells[code] for code in one.ours if code in cells]
        n = column.base.value if isinstance(column.base, Exact) else 0
        if named:
            items.append(_item(one, any_of(named, n), column.base, rate=False))
    label = _("reasons named, in the words of {source}").format(source=benchmark.name)
    return FigureGroup(unit, published.label(unit), kind, _question(benchmark), label, column.base, tuple(items))


def _turnover(published: Published, unit: str, benchmark: Benchmark) -> FigureGroup | None:
    """None where the release has no facts on staff of this unit."""
    period = year_of(published, unit)
    counts = counted(published, unit, period) if period else None
    if period is None or counts is None:
        return None
    base = Exact(counts["person_years"])
    items = [
        _item(one, Exact(sum(counts["kinds"].get(kind, 0) for kind in one.ours)), base, rate=True)
        for one in _compared(benchmark)
    ]
    pattern = _("turnover in {period}, in the words of {source}")
    label = pattern.format(period=period_label(period), source=benchmark.name)
    kind = Kind(benchmark.kind)
    return FigureGroup(unit, published.label(unit), kind, _question(benchmark), label, base, tuple(items))


def _compared(benchmark: Benchmark) -> list[FieldFigure]:
    return [one for one in benchmark.figures if one.ours]


def _item(one: FieldFigure, shown: Shown, base: Shown, *, rate: bool) -> Item:
    """With an interval beside a range too: it follows from what is displayed, so it gives nothing back."""
    known = isinstance(shown, Exact) and isinstance(base, Exact) and base.value
    share = shown.value / base.value if known else None  # type: ignore[union-attr]
    return Item(one.code, said_in(one.label), shown, share=share, interval=reach(shown, base, rate=rate))


def _question(benchmark: Benchmark) -> str:
    return f"field.{benchmark.key}"

"""The organisation beside the field: other reasons, more departures? Never a rank."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import words
from uitzicht.insight.cells import Exact, count_bounds
from uitzicht.insight.field.benchmarks import Benchmark, benchmarks
from uitzicht.insight.labels import capital
from uitzicht.insight.measures.field import PUBLISHED, REASONS, said_in, year_of
from uitzicht.insight.measures.turnover import Period
from uitzicht.insight.stories import references
from uitzicht.insight.stories.field import sentences
from uitzicht.insight.stories.field.drawing import Beside, chart_beside
from uitzicht.insight.stories.field.sentences import Pair, pairs
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.tables import Table, TableRow
from uitzicht.insight.vocabulary import FigureGroup, Item, Kind
from uitzicht.ui.charts import DotChart, Mark, Scale
from uitzicht.ui.templatetags.ui import number, percent

TOPS = ((0.05, 0.01), (0.1, 0.02), (0.25, 0.05), (0.5, 0.1), (1.0, 0.25))


def sections(reading: Reading) -> list[Section]:
    groups = {group.question: group for group in reading.groups("field")}
    period = year_of(reading.published, reading.unit)
    kind = reading.selection.kind
    shipped = [
        _section(benchmark, groups, period)
        if kind in (Kind.ALL, Kind(benchmark.kind))
        else Section(_key(benchmark), _question(benchmark), _about(benchmark), _other_kind(benchmark))
        for benchmark in benchmarks()
    ]
    return [*shipped, *references.field(reading)]


def _section(benchmark: Benchmark, groups: dict[str, FigureGroup], period: Period | None) -> Section:
    key, name = f"field.{benchmark.key}", _key(benchmark)
    ours, theirs = groups.get(key), groups.get(f"{key}{PUBLISHED}")
    question, about = _question(benchmark), _about(benchmark)
    if ours is None or theirs is None:
        return Section(name, question, about, _not_here(benchmark))
    compared = pairs(ours, theirs)
    if benchmark.measure == REASONS or period is None:
        finding, *rest = sentences.of_reasons(ours, compared, benchmark)
        base = sentences.base_of_reasons(ours, benchmark)
    else:
        finding, *rest = sentences.of_turnover(ours, period, compared, benchmark)
        base = sentences.base_of_turnover(ours, period, benchmark)
    more = (
        *rest,
        base,
        sentences.together(compared),
        said_in(benchmark.warning),
        sentences.not_compared(benchmark),
        _("This is no rank: it says where to look, not who does well."),
    )
    return Section(
        name,
        question,
        about,
        finding,
        tuple(filter(None, more)),
        _chart(name, benchmark, ours, theirs, compared) if compared else None,
        _caption(benchmark) if compared else "",
        _table(benchmark, ours, theirs),
    )


def _key(benchmark: Benchmark) -> str:
    return benchmark.key.replace("_", "-")


def _other_kind(benchmark: Benchmark) -> str:
    if benchmark.kind == Kind.RESIGNATION:
        return _("This source knows resignations only. Choose resignations, or all departures.")
    return _("This source takes all departures together. Choose all departures to see it.")


def _question(benchmark: Benchmark) -> str:
    if benchmark.measure == REASONS:
        return _("Do people leave here for other reasons than elsewhere?")
    return _("Do more people leave here than elsewhere?")


def _about(benchmark: Benchmark) -> str:
    pattern = _("Beside {source}. {about} Source: {where}.")
    return pattern.format(source=benchmark.name, about=said_in(benchmark.about), where=benchmark.source)


def _not_here(benchmark: Benchmark) -> str:
    if benchmark.measure == REASONS:
        return _("Not known yet: this release asks no reasons of which several may be named.")
    return _("Not known yet: this release holds no facts on staff here.")


def _caption(benchmark: Benchmark) -> str:
    pattern = (
        _("Dot: here, leavers per hundred in a year. Line: 95% range (exact Poisson). Upright: {source}.")
        if benchmark.measure != REASONS
        else _("Dot: here. Line: 95% range (Wilson). Broken line: the exact number lies in it. Upright: {source}.")
    )
    return pattern.format(source=benchmark.name)


def _chart(key: str, benchmark: Benchmark, ours: FigureGroup, theirs: FigureGroup, compared: list[Pair]) -> DotChart:
    """What has no figure of here is not drawn; the words say so."""
    rows = [_row(pair, ours, benchmark) for pair in compared]
    pattern = _("{label}: here {here} ({range}), {source} {there}")
    said = [
        pattern.format(
            label=row.label,
            here=row.mark.note,
            range=_interval(pair.item),
            source=benchmark.name,
            there=_published(pair.field),
        )
        for row, pair in zip(rows, compared, strict=True)
    ]
    drawn = {pair.item.key for pair in compared}
    lacking = _("{label}: no figure here, {source} {there}")
    said += [
        lacking.format(label=capital(item.label), source=benchmark.name, there=_published(item.share or 0))
        for item in theirs.items
        if item.key not in drawn
    ]
    names = (_("here"), benchmark.name)
    title = _question(benchmark)
    return chart_beside(key, rows, _scale(rows), title=title, description=f"{'; '.join(said)}.", names=names)


def _row(pair: Pair, ours: FigureGroup, benchmark: Benchmark) -> Beside:
    item, base = pair.item, ours.base.value if isinstance(ours.base, Exact) else 1
    if item.share is not None:
        mark = Mark(item.share, None, None, percent(item.share, 1))
    else:
        low, high = (end / base for end in count_bounds(item.shown, base))
        mark = Mark(None, low, high, words.span(number(100 * low), percent(high)))
    assert item.interval is not None  # or it would be no pair
    return Beside(
        capital(item.label), mark, item.interval, pair.field, f"{benchmark.name.split()[0]} {_published(pair.field)}"
    )


def _table(benchmark: Benchmark, ours: FigureGroup, theirs: FigureGroup) -> Table:
    rate = benchmark.measure != REASONS
    columns = (
        pgettext("table", "Kind of departure") if rate else pgettext("table", "Reason"),
        pgettext("table", "Left here") if rate else pgettext("table", "Named here"),
        pgettext("table", "Share here"),
        pgettext("table", "95% range"),
        benchmark.name,
    )
    found = {item.key: item for item in ours.items}
    rows = [
        TableRow(capital(one.label), (*_cells(found.get(one.key)), _published(one.share or 0))) for one in theirs.items
    ]
    caption = capital(ours.question_label)
    if not rate:
        caption = _("{question}. Base: {base}.").format(question=caption, base=words.value(ours.base))
    return Table(caption, columns, tuple(rows))


def _cells(item: Item | None) -> tuple[str | None, ...]:
    if item is None or item.interval is None:
        return None, None, None
    share = percent(item.share, 1) if item.share is not None else None
    return words.item_value(item), share, _interval(item)


def _interval(item: Item) -> str:
    if item.interval is None:
        return ""
    return words.span(number(100 * item.interval.low, 1), percent(item.interval.high, 1))


def _published(share: float) -> str:
    return percent(share, sentences.digits(share))


def _scale(rows: list[Beside]) -> Scale:
    """From 0 to a round share above everything drawn."""
    largest = max(max(row.field, row.reach.high) for row in rows)
    top, step = next(((top, step) for top, step in TOPS if largest <= top), TOPS[-1])
    return Scale(0, top, tuple((step * i, percent(step * i)) for i in range(round(top / step) + 1)))

"""Here and the field in words: a difference only where the field's figure lies outside the range of here. Never a rank."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.core.statistics.vocabulary import CONFIDENCE
from uitzicht.insight import sentences, words
from uitzicht.insight.cells import Exact, count_bounds
from uitzicht.insight.field.benchmarks import Benchmark
from uitzicht.insight.measures.field import reach, said_in
from uitzicht.insight.measures.turnover import Period, period_label
from uitzicht.insight.rules import ENOUGH, is_enough
from uitzicht.insight.stories.turnover.rates import people
from uitzicht.insight.vocabulary import FigureGroup, Item
from uitzicht.ui.templatetags.ui import number

DIGITS = 1


@dataclass(frozen=True, slots=True)
class Pair:
    """``item`` of here, and the share that was published of the same thing."""

    item: Item
    field: float


def pairs(ours: FigureGroup, theirs: FigureGroup) -> list[Pair]:
    """What is displayed here and published there, in the order of the source."""
    found = {item.key: item for item in ours.items if item.interval is not None}
    return [Pair(found[item.key], item.share or 0) for item in theirs.items if item.key in found]


def differences(group: FigureGroup, compared: Sequence[Pair], *, rate: bool) -> list[Pair]:
    """Those whose published figure lies outside the range of here, the farthest outside first. The range is wide enough for
    all of them at once (Bonferroni): in 19 of 20 cases none is called different by chance."""
    confidence = 1 - (1 - CONFIDENCE) / max(1, len(compared))
    outside = []
    for pair in compared:
        found = reach(pair.item.shown, group.base, rate=rate, confidence=confidence)
        if found is not None and not found.low <= pair.field <= found.high:
            outside.append((max(found.low - pair.field, pair.field - found.high), pair))
    return [pair for _by, pair in sorted(outside, key=lambda one: -one[0])]


def of_reasons(group: FigureGroup, compared: Sequence[Pair], benchmark: Benchmark) -> list[str]:
    """The finding, and what else differs."""
    if not is_enough(group.base) or not compared:
        return [sentences.too_few(_("reasons beside those elsewhere"), group.base)]
    found = differences(group, compared, rate=False)
    if not found:
        return [_none(len(compared), benchmark)]
    return [_reason(pair, group, benchmark) for pair in found]


def of_turnover(group: FigureGroup, period: Period, compared: Sequence[Pair], benchmark: Benchmark) -> list[str]:
    """The same for turnover; too few when fewer than ``ENOUGH`` people worked here on average."""
    average = people(group, period)
    if average < ENOUGH or not compared:
        pattern = _(
            "Too few to compare turnover: on average {people} people worked here, at least {enough} are needed."
        )
        return [pattern.format(people=number(average), enough=ENOUGH)]
    found = differences(group, compared, rate=True)
    if not found:
        return [_none(len(compared), benchmark)]
    return [_rate(pair, group, benchmark) for pair in found]


def base_of_reasons(group: FigureGroup, benchmark: Benchmark) -> str:
    """Who is behind the figures of here."""
    pattern = _("Here: {base} people who resigned and answered.")
    return f"{pattern.format(base=words.value(group.base))} {_base_there(benchmark)}"


def base_of_turnover(group: FigureGroup, period: Period, benchmark: Benchmark) -> str:
    """Who is behind the figures of here, and when."""
    pattern = _("Here: {people} people on average in {period}.")
    here = pattern.format(people=number(people(group, period)), period=period_label(period))
    return f"{here} {_base_there(benchmark)}"


def _base_there(benchmark: Benchmark) -> str:
    pattern = _("{source}: more than {people} people, so its figures have hardly any range of their own.")
    return pattern.format(source=benchmark.name, people=number(benchmark.base))


def together(compared: Sequence[Pair]) -> str:
    """How many comparisons were made; "" for one."""
    if len(compared) < 2:
        return ""
    pattern = _("{n} figures are compared at once; a difference is only called one when it stands up to that.")
    return pattern.format(n=number(len(compared)))


def not_compared(benchmark: Benchmark) -> str:
    """What the source has and we cannot compare honestly; "" when everything compares."""
    left_out = [one for one in benchmark.figures if not one.ours]
    quoted = [_("“{label}”").format(label=said_in(one.label)) for one in left_out]
    named = "; ".join(f"{label} ({said_in(one.why_not)})" for label, one in zip(quoted, left_out, strict=True))
    return _("Not compared: {figures}.").format(figures=named) if named else ""


def share_here(item: Item, group: FigureGroup) -> str:
    """A share of here without its sign: exact, or from one end of a range to the other."""
    if item.share is not None:
        return number(100 * item.share, DIGITS)
    base = group.base.value if isinstance(group.base, Exact) else 0
    if not base:
        return ""
    low, high = (number(100 * end / base, DIGITS) for end in count_bounds(item.shown, base))
    return words.span(low, high)


def digits(share: float) -> int:
    """As many decimals of a percentage as were published: 25.5, but 10.78."""
    return DIGITS if round(1000 * share, 6) == round(1000 * share) else 2


def _none(compared: int, benchmark: Benchmark) -> str:
    pattern = ngettext(
        "No difference from {source} is shown in the {n} figure that compares. There may still be one.",
        "No difference from {source} is shown in the {n} figures that compare. There may still be one.",
        compared,
    )
    return pattern.format(source=benchmark.name, n=number(compared))


def _reason(pair: Pair, group: FigureGroup, benchmark: Benchmark) -> str:
    pattern = (
        _("“{reason}” is named more often here than in {source}: {here}% here, {field}% there.")
        if _is_above(pair)
        else _("“{reason}” is named less often here than in {source}: {here}% here, {field}% there.")
    )
    return _filled(pattern, pair, group, benchmark)


def _rate(pair: Pair, group: FigureGroup, benchmark: Benchmark) -> str:
    pattern = (
        _("Turnover ({reason}) is higher here than in {source}: {here}% here, {field}% there.")
        if _is_above(pair)
        else _("Turnover ({reason}) is lower here than in {source}: {here}% here, {field}% there.")
    )
    return _filled(pattern, pair, group, benchmark)


def _filled(pattern: str, pair: Pair, group: FigureGroup, benchmark: Benchmark) -> str:
    here, there = share_here(pair.item, group), number(100 * pair.field, digits(pair.field))
    return pattern.format(reason=pair.item.label, source=benchmark.name, here=here, field=there)


def _is_above(pair: Pair) -> bool:
    return pair.item.interval is not None and pair.item.interval.low > pair.field

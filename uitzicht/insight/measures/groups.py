"""What the page on groups shows: every comparison, length of stay and resignations by group, and the answers by group.

All of the whole organisation, and of resignations only. Without a cut (``by``) every cut of the menu.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.cells import HIDDEN, Exact
from uitzicht.insight.groups.answers import KIND
from uitzicht.insight.groups.comparison import REASONS, SCORES, About, Comparison, compared
from uitzicht.insight.groups.cuts import Cut, cuts
from uitzicht.insight.groups.leaving import Leaving, Staying, leaving, staying
from uitzicht.insight.labels import capital
from uitzicht.insight.measures.answers import by_group
from uitzicht.insight.measures.staying import MONTHS, YEARS, at, median, years_label
from uitzicht.insight.menu import Selection, not_on_menu
from uitzicht.insight.published import Published
from uitzicht.insight.vocabulary import FigureGroup, Item, Kind


def comparisons(published: Published, selection: Selection, language: str) -> tuple[FigureGroup, ...]:
    """One group for each cut, one item for each comparison: ``count`` is the size of the difference (a ratio of rates,
    Cramér's V, or points between means), ``p`` and ``q`` its chance before and after correction."""
    label = pgettext("groups", "comparisons by {cut}")
    found = compared(published)
    return tuple(
        FigureGroup(
            unit=published.root,
            unit_label=published.label(published.root),
            kind=KIND,
            question=f"comparisons.{cut.key}",
            question_label=label.format(cut=cut.label),
            base=Exact(sum(one.p is not None for one in found if one.cut == cut.key)),
            items=tuple(_compared(published, one, cut, language) for one in found if one.cut == cut.key),
        )
        for cut in asked(published, selection, language)
    )


def sooner(published: Published, selection: Selection, language: str) -> tuple[FigureGroup, ...]:
    """Who has not resigned after 1, 2, 5 and 10 years, and when half has, by group. ``count`` is the people at risk then."""
    return tuple(
        _group(cut, row.value, "sooner", _("not resigned after so many years"), row.people, stays(row))
        for cut in asked(published, selection, language)
        for row in staying(published, cut)
    )


def more_often(published: Published, selection: Selection, language: str) -> tuple[FigureGroup, ...]:
    """Resignations per person-year by group (base: person-years), and how many times as often as in all other groups."""
    return tuple(
        _group(cut, row.value, "more_often", _("resignations a year"), row.rate.exposure, list(rates(row)))
        for cut in asked(published, selection, language)
        for row in leaving(published, cut)
    )


def other_reasons(published: Published, selection: Selection, language: str) -> tuple[FigureGroup, ...]:
    """The main reason, and whether it pushed, pulled or was personal, by group."""
    return _answers(published, selection, REASONS, language)


def belonging(published: Published, selection: Selection, language: str) -> tuple[FigureGroup, ...]:
    """Safe, at home, valued, by group."""
    return _answers(published, selection, (SCORES,), language)


def asked(published: Published, selection: Selection, language: str) -> tuple[Cut, ...]:
    """The cuts of this selection. Groups are compared among those who resigned: another kind is not on the menu."""
    if selection.kind is Kind.OTHER:
        raise not_on_menu()
    if published.root not in selection.units:
        return ()
    return tuple(cut for cut in cuts(published, language) if selection.by in ("", cut.key))


def stays(row: Staying) -> list[Item]:
    """The share of a group that has not resigned at whole years, with its range, and the months after which half has."""
    steps = {years: at(row.steps, years * MONTHS) for years in YEARS}
    found = [
        Item(str(years), years_label(years), Exact(step[4]), share=step[1], interval=Interval(step[2], step[3]))
        for years, step in steps.items()
        if step
    ]
    return [*found, median(row.steps)]


def rates(row: Leaving) -> Iterator[Item]:
    """Resignations a year; then, where enough are expected, the ratio to all others."""
    yield Item("resignation", _("resigned"), Exact(row.rate.events), share=row.rate.value, interval=row.rate.interval)
    if row.is_comparable and row.ratio and row.ratio.value is not None:
        label = pgettext("groups", "times as often as all others")
        yield Item("ratio", label, Exact(round(row.ratio.value, 4)), interval=row.ratio.interval)


def comparison_label(published: Published, one: Comparison, cut: Cut, language: str) -> str:
    """What one comparison is about, for a line of a table."""
    match one.about:
        case About.SOONER:
            return pgettext("comparison", "resign sooner")
        case About.MORE_OFTEN:
            return pgettext("comparison", "resign more often: {group}").format(group=cut.values[one.value])
    question = published.questions[one.question]
    return str(question["labels"].get(language) or one.question)


def _compared(published: Published, one: Comparison, cut: Cut, language: str) -> Item:
    key = ".".join(filter(None, [one.question or one.about.value, one.value]))
    label = capital(comparison_label(published, one, cut, language))
    if one.about is About.MORE_OFTEN:
        row = next(row for row in leaving(published, cut) if row.value == one.value)
        ratio = row.ratio.value if row.ratio else None
        interval = row.ratio.interval if row.ratio and one.p is not None else None
        return Item(
            key, label, HIDDEN if ratio is None else Exact(round(ratio, 4)), interval=interval, p=one.p, q=one.q
        )
    shown = HIDDEN if one.effect is None else Exact(round(one.effect, 4))
    return Item(key, label, shown, p=one.p, q=one.q)


def _answers(
    published: Published, selection: Selection, keys: tuple[str, ...], language: str
) -> tuple[FigureGroup, ...]:
    return tuple(
        group
        for cut in asked(published, selection, language)
        for group in by_group(published, keys, cut.key, KIND, language)
    )


def _group(cut: Cut, value: str, question: str, label: str, base: float, items: list[Item]) -> FigureGroup:
    unit, unit_label = f"{cut.key}:{value}", f"{cut.label}: {cut.values[value]}"
    return FigureGroup(unit, unit_label, KIND, f"{question}.{cut.key}", label, Exact(base), tuple(items))

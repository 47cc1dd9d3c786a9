"""Leavers beside those who stay, and the organisation beside imported figures of the field: differences, never a rank."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import drawings, words
from uitzicht.insight.cells import HIDDEN, Exact
from uitzicht.insight.labels import capital
from uitzicht.insight.reference.beside import Beside, beside, interval_there
from uitzicht.insight.reference.vocabulary import Reference, ReferenceKind
from uitzicht.insight.rules import ENOUGH
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.tables import Table, TableRow
from uitzicht.insight.vocabulary import Figure, FigureGroup
from uitzicht.ui.charts import DotChart, Mark, Row, dot_chart
from uitzicht.ui.templatetags.ui import number, percent

MOST_SAID = 3
ANSWERS = ("main_reason", "reasons", "force", "avoidable", "experience", "change", "recommend", "inclusion")


def stayers(reading: Reading, *measures: str) -> list[Section]:
    """One section for each survey of those who stay that asked any of this; only of the whole organisation."""
    return _sections(reading, ReferenceKind.STAYERS, measures)


def field(reading: Reading) -> list[Section]:
    """One section for each imported source of the field."""
    return _sections(reading, ReferenceKind.FIELD, ANSWERS)


def compared(reading: Reading, kind: str, measures: Sequence[str]) -> list[tuple[Reference, tuple[Beside, ...]]]:
    """Every source of this kind with what compares; nothing for a unit, since the figures are of a whole organisation."""
    wanted = [one for one in reading.references if one.kind == kind]
    if not wanted or reading.unit != reading.published.root:
        return []
    groups = [group for measure in measures for group in reading.groups(measure)]
    return [(one, rows) for one in wanted if (rows := beside(groups, one))]


def _sections(reading: Reading, kind: str, measures: Sequence[str]) -> list[Section]:
    found = []
    for reference, rows in compared(reading, kind, measures):
        for is_score in (True, False):
            part = [row for row in rows if row.item.score is is_score]
            if part:
                found.append(_section(reference, part, len(rows)))
    return found


def _section(reference: Reference, rows: Sequence[Beside], together: int) -> Section:
    is_score = rows[0].item.score
    key = f"{reference.kind}-{reference.key}-{'means' if is_score else 'shares'}"
    question = _question(reference)
    finding, *rest = _findings(reference, rows)
    more = (*rest, _together(together), _warning(reference), reference.note)
    return Section(
        key,
        question,
        _about(reference, rows),
        finding,
        tuple(filter(None, more)),
        _chart(key, question, reference, rows),
        _("Dot: value. Line: 95% range. Broken line: the exact number is not shown."),
        _table(reference, rows),
        from_elsewhere=True,
    )


def _question(reference: Reference) -> str:
    if reference.kind == ReferenceKind.STAYERS:
        return _("And what do those who stay say?")
    return _("What do others say, beside {source}?").format(source=reference.source)


def _about(reference: Reference, rows: Sequence[Beside]) -> str:
    named = ", ".join(filter(None, (reference.source, str(reference.year), reference.about)))
    bases = [row.value.base for row in rows]
    low, high = number(min(bases)), number(max(bases))
    people = low if low == high else words.span(low, high)
    return _("Source: {source}. Answers there: {people}.").format(source=named, people=people)


def _findings(reference: Reference, rows: Sequence[Beside]) -> list[str]:
    if not any(row.interval for row in rows):
        pattern = _("Too few to compare: at least {enough} answers of leavers are needed.")
        return [pattern.format(enough=ENOUGH)]
    shown = sorted((row for row in rows if row.certain), key=_size, reverse=True)
    if shown:
        return [_difference(reference, row, rows) for row in shown[:MOST_SAID]]
    if reference.kind == ReferenceKind.STAYERS:
        return [_("No difference is shown between who left and who stays. There may still be one.")]
    pattern = _("No difference from {source} is shown. There may still be one.")
    return [pattern.format(source=reference.source)]


def _difference(reference: Reference, row: Beside, rows: Sequence[Beside]) -> str:
    if row.interval is None:
        raise ValueError("what is not compared does not differ")
    low, high = _ends(row)
    values = {"label": _label(row, rows), "here": _here(row), "there": _there(row), "low": low, "high": high}
    return _pattern(reference, row, above=row.interval.low > 0).format(source=reference.source, **values)


def _pattern(reference: Reference, row: Beside, *, above: bool) -> str:
    if reference.kind == ReferenceKind.STAYERS and row.item.score:
        return (
            _("Who left rates “{label}” higher than who stays: {here} against {there} (difference {low} to {high}).")
            if above
            else _(
                "Who left rates “{label}” lower than who stays: {here} against {there} (difference {low} to {high})."
            )
        )
    if reference.kind == ReferenceKind.STAYERS:
        return (
            _(
                "“{label}” is said more by who left than by who stays: {here} against {there} (difference {low} to {high} points)."
            )
            if above
            else _(
                "“{label}” is said less by who left than by who stays: {here} against {there} (difference {low} to {high} points)."
            )
        )
    if row.item.score:
        return (
            _("“{label}” is rated higher here than in {source}: {here} against {there} (difference {low} to {high}).")
            if above
            else _(
                "“{label}” is rated lower here than in {source}: {here} against {there} (difference {low} to {high})."
            )
        )
    return (
        _("“{label}” is said more here than in {source}: {here} against {there} (difference {low} to {high} points).")
        if above
        else _(
            "“{label}” is said less here than in {source}: {here} against {there} (difference {low} to {high} points)."
        )
    )


def _together(compared: int) -> str:
    if compared < 2:
        return ""
    pattern = _("{n} figures are compared at once; a difference is only called one when it stands up to that.")
    return pattern.format(n=number(compared))


def _warning(reference: Reference) -> str:
    if reference.kind == ReferenceKind.STAYERS:
        return _(
            "Leavers alone mislead: what they name may weigh as much on who stays. Only the difference goes with leaving,"
            " and even that does not say why."
        )
    return _(
        "Another questionnaire, in other words and at another moment: part of a difference comes from that. This is no rank."
    )


def _chart(key: str, title: str, reference: Reference, rows: Sequence[Beside]) -> DotChart:
    series = _sides(reference)
    drawn = [
        Row(_label(row, rows, first=True), (_mark_here(row), _mark_there(row))) for row in rows[: drawings.MOST_ROWS]
    ]
    scale = drawings.SCORES if rows[0].item.score else drawings.share_scale(drawn)
    described = drawings.described(drawn, series)
    return dot_chart(key, drawn, scale, title=title, description=described, series=series)


def _sides(reference: Reference) -> tuple[str, str]:
    if reference.kind == ReferenceKind.STAYERS:
        return pgettext("comparison", "who left"), pgettext("comparison", "who stays")
    return pgettext("comparison", "here"), reference.source


def _mark_here(row: Beside) -> Mark:
    if row.item.score:
        return drawings.mean_mark(row.item)
    return drawings.share_mark(row.item, row.group.base.value if isinstance(row.group.base, Exact) else 0)


def _mark_there(row: Beside) -> Mark:
    spread = interval_there(row.value)
    value = row.value.mean if row.value.mean is not None else row.value.share
    return Mark(value, spread.low, spread.high, _there(row))


def _table(reference: Reference, rows: Sequence[Beside]) -> Table:
    here, there = _sides(reference)
    is_score = rows[0].item.score
    columns = (
        pgettext("table", "Part"),
        capital(here),
        capital(there),
        pgettext("table", "Difference, 95% range")
        if is_score
        else pgettext("table", "Difference, 95% range in points"),
        pgettext("table", "Shown"),
    )
    title = _("Mean from 1 to 5") if is_score else _("Share of who answered")
    caption = _("{title}: {here} beside {there}").format(title=title, here=here, there=there)
    return Table(caption, columns, tuple(_row(row, rows) for row in rows))


def _row(row: Beside, rows: Sequence[Beside]) -> TableRow:
    verdict = pgettext("difference", "yes") if row.certain else pgettext("difference", "not shown")
    compared = (words.span(*_ends(row)), verdict) if row.interval else (None, None)
    return TableRow(_label(row, rows, first=True), (_here(row), _there(row), *compared))


def _label(row: Beside, rows: Sequence[Beside], *, first: bool = False) -> str:
    """The question of a score; of a choice the answer, with the question where there are several."""
    label = row.group.question_label if row.item.score else row.item.label
    if not row.item.score and len({one.group.question for one in rows}) > 1:
        label = _("{question}: {answer}").format(question=row.group.question_label, answer=label)
    return capital(label) if first else label


def _here(row: Beside) -> str:
    if row.item.score or row.item.share is None:
        return words.item_value(row.item)
    return percent(row.item.share)


def _there(row: Beside) -> str:
    return number(row.value.mean, 1) if row.value.mean is not None else percent(row.value.share)


def _ends(row: Beside) -> tuple[str, str]:
    if row.interval is None:
        raise ValueError("what is not compared has no range")
    if row.item.score:
        return number(row.interval.low, 1), number(row.interval.high, 1)
    return words.points(row.interval.low), words.points(row.interval.high)


def _size(row: Beside) -> float:
    return abs(row.interval.low + row.interval.high) if row.interval else 0.0


def figures(reading: Reading, kind: str, measures: Sequence[str]) -> list[Figure]:
    """The figures of elsewhere that stand on a page, for a file: one group a question, p and q of each comparison at its item."""
    found = []
    for reference, rows in compared(reading, kind, measures):
        groups = tuple(_group(reference, row) for row in rows)
        found.append(replace(reading.figure(measures[0]), measure=f"beside_{kind}.{reference.key}", groups=groups))
    return found


def _group(reference: Reference, row: Beside) -> FigureGroup:
    value = row.value
    shown = HIDDEN if value.mean is None else Exact(value.mean)
    spread = interval_there(value)
    item = replace(row.item, shown=shown, share=value.share, interval=spread, p=row.p, q=row.q)
    label = ", ".join(filter(None, (reference.source, str(reference.year), reference.about)))
    return replace(row.group, unit_label=label, base=Exact(value.base), items=(item,))

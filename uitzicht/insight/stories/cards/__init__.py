"""Inclusion cards: did groups that are often treated differently feel as safe, at home and valued here as others did?

For who sees the whole organisation. A card names nobody and is linked to nothing, so there is no way to look further.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from uitzicht.insight import drawings, words
from uitzicht.insight.labels import capital
from uitzicht.insight.rules import ENOUGH
from uitzicht.insight.stories.cards.sides import HIGH, LEVELS, Compared, Question, asked, compared, share_bounds
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.tables import Table, TableRow
from uitzicht.insight.vocabulary import FigureGroup, Kind
from uitzicht.ui.charts import Mark, Row, dot_chart
from uitzicht.ui.templatetags.ui import number, percent

FELT = ("safe", "at_home", "valued")


def sections(reading: Reading) -> list[Section]:
    if reading.units is not None or reading.unit != reading.published.root:
        return []
    if reading.selection.kind is not Kind.ALL:
        return [_opening(_("A card knows no kind of departure. Choose all departures to see the cards."))]
    found = compared(asked(reading.groups("inclusion_cards")))
    if not found:
        return [_opening(_none(reading), _promise(reading))]
    by_felt = {felt: [one for one in found if one.question.felt == felt] for felt in FELT}
    opening = _opening(_counted(reading), (*_promise(reading), *_how_compared(found)))
    return [opening, *(_section(felt, rows) for felt, rows in by_felt.items() if rows)]


def _opening(finding: str, more: Sequence[str] = ()) -> Section:
    question = _("What do the cards without a name say?")
    about = _("From groups that are often treated differently, and from who does not belong to them.")
    return Section("cards", question, about, finding, tuple(more))


def _counted(reading: Reading) -> str:
    many = reading.published.cards
    return ngettext(
        "{n} card without a name is counted in this release.",
        "{n} cards without a name are counted in this release.",
        many,
    ).format(n=number(many))


def _none(reading: Reading) -> str:
    waiting, needed = reading.published.cards_waiting, _needed(reading)
    if not waiting:
        return _("Too few to say anything: no cards are counted in this release.")
    pattern = ngettext(
        "Too few to say anything: {n} card waits. Cards are counted from {needed} on.",
        "Too few to say anything: {n} cards wait. Cards are counted from {needed} on.",
        waiting,
    )
    return pattern.format(n=number(waiting), needed=number(needed))


def _promise(reading: Reading) -> tuple[str, ...]:
    return (
        _("A card holds no name and no day, and nothing links it to a person, to a unit or to other answers."),
        _(
            "As soon as {needed} cards lie there they are counted together, for the whole organisation only, and destroyed."
        ).format(needed=number(_needed(reading))),
    )


def _how_compared(found: Sequence[Compared]) -> tuple[str, ...]:
    said = [_("Who belongs to several groups counts in each of them.")]
    made = sum(one.difference is not None for one in found)
    if made > 1:
        pattern = _(
            "{n} comparisons were made on the cards; a difference is only called one when it stands up to that."
        )
        said.append(pattern.format(n=number(made)))
    return tuple(said)


def _needed(reading: Reading) -> int:
    return int(reading.published.document["parameters"]["k_sensitive"])


def _section(felt: str, rows: Sequence[Compared]) -> Section:
    label = rows[0].question.felt_label
    finding, *more = _findings(rows, label)
    series = (pgettext("card", "belongs to it"), pgettext("card", "does not"))
    drawn = [Row(capital(row.question.label), tuple(map(_mark, row.question.sides))) for row in rows]
    key = f"cards-{felt}".replace("_", "-")
    title = _("{feeling}: who gives a 4 or 5 out of 5").format(feeling=capital(label))
    return Section(
        key,
        _("{feeling}: as much as others?").format(feeling=capital(label)),
        _("Share of the cards that give a 4 or 5 out of 5."),
        finding,
        tuple(more),
        dot_chart(
            key,
            drawn,
            drawings.share_scale(drawn),
            title=title,
            description=drawings.described(drawn, series),
            series=series,
        ),
        _("Dot: share. Line: 95% range (Wilson). Broken line: the exact number is not shown."),
        _table(rows, label),
    )


def _findings(rows: Sequence[Compared], felt: str) -> list[str]:
    tested = [row for row in rows if row.difference is not None]
    if not tested:
        pattern = _(
            "Too few to compare “{feeling}”: that takes {enough} cards of who belongs to a group, {enough} of who does not, and exact numbers."
        )
        return [pattern.format(enough=ENOUGH, feeling=felt)]
    shown = [row for row in tested if row.difference and row.difference.certain]
    if not shown:
        pattern = _(
            "No difference in “{feeling}” is shown between who belongs to a group and who does not. There may still be one."
        )
        return [pattern.format(feeling=felt)]
    return [_difference(row) for row in shown]


def _difference(row: Compared) -> str:
    difference, question = row.difference, row.question
    if difference is None or difference.interval is None:
        raise ValueError("what is not compared does not differ")
    pattern = (
        _(
            "Who belongs to “{group}” gives “{feeling}” a 4 or 5 less often: {yes}% against {no}% of the others"
            " (between {low} and {high} points lower)."
        )
        if difference.interval.low > 0
        else _(
            "Who belongs to “{group}” gives “{feeling}” a 4 or 5 more often: {yes}% against {no}% of the others"
            " (between {low} and {high} points higher)."
        )
    )
    ends = sorted(abs(end) for end in (difference.interval.low, difference.interval.high))
    return pattern.format(
        group=question.label,
        feeling=question.felt_label,
        yes=words.share_span(difference.before, question.yes.base),
        no=words.share_span(difference.after, question.no.base),
        low=words.points(ends[0]),
        high=words.points(ends[1]),
    )


def _mark(side: FigureGroup) -> Mark:
    item = next(item for item in side.items if item.key == HIGH)
    if item.share is not None and item.interval is not None:
        return Mark(item.share, item.interval.low, item.interval.high, percent(item.share))
    low, high = share_bounds(side, HIGH) or (None, None)
    return Mark(None, low, high, words.item_value(item))


def _table(rows: Sequence[Compared], felt: str) -> Table:
    labels = {item.key: item.label for item in rows[0].question.yes.items}
    columns = (
        pgettext("table", "Group"),
        *(capital(labels[level]) for level in LEVELS),
        pgettext("table", "Cards"),
    )
    return Table(
        _("{feeling}: number of cards").format(feeling=capital(felt)),
        columns,
        tuple(_row(row.question, side) for row in rows for side in row.question.sides),
    )


def _row(question: Question, side: FigureGroup) -> TableRow:
    pattern = pgettext("card", "{group}: yes") if side.question.endswith(".yes") else pgettext("card", "{group}: no")
    found = {item.key: item for item in side.items}
    cells = tuple(words.item_value(found[level]) for level in LEVELS)
    return TableRow(capital(pattern.format(group=question.label)), (*cells, words.value(side.base)))

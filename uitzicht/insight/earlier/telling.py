"""The sections of a page that stands beside an earlier release."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from uitzicht.insight import drawings, sentences, words
from uitzicht.insight.cells import Exact
from uitzicht.insight.differences import Difference
from uitzicht.insight.earlier.changes import Change, changes
from uitzicht.insight.earlier.since import since, years_of
from uitzicht.insight.labels import capital
from uitzicht.insight.published import Published
from uitzicht.insight.rules import is_enough
from uitzicht.insight.stories import Story
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.tables import Table, TableRow
from uitzicht.insight.vocabulary import FigureGroup, Item
from uitzicht.ui.charts import DotChart, Mark, Row, dot_chart
from uitzicht.ui.templatetags.ui import number

MOST_SAID = 3


def sections(story: Story, reading: Reading, then: Published) -> list[Section]:
    """What is compared and how many differences are shown; then every question."""
    if reading.unit not in then.parents:
        return [_opening(then, _("This unit did not stand in release {number} yet.").format(number=_number(then)))]
    found = changes(story, reading, then)
    if not found:
        finding = _("Nothing on this page is shown in both releases.")
        return [_opening(then, finding)]
    return [_summary(found, reading, then), *(_section(change, reading, then) for change in found)]


def _opening(then: Published, finding: str, more: Sequence[str] = ()) -> Section:
    question = _("What has changed since release {number}?").format(number=_number(then))
    about = _("Release {number} was frozen on {date}.").format(
        number=_number(then), date=words.long_date(then.released.released_on)
    )
    return Section("since", question, about, finding, tuple(more))


def _summary(found: Sequence[Change], reading: Reading, then: Published) -> Section:
    apart = [change for change in found if change.is_apart]
    tested = [row for change in apart for row in change.rows if row.interval]
    if not tested:
        return _opening(then, _contained(reading, then), [_only_years()])
    shown = sum(row.certain for row in tested)
    finding = ngettext(
        "{made} comparison was made on this page; the number that shows a difference is {shown}.",
        "{made} comparisons were made on this page; the number that shows a difference is {shown}.",
        len(tested),
    ).format(made=len(tested), shown=shown)
    newer = since(reading.published, then)
    questions = [row.pair.after_group.question for change in apart for row in change.rows]
    years = ", ".join(years_of(newer, reading.unit, reading.selection.kind, questions))
    return _opening(
        then,
        finding,
        [
            _("Everybody up to release {number} beside who came in since: {years}. They are different people.").format(
                number=_number(then), years=years
            ),
            _(
                "A difference counts only after correction for all comparisons on this page, so that few are false alarms."
            ),
            _("It does not say why: other people left, at another time, perhaps from other units."),
        ],
    )


def _section(change: Change, reading: Reading, then: Published) -> Section:
    title = _("Mean from 1 to 5") if change.is_score else capital(change.before.question_label)
    findings = list(_findings(change, reading, then))
    key = f"since-{change.measure}-{change.before.question}".replace("_", "-").replace(".", "-")
    return Section(
        key,
        title,
        _sides(change, reading, then)[2],
        findings[0],
        tuple(findings[1:]),
        _chart(key, change, reading, then, title),
        _("Dot: value. Line: 95% range. Broken line: the exact number is not shown."),
        _table(change, reading, then, title),
    )


def _findings(change: Change, reading: Reading, then: Published) -> Iterator[str]:
    if not change.is_apart:
        yield _contained(reading, then)
        return
    lacking = min((change.before.base, change.after.base), key=is_enough)
    if not is_enough(lacking):
        topic = _("satisfaction by area of work") if change.is_score else change.before.question_label
        yield sentences.too_few(topic, lacking)
        yield _("Counted here: who came in since release {number}.").format(number=_number(then))
        return
    shown = sorted((row for row in change.rows if row.certain), key=lambda row: -row.size)
    if not shown:
        yield _("No difference is shown with who came in since. There may still be one.")
    for row in shown[:MOST_SAID]:
        yield _moved(row, then)


def _moved(row: Difference, then: Published) -> str:
    """One difference that is shown: which way, from what to what, and how far at least and at most."""
    if row.interval is None:
        raise ValueError("what is not compared has not moved")
    rises = row.interval.low > 0
    if row.before.score:
        pattern = (
            _(
                "“{label}” is rated higher since release {number}: {then} before, {now} since (difference {low} to {high})."
            )
            if rises
            else _(
                "“{label}” is rated lower since release {number}: {then} before, {now} since (difference {low} to {high})."
            )
        )
        low, high = number(row.interval.low, 1), number(row.interval.high, 1)
        sides = words.item_value(row.before), words.item_value(row.after)
    else:
        pattern = (
            _(
                "“{label}” comes up more often since release {number}: {then}% before, {now}% since"
                " (difference {low} to {high} points)."
            )
            if rises
            else _(
                "“{label}” comes up less often since release {number}: {then}% before, {now}% since"
                " (difference {low} to {high} points)."
            )
        )
        low, high = words.points(row.interval.low), words.points(row.interval.high)
        sides = (
            words.share_span(row.before, row.pair.before_group.base),
            words.share_span(row.after, row.pair.after_group.base),
        )
    return pattern.format(label=row.label, number=_number(then), then=sides[0], now=sides[1], low=low, high=high)


def _contained(reading: Reading, then: Published) -> str:
    return _(
        "Release {now} contains everybody of release {then}: the two are shown side by side, and no difference is computed."
    ).format(now=reading.published.released.number, then=_number(then))


def _only_years() -> str:
    return _(
        "Who came in since stands on their own only by year, for the organisation and the units right under it,"
        " and only once a whole year holds nobody of the earlier release."
    )


def _sides(change: Change, reading: Reading, then: Published) -> tuple[str, str, str]:
    """Names of the two sides, short enough for a phone, and a line on their bases."""
    before, after = words.value(change.before.base), words.value(change.after.base)
    if change.is_apart:
        names = pgettext("comparison", "until then"), pgettext("comparison", "since then")
        line = _("Answers: {before} up to release {number}, {after} since.")
        return *names, line.format(before=before, after=after, number=_number(then))
    pattern = pgettext("comparison", "release {number}")
    names = pattern.format(number=_number(then)), pattern.format(number=reading.published.released.number)
    line = _("Answers: {before} in release {number}, {after} in release {now}.")
    return *names, line.format(before=before, after=after, number=_number(then), now=reading.published.released.number)


def _chart(key: str, change: Change, reading: Reading, then: Published, title: str) -> DotChart:
    rows = [
        Row(capital(row.label), (_mark(row.before, row.pair.before_group), _mark(row.after, row.pair.after_group)))
        for row in change.rows[: drawings.MOST_ROWS]
    ]
    series = _sides(change, reading, then)[:2]
    scale = drawings.SCORES if change.is_score else drawings.share_scale(rows)
    return dot_chart(key, rows, scale, title=title, description=drawings.described(rows, series), series=series)


def _mark(item: Item, group: FigureGroup) -> Mark:
    if item.score:
        return drawings.mean_mark(item)
    return drawings.share_mark(item, group.base.value if isinstance(group.base, Exact) else 0)


def _table(change: Change, reading: Reading, then: Published, title: str) -> Table:
    before, after, line = _sides(change, reading, then)
    columns = [pgettext("table", "Answer"), capital(before), capital(after)]
    if change.is_apart:
        columns += [
            pgettext("table", "Difference, 95% range")
            if change.is_score
            else pgettext("table", "Difference, 95% range in points"),
            pgettext("table", "Shown"),
        ]
    rows = [
        TableRow(capital(row.label), (_cell(row.before), _cell(row.after), *(_verdict(row) if change.is_apart else ())))
        for row in change.rows
    ]
    return Table(f"{title}. {line}", tuple(columns), tuple(rows))


def _cell(item: Item) -> str:
    value = words.item_value(item) if item.score or item.share is None else words.share(item)
    spread = words.interval(item) if item.score else words.interval_short(item)
    return f"{value} ({spread})" if spread else value


def _verdict(row: Difference) -> tuple[str | None, ...]:
    if row.interval is None:
        return None, None
    ends = (number(row.interval.low, 1), number(row.interval.high, 1)) if row.before.score else (
        words.points(row.interval.low), words.points(row.interval.high)
    )  # fmt: skip
    verdict = pgettext("difference", "yes") if row.certain else pgettext("difference", "not shown")
    return words.span(*ends), verdict


def _number(of: Published) -> int:
    return of.released.number

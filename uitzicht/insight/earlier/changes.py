"""Every question of a page in an earlier release and since: all differences of a page are one family, corrected together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from uitzicht.insight.differences import Difference, Pair, differences, pairs
from uitzicht.insight.earlier.since import Since, since, strata_of
from uitzicht.insight.figures import drawn
from uitzicht.insight.published import Published
from uitzicht.insight.rules import is_shown
from uitzicht.insight.stories import Story
from uitzicht.insight.stories.section import Reading
from uitzicht.insight.vocabulary import Figure, FigureGroup


@dataclass(frozen=True)
class Change:
    """One question, or the scores of one measure together. ``is_apart``: the two sides are different people; otherwise
    the later one contains the earlier one, and ``rows`` have no difference."""

    measure: str
    is_apart: bool
    rows: tuple[Difference, ...]

    @property
    def is_score(self) -> bool:
        return self.rows[0].before.score

    @property
    def before(self) -> FigureGroup:
        return self.rows[0].pair.before_group

    @property
    def after(self) -> FigureGroup:
        return self.rows[0].pair.after_group


def changes(story: Story, reading: Reading, then: Published) -> list[Change]:
    """In the order of the page; a question that one of the two does not show is left out."""
    found = [change for measure in story.measures for change in _of_measure(measure, reading, then)]
    tested = iter(differences(row.pair for change in found if change.is_apart for row in change.rows))
    return [
        replace(change, rows=tuple(next(tested) for _ in change.rows)) if change.is_apart else change
        for change in found
    ]


def figures(story: Story, reading: Reading, then: Published) -> list[Figure]:
    """The same as figures for a download: of each measure the earlier release, and what stands beside it."""
    made: list[Figure] = []
    for measure in story.measures:
        own = [change for change in changes(story, reading, then) if change.measure == measure]
        before = drawn(measure, then, reading.selection, reading.language)
        beside = replace(reading.figure(measure), measure=f"{measure}.since.{then.released.number}")
        made.append(replace(before, groups=_once([row.pair.before_group for one in own for row in one.rows])))
        made.append(replace(beside, groups=_once([_tested(row, own) for one in own for row in one.rows])))
    return made


def _of_measure(measure: str, reading: Reading, then: Published) -> Iterator[Change]:
    """Scores together, every other question on its own."""
    scores: dict[bool, list[Pair]] = {}
    for before, after, is_apart in _groups(measure, reading, then):
        found = pairs(before, after)
        if found and found[0].before.score:
            scores.setdefault(is_apart, []).extend(found)
        elif found:
            yield Change(measure, is_apart, _untested(found))
    yield from (Change(measure, is_apart, _untested(found)) for is_apart, found in scores.items())


def _groups(measure: str, reading: Reading, then: Published) -> Iterator[tuple[FigureGroup, FigureGroup, bool]]:
    newer = since(reading.published, then)
    selection, language = reading.selection, reading.language
    earlier = {(group.unit, group.question): group for group in drawn(measure, then, selection, language).groups}
    fresh = {group.question: group for group in _own(drawn(measure, newer, selection, language), reading)}
    for whole in _own(reading.figure(measure), reading):
        before = earlier.get((whole.unit, whole.question))
        if before is None or not is_shown(before) or whole.question not in then.questions:
            continue
        is_apart = _is_apart(newer, whole)
        after = fresh[whole.question] if is_apart else whole
        if is_shown(after):
            yield before, after, is_apart


def _is_apart(newer: Since, group: FigureGroup) -> bool:
    return bool(newer.years(group.unit, strata_of(group.question, group.kind)))


def _own(figure: Figure, reading: Reading) -> Iterator[FigureGroup]:
    """Questions of the unit of this reading; facts that are no answers have years of their own."""
    return (g for g in figure.groups if g.unit == reading.unit and g.question in reading.published.questions)


def _untested(found: Sequence[Pair]) -> tuple[Difference, ...]:
    return tuple(Difference(pair, None, None, None) for pair in found)


def _once(groups: Sequence[FigureGroup]) -> tuple[FigureGroup, ...]:
    return tuple({(group.unit, group.question): group for group in groups}.values())


def _tested(row: Difference, own: Sequence[Change]) -> FigureGroup:
    """The later group with p and corrected p at every item."""
    group = row.pair.after_group
    beside = {one.after.key: one for change in own for one in change.rows if one.pair.after_group is group}
    items = (
        replace(item, p=beside[item.key].p, q=beside[item.key].q) if item.key in beside else item
        for item in group.items
    )
    return replace(group, items=tuple(items))

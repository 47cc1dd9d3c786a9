"""The same question for every unit, side by side. Side by side is not a difference: that takes a test."""

from collections.abc import Sequence

from uitzicht.insight import tables
from uitzicht.insight.figures import drawn
from uitzicht.insight.menu import Selection
from uitzicht.insight.rules import is_shown
from uitzicht.insight.stories import Story
from uitzicht.insight.stories.section import Reading
from uitzicht.insight.tables import Table
from uitzicht.insight.vocabulary import FigureGroup, View


def by_unit(story: Story, reading: Reading, units: Sequence[str]) -> Table | None:
    """The first measure of the story that anybody here answered; None when there is none."""
    if not units:
        return None
    if story.by_unit:
        return story.by_unit(reading, units)
    selection = Selection(View.UNITS, tuple(units), reading.selection.kind)
    depths = {unit: reading.published.depth(unit) for unit in units}
    for measure in story.measures:
        groups = drawn(measure, reading.published, selection, reading.language).groups
        groups = _answered(groups)
        if groups and groups[0].items[0].score:
            return tables.by_unit_means(groups, depths)
        if groups:
            return tables.by_unit(groups, [depths[group.unit] for group in groups])
    return None


def _answered(groups: Sequence[FigureGroup]) -> tuple[FigureGroup, ...]:
    """Scores: every question that somebody answered. Counts: the first question only, in every unit."""
    answered = {group.question for group in groups if is_shown(group)}
    found = [group for group in groups if group.question in answered]
    if found and not found[0].items[0].score:
        found = [group for group in found if group.question == found[0].question]
    return tuple(found)

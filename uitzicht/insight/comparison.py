"""The same question for every unit or every group, side by side. Side by side is not a difference: that takes a test."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from uitzicht.insight import tables
from uitzicht.insight.figures import drawn
from uitzicht.insight.groups.cuts import Cut, is_certified, strata_shown, the_cut
from uitzicht.insight.labels import capital, stratum_label
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published
from uitzicht.insight.rules import is_shown
from uitzicht.insight.stories import Story
from uitzicht.insight.stories.groups import sentences
from uitzicht.insight.stories.section import Reading
from uitzicht.insight.tables import Table
from uitzicht.insight.vocabulary import FigureGroup, Kind, View


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
        groups = tuple(group for group in _answered(groups) if group.unit in depths)
        if groups and groups[0].items[0].score:
            return tables.by_unit_means(groups, depths)
        if groups:
            return tables.by_unit(groups, [depths[group.unit] for group in groups])
    return None


def by_group(story: Story, reading: Reading) -> list[Table]:
    """Every measure of the story that certified views publish, one row for each group of the cut; only what is answered."""
    of, selection = reading.published, reading.selection
    if not selection.by:
        return []
    cut, found = the_cut(of, selection.by, reading.language), []
    for measure in story.measures:
        groups = _answered(drawn(measure, of, selection, reading.language).groups)
        rows = [replace(group, unit_label=_head(of, cut, group)) for group in groups]
        if rows and rows[0].items[0].score:
            found.append(tables.by_unit_means(rows, dict.fromkeys([row.unit for row in rows], 0), cut.label))
        elif rows:
            found.append(tables.by_unit(rows, [0] * len(rows), cut.label))
    return found


def in_no_group(reading: Reading) -> list[str]:
    """Which groups are not shown, how many people stand in none, and why."""
    of, by, kind = reading.published, reading.selection.by, reading.selection.kind
    if not by:
        return []
    cut = the_cut(of, by, reading.language)
    hidden = [label for value, label in cut.values.items() if value and not is_certified(of, by, value, kind)]
    return sentences.in_no_view(of.view_waiting(by, kind), hidden, of.k)


def _head(of: Published, cut: Cut, group: FigureGroup) -> str:
    """The group; where only one kind of departure has a view, with that kind."""
    value = group.unit.partition(":")[2]
    shown = strata_shown(of, cut.key, value, group.kind)
    label = capital(cut.values[value])
    if group.kind is not Kind.ALL or len(shown) != 1:
        return label
    return _("{group}, {kind} only").format(group=label, kind=stratum_label(Kind(shown[0])))


def _answered(groups: Sequence[FigureGroup]) -> tuple[FigureGroup, ...]:
    """Scores: every question that somebody answered. Counts: the first question only, in every unit."""
    answered = {group.question for group in groups if is_shown(group)}
    found = [group for group in groups if group.question in answered]
    if found and not found[0].items[0].score:
        found = [group for group in found if group.question == found[0].question]
    return tuple(found)

"""Four rules by which products on the market protect answers, each as the groups of people that it publishes.

All have a minimum of five and publish how often each score was given. What is attacked is their rule, not a product.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from benchmarks.wall.company import MIX, Person, Quarter
from benchmarks.wall.reading import Group, read

MINIMUM = 5
Cell = tuple[str, str, str]  # unit, attribute ("" for everybody), value
Cells = Mapping[Cell, Group]
Rule = Callable[[Cells, Mapping[str, str | None]], Iterable[Group]]


def live_dashboard(quarters: Sequence[Quarter]) -> set[str]:
    """Figures of the year so far, renewed with every answer: the sixth answer of a year is the difference of two pages."""
    found: set[str] = set()
    for _, year in groupby(quarters, key=lambda quarter: quarter.year):
        people = [person for quarter in year for person in quarter.people]
        found |= {person.handle for person in people[MINIMUM:]}
        found |= read(people, [frozenset(person.handle for person in people[:MINIMUM])])
    return found


def frozen_with_filters(quarters: Sequence[Quarter]) -> set[str]:
    """Every quarter, and the year to date; each unit, and each unit by one attribute; five or more."""
    return _frozen(quarters, _large_enough)


def with_remainder_rule(quarters: Sequence[Quarter]) -> set[str]:
    """The same, but what is left of the group above it must be nobody, or five or more."""
    return _frozen(quarters, _with_remainder)


def complementary_suppression(quarters: Sequence[Quarter]) -> set[str]:
    """The same with the textbook rule: where one cell of a row is hidden, the next smallest is hidden too."""
    return _frozen(quarters, _suppressed)


RULES: Mapping[str, Callable[[Sequence[Quarter]], set[str]]] = {
    "live dashboard, minimum 5": live_dashboard,
    "frozen quarters + year to date, filters, minimum 5": frozen_with_filters,
    "the same with the remainder rule": with_remainder_rule,
    "the same with textbook complementary suppression": complementary_suppression,
}


def _frozen(quarters: Sequence[Quarter], rule: Rule) -> set[str]:
    found: set[str] = set()
    for _, of_year in groupby(quarters, key=lambda quarter: quarter.year):
        year = list(of_year)
        people = [person for quarter in year for person in quarter.people]
        groups: set[Group] = set()
        for number, quarter in enumerate(year, start=1):
            to_date = [person for earlier in year[:number] for person in earlier.people]
            for published in (quarter.people, to_date):
                groups.update(rule(_cells(published, quarter.parents), quarter.parents))
        found |= read(people, groups)
    return found


def _cells(people: Iterable[Person], parents: Mapping[str, str | None]) -> Cells:
    cells: defaultdict[Cell, set[str]] = defaultdict(set)
    for person in people:
        unit: str | None = person.unit
        while unit is not None:
            cells[unit, "", ""].add(person.handle)
            for attribute in MIX:
                cells[unit, attribute, person.values[attribute]].add(person.handle)
            unit = parents[unit]
    return {cell: frozenset(handles) for cell, handles in cells.items()}


def _large_enough(cells: Cells, _parents: Mapping[str, str | None]) -> Iterable[Group]:
    return (group for group in cells.values() if len(group) >= MINIMUM)


def _with_remainder(cells: Cells, parents: Mapping[str, str | None]) -> Iterable[Group]:
    for cell, group in cells.items():
        above = [len(cells[one]) - len(group) for one in _above(cell, parents) if one in cells]
        if len(group) >= MINIMUM and all(left == 0 or left >= MINIMUM for left in above):
            yield group


def _above(cell: Cell, parents: Mapping[str, str | None]) -> Iterable[Cell]:
    unit, attribute, value = cell
    parent = parents[unit]
    if parent is not None:
        yield parent, attribute, value
    if attribute:
        yield unit, "", ""


def _suppressed(cells: Cells, parents: Mapping[str, str | None]) -> Iterable[Group]:
    hidden = {cell for cell, group in cells.items() if len(group) < MINIMUM}
    rows: defaultdict[tuple[str, ...], list[Cell]] = defaultdict(list)
    for cell in cells:
        unit, attribute, value = cell
        if (parent := parents[unit]) is not None:
            rows["units", parent, attribute, value].append(cell)
        if attribute:
            rows["values", unit, attribute].append(cell)
    before = -1
    while before != len(hidden):
        before = len(hidden)
        for row in rows.values():
            shown = [cell for cell in row if cell not in hidden]
            if shown and len(row) - len(shown) == 1:
                hidden.add(min(shown, key=lambda cell: (len(cells[cell]), cell)))
    return (group for cell, group in cells.items() if cell not in hidden)

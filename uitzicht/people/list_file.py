"""A short list with named columns (CSV or spreadsheet): what is the same whatever it lists. Knows no database."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from uitzicht.people.staff_file.columns import plain

Rules = Mapping[str, tuple[str | Promise, str | Promise]]
"""Code -> the rule that is broken, and what to do; both with placeholders for the details."""
OF_EVERY_LIST: Rules = {
    "column_missing": (_("The file needs a column for this."), _("Add the column, with this name.")),
    "column_twice": (_("Two columns mean the same: {other}."), _("Take one of them out.")),
    "empty": (_("This may not be empty."), _("Fill it in for this row.")),
    "too_long": (_("This may be at most {limit} characters."), _("Shorten it.")),
}


@dataclass(frozen=True)
class Problem:
    """``row`` as a spreadsheet numbers it (the header is row 1); ``column`` as the file calls it. A list with rules of its
    own has a class of its own."""

    rules: ClassVar[Rules] = OF_EVERY_LIST

    row: int
    column: object
    value: str
    code: str
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def rule(self) -> str:
        return str(self.rules[self.code][0]).format(**self.details)

    @property
    def remedy(self) -> str:
        return str(self.rules[self.code][1]).format(**self.details)


P = TypeVar("P", bound=Problem)


def find_columns(
    header: Sequence[str],
    names: Mapping[str, Collection[str]],
    required: Collection[str],
    labels: Mapping[str, object],
    problem: type[P],
) -> tuple[dict[str, int], list[P]]:
    """Where each column stands, and which are there twice or not at all. ``names``: column -> what a file may call it."""
    known = {plain(name): column for column, said in names.items() for name in said}
    places: dict[str, int] = {}
    problems = []
    for place, name in enumerate(header):
        column = known.get(plain(name))
        if column in places:
            problems.append(problem(1, name, "", "column_twice", {"other": f"{header[places[column]]}, {name}"}))
        elif column:
            places[column] = place
    problems += [problem(1, labels[column], "", "column_missing") for column in required if column not in places]
    return places, problems

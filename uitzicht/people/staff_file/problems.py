"""What can be wrong in a staff list: where it stands, which rule it breaks and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

# code -> (the rule, what to do). Placeholders are filled from ``Problem.details``.
RULES = {
    "column_missing": (
        _("The file needs a column for this."),
        _("Add the column, or say in a mapping file which of your columns it is."),
    ),
    "column_twice": (
        _("Two columns mean the same: {other}."),
        _("Take one of them out, or say in a mapping file which one counts."),
    ),
    "column_unknown": (
        _("The mapping file names a column that the file does not have."),
        _("Correct the name in the mapping file."),
    ),
    "empty": (_("This may not be empty."), _("Fill it in for this row.")),
    "too_long": (_("This may be at most {limit} characters."), _("Shorten it.")),
    "number_twice": (
        _("An employee number belongs to one person; row {other} has it too."),
        _("Correct the number, or take one of the rows out."),
    ),
    "email": (_("This is not an e-mail address."), _("Correct the address, or leave it empty.")),
    "date_form": (
        _("This is not a date in the form {form}."),
        _("Write the date in that form, or give another form in a mapping file."),
    ),
    "end_before_start": (
        _("The end date lies before the start date ({other})."),
        _("Correct one of the two dates."),
    ),
    "birth_year": (
        _("This is no year of birth of somebody who started on {other}."),
        _("Correct it, or leave it empty."),
    ),
    "word": (
        _("This word is not known here. Known are: {known}."),
        _("Use one of these words, or translate yours in a mapping file."),
    ),
    "working_time": (
        _("Working time lies above 0 and is at most full time (here read as {form})."),
        _("Correct it, or say in a mapping file how it is written: percent, hours or fraction."),
    ),
    "manager_unknown": (
        _("Nobody in the file or among the staff has this number, address or name."),
        _("Write the employee number of the manager, or add the manager to the file."),
    ),
    "manager_ambiguous": (
        _("More than one person is called this."),
        _("Write the employee number of the manager instead of the name."),
    ),
    "manager_self": (_("Nobody leads themselves."), _("Leave it empty, or name somebody else.")),
    "manager_cycle": (
        _("The reporting line goes round in a circle: {line}."),
        _("Correct the manager of one of them; at the top it stays empty."),
    ),
    "starts_too_late": (
        _("This start date lies after a change of position on {other} that is already known."),
        _("Correct the date, or keep the one that is known."),
    ),
    "starts_too_early": (
        _("An earlier period in service lasted until {other}."),
        _("Correct the start date, or keep the one that is known."),
    ),
}


@dataclass(frozen=True)
class Problem:
    """``row`` as a spreadsheet numbers it (the header is row 1; 0: the file as a whole). ``column`` as the file calls it."""

    row: int
    column: str
    value: str
    code: str
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def rule(self) -> str:
        """Which rule is broken, in the reader's language."""
        return self._filled(0)

    @property
    def remedy(self) -> str:
        """What to do, in the reader's language."""
        return self._filled(1)

    def _filled(self, part: int) -> str:
        spoken = {name: _spoken(value) for name, value in self.details.items()}
        return str(RULES[self.code][part]).format(**spoken)


def _spoken(value: object) -> object:
    """Several words, each in the reader's language, as one list."""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value


class CellFault(ValueError):
    """A cell that breaks a rule; the reader adds row, column and value."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

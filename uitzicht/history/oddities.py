"""What is odd in a survey file, in words: which row, which column, which value, which rule, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _


class Severity(Enum):
    """What an oddity does: the row is left out, this answer counts as missing, or nothing (it is only told)."""

    LEFT_OUT = "left_out"
    MISSING = "missing"
    NOTICE = "notice"


class Rule(Enum):
    """Each rule with its severity; `TITLES` and `WHAT_TO_DO` hold the words."""

    KIND_MISSING = "kind_missing"
    KIND_UNKNOWN = "kind_unknown"
    NOT_A_DEPARTURE = "not_a_departure"
    EXTRA_CELLS = "extra_cells"
    SHORT_ROW = "short_row"
    UNKNOWN_CODE = "unknown_code"
    DATE_FORM = "date_form"
    DATE_IMPOSSIBLE = "date_impossible"
    DATE_LATER = "date_later"
    LEFT_BEFORE_STARTED = "left_before_started"
    NONE_WITH_REASON = "none_with_reason"
    NOTHING_TICKED = "nothing_ticked"
    MAIN_NOT_TICKED = "main_not_ticked"
    TIED_FIRST = "tied_first"
    UNIT_GAP = "unit_gap"
    REPEATED_ID = "repeated_id"
    LIKELY_DUPLICATE = "likely_duplicate"
    DUPLICATE_DROPPED = "duplicate_dropped"


SEVERITY: Mapping[Rule, Severity] = dict.fromkeys(Rule, Severity.NOTICE) | {
    Rule.KIND_MISSING: Severity.LEFT_OUT,
    Rule.KIND_UNKNOWN: Severity.LEFT_OUT,
    Rule.NOT_A_DEPARTURE: Severity.LEFT_OUT,
    Rule.EXTRA_CELLS: Severity.LEFT_OUT,
    Rule.DUPLICATE_DROPPED: Severity.LEFT_OUT,
    Rule.UNKNOWN_CODE: Severity.MISSING,
    Rule.DATE_FORM: Severity.MISSING,
    Rule.DATE_IMPOSSIBLE: Severity.MISSING,
    Rule.LEFT_BEFORE_STARTED: Severity.MISSING,
    Rule.TIED_FIRST: Severity.MISSING,
}

TITLES: Mapping[Rule, object] = {
    Rule.KIND_MISSING: _("No kind of departure"),
    Rule.KIND_UNKNOWN: _("Unknown kind of departure"),
    Rule.NOT_A_DEPARTURE: _("Not a departure"),
    Rule.EXTRA_CELLS: _("More cells than columns"),
    Rule.SHORT_ROW: _("Fewer cells than columns"),
    Rule.UNKNOWN_CODE: _("Unknown code"),
    Rule.DATE_FORM: _("Date in an unknown form"),
    Rule.DATE_IMPOSSIBLE: _("Date that cannot be"),
    Rule.DATE_LATER: _("Left later than today"),
    Rule.LEFT_BEFORE_STARTED: _("Left before starting"),
    Rule.NONE_WITH_REASON: _("“None of these” together with a reason"),
    Rule.NOTHING_TICKED: _("No box ticked"),
    Rule.MAIN_NOT_TICKED: _("Main reason not ticked"),
    Rule.TIED_FIRST: _("More than one first reason"),
    Rule.UNIT_GAP: _("Unit without the unit above it"),
    Rule.REPEATED_ID: _("Number used twice"),
    Rule.LIKELY_DUPLICATE: _("Likely duplicate"),
    Rule.DUPLICATE_DROPPED: _("Duplicate left out"),
}

WHAT_TO_DO: Mapping[Rule, object] = {
    Rule.KIND_MISSING: _("The row is left out. Fill in the kind of departure to import it."),
    Rule.KIND_UNKNOWN: _("The row is left out. Add this value under [kind] in the mapping, or correct the file."),
    Rule.NOT_A_DEPARTURE: _("The row is left out, as the mapping says. Nothing to do."),
    Rule.EXTRA_CELLS: _("The row is left out, because its cells may have shifted. Look for a separator too many."),
    Rule.SHORT_ROW: _("The cells at the end count as missing. Check that the line was not cut off."),
    Rule.UNKNOWN_CODE: _("This answer counts as missing. Add the value to the mapping if you know what it means."),
    Rule.DATE_FORM: _("The date counts as missing. Add its form to the mapping, or correct the file."),
    Rule.DATE_IMPOSSIBLE: _("The date counts as missing. Correct the file if you know the right one."),
    Rule.DATE_LATER: _("The row is kept. Its answers enter no release before that day."),
    Rule.LEFT_BEFORE_STARTED: _("The time in service counts as missing. Correct one of the two dates."),
    Rule.NONE_WITH_REASON: _("Both are kept as they stand. Correct the file if you know which one was meant."),
    Rule.NOTHING_TICKED: _("The row is kept as an answer without a reason. “None of these” is not filled in for it."),
    Rule.MAIN_NOT_TICKED: _("Both are kept as they stand. The main reason is not added to the ticked ones."),
    Rule.TIED_FIRST: _("The main reason counts as missing. The reasons themselves are kept."),
    Rule.UNIT_GAP: _("The row is kept at the last unit whose place in the tree is known."),
    Rule.REPEATED_ID: _("Both rows are kept. Check whether this is one person."),
    Rule.LIKELY_DUPLICATE: _("Both rows are kept. Import with duplicates dropped if this is one person."),
    Rule.DUPLICATE_DROPPED: _("The row is left out, because an earlier row is the same in everything but its number."),
}


@dataclass(frozen=True)
class Oddity:
    """`row`: as a spreadsheet numbers it. `column` and `value`: as in the file, empty where the whole row is meant."""

    row: int
    column: str
    value: str
    rule: Rule

    @property
    def severity(self) -> Severity:
        return SEVERITY[self.rule]

    @property
    def title(self) -> str:
        return str(TITLES[self.rule])

    @property
    def what_to_do(self) -> str:
        return str(WHAT_TO_DO[self.rule])

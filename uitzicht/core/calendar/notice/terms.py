"""The words of a notice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Giver(StrEnum):
    """Who ends the contract."""

    EMPLOYEE = "employee"
    EMPLOYER = "employer"


class Service(StrEnum):
    """How the notice reaches the other side."""

    HANDED_OVER = "handed_over"  # a letter of which the other signs a copy
    REGISTERED_LETTER = "registered_letter"
    BAILIFF = "bailiff"


class Unit(StrEnum):
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Term:
    """How long a notice runs."""

    count: int
    unit: Unit


class Code(StrEnum):
    """Why a date is what it is; the values each one carries stand beside it."""

    EFFECTIVE = "effective"  # on, service: the day from which the notice counts as given
    LETTER_TAKES_EFFECT = "letter_takes_effect"  # on, posted_on: the third working day
    BEGINS_MONDAY = "begins_monday"  # on
    BEGINS_MONTH = "begins_month"  # on
    SENIORITY = "seniority"  # months: whole months in service on the day that counts
    BY_LAW = "by_law"  # count, unit
    AS_AGREED = "as_agreed"  # count, unit
    STOOD_STILL = "stood_still"  # days: of the calendar, on which the notice did not run
    DAYS_ADDED = "days_added"  # days: of work without dates, taken after the notice
    NOT_EXTENDED = "not_extended"  # absences do not lengthen this notice
    ENDS_MONTH = "ends_month"  # on
    ENDS = "ends"  # on
    FIXED_TERM = "fixed_term"  # on: the end stood in the contract
    ANNOUNCE = "announce"  # on: by this day the employer says whether the contract goes on


@dataclass(frozen=True, slots=True)
class Because:
    """One step of the reasoning; ``values``: dates, numbers and codes only."""

    code: Code
    values: Mapping[str, date | int | str]


class NoticeNotKnown(ValueError):
    """The tables do not cover this case, or the notice would not be valid; ``code`` says which, ``values`` why."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

"""When a notice begins and the contract ends, by the law of a country: guidance with its reasons, never legal advice.

The rules are data (``rules/*.toml``), each with its source and the days between which it holds.
"""

from uitzicht.core.calendar.notice.reckoning import (
    NoticePeriod,
    fixed_term,
    months_later,
    notice_period,
    seniority_in_months,
)
from uitzicht.core.calendar.notice.tables import Scheme, schemes
from uitzicht.core.calendar.notice.terms import Because, Code, Giver, NoticeNotKnown, Service, Term, Unit

__all__ = [
    "Because",
    "Code",
    "Giver",
    "NoticeNotKnown",
    "NoticePeriod",
    "Scheme",
    "Service",
    "Term",
    "Unit",
    "fixed_term",
    "months_later",
    "notice_period",
    "schemes",
    "seniority_in_months",
]

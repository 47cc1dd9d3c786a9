"""The end of the contract that the law proposes, from what HR filled in: guidance that HR may overrule with a reason."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from uitzicht.core.calendar import workdays
from uitzicht.core.calendar.notice import Giver, NoticeNotKnown, NoticePeriod, Service, fixed_term, notice_period
from uitzicht.departures.holidays import public_holidays
from uitzicht.departures.terms import Terms
from uitzicht.departures.vocabulary import Kind

GIVER = {Kind.RESIGNATION: Giver.EMPLOYEE, Kind.RETIREMENT: Giver.EMPLOYEE, Kind.DISMISSAL: Giver.EMPLOYER}
"""Kinds that begin with a notice. Who retires gives one as who resigns does."""
LONGEST = 4  # years that the longest notice with its standstills can reach


@dataclass(frozen=True, slots=True)
class Proposal:
    """Either what follows from the notice, or why the tables do not say."""

    period: NoticePeriod | None = None
    unknown: NoticeNotKnown | None = None

    @property
    def ends_on(self) -> date | None:
        return self.period.ends_on if self.period else None


def propose(
    terms: Terms, *, ends_on: date | None, country: str, hired_on: date, closed: Collection[date]
) -> Proposal | None:
    """None for a kind that has no notice. ``ends_on``: what HR typed, the one end that a fixed term has; the one in
    ``terms`` is not read. ``closed``: closing days."""
    try:
        if terms.kind == Kind.END_OF_FIXED_TERM and ends_on and ends_on >= hired_on:
            return Proposal(fixed_term(country, hired_on=hired_on, ends_on=ends_on))
        if terms.kind not in GIVER:
            return None
        return Proposal(_by_notice(terms, country, hired_on, closed))
    except NoticeNotKnown as unknown:
        return Proposal(unknown=unknown)


def _by_notice(terms: Terms, country: str, hired_on: date, closed: Collection[date]) -> NoticePeriod:
    off = public_holidays(country, terms.notified_on.year, terms.notified_on.year + LONGEST)
    return notice_period(
        country,
        by=GIVER[Kind(terms.kind)],
        hired_on=hired_on,
        notified_on=terms.notified_on,
        service=Service(terms.service) if terms.service else None,
        holidays=off,
        absences=terms.absences,
        days_off=terms.days_off,
        work=workdays(terms.working_days, off.union(closed)),
    )

"""What follows from the answers of HR before anything is kept: the proposed end, the dates, and what to think of."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.conf import settings

from uitzicht.core.calendar import AbsenceKind, Reason
from uitzicht.departures import rules
from uitzicht.departures.notice import Proposal, propose
from uitzicht.departures.queries import closing_days, computed, hired_on
from uitzicht.departures.rules import Dates
from uitzicht.departures.terms import Terms
from uitzicht.departures.vocabulary import Kind
from uitzicht.people.models import Person

FAR = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Draft:
    """``terms`` and ``dates`` are None when the end of the contract is neither typed nor known. ``advice``: see below."""

    proposal: Proposal | None
    terms: Terms | None = None
    dates: Dates | None = None
    advice: tuple[str, ...] = ()

    @property
    def proposed_on(self) -> date | None:
        return self.proposal.ends_on if self.proposal else None

    @property
    def differs(self) -> bool:
        """HR typed another end than the one proposed."""
        return bool(self.proposed_on and self.terms and self.terms.ends_on != self.proposed_on)


def draft(person: Person, *, ends_on: date | None, on: date, **answers: Any) -> Draft:
    """``answers``: the other fields of ``Terms``. Refuses dates that contradict each other."""
    terms = Terms(**answers, ends_on=ends_on or answers["notified_on"])
    _ensure_years_plausible(terms, on)
    closed = closing_days()
    started_on = hired_on(person, notified_on=terms.notified_on)
    proposal = propose(terms, ends_on=ends_on, country=settings.UITZICHT.country, hired_on=started_on, closed=closed)
    end = ends_on or (proposal.ends_on if proposal else None)
    if end is None:
        return Draft(proposal)
    terms = replace(terms, ends_on=end)
    dates = checked_dates(terms, started_on=person.started_on, on=on, closed=closed)
    return Draft(proposal, terms, dates, advice(terms, dates, on=on))


def checked_dates(terms: Terms, *, started_on: date, on: date, closed: frozenset[date] | None = None) -> Dates:
    """The dates that follow from ``terms``; refuses a contradiction between any two of its dates."""
    _ensure_years_plausible(terms, on)
    rules.ensure_absences_agree(terms.absences, started_on=started_on, ends_on=terms.ends_on)
    dates = computed(terms, on=on, closed=closed)
    rules.ensure_dates_agree(
        notified_on=terms.notified_on,
        started_on=started_on,
        ends_on=terms.ends_on,
        last_day=dates.last_day_worked_on,
        days_off=sum(terms.days_off.values()),
        today=on,
    )
    return dates


def advice(terms: Terms, dates: Dates, *, on: date) -> tuple[str, ...]:
    """What HR should think of, as codes: "gone", "absent" or "at_once" when no day is left; "far", "away", "nights"."""
    if terms.kind == Kind.DEATH:
        return ()
    if dates.target_on is None:
        return (_why_no_day(terms, dates, on),)
    found = {
        "far": dates.target_on - on > FAR,
        "away": Reason.AWAY_BEFORE_THE_END in dates.reasons,
        "nights": terms.works_nights,
    }
    return tuple(code for code, holds in found.items() if holds)


def _why_no_day(terms: Terms, dates: Dates, on: date) -> str:
    if terms.ends_on < on:
        return "gone"
    suspended = any(one.kind is AbsenceKind.SUSPENDED and one.last_on >= on for one in terms.absences)
    return "absent" if suspended and dates.last_day_worked_on < on else "at_once"


def _ensure_years_plausible(terms: Terms, on: date) -> None:
    away = [day for absence in terms.absences for day in (absence.first_on, absence.last_on)]
    rules.ensure_years_plausible([terms.notified_on, terms.ends_on, *away], today=on)

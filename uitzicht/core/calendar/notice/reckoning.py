"""From the day a notice is given to the end of the contract, step by step with its reasons."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from uitzicht.core.calendar.absence import Absence, AbsenceKind, days_absent
from uitzicht.core.calendar.notice.tables import Country, Scheme, country_rules, scheme_for
from uitzicht.core.calendar.notice.terms import Because, Code, Giver, NoticeNotKnown, Service, Term, Unit
from uitzicht.core.calendar.workdays import ONE_DAY, Workdays, workdays

ALL_BUT_SUNDAY = "1111110"
MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class NoticePeriod:
    """``notice_starts_on`` and ``notice`` are None for a fixed term, where nobody gives notice.

    ``source``, ``address``: where the rule is published; empty when the term was agreed or fixed.
    """

    notice_starts_on: date | None
    notice: Term | None
    ends_on: date
    reasons: tuple[Because, ...]
    source: str = ""
    address: str = ""


def notice_period(
    country: str,
    *,
    by: Giver,
    hired_on: date,
    notified_on: date,
    service: Service | None = None,
    agreed: Term | None = None,
    holidays: Iterable[date] = (),
    absences: Iterable[Absence] = (),
    days_off: Mapping[AbsenceKind, int] | None = None,
    work: Workdays | None = None,
) -> NoticePeriod:
    """``service``: the usual way of ``by`` when None. ``agreed``: another term than the law's, from the contract.

    ``days_off``: days of work by kind that have no dates yet; where such days make the notice stand still they are
    taken after it, in days of ``work`` (every day but Sundays and ``holidays`` when None).
    Raises ``NoticeNotKnown`` for a country, a contract or a way of service that the tables do not cover.
    """
    rules, scheme = country_rules(country), scheme_for(country, by, hired_on, notified_on)
    holidays, absences = frozenset(holidays), tuple(absences)
    post_days = workdays(ALL_BUT_SUNDAY, holidays)
    effective_on, served = _served(rules, scheme, service, notified_on, post_days)
    starts_on, begins = _begins(rules, effective_on)
    months = seniority_in_months(hired_on, starts_on if scheme.seniority_on == "begin" else notified_on)
    term, why = _term(scheme, agreed, months)
    still = days_absent(a for a in absences if a.kind in scheme.stands_still)
    run_out_on = _run_out(starts_on, term, still)
    waiting = sum(days for kind, days in (days_off or {}).items() if kind in scheme.stands_still)
    ends_on = _free_of(work or post_days, still).ahead(run_out_on, waiting)
    away = any(a.kind is not AbsenceKind.EXEMPT for a in absences) or any((days_off or {}).values())
    reasons = (
        *served,
        begins,
        *why,
        *_standstill(scheme, starts_on, run_out_on, still, waiting, away),
        Because(Code.ENDS_MONTH if rules.begins == "month" else Code.ENDS, {"on": ends_on}),
    )
    source = ("", "") if agreed else (scheme.source, scheme.address)
    return NoticePeriod(starts_on, term, ends_on, reasons, *source)


def fixed_term(country: str, *, hired_on: date, ends_on: date) -> NoticePeriod:
    """The end stood in the contract; where the law asks for it, by when the employer says whether it goes on."""
    rules = country_rules(country)
    reasons = [Because(Code.FIXED_TERM, {"on": ends_on})]
    if rules.announce_months and seniority_in_months(hired_on, ends_on + ONE_DAY) >= rules.announce_from_months:
        reasons.append(Because(Code.ANNOUNCE, {"on": months_later(ends_on, -rules.announce_months)}))
    return NoticePeriod(None, None, ends_on, tuple(reasons))


def seniority_in_months(hired_on: date, on: date) -> int:
    """Whole months in service on ``on``; raises ``NoticeNotKnown`` before the first day."""
    if on < hired_on:
        raise NoticeNotKnown("before_start", hired_on=hired_on, given_on=on)
    months = (on.year - hired_on.year) * MONTHS_A_YEAR + on.month - hired_on.month
    return months - (months_later(hired_on, months) > on)


def months_later(day: date, months: int) -> date:
    """The same day of another month, or its last one when it is shorter."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _served(
    rules: Country, scheme: Scheme, service: Service | None, notified_on: date, post_days: Workdays
) -> tuple[date, list[Because]]:
    service = service or scheme.services[0]
    if service not in scheme.services:
        raise NoticeNotKnown("service", by=scheme.by.value, service=service.value)
    if service is Service.REGISTERED_LETTER and rules.letter_days:
        on = post_days.ahead(notified_on, rules.letter_days)
        return on, [Because(Code.LETTER_TAKES_EFFECT, {"on": on, "posted_on": notified_on})]
    return notified_on, [Because(Code.EFFECTIVE, {"on": notified_on, "service": service.value})]


def _begins(rules: Country, effective_on: date) -> tuple[date, Because]:
    if rules.begins == "monday":
        on = effective_on + timedelta(days=7 - effective_on.weekday())
        return on, Because(Code.BEGINS_MONDAY, {"on": on})
    on = months_later(effective_on.replace(day=1), 1)
    return on, Because(Code.BEGINS_MONTH, {"on": on})


def _term(scheme: Scheme, agreed: Term | None, months: int) -> tuple[Term, list[Because]]:
    if agreed:
        return agreed, [Because(Code.AS_AGREED, {"count": agreed.count, "unit": agreed.unit.value})]
    term = scheme.term(months)
    return term, [
        Because(Code.SENIORITY, {"months": months}),
        Because(Code.BY_LAW, {"count": term.count, "unit": term.unit.value}),
    ]


def _run_out(starts_on: date, term: Term, still: frozenset[date]) -> date:
    """The last day of the notice when it stands still on the days ``still``."""
    if term.unit is Unit.WEEKS:
        last = starts_on + timedelta(weeks=term.count) - ONE_DAY
    else:
        last = months_later(starts_on, term.count) - ONE_DAY
    running, day = (last - starts_on).days + 1, starts_on - ONE_DAY
    while running:
        day += ONE_DAY
        running -= day not in still
    return day


def _free_of(work: Workdays, still: frozenset[date]) -> Workdays:
    """An absence with dates that begins right after the notice is no day on which another can be taken."""
    return Workdays(work.weeks, work.off | still)


def _standstill(
    scheme: Scheme, starts_on: date, run_out_on: date, still: frozenset[date], waiting: int, away: bool
) -> list[Because]:
    stood = sum(starts_on <= day <= run_out_on for day in still)
    steps = [Because(Code.STOOD_STILL, {"days": stood})] if stood else []
    if waiting:
        steps.append(Because(Code.DAYS_ADDED, {"days": waiting}))
    if away and not steps:
        steps.append(Because(Code.NOT_EXTENDED, {}))
    return steps

"""From each case to somebody of its team, with dates and a diary seen from the day of the anchor."""

import random
from datetime import date, timedelta

from uitzicht.core.calendar import Workdays, workdays
from uitzicht.demo.generator.cases import CASES, Case
from uitzicht.demo.generator.company import TEAMS
from uitzicht.demo.generator.diary import COUNTRY, Diary
from uitzicht.demo.generator.leavers import Leaver, describe
from uitzicht.demo.generator.own_pages import OwnPages
from uitzicht.demo.generator.staff import Employee, weekday
from uitzicht.demo.generator.workforce import Workforce
from uitzicht.departures.holidays import public_holidays

WEEK = "1111100"
LAST_DAY_AFTER_TALK = timedelta(days=7)
CODED_AFTER = timedelta(days=4)


def under_way(draw: random.Random, force: Workforce) -> list[tuple[Leaver, Diary, OwnPages]]:
    """Every case for which somebody works in its team."""
    found = []
    for case in CASES:
        pair = _settle(draw, force, case)
        if pair is not None:
            found.append((*pair, case.own))
    return found


def _settle(draw: random.Random, force: Workforce, case: Case) -> tuple[Leaver, Diary] | None:
    today = force.anchor
    work = workdays(WEEK, public_holidays(COUNTRY, today.year - 1, today.year + 1))
    talk_on = _talk_on(case, work, today)
    ends_on = work.on_or_after((talk_on + LAST_DAY_AFTER_TALK) if talk_on else today + timedelta(days=case.last_day))
    registered_on = work.on_or_before(today - timedelta(days=case.registered))
    employee = _somebody(draw, force, case, ends_on)
    if employee is None:
        return None
    employee.fixed, employee.working_time = True, 100
    if case.left:
        force.left(employee, ends_on)
    team = next(team for team in TEAMS if team.path == case.team)
    facts = describe(draw, employee, team, case.kind, ends_on, weeks=0)
    leaver = Leaver(
        **{name: getattr(facts, name) for name in ("employee", "team", "kind", "ends_on")},
        notified_on=weekday(registered_on - timedelta(days=1)),
        leave_days=0,
        recup_days=0,
        working_days=WEEK,
        desirability=facts.desirability if case.stage != "registered" else "",
        course={"declined": "declined"}.get(case.stage, "talked" if talk_on else "missed"),
    )
    return leaver, _diary(case, work, registered_on, talk_on, today)


def _talk_on(case: Case, work: Workdays, today: date) -> date | None:
    if case.left:
        return work.on_or_before(today - timedelta(days=case.left) - LAST_DAY_AFTER_TALK)
    return None if case.talk is None else _shifted(work, today, case.talk)


def _diary(case: Case, work: Workdays, registered_on: date, talk_on: date | None, today: date) -> Diary:
    decided_on = None if case.stage == "registered" else registered_on
    if talk_on is None:
        declined_on = work.on_or_after(registered_on + timedelta(days=5)) if case.stage == "declined" else None
        return Diary(registered_on, decided_on, declined_on=declined_on)
    planned_on = work.on_or_after(registered_on + timedelta(days=2))
    yesterday = work.on_or_before(today - timedelta(days=1))
    # A diary goes on after today; only a stage that somebody has to bring about keeps it from doing so.
    return Diary(
        registered_on,
        decided_on,
        planned_on=min(planned_on, today),
        invited_on=min(planned_on, today) if case.stage != "planned" else None,
        prepared_on=min(work.back(talk_on, 1), yesterday) if case.stage in ("prepared", "held", "coded") else None,
        talk_on=talk_on,
        hour=case.hour,
        coded_on=min(work.on_or_after(talk_on + CODED_AFTER), yesterday) if case.stage == "coded" else None,
        interviewer=case.interviewer,
    )


def _somebody(draw: random.Random, force: Workforce, case: Case, ends_on: date) -> Employee | None:
    team = next(team for team in TEAMS if team.path == case.team)
    if case.kind == "end_of_fixed_term":
        return force.hire(team, weekday(ends_on - timedelta(days=365)), temporary=True)
    here = force.here(team, force.anchor, for_days=120 + case.left)
    if not here:
        return None
    if case.kind != "retirement":
        return draw.choice(here)
    eldest = max(here, key=lambda one: one.tenure(ends_on))
    eldest.birth_year = ends_on.year - 65
    return eldest


def _shifted(work: Workdays, today: date, days: int) -> date:
    if days < 0:
        return work.back(today - timedelta(days=1), -days - 1)
    day = today
    for _ in range(days):
        day = work.on_or_after(day + timedelta(days=1))
    return day

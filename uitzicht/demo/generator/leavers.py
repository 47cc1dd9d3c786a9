"""Who leaves when and how: public facts, decided before a word is said."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from uitzicht.demo.generator.company import TEAMS, TROUBLED_TEAM, Team
from uitzicht.demo.generator.staff import YEAR, Employee, weekday
from uitzicht.demo.generator.workforce import NEW_LEAD_AFTER, Workforce

PER_HUNDRED = {
    "resignation": 61,
    "end_of_fixed_term": 12,
    "retirement": 9,
    "dismissal": 9,
    "mutual_agreement": 8,
    "other": 1,
}
# Who takes part: talks, declines, or is gone before anybody asked. The rest of each hundred is the last.
TALKS = {
    "resignation": (89, 6),
    "retirement": (92, 5),
    "end_of_fixed_term": (79, 9),
    "mutual_agreement": (74, 16),
    "dismissal": (58, 22),
    "other": (75, 10),
    "death": (0, 0),
}
NOTICE_WEEKS = {
    "end_of_fixed_term": (5, 8),
    "retirement": (20, 27),
    "dismissal": (4, 15),
    "mutual_agreement": (3, 7),
    "other": (5, 8),
}
FIXED_TERM_DAYS = (184, 365)
RECENT = timedelta(days=84)  # since the last release: enough people for another one
RECENT_SHARE = 0.13


@dataclass(frozen=True)
class Leaver:
    """``course``: "talked", "declined" or "missed". ``night``, ``troubled``: of the team at exit."""

    employee: Employee
    team: Team
    kind: str
    notified_on: date
    ends_on: date
    leave_days: int
    recup_days: int
    working_days: str
    desirability: str
    course: str

    @property
    def night(self) -> bool:
        return self.team.night

    @property
    def troubled(self) -> bool:
        return self.team.path == TROUBLED_TEAM


def leavers(draw: random.Random, force: Workforce, count: int) -> Iterator[Leaver]:
    """``count`` departures from the begin until today, oldest first; the workforce changes along the way."""
    exits = _exits(draw, force, count)
    for (ends_on, team), kind in zip(exits, _kinds(draw, [team for _, team in exits]), strict=True):
        if (leaver := leave(draw, force, team, kind, ends_on)) is not None:
            yield leaver


def leave(draw: random.Random, force: Workforce, team: Team, kind: str, ends_on: date) -> Leaver | None:
    """Somebody of the team leaves; None when nobody there could."""
    if kind == "end_of_fixed_term":
        started_on = weekday(ends_on - timedelta(days=draw.choice(FIXED_TERM_DAYS)))
        employee = force.hire(team, started_on, temporary=True)
    else:
        here = force.here(team, ends_on, for_days=3000 if kind == "retirement" else 120)
        if not here:
            return None
        employee = _who(draw, team, kind, here, ends_on)
    if kind == "retirement":
        employee.birth_year = ends_on.year - draw.choice((62, 64, 65, 65, 66))
    leaver = describe(draw, employee, team, kind, ends_on)
    force.leave(employee, ends_on)
    return leaver


def describe(
    draw: random.Random, employee: Employee, team: Team, kind: str, ends_on: date, *, weeks: int | None = None
) -> Leaver:
    """The facts of one departure; ``weeks`` of notice, drawn where it is not given."""
    notice = weeks if weeks is not None else _notice_weeks(draw, kind, employee.tenure(ends_on))
    notified_on = max(weekday(ends_on - timedelta(weeks=notice)), weekday(employee.started_on + timedelta(days=33)))
    notified_on = min(notified_on, ends_on)
    calm = (ends_on - notified_on).days >= 25
    return Leaver(
        employee=employee,
        team=team,
        kind=kind,
        notified_on=notified_on,
        ends_on=ends_on,
        leave_days=draw.choice((0, 0, 1, 2, 3, 5, 6)) if calm else 0,
        recup_days=draw.choice((0, 0, 0, 1, 2, 4)) if calm else 0,
        working_days=_week(draw, employee.working_time, team.night),
        desirability=_desirability(draw, kind),
        course=_course(draw, kind, calm),
    )


def _exits(draw: random.Random, force: Workforce, count: int) -> list[tuple[date, Team]]:
    """Days and teams, oldest first. The troubled team leaves mostly after its lead changed."""
    weights = [team.size * team.leaving for team in TEAMS]
    found = []
    for place in range(count):
        team = draw.choices(TEAMS, weights)[0]
        first, last = force.begin + timedelta(days=25), force.anchor - timedelta(days=6)
        if team.path == TROUBLED_TEAM and draw.random() < 0.9:
            first = force.begin + (force.anchor - force.begin) * (NEW_LEAD_AFTER + 0.08)
        if place < count * RECENT_SHARE:
            first = force.anchor - RECENT
        found.append((weekday(first + (last - first) * draw.random()), team))
    return sorted(found, key=lambda exit_: (exit_[0], exit_[1].path))


def _kinds(draw: random.Random, teams: list[Team]) -> list[str]:
    """One for each exit; who leaves the troubled team, resigns."""
    pool = [kind for kind, share in PER_HUNDRED.items() for _ in range(int(share * len(teams) / 100))]
    pool += ["resignation"] * (len(teams) - len(pool))
    draw.shuffle(pool)
    pool[pool.index("resignation")] = "death"
    found = []
    for team in teams:
        wanted = "resignation" if team.path == TROUBLED_TEAM and "resignation" in pool else pool[-1]
        pool.reverse()
        pool.remove(wanted)
        pool.reverse()
        found.append(wanted)
    return found


def _who(draw: random.Random, team: Team, kind: str, here: list[Employee], on: date) -> Employee:
    if kind == "retirement":
        return max(here, key=lambda one: one.tenure(on))
    # The night is left early, the day later; a dismissal hits anybody.
    slope = 0.15 if team.night else 4.0
    weights = [1.0 if kind == "dismissal" else 1 / (slope + one.tenure(on)) for one in here]
    return draw.choices(here, weights)[0]


def _notice_weeks(draw: random.Random, kind: str, tenure: float) -> int:
    if kind == "death":
        return 0
    if kind == "resignation":
        return draw.randint(4, 5) if tenure < 1 else draw.randint(5, 8) if tenure < 5 else draw.randint(9, 13)
    if kind == "dismissal" and draw.random() < 0.3:
        return 0
    return draw.randint(*NOTICE_WEEKS[kind])


def _week(draw: random.Random, working_time: int, night: bool) -> str:
    if working_time == 50:
        return "1110000"
    if working_time == 80:
        return draw.choice(("1111000", "1101100", "1110100"))
    return draw.choice(("1111100", "1111001")) if night else "1111100"


def _desirability(draw: random.Random, kind: str) -> str:
    chances = {
        "resignation": (12, 82),
        "dismissal": (92, 4),
        "mutual_agreement": (66, 26),
        "end_of_fixed_term": (38, 52),
        "retirement": (30, 60),
    }
    desired, undesired = chances.get(kind, (0, 0))
    return draw.choices(("desired", "undesired", ""), (desired, undesired, 100 - desired - undesired))[0]


def _course(draw: random.Random, kind: str, calm: bool) -> str:
    talks, declines = TALKS[kind] if calm else (0, 0)
    return draw.choices(("talked", "declined", "missed"), (talks, declines, 100 - talks - declines))[0]


def years_in_service(leaver: Leaver) -> int:
    """Whole years on the last day."""
    return int((leaver.ends_on - leaver.employee.started_on).days / YEAR)

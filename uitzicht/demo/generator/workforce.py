"""Who works in which team from day to day: hired, moved, gone, replaced."""

import random
from collections.abc import Iterable
from datetime import date, timedelta

from uitzicht.demo.generator.cast import CAST
from uitzicht.demo.generator.company import BRANCHES, TEAMS, TROUBLED_TEAM, Team
from uitzicht.demo.generator.names import Name, Names
from uitzicht.demo.generator.staff import FULL, HALF, MOST_OF_THE_WEEK, YEAR, Employee, born, career, weekday

Path = tuple[str, ...]
FEWEST = 3  # in a team, with its lead, however small the scale
NEW_LEAD_AFTER = 0.36  # of the period: then the troubled team gets another team lead


class Workforce:
    """``employees`` grows along the way; ``leads``: who leads a unit from which day on, oldest first."""

    def __init__(self, draw: random.Random, begin: date, anchor: date, scale: float) -> None:
        self.draw, self.begin, self.anchor = draw, begin, anchor
        self.names = Names(draw, {(part.first, part.last) for part in CAST.values()})
        self.employees: list[Employee] = []
        self.leads: dict[Path, list[tuple[date, Employee]]] = {}
        self.members: dict[Path, list[Employee]] = {team.path: [] for team in TEAMS}
        for branch in BRANCHES:
            self._lead(branch.path, branch.lead, None)
        for team in TEAMS:
            self._lead(team.path, team.lead, team)
            for name in (part.name for part in CAST.values() if part.team == team.path and not part.leads):
                self.hire(team, self._long_ago(3, 14), name=name).fixed = True
            while len(self.members[team.path]) + 1 < max(FEWEST, round(team.size * scale)):
                self.hire(team, self._began(team))
        self._change_lead()

    def hire(self, team: Team, started_on: date, *, name: Name | None = None, temporary: bool = False) -> Employee:
        """Somebody new; ``temporary``: with a contract that ends by itself."""
        employee = self._employee(name or self.names.next(), started_on, [(started_on, team)])
        employee.temporary = temporary
        if not temporary:
            employee.promotions = career(self.draw, started_on, self.anchor, len(team.ladder) - 1)
            employee.working_time = self.draw.choices((FULL, MOST_OF_THE_WEEK, HALF), (82, 13, 5))[0]
            if self.draw.random() < 0.3:
                employee.temporary_until = started_on + timedelta(days=365)
            self.members[team.path].append(employee)
        return employee

    def here(self, team: Team, on: date, *, for_days: int = 0) -> list[Employee]:
        """Members of a team on a day, in service for at least ``for_days``, without those who have a part of their own."""
        latest = on - timedelta(days=for_days)
        return [
            one
            for one in self.members[team.path]
            if one.started_on <= latest and one.places[-1][0] <= latest and not one.fixed
        ]

    def leave(self, employee: Employee, on: date) -> None:
        """Their last day; somebody else comes later, from outside or from another team."""
        employee.ended_on = on
        if employee.temporary:
            return
        self.members[employee.team.path].remove(employee)
        self._replace(employee.team, on + timedelta(days=self.draw.randint(14, 75)))

    def left(self, employee: Employee, on: date) -> None:
        """They left some time ago, and the place is still empty."""
        employee.ended_on = on
        self.members[employee.team.path].remove(employee)

    def lead_on(self, path: Path, on: date, *, besides: Employee) -> Employee | None:
        """Who leads the people of a unit on a day: its own lead, or for that one the lead above."""
        for depth in range(len(path), -1, -1):
            held = [lead for since, lead in self.leads.get(path[:depth], ()) if since <= on]
            if held and held[-1] is not besides:
                return held[-1]
        return None

    def _replace(self, team: Team, on: date) -> None:
        if on >= self.anchor:
            return
        elsewhere = [one for one in TEAMS if one.family == team.family and one is not team]
        movable = [
            one
            for other in elsewhere
            for one in self.here(other, on, for_days=400)
            if len(self.members[other.path]) > 1 and not one.temporary_until
        ]
        if movable and self.draw.random() < 0.22:
            mover = self.draw.choice(movable)
            self.members[mover.team.path].remove(mover)
            left = mover.team
            mover.places.append((on, team))
            self.members[team.path].append(mover)
            on += timedelta(days=self.draw.randint(14, 60))
            team = left
        if on < self.anchor:
            self.hire(team, weekday(on))

    def _lead(self, path: Path, title: str, team: Team | None) -> None:
        part = next((part for part in CAST.values() if part.leads and part.team == path), None)
        since = self._long_ago(4, 16)
        employee = self._employee(part.name if part else self.names.next(), since, [(since, team)] if team else [])
        start = min(since + timedelta(days=self.draw.randint(0, 1200)), self.begin - timedelta(days=90))
        employee.titles = [(start if team else since, path, title)]
        employee.fixed = True
        self.leads[path] = [(employee.titles[0][0], employee)]

    def _change_lead(self) -> None:
        """The old team lead goes on with a project; the new one comes from outside."""
        team = next(team for team in TEAMS if team.path == TROUBLED_TEAM)
        day = weekday(self.begin + (self.anchor - self.begin) * NEW_LEAD_AFTER)
        old = self.leads[team.path][0][1]
        old.titles.append((day, team.path[:1], "Projectleider magazijn"))
        new = self._employee(self.names.next(), day, [(day, team)])
        new.titles, new.fixed = [(day, team.path, team.lead)], True
        self.leads[team.path].append((day, new))

    def _employee(self, name: Name, started_on: date, places: Iterable[tuple[date, Team]]) -> Employee:
        employee = Employee(f"H{1001 + len(self.employees)}", name, list(places))
        employee.birth_year = born(self.draw, started_on, self.anchor)
        self.employees.append(employee)
        return employee

    def _began(self, team: Team) -> date:
        years = min(31.0, 0.15 + self.draw.expovariate(1 / (2.4 if team.night else 7)))
        return weekday(self.begin - timedelta(days=round(years * YEAR)))

    def _long_ago(self, least: int, most: int) -> date:
        return weekday(self.begin - timedelta(days=round(self.draw.uniform(least, most) * YEAR)))

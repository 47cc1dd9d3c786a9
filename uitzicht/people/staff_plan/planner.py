"""Compares each row with what is known and gathers the plan."""

from copy import copy
from datetime import date, timedelta

from uitzicht.people.models import Person
from uitzicht.people.staff_file import Problem, StaffFile, StaffRow
from uitzicht.people.staff_file.problems import CellFault
from uitzicht.people.staff_plan.differences import Wording, describe
from uitzicht.people.staff_plan.known import Known, in_service
from uitzicht.people.staff_plan.managers import Directory, Named, circles
from uitzicht.people.staff_plan.plan import Line, Plan
from uitzicht.people.staff_plan.timeline import Placing, Service, Work, follow

PERSONAL = ("first_name", "last_name", "work_email", "private_email", "language", "gender")


class Planner:
    """``take`` every row, then ``finish``."""

    def __init__(self, known: Known, file: StaffFile, *, on: date, complete: bool) -> None:
        self.known, self.file, self.on = known, file, on
        self.plan = Plan(on, complete, problems=list(file.problems))
        self.new = {row.employee_number: Person(employee_number=row.employee_number) for row in file.rows}
        self.directory = Directory(self._named())
        self.wording = Wording(known, {person.pk: row for row in file.rows for person in [self._person(row)]})
        self.leads: dict[str, str] = {}
        self.units = set(known.units)
        self.faulty = {problem.row for problem in file.problems}

    def take(self, row: StaffRow) -> None:
        """Plan one row; a problem is kept and the row is otherwise skipped."""
        before = self.known.people.get(row.employee_number)
        try:
            manager = self._manager(row, before)
            if row.row in self.faulty:
                return  # nothing will be written: only look for further problems
            if before is None:
                self._add(row, self._work(row, None, manager))
            else:
                self._change(row, before, self._work(row, self.known.last(before), manager))
        except CellFault as fault:
            column = "manager" if fault.code.startswith("manager") else "started_on"
            value = (row.manager or "") if column == "manager" else row.started_on.isoformat()
            called = self.file.columns.get(column, column)
            self.plan.problems.append(Problem(row.row, called, value, fault.code, fault.details))

    def finish(self) -> Plan:
        """Who is missing from a complete file has ended; then circles, and the problems in the order of the file."""
        if self.plan.complete:
            self._end_missing()
        self._find_circles()
        self.plan.problems.sort(key=lambda problem: problem.row)
        return self.plan

    def _named(self) -> list[Named]:
        listed = [
            Named(
                row.employee_number,
                row.first_name,
                row.last_name,
                row.work_email or "",
                row.ended_on is None or row.ended_on >= self.on,
            )
            for row in self.file.rows
        ]
        others = [
            Named(number, one.first_name, one.last_name, one.work_email, in_service(one, self.on))
            for number, one in self.known.people.items()
            if number not in self.new
        ]
        return listed + others

    def _person(self, row: StaffRow) -> Person:
        return self.known.people.get(row.employee_number) or self.new[row.employee_number]

    def _manager(self, row: StaffRow, before: Person | None) -> str | None:
        """The manager's employee number, also kept to look for circles."""
        last = self.known.last(before) if before else None
        if row.manager is None:
            number = self.known.numbers.get(last.work.manager_id) if last and last.work.manager_id else None
        else:
            number = self.directory.find(row.manager) if row.manager else None
        if number == row.employee_number:
            raise CellFault("manager_self")
        if number is not None and (row.ended_on is None or row.ended_on >= self.on):
            self.leads[row.employee_number] = number
        return number

    def _work(self, row: StaffRow, last: Placing | None, manager: str | None) -> Work:
        old = last.work if last else Work((), "", "", None, "", 100)
        leader = (self.known.people.get(manager) or self.new[manager]) if manager else None
        return Work(
            unit=row.unit[1:] if row.unit[:1] and row.unit[0] in self.known.roots else row.unit,
            title=old.title if row.title is None else row.title,
            job_family=old.job_family if row.job_family is None else row.job_family,
            manager_id=leader.pk if leader else None,
            contract=old.contract if row.contract is None else row.contract,
            working_time=old.working_time if row.working_time is None else row.working_time,
        )

    def _add(self, row: StaffRow, work: Work) -> None:
        person = self.new[row.employee_number]
        _fill(person, row, Service(row.started_on, row.ended_on))
        first = Placing(None, person.pk, work, row.started_on, None)
        if row.ended_on is not None:
            first = Placing(None, person.pk, work, row.started_on, row.ended_on + timedelta(days=1))
        self.plan.people_added.append(person)
        self._place([first])
        self.plan.added.append(Line(row.employee_number, person.name, self.wording.unit(work.unit), work.title))

    def _change(self, row: StaffRow, before: Person, work: Work) -> None:
        service = Service(row.started_on, self._end(row, before))
        history = self.known.placings.get(before.pk, [])
        if history:
            after = follow(history, self.known.service(before), service, work, self.on)
        else:
            after = [Placing(None, before.pk, work, max(self.on, service.started_on), None)]
        person = copy(before)
        _fill(person, row, service)
        changes = describe(before, person, self.known.last(before), after[-1], self.wording)
        if not changes:
            self.plan.unchanged += 1
            return
        self._write(before, person, history, after)
        ends = {change.field for change in changes} == {"ended_on"} and person.ended_on is not None
        line = Line(row.employee_number, person.name, self.wording.unit(work.unit), work.title, changes)
        (self.plan.ended if ends else self.plan.changed).append(line)

    def _write(self, before: Person, person: Person, history: list[Placing], after: list[Placing]) -> None:
        if _values(before) != _values(person):
            self.plan.people_changed.append(person)
        self._place([placing for placing in after if placing not in history])
        kept = {placing.id for placing in after}
        self.plan.removed += [one.id for one in history if one.id is not None and one.id not in kept]

    def _end(self, row: StaffRow, before: Person) -> date | None:
        if row.says_end:
            return row.ended_on
        if before.ended_on is None:
            return None
        # A list without ends says nothing of them: who starts after the known end, or is in a list of everybody, is back.
        back = row.started_on > before.ended_on or (self.plan.complete and before.ended_on < self.on)
        return None if back else before.ended_on

    def _end_missing(self) -> None:
        for number, before in self.known.people.items():
            if number in self.new or not in_service(before, self.on):
                continue
            history = self.known.placings.get(before.pk, [])
            last_day = max([self.on - timedelta(days=1), before.started_on, *(one.valid_from for one in history[-1:])])
            person = copy(before)
            person.ended_on = last_day
            service, last = Service(before.started_on, last_day), history[-1] if history else None
            after = follow(history, self.known.service(before), service, last.work, self.on) if last else []
            self._write(before, person, history, after)
            unit, title = (self.wording.unit(last.work.unit), last.work.title) if last else ("", "")
            changes = describe(before, person, None, None, self.wording)
            self.plan.ended.append(Line(number, before.name, unit, title, changes))

    def _place(self, placings: list[Placing]) -> None:
        self.plan.placings += placings
        for placing in placings:
            for depth in range(len(placing.work.unit) + 1):
                path = placing.work.unit[:depth]
                if path not in self.units:
                    self.units.add(path)
                    self.plan.new_units.append(path)

    def _find_circles(self) -> None:
        for number, person in self.known.people.items():
            last = self.known.last(person)
            if number not in self.new and in_service(person, self.on) and last and last.work.manager_id:
                self.leads[number] = self.known.numbers[last.work.manager_id]
        rows = {row.employee_number: row for row in self.file.rows}
        for circle in circles(self.leads):
            row = min((rows[number] for number in circle if number in rows), key=lambda one: one.row, default=None)
            if row is not None:
                turned = circle[circle.index(row.employee_number) :] + circle[: circle.index(row.employee_number)]
                line = " → ".join([*turned, turned[0]])
                called = self.file.columns.get("manager", "manager")
                self.plan.problems.append(Problem(row.row, called, row.manager or "", "manager_cycle", {"line": line}))


def _fill(person: Person, row: StaffRow, service: Service) -> None:
    for name in PERSONAL:
        value = getattr(row, name)
        if value is not None:
            setattr(person, name, value)
    if row.says_birth:
        person.birth_year = row.birth_year
    person.started_on, person.ended_on = service.started_on, service.ended_on


def _values(person: Person) -> list[object]:
    return [getattr(person, one.attname) for one in Person._meta.concrete_fields]

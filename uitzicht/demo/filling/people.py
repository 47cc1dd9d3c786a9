"""Staff with their history, and the accounts of the cast."""

import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

from uitzicht.demo.generator import Organisation
from uitzicht.demo.generator.cast import CAST, Part
from uitzicht.demo.generator.company import BRANCHES, DOMAIN, TEAMS
from uitzicht.demo.generator.staff import Employee, Stint
from uitzicht.people.models import Person, Position, User
from uitzicht.people.queries import unit_tree
from uitzicht.people.services import add_user, unit_by_path
from uitzicht.privacy import audit

DAY = timedelta(days=1)
_IDS = uuid.UUID("8a3c1f52-6f0e-4e57-9d55-3a2b7c0d1e90")
Path = tuple[str, ...]


def write_staff(organisation: Organisation, *, by: str, at: datetime) -> dict[str, Person]:
    """Everybody who works or worked here, by employee number. A staff list tells only of the day it was made; a history
    of three years is written as it would stand after all of them."""
    units = _write_units(by=by, at=at)
    people = {one.number: _person(one) for one in organisation.employees}
    Person.objects.bulk_create(people.values())
    positions = [
        position
        for employee in organisation.employees
        for position in _positions(organisation, employee, people, units)
    ]
    Position.objects.bulk_create(positions)
    audit.record("staff.imported", by=by, at=at, detail={"added": len(people), "units_added": len(units)})
    return people


def write_accounts(people: dict[str, Person], *, by: str, at: datetime) -> dict[str, User]:
    """The accounts of the cast, by part. Nobody has a password: the demo lets people in with one click."""
    numbers = {(person.first_name, person.last_name): person for person in people.values()}
    paths = unit_tree().by_path()
    return {
        key: add_user(
            email=part.email,
            name=f"{part.first} {part.last}",
            roles={part.role: paths[part.team] if part.role == "leader" and part.team is not None else None},
            password=None,
            language=part.language,
            person=numbers.get((part.first, part.last)),
            by=by,
            at=at,
        )
        for key, part in CAST.items()
    }


def employee_id(number: str) -> uuid.UUID:
    """The same person has the same id in every demo."""
    return uuid.uuid5(_IDS, number)


def _write_units(*, by: str, at: datetime) -> dict[Path, int]:
    for path in (*(branch.path for branch in BRANCHES), *(team.path for team in TEAMS)):
        unit_by_path(path, by=by, at=at)
    return unit_tree().by_path()


def _person(employee: Employee) -> Person:
    name = employee.name
    own = {(part.first, part.last): part for part in CAST.values()}.get((name.first, name.last))
    return Person(
        id=employee_id(employee.number),
        employee_number=employee.number,
        first_name=name.first,
        last_name=name.last,
        work_email=_work_email(employee, own),
        private_email=f"{name.plain}@post.example" if int(employee.number[1:]) % 8 else "",
        language=name.language,
        birth_year=employee.birth_year,
        gender=name.gender,
        started_on=employee.started_on,
        ended_on=employee.ended_on,
    )


def _work_email(employee: Employee, own: Part | None) -> str:
    return own.email if own else f"{employee.name.plain}@{DOMAIN}"


def _positions(
    organisation: Organisation, employee: Employee, people: dict[str, Person], units: dict[Path, int]
) -> Iterator[Position]:
    stints = employee.stints()
    over = None if employee.ended_on is None else employee.ended_on + DAY
    ends = [*(stint.starts_on for stint in stints[1:]), over]
    for stint, end in zip(stints, ends, strict=True):
        for lead, starts, stops in _under_one_lead(organisation, employee, stint, end):
            yield Position(
                person=people[employee.number],
                unit_id=units[stint.unit],
                title=stint.title,
                job_family=stint.family,
                manager=people[lead.number] if lead else None,
                contract=stint.contract,
                working_time=employee.working_time,
                valid_from=starts,
                valid_to=stops,
            )


def _under_one_lead(
    organisation: Organisation, employee: Employee, stint: Stint, end: date | None
) -> Iterator[tuple[Employee | None, date, date | None]]:
    """A stint in pieces: each time the lead of the unit, or of one above it, changes, the reporting line may."""
    force = organisation.force
    above = (stint.unit[:depth] for depth in range(len(stint.unit) + 1))
    changes = {since for path in above for since, _lead in force.leads.get(path, ())}
    days = [stint.starts_on, *sorted(day for day in changes if stint.starts_on < day < (end or date.max))]
    held = [(force.lead_on(stint.unit, day, besides=employee), day) for day in days]
    kept = [held[0], *(now for before, now in pairwise(held) if now[0] is not before[0])]
    for place, (lead, starts) in enumerate(kept):
        yield lead, starts, kept[place + 1][1] if place + 1 < len(kept) else end

"""What the database knows about staff, read in a constant number of queries."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from uitzicht.people import queries
from uitzicht.people.models import Person, Position
from uitzicht.people.staff_plan.timeline import Placing, Service, Work


@dataclass(frozen=True)
class Known:
    """``people`` by employee number; ``placings`` per person, oldest first; ``units`` by path; ``roots``: the names that
    mean the organisation itself at the head of a path."""

    people: dict[str, Person]
    placings: dict[UUID, list[Placing]]
    units: dict[tuple[str, ...], int]
    roots: frozenset[str]
    numbers: dict[UUID, str] = field(default_factory=dict)

    def service(self, person: Person) -> Service:
        return Service(person.started_on, person.ended_on)

    def last(self, person: Person) -> Placing | None:
        """The newest position, also one that has ended."""
        placings = self.placings.get(person.pk)
        return placings[-1] if placings else None


def read_known() -> Known:
    """People, positions and units: three queries."""
    tree = queries.unit_tree()
    people = {person.employee_number: person for person in Person.objects.order_by()}
    placings: dict[UUID, list[Placing]] = defaultdict(list)
    for position in Position.objects.order_by("valid_from", "id"):
        placings[position.person_id].append(_placing(position, tree.path(position.unit_id)))
    roots = frozenset({tree.organisation, tree.label(tree.root_id)})
    numbers = {person.pk: number for number, person in people.items()}
    return Known(people, dict(placings), tree.by_path(), roots, numbers)


def in_service(person: Person, on: date) -> bool:
    """Whether the person works here on a day."""
    return person.started_on <= on and (person.ended_on is None or person.ended_on >= on)


def _placing(position: Position, path: tuple[str, ...]) -> Placing:
    work = Work(
        unit=path,
        title=position.title,
        job_family=position.job_family,
        manager_id=position.manager_id,
        contract=position.contract,
        working_time=position.working_time,
    )
    return Placing(position.pk, position.person_id, work, position.valid_from, position.valid_to)

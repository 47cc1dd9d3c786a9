"""Reads of people: who works where, led by whom, on a day."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat, Trim

from uitzicht.people.models import Person, Position, RoleGrant, StagedImport, Unit, User
from uitzicht.people.tree import UnitTree

STAGED_FOR = timedelta(days=1)
STAFF_STATES = ("here", "coming", "left")
STAFF_ORDER = {
    "name": ("last_name", "first_name"),
    "unit": ("unit_name", "last_name", "first_name"),
    "position": ("title", "last_name", "first_name"),
    "manager": ("manager_name", "last_name", "first_name"),
    "since": ("started_on", "last_name", "first_name"),
}


def unit_tree() -> UnitTree:
    """The whole tree of units, in one query."""
    rows = list(Unit.objects.order_by("id").values_list("id", "parent_id", "name"))
    return UnitTree(
        {unit: parent for unit, parent, _ in rows},
        {unit: name for unit, _, name in rows},
        organisation=settings.UITZICHT.organisation,
    )


def holding(on: date, prefix: str = "") -> Q:
    """The condition that a position holds on a day: [valid_from, valid_to)."""
    ends = Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gt": on})
    return Q(**{f"{prefix}valid_from__lte": on}) & ends


def position_on(person: Person, on: date) -> Position | None:
    """What the person did on a day; None outside every position."""
    return positions_of(person).filter(holding(on)).first()


def positions_of(person: Person) -> QuerySet[Position]:
    """Everything the person did here, newest first, with unit and manager."""
    return Position.objects.filter(person=person).select_related("unit", "manager").order_by("-valid_from")


def staff(on: date) -> QuerySet[Person]:
    """Who is in service on a day; the end date itself is still a day in service."""
    return Person.objects.filter(Q(ended_on=None) | Q(ended_on__gte=on), started_on__lte=on)


def staff_list(
    on: date, *, search: str = "", units: set[int] | None = None, state: str = "here", sort: str = "name"
) -> QuerySet[Any]:
    """People as the staff page shows them, with ``unit_id``, ``title``, ``manager_name`` of that day (None: no position)."""
    people = {
        "here": staff(on),
        "coming": Person.objects.filter(started_on__gt=on),
        "left": Person.objects.filter(ended_on__lt=on),
    }
    manager_name = Trim(Concat(F("held__manager__first_name"), Value(" "), F("held__manager__last_name")))
    found = people.get(state, people["here"]).annotate(
        held=FilteredRelation("positions", condition=_shown(on, state)),
        unit_id=F("held__unit_id"),
        unit_name=F("held__unit__name"),
        title=F("held__title"),
        manager_name=manager_name,
    )
    for word in search.split():
        found = found.filter(_names(word))
    if units is not None:
        found = found.filter(held__unit_id__in=units)
    descending = sort.startswith("-")
    order = STAFF_ORDER.get(sort.removeprefix("-"), STAFF_ORDER["name"])
    terms = [
        F(name).desc(nulls_last=True) if descending and name == order[0] else F(name).asc(nulls_last=True)
        for name in order
    ]
    return found.order_by(*terms, "pk")


def accounts(*, search: str = "") -> QuerySet[User]:
    """Every account with its roles and their units, by name."""
    found = User.objects.prefetch_related("grants__unit").select_related("person").order_by("name", "email")
    for word in search.split():
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return found


def active_with_role(role: str) -> QuerySet[User]:
    """Active accounts that hold a role."""
    return User.objects.filter(Exists(RoleGrant.objects.filter(user=OuterRef("pk"), role=role)), is_active=True)


def _names(word: str) -> Q:
    words = ("first_name", "last_name", "employee_number", "work_email", "held__title")
    condition = Q()
    for name in words:
        condition |= Q(**{f"{name}__icontains": word})
    return condition


def _shown(on: date, state: str) -> Q:
    if state == "coming":
        return Q(positions__valid_from__gt=on)
    if state == "left":
        return Q(positions__valid_to=F("ended_on")) | Q(positions__valid_to__gt=F("ended_on"))
    return holding(on, "positions__")


def account_with(email: str) -> User | None:
    """The account that signs in with an address."""
    return User.objects.filter(email__iexact=email).first()


def account_of(person: Person) -> User | None:
    """The account of a person."""
    return User.objects.filter(person=person).first()


def person_with_number(employee_number: str) -> Person | None:
    """The person with an employee number."""
    return Person.objects.filter(employee_number=employee_number).first()


def staged_of(user: User, at: datetime) -> QuerySet[StagedImport]:
    """Uploads of this user that wait for a confirmation, for a day at most; nobody else's."""
    return StagedImport.objects.filter(user=user, staged_at__gte=at - STAGED_FOR)


def came_back() -> QuerySet[Any]:
    """People with a period in service before the one of now, under the same employee number or another, with
    ``returned_on``: the first day of the period of now; the latest first."""
    before = Position.objects.filter(person=OuterRef("pk"), valid_from__lt=OuterRef("started_on"))
    found = Person.objects.filter(Exists(before) | Q(earlier__isnull=False))
    return found.annotate(returned_on=F("started_on")).order_by("-started_on", "last_name", "pk")


def likely_the_same() -> list[tuple[Person, Person]]:
    """(earlier, later) records that may be of one human: the same name and year of birth, and the later began after the
    earlier ended; nobody who is linked already. Two statements."""
    earlier: dict[tuple[str, str, int | None], Person] = {}
    found = []
    for person in Person.objects.order_by("started_on", "pk"):
        key = (person.first_name.casefold(), person.last_name.casefold(), person.birth_year)
        before = earlier.get(key)
        if before and before.ended_on and before.ended_on < person.started_on and person.earlier_id is None:
            found.append((before, person))
        earlier[key] = person
    linked = set(Person.objects.exclude(earlier=None).values_list("earlier_id", flat=True))
    return [(before, person) for before, person in found if before.pk not in linked]


def unit_numbered(pk: int | None) -> Unit | None:
    """The unit with this number; None for none."""
    return Unit.objects.filter(pk=pk).first() if pk else None


def careers(people: Iterable[Person]) -> list[tuple[Person, list[Position]]]:
    """Each with all their positions here, also those under an earlier employee number, newest first. One statement."""
    found = list(people)
    owner = {person.earlier_id: person.pk for person in found if person.earlier_id} | {one.pk: one.pk for one in found}
    held: dict[UUID, list[Position]] = {person.pk: [] for person in found}
    for position in Position.objects.filter(person__in=owner).select_related("unit").order_by("-valid_from"):
        held[owner[position.person_id]].append(position)
    return [(person, held[person.pk]) for person in found]

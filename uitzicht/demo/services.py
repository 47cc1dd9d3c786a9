"""Filling an empty database with the invention, and entering it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from uitzicht.demo import queries, rules
from uitzicht.demo.filling.days import live, moment
from uitzicht.demo.filling.departures import World, course_of
from uitzicht.demo.filling.people import write_accounts, write_staff
from uitzicht.demo.filling.releases import releases
from uitzicht.demo.generator import invent
from uitzicht.demo.models import DemoMarker
from uitzicht.departures.links import make_link
from uitzicht.departures.models import Departure
from uitzicht.people.models import User
from uitzicht.privacy import audit
from uitzicht.privacy.policies import decide_policy

BY = "demo"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
Progress = Callable[[str, int, int], None]


@transaction.atomic
def fill(*, at: datetime, scale: float = 1.0, progress: Progress | None = None) -> DemoMarker:
    """Invent the organisation as it looks at ``at``. All or nothing; a complete demo stays as it is. Refuses a database
    with people or accounts that it did not invent."""
    if (known := queries.marker()) is not None:
        return known
    rules.ensure_nobody_real(*queries.people_and_accounts())
    tell = progress or (lambda step, done, total: None)
    anchor = timezone.localdate(at)
    tell("people", 0, 1)
    organisation = invent(anchor, scale=scale)
    start = moment(organisation.first_day - timedelta(days=7), 8)
    people = write_staff(organisation, by=BY, at=start)
    users = write_accounts(people, by=BY, at=start)
    tell("people", 1, 1)
    _name_the_guardian(users["guardian"], by=users["hr_lead"].signature, at=start)
    world = World(people, users, now=at)
    courses = [course_of(one, world) for one in (*organisation.gone, *organisation.leaving)]
    live([*courses, releases(anchor, by=world.hr)], until=at, tell=tell)
    audit.record("demo.filled", by=BY, at=at, detail={"people": len(people), "departures": len(courses)})
    return DemoMarker.objects.create(anchor_on=anchor, made_at=at)


def enter(request: HttpRequest, user: User, *, at: datetime) -> None:
    """Sign the visitor in as somebody of the cast."""
    login(request, user, backend=BACKEND)
    audit.record("demo.entered", by=user.signature, at=at, subject=f"user:{user.pk}")


@transaction.atomic
def link_of(departure: Departure, *, at: datetime) -> str:
    """A fresh personal link of an invented leaver: the address of the invitation is kept as a hash only."""
    address = make_link(departure, at=at)
    audit.record("demo.entered", by=BY, at=at, subject=f"departure:{departure.pk}")
    return address


def _name_the_guardian(guardian: User, *, by: str, at: datetime) -> None:
    reason = "Bij de start vastgelegd: bij wie vragen over privacy terechtkunnen."
    decide_policy(by=by, at=at, reason=reason, guardian_contact=f"{guardian.name}, {guardian.email}")

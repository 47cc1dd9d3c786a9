"""Filling an empty database with the invention. Apart from ``services``, which pages use: it makes a release, and pages never
load the release job."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from uitzicht.demo import queries, rules
from uitzicht.demo.filling.actions import action_courses
from uitzicht.demo.filling.alumni import alumni_course
from uitzicht.demo.filling.days import Course, live, moment
from uitzicht.demo.filling.departures import course_of
from uitzicht.demo.filling.farewell import farewell_course
from uitzicht.demo.filling.follow_ups import follow_up_course
from uitzicht.demo.filling.nights import erase_what_is_due, months, nights
from uitzicht.demo.filling.own_pages import own_course
from uitzicht.demo.filling.people import write_accounts, write_staff
from uitzicht.demo.filling.releases import releases
from uitzicht.demo.filling.summaries import summary_course
from uitzicht.demo.filling.wishes import wish_course
from uitzicht.demo.filling.world import World
from uitzicht.demo.generator import invent
from uitzicht.demo.generator.organisation import Exit
from uitzicht.demo.models import DemoMarker
from uitzicht.people.models import User
from uitzicht.privacy import audit
from uitzicht.privacy.policies import decide_policy

BY = "demo"
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
    _decide(users, at=start)
    world = World(people, users, now=at)
    exits = [*organisation.gone, *organisation.leaving]
    courses = [course for one in exits for course in _courses(one, world)]
    courses += [months(organisation.first_day, by=BY), nights(at, by=BY), releases(anchor, by=world.hr)]
    courses.append(farewell_course(anchor, world))
    courses.append(alumni_course(anchor, world))
    courses += action_courses(anchor, world)
    live(courses, until=at, tell=tell)
    erase_what_is_due(by=BY, at=at)
    audit.record("demo.filled", by=BY, at=at, detail={"people": len(people), "departures": len(exits)})
    return DemoMarker.objects.create(anchor_on=anchor, made_at=at)


def _courses(exit_: Exit, world: World) -> list[Course]:
    """Everything that comes of one departure; what happens at the same moment happens in this order."""
    return [
        course_of(exit_, world),
        wish_course(exit_, world),
        summary_course(exit_, world),
        own_course(exit_, world),
        follow_up_course(exit_, world, by=BY),
    ]


def _decide(users: Mapping[str, User], *, at: datetime) -> None:
    """The privacy settings of the organisation, with the people whom its texts name."""
    guardian, prevention = users["guardian"], users["prevention"]
    decide_policy(
        by=users["hr_lead"].signature,
        at=at,
        reason="Bij de start vastgelegd: bij wie vragen over privacy terechtkunnen, en bij wie iets ernstigs.",
        guardian_contact=f"{guardian.name}, {guardian.email}",
        confidant_contact=f"{prevention.name}, preventieadviseur, {prevention.email}",
        inclusion_card=True,
    )

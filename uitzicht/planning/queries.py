"""Reading appointments, and who could hold a conversation."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower
from django.utils import timezone

from uitzicht.core.calendar import workdays
from uitzicht.departures.holidays import public_holidays
from uitzicht.departures.models import Departure
from uitzicht.departures.queries import dates_from
from uitzicht.departures.vocabulary import Kind
from uitzicht.people.models import Person, Position, User
from uitzicht.people.queries import active_with_role
from uitzicht.people.vocabulary import Role
from uitzicht.planning import rules
from uitzicht.planning.candidates import Candidate
from uitzicht.planning.merits import merits
from uitzicht.planning.models import Appointment, Avoided, Wish


def standing() -> QuerySet[Appointment]:
    """Appointments that were not called off."""
    return Appointment.objects.filter(cancelled_at=None).select_related("departure__person", "interviewer")


def open_wishes() -> QuerySet[Wish]:
    """What leavers ask about their appointment and nobody answered yet, the oldest first."""
    waiting = Wish.objects.filter(departure__stage__in=rules.OPEN_TO_WISHES).exclude(departure__kind=Kind.DEATH)
    return waiting.select_related("departure__person", "departure__appointment__interviewer").order_by("asked_at")


def wish_of(departure: Departure) -> Wish | None:
    return open_wishes().filter(departure=departure).first()


def could_be_avoided(departure: Departure) -> QuerySet[User]:
    """Everybody who holds conversations, by name, except the leaver."""
    return active_with_role(Role.INTERVIEWER).exclude(person=departure.person_id).order_by("name")


def avoided_by(departure: Departure) -> set[int]:
    """Keys of the accounts that the leaver would rather not meet. For rules and the leaver's own page only."""
    return set(Avoided.objects.filter(departure=departure).values_list("interviewer", flat=True))


def days_that_suit(departure: Departure, *, on: date) -> list[date]:
    """The days of work, seen from ``on``, on which the conversation can take place."""
    dates = dates_from(departure, on=on)
    if dates.earliest_on is None or dates.latest_on is None:
        return []
    work = workdays(
        departure.working_days,
        public_holidays(settings.UITZICHT.country, dates.earliest_on.year, dates.latest_on.year),
    )
    days = ((dates.earliest_on + timedelta(days=n)) for n in range((dates.latest_on - dates.earliest_on).days + 1))
    return [day for day in days if day in work]


def hold(interviewer: User) -> None:
    """Until the end of the transaction nobody else plans with this interviewer, so that an hour is given once."""
    User.objects.select_for_update().get(pk=interviewer.pk)


def taken_hours(interviewer: User, *, around: datetime, besides: Departure) -> list[tuple[datetime, int]]:
    """(start, minutes) of the other conversations of ``interviewer`` within a day of ``around``."""
    day = timedelta(days=1)
    others = Appointment.objects.filter(interviewer=interviewer, cancelled_at=None).exclude(departure=besides)
    return list(others.filter(starts_at__range=(around - day, around + day)).values_list("starts_at", "minutes"))


def candidates(departure: Departure, *, on: date) -> list[Candidate]:
    """Every interviewer, the independent and best suited first. Five statements, however many people there are."""
    accounts = list(active_with_role(Role.INTERVIEWER).select_related("person"))
    person_of = _people_behind(accounts)
    posts = rules.posts_by_person(_posts(departure, on, {*person_of.values(), departure.person_id}))
    talks = _talks_that_week(departure, departure.target_on or on)
    avoided = avoided_by(departure)
    found = [
        Candidate(user, frozenset({rules.Tie.AVOIDED}))
        if user.pk in avoided
        else _judge(user, person_of.get(user.pk), departure, posts, talks[user.pk], on)
        for user in accounts
    ]
    return sorted(found, key=_suits)


def _judge(
    user: User,
    person: UUID | None,
    departure: Departure,
    posts: dict[rules.Name, list[rules.Post]],
    talks: int,
    on: date,
) -> Candidate:
    found = rules.ties(person, departure.person_id, posts, on=on, unit_at_exit=departure.unit_id)
    if found:
        return Candidate(user, found)
    language = departure.person.language
    speaks_for = merits(
        on_staff=person is not None,
        shared_a_team=rules.shared_a_team(person, departure.person_id, posts),
        language=language,
        same_language=user.language == language,
        talks=talks,
    )
    return Candidate(user, found, speaks_for)


def _suits(candidate: Candidate) -> tuple[bool, int, int, str]:
    """Independent first; then who has most in favour, then who has least to do."""
    talks = next((merit["count"] for merit in candidate.merits if merit["merit"] == "talks"), 0)
    return bool(candidate.ties), -len(candidate.merits), talks, candidate.user.name


def _people_behind(interviewers: list[User]) -> dict[int, UUID]:
    """The colleague behind each account. An account that nobody linked is recognised by its address, so that a missing
    link never makes a colleague look like somebody from outside."""
    known = {user.pk: user.person_id for user in interviewers if user.person_id}
    loose = {user.email.lower(): user.pk for user in interviewers if not user.person_id}
    addresses = Person.objects.annotate(work=Lower("work_email"), private=Lower("private_email"))
    for person, *emails in addresses.filter(Q(work__in=loose) | Q(private__in=loose)).values_list(
        "pk", "work", "private"
    ):
        known |= {loose[email]: person for email in emails if email in loose}
    return known


def _posts(departure: Departure, on: date, people: set[UUID]) -> list[rules.Post]:
    """Everybody's posts of the last 24 months (a reporting line may pass anybody), and all of these people."""
    recent = Q(valid_to=None) | Q(valid_to__gt=on - rules.LOOKING_BACK)
    rows = Position.objects.filter(recent | Q(person__in=people))
    return [rules.Post(*row) for row in rows.values_list("person", "unit", "manager", "valid_from", "valid_to")]


def _talks_that_week(departure: Departure, day: date) -> Counter[int]:
    monday = timezone.make_aware(datetime.combine(day - timedelta(days=day.weekday()), time.min))
    others = Appointment.objects.filter(cancelled_at=None).exclude(departure=departure)
    week = others.filter(starts_at__gte=monday, starts_at__lt=monday + timedelta(days=7))
    return Counter(week.values_list("interviewer", flat=True))

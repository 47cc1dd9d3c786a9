"""Who could hold a conversation, the best suited first."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from uitzicht.departures.models import Departure
from uitzicht.people.models import Person, Position, User
from uitzicht.people.queries import active_with_role
from uitzicht.people.vocabulary import Role
from uitzicht.planning import rules
from uitzicht.planning.candidates import Candidate
from uitzicht.planning.merits import merits
from uitzicht.planning.models import Appointment
from uitzicht.planning.queries.appointments import avoided_by_each


def candidates(departure: Departure, *, on: date) -> list[Candidate]:
    """Every interviewer, the independent and best suited first. Five statements, however many people there are."""
    return candidates_of([departure], on=on)[departure.pk]


def candidates_of(departures: Sequence[Departure], *, on: date) -> dict[UUID, list[Candidate]]:
    """The same for many, by key of the departure, and with as few statements."""
    accounts = list(active_with_role(Role.INTERVIEWER).select_related("person"))
    person_of = _people_behind(accounts)
    leavers = {departure.person_id for departure in departures}
    posts = rules.posts_by_person(_posts(on, {*person_of.values(), *leavers}))
    talks, avoided = _talks_of_their_weeks(departures, on), avoided_by_each(departures)
    found = {}
    for departure in departures:
        judged = (
            Candidate(user, frozenset({rules.Tie.AVOIDED}))
            if user.pk in avoided[departure.pk]
            else _judge(user, person_of.get(user.pk), departure, posts, talks[departure.pk][user.pk], on)
            for user in accounts
        )
        found[departure.pk] = sorted(judged, key=_suits)
    return found


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


def _posts(on: date, people: set[UUID]) -> list[rules.Post]:
    """Everybody's posts of the last 24 months (a reporting line may pass anybody), and all of these people."""
    recent = Q(valid_to=None) | Q(valid_to__gt=on - rules.LOOKING_BACK)
    rows = Position.objects.filter(recent | Q(person__in=people))
    return [rules.Post(*row) for row in rows.values_list("person", "unit", "manager", "valid_from", "valid_to")]


def _talks_of_their_weeks(departures: Sequence[Departure], on: date) -> dict[UUID, Counter[int]]:
    """By departure: how many other conversations each interviewer has in the week of the target day."""
    mondays = {departure.pk: _monday(departure.target_on or on) for departure in departures}
    if not mondays:
        return {}
    begin, end = (
        timezone.make_aware(datetime.combine(day, time.min))
        for day in (min(mondays.values()), max(mondays.values()) + timedelta(days=7))
    )
    standing = Appointment.objects.filter(cancelled_at=None, starts_at__gte=begin, starts_at__lt=end)
    weeks: dict[date, list[tuple[UUID, int]]] = defaultdict(list)
    for departure, interviewer, starts_at in standing.values_list("departure", "interviewer", "starts_at"):
        weeks[_monday(timezone.localdate(starts_at))].append((departure, interviewer))
    return {
        pk: Counter(interviewer for departure, interviewer in weeks[monday] if departure != pk)
        for pk, monday in mondays.items()
    }


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())

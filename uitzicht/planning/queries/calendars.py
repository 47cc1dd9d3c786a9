"""The time of interviewers and rooms, and who may see or set it."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from uitzicht.departures.links import token_hash
from uitzicht.departures.models import Departure
from uitzicht.people.models import User
from uitzicht.people.queries import active_with_role
from uitzicht.people.vocabulary import Role
from uitzicht.planning import rules
from uitzicht.planning.models import Answer, Appointment, FeedKey, InterviewerDiary, Room
from uitzicht.planning.queries.appointments import standing


def diaries_of(interviewers: Iterable[User]) -> dict[int, InterviewerDiary]:
    """By key of the account; who set nothing has the usual hours and no calendar."""
    users = {user.pk: user for user in interviewers}
    kept = {diary.interviewer_id: diary for diary in InterviewerDiary.objects.filter(interviewer__in=users)}
    return {pk: kept.get(pk) or InterviewerDiary(interviewer=user) for pk, user in users.items()}


def rooms_in_use() -> QuerySet[Room]:
    return Room.objects.filter(in_use=True)


def talks_of(
    interviewers: Iterable[User], *, first: date, last: date, besides: Iterable[Departure] = ()
) -> dict[int, list[rules.Period]]:
    """The standing conversations of each that begin in [first, last)."""
    found: dict[int, list[rules.Period]] = {user.pk: [] for user in interviewers}
    rows = _standing_between(first, last, besides).filter(interviewer__in=found)
    for pk, begin, minutes in rows.values_list("interviewer", "starts_at", "minutes"):
        found[pk].append((begin, begin + timedelta(minutes=minutes)))
    return found


def talks_in(
    rooms: Iterable[Room], *, first: date, last: date, besides: Iterable[Departure] = ()
) -> dict[UUID, list[rules.Period]]:
    """The standing conversations in each room that begin in [first, last)."""
    found: dict[UUID, list[rules.Period]] = {room.pk: [] for room in rooms}
    rows = _standing_between(first, last, besides).filter(room__in=found)
    for pk, begin, minutes in rows.values_list("room", "starts_at", "minutes"):
        if pk is not None:
            found[pk].append((begin, begin + timedelta(minutes=minutes)))
    return found


def _standing_between(first: date, last: date, besides: Iterable[Departure]) -> QuerySet[Appointment]:
    begin, end = (timezone.make_aware(datetime.combine(day, time.min)) for day in (first, last))
    found = Appointment.objects.filter(cancelled_at=None, starts_at__gte=begin, starts_at__lt=end)
    return found.exclude(departure__in=[departure.pk for departure in besides])


def conversations_of(user: User, *, first: date, last: date) -> QuerySet[Appointment]:
    """What ``user`` may see in the calendar of [first, last): the HR lead everything, an interviewer their own."""
    begin, end = (timezone.make_aware(datetime.combine(day, time.min)) for day in (first, last))
    found = standing().filter(starts_at__gte=begin, starts_at__lt=end).order_by("starts_at")
    if user.has_role(Role.HR_LEAD):
        return found
    return found.filter(interviewer=user) if user.has_role(Role.INTERVIEWER) else found.none()


def declined_by_interviewers(*, at: datetime) -> QuerySet[Appointment]:
    """Standing appointments still ahead of which the interviewer said no, the soonest first: to be planned anew."""
    return standing().filter(interviewer_answer=Answer.DECLINED, starts_at__gt=at).order_by("starts_at")


def room_named(name: str, *, besides: Room) -> Room | None:
    return Room.objects.filter(name__iexact=name).exclude(pk=besides.pk).first()


def interviewers() -> QuerySet[User]:
    """Everybody who holds conversations, by name, with their diary."""
    return active_with_role(Role.INTERVIEWER).select_related("diary").order_by("name")


def interviewers_visible_to(user: User) -> QuerySet[User]:
    """The HR lead sets the hours of everybody, an interviewer their own."""
    found = interviewers()
    return found if user.has_role(Role.HR_LEAD) else found.filter(pk=user.pk)


def rooms_visible_to(user: User) -> QuerySet[Room]:
    return Room.objects.all() if user.has_role(Role.HR_LEAD) else Room.objects.none()


def feed_key_behind(token: str) -> FeedKey | None:
    """The key of an active account; None for an unknown or withdrawn one."""
    found = FeedKey.objects.filter(token_hash=token_hash(token), user__is_active=True)
    return found.select_related("user").first()


def feed_key_of(user: User) -> FeedKey | None:
    return FeedKey.objects.filter(user=user).first()

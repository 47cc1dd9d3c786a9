"""Hours, calendars and rooms, and the secret address of the calendar of conversations."""

import secrets
from datetime import datetime

from django.conf import settings
from django.db import transaction

from uitzicht.departures.links import TOKEN_BYTES, token_hash
from uitzicht.people.models import User
from uitzicht.planning import rules
from uitzicht.planning.access import Access, ensure_callable, seal_access
from uitzicht.planning.models import CalendarKind, FeedKey, InterviewerDiary, Room
from uitzicht.privacy import audit


@transaction.atomic
def set_diary(
    diary: InterviewerDiary,
    *,
    hours: rules.Hours,
    most_a_week: int,
    keeps_appointments: bool,
    access: Access | None,
    by: str,
    at: datetime,
) -> None:
    """``access``: how the calendar is reached; None: there is none. Refuses an address that may not be called."""
    _set_hours(diary, hours)
    _set_access(diary, access)
    diary.most_a_week = most_a_week
    diary.keeps_appointments = keeps_appointments and diary.kind == CalendarKind.CALDAV
    diary.save()
    detail = {"calendar": diary.kind, "host": diary.host}
    audit.record("planning.diary_set", by=by, at=at, subject=f"user:{diary.interviewer_id}", detail=detail)


@transaction.atomic
def set_room(
    room: Room, *, name: str, place: str, in_use: bool, hours: rules.Hours, access: Access | None, by: str, at: datetime
) -> None:
    """A new room, or a changed one; see ``set_diary``."""
    room.name, room.place, room.in_use = name, place, in_use
    _set_hours(room, hours)
    _set_access(room, access)
    room.save()
    detail = {"name": name, "calendar": room.kind, "host": room.host}
    audit.record("planning.room_set", by=by, at=at, subject=f"room:{room.pk}", detail=detail)


@transaction.atomic
def make_feed_address(user: User, *, by: str, at: datetime) -> str:
    """A new secret address; the one of before stops working at once. It can be shown this once only."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    FeedKey.objects.update_or_create(user=user, defaults={"token_hash": token_hash(token), "made_at": at})
    audit.record("planning.feed_made", by=by, at=at, subject=f"user:{user.pk}")
    return f"{settings.UITZICHT.base_url}/planning/feed/{token}.ics"


@transaction.atomic
def revoke_feed_address(user: User, *, by: str, at: datetime) -> None:
    """Done twice it changes nothing."""
    deleted, _ = FeedKey.objects.filter(user=user).delete()
    if deleted:
        audit.record("planning.feed_revoked", by=by, at=at, subject=f"user:{user.pk}")


def _set_hours(diary: InterviewerDiary | Room, hours: rules.Hours) -> None:
    rules.ensure_hours(hours)
    diary.weekdays, diary.opens_at, diary.closes_at = hours.weekdays, hours.opens_at, hours.closes_at


def _set_access(diary: InterviewerDiary | Room, access: Access | None) -> None:
    if access is not None:
        ensure_callable(access)
    seal_access(diary, access)

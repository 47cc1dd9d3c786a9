"""Somebody who left and agreed to a follow-up, and the mails that they get."""

import re
from datetime import date, datetime, timedelta

from django.core import mail
from django.utils import timezone

from tests.departures.cases import register
from uitzicht.departures.consents import give_consent
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Purpose
from uitzicht.followups.models import FollowUp
from uitzicht.followups.services import plan_follow_ups, send_due
from uitzicht.people.models import Person
from uitzicht.privacy.clocks import months_after

BY = "the nightly job"
ENDED = date(2026, 3, 31)
DUE = date(2026, 9, 30)


def on(day: date) -> datetime:
    """In the night before that day."""
    return timezone.make_aware(datetime(day.year, day.month, day.day, 2))


def left(person: Person, *, ends_on: date = ENDED, agreed: bool = True, **changes: object) -> Departure:
    """With a private address, unless the test says otherwise."""
    notified = ends_on - timedelta(days=60)
    departure = register(person, at=on(notified), notified_on=notified, ends_on=ends_on, **changes)
    if agreed:
        give_consent(departure, Purpose.FOLLOW_UP, by="leaver", at=on(ends_on - timedelta(days=1)))
    return departure


def planned(person: Person, **changes: object) -> FollowUp:
    departure = left(person, **changes)
    plan_follow_ups(by=BY, at=on(departure.ends_on + timedelta(days=1)))
    return FollowUp.objects.get(departure=departure)


def mailed(person: Person, **changes: object) -> FollowUp:
    """Whose first mail went out on the day it was due."""
    follow_up = planned(person, **changes)
    send_due(by=BY, at=on(follow_up.due_on))
    follow_up.refresh_from_db()
    return follow_up


def mailed_today(person: Person) -> FollowUp:
    """For pages, whose clock is the real one."""
    return mailed(person, ends_on=months_after(timezone.localdate() - timedelta(days=3), -6))


def link_in_last_mail() -> str:
    """The address without the server, "" when the mail has none."""
    found = re.search(r"http://127\.0\.0\.1:8000(/later/[^/\s]+/)\s", mail.outbox[-1].body)
    return found[1] if found else ""


def stop_link_in_last_mail() -> str:
    return re.search(r"http://127\.0\.0\.1:8000(/later/\S+/stop/)", mail.outbox[-1].body)[1]


def token_in_last_mail() -> str:
    return link_in_last_mail().split("/")[2]

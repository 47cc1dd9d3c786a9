"""The calendar of conversations as an ICS feed. Its address is a secret that calendars keep, so it says little: that
there is a conversation, whose, when and where; the name of the leaver stays on the page behind the link."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import icalendar
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from uitzicht.planning.calendar_file import PRODUCT, event_of
from uitzicht.planning.models import Appointment
from uitzicht.planning.time_zone import time_zone

REFRESH = timedelta(hours=1)
HALF_A_YEAR = timedelta(days=183)


def conversations_feed(talks: Iterable[Appointment], *, with_names: bool, at: datetime) -> bytes:
    """``with_names``: of the interviewers, for who sees the conversations of several."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", gettext("Conversations"))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    # Its offsets reach from a year before to half a year after: so they hold for half a year back and a year ahead.
    calendar.add_component(time_zone(settings.TIME_ZONE, around=at + HALF_A_YEAR))
    for talk in talks:
        calendar.add_component(_event(talk, with_names, at))
    return calendar.to_ical()


def _event(talk: Appointment, with_names: bool, at: datetime) -> icalendar.Event:
    words = gettext("Conversation held by {name}") if with_names else gettext("Conversation")
    page = f"{settings.UITZICHT.base_url}{reverse('departure', args=[talk.departure_id])}"
    event = event_of(talk, summary=words.format(name=talk.interviewer.name), description=page, at=at)
    event.add("url", page)
    return event

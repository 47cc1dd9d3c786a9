"""Reading appointments, the calendars they fit in, and who could hold a conversation."""

from uitzicht.planning.queries.appointments import (
    avoided_by,
    could_be_avoided,
    days_that_suit,
    hold,
    open_wishes,
    standing,
    taken_hours,
    taken_in,
    wish_of,
)
from uitzicht.planning.queries.calendars import (
    conversations_of,
    declined_by_interviewers,
    diaries_of,
    feed_key_behind,
    feed_key_of,
    interviewers,
    interviewers_visible_to,
    room_named,
    rooms_in_use,
    rooms_visible_to,
    talks_in,
    talks_of,
)
from uitzicht.planning.queries.candidates import candidates, candidates_of
from uitzicht.planning.queries.many import departures_of, mass_plans_visible_to, not_invited, to_plan_together

__all__ = [
    "avoided_by",
    "candidates",
    "candidates_of",
    "conversations_of",
    "could_be_avoided",
    "days_that_suit",
    "declined_by_interviewers",
    "departures_of",
    "diaries_of",
    "feed_key_behind",
    "feed_key_of",
    "hold",
    "interviewers",
    "interviewers_visible_to",
    "mass_plans_visible_to",
    "not_invited",
    "open_wishes",
    "room_named",
    "rooms_in_use",
    "rooms_visible_to",
    "standing",
    "taken_hours",
    "taken_in",
    "talks_in",
    "talks_of",
    "to_plan_together",
    "wish_of",
]

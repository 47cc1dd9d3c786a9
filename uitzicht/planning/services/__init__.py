"""Planning a conversation, inviting to it, calling it off, what is asked and answered about it, and its calendars."""

from uitzicht.planning.services.appointments import cancel_appointment, schedule_appointment, send_invitation
from uitzicht.planning.services.calendars import write_late
from uitzicht.planning.services.diaries import make_feed_address, revoke_feed_address, set_diary, set_room
from uitzicht.planning.services.many import (
    SENT_AT_ONCE,
    Refused,
    accept_plan,
    change_row,
    leave_out,
    make_plan,
    plan_again,
    send_invitations,
)
from uitzicht.planning.services.reminders import ask_missed_again, remind_of_appointments
from uitzicht.planning.services.replies import Outcome, take_reply
from uitzicht.planning.services.wishes import (
    accept_appointment,
    accept_proposal,
    ask_for,
    decline_conversation,
    keep_appointment,
)

__all__ = [
    "SENT_AT_ONCE",
    "Outcome",
    "Refused",
    "accept_appointment",
    "accept_plan",
    "accept_proposal",
    "ask_for",
    "ask_missed_again",
    "cancel_appointment",
    "change_row",
    "decline_conversation",
    "keep_appointment",
    "leave_out",
    "make_feed_address",
    "make_plan",
    "plan_again",
    "remind_of_appointments",
    "revoke_feed_address",
    "schedule_appointment",
    "send_invitation",
    "send_invitations",
    "set_diary",
    "set_room",
    "take_reply",
    "write_late",
]

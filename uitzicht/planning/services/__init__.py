"""Planning a conversation, inviting to it, calling it off, and what the leaver asks about it."""

from uitzicht.planning.services.appointments import cancel_appointment, schedule_appointment, send_invitation
from uitzicht.planning.services.wishes import (
    accept_appointment,
    accept_proposal,
    ask_for,
    decline_conversation,
    keep_appointment,
)

__all__ = [
    "accept_appointment",
    "accept_proposal",
    "ask_for",
    "cancel_appointment",
    "decline_conversation",
    "keep_appointment",
    "schedule_appointment",
    "send_invitation",
]

"""The writes of alumni, one verb each."""

from uitzicht.alumni.services.leaving import end_over, leave, leave_of
from uitzicht.alumni.services.membership import (
    ask_to_confirm,
    change_address,
    change_details,
    confirm,
    held,
    hold,
    join,
    take_along,
)
from uitzicht.alumni.services.newsletters import send, send_rest, write_newsletter
from uitzicht.alumni.services.openings import remove_opening, set_opening
from uitzicht.alumni.services.referrals import set_referral
from uitzicht.alumni.services.yearly import remind

__all__ = [
    "ask_to_confirm",
    "change_address",
    "change_details",
    "confirm",
    "end_over",
    "held",
    "hold",
    "join",
    "leave",
    "leave_of",
    "remind",
    "remove_opening",
    "send",
    "send_rest",
    "set_opening",
    "set_referral",
    "take_along",
    "write_newsletter",
]

"""What happens with a follow-up: planned, mailed, answered, stopped."""

from uitzicht.followups.services.answering import hand_in, save_part
from uitzicht.followups.services.mailing import send_due
from uitzicht.followups.services.planning import plan_follow_ups, stop

__all__ = ["hand_in", "plan_follow_ups", "save_part", "send_due", "stop"]

"""Writes of the conversation. Saving leaves no line in the audit trail (it happens every few seconds); opening a
sheet, preparing, starting and finishing do, and whatever happens to a summary."""

from uitzicht.interviews.services.course import (
    finish_interview,
    hold_on_paper,
    mark_prepared,
    open_interview,
    open_preparation,
    open_sheet,
    record_part,
)
from uitzicht.interviews.services.erasing import erase_conversation
from uitzicht.interviews.services.holding import hold
from uitzicht.interviews.services.preparation import keep_preparation, preparation_of
from uitzicht.interviews.services.saving import save_answer, save_answers, save_reasons
from uitzicht.interviews.services.sharing import open_shared_summary, revoke_share, share_summary
from uitzicht.interviews.services.summary import (
    LeaverSummary,
    confirm_at_table,
    confirm_summary,
    correct_summary,
    mend_summary,
    open_summary,
    open_summary_as_leaver,
    save_summary,
    send_summary,
)

__all__ = [
    "LeaverSummary",
    "confirm_at_table",
    "confirm_summary",
    "correct_summary",
    "erase_conversation",
    "finish_interview",
    "hold",
    "hold_on_paper",
    "keep_preparation",
    "mark_prepared",
    "mend_summary",
    "open_interview",
    "open_preparation",
    "open_shared_summary",
    "open_sheet",
    "open_summary",
    "open_summary_as_leaver",
    "preparation_of",
    "record_part",
    "revoke_share",
    "save_answer",
    "save_answers",
    "save_reasons",
    "save_summary",
    "send_summary",
    "share_summary",
]

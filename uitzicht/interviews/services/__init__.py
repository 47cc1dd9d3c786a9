"""Writes of the conversation. Saving leaves no line in the audit trail (it happens every few seconds); opening a
sheet, preparing, starting and finishing do."""

from uitzicht.interviews.services.course import (
    finish_interview,
    mark_prepared,
    open_interview,
    open_preparation,
    open_sheet,
    record_part,
)
from uitzicht.interviews.services.holding import hold
from uitzicht.interviews.services.saving import save_answer, save_answers, save_reasons, save_summary

__all__ = [
    "finish_interview",
    "hold",
    "mark_prepared",
    "open_interview",
    "open_preparation",
    "open_sheet",
    "record_part",
    "save_answer",
    "save_answers",
    "save_reasons",
    "save_summary",
]

"""Pages of the interviewer: the list, the preparation, the talk, and what saves while they type."""

from uitzicht.interviews.views.listing import interviews
from uitzicht.interviews.views.preparing import prepare
from uitzicht.interviews.views.ranking import reasons
from uitzicht.interviews.views.saving import record_part, save_answer, save_reasons, save_summary
from uitzicht.interviews.views.talking import finish, talk, talk_part

__all__ = [
    "finish",
    "interviews",
    "prepare",
    "reasons",
    "record_part",
    "save_answer",
    "save_reasons",
    "save_summary",
    "talk",
    "talk_part",
]

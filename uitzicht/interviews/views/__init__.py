"""Pages of the interviewer: the list, the preparation, the talk, what saves while they type, the summary afterwards; and
the pages of those with whom a leaver shared a summary."""

from uitzicht.interviews.views.finishing import finish, on_paper
from uitzicht.interviews.views.listing import interviews
from uitzicht.interviews.views.preparing import prepare
from uitzicht.interviews.views.ranking import reasons
from uitzicht.interviews.views.saving import record_part, save_answer, save_reasons, save_summary
from uitzicht.interviews.views.shared import shared_summaries, shared_summary
from uitzicht.interviews.views.summary import confirm_at_table, summary
from uitzicht.interviews.views.talking import talk, talk_part

__all__ = [
    "confirm_at_table",
    "finish",
    "interviews",
    "on_paper",
    "prepare",
    "reasons",
    "record_part",
    "save_answer",
    "save_reasons",
    "save_summary",
    "shared_summaries",
    "shared_summary",
    "summary",
    "talk",
    "talk_part",
]

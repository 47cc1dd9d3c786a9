"""Everything that changes an action; each verb writes its own line in the audit trail, without content."""

from uitzicht.actions.services.exporting import export_list
from uitzicht.actions.services.moving import begin_measuring, move_action
from uitzicht.actions.services.proposing import change_action, hand_over, propose_action, write_note
from uitzicht.actions.services.steps import add_step, finish_step, remove_step, reopen_step

__all__ = [
    "add_step",
    "begin_measuring",
    "change_action",
    "export_list",
    "finish_step",
    "hand_over",
    "move_action",
    "propose_action",
    "remove_step",
    "reopen_step",
    "write_note",
]

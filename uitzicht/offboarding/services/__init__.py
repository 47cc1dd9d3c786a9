"""What is done to a checklist; every verb writes its own audit line."""

from uitzicht.offboarding.services.checklists import name_successor, start_checklist, write_texts
from uitzicht.offboarding.services.property import hand_out, strike_out, take_back, undo_return
from uitzicht.offboarding.services.staging import apply_staged, discard_staged, read_staged, stage_import
from uitzicht.offboarding.services.tasks import ask_owners, assign_task, finish_task, pass_on, reopen_task
from uitzicht.offboarding.services.templates import (
    add_template_task,
    change_template_task,
    install_template,
    move_template_task,
    name_desk,
)

__all__ = [
    "add_template_task",
    "apply_staged",
    "ask_owners",
    "assign_task",
    "change_template_task",
    "discard_staged",
    "finish_task",
    "hand_out",
    "install_template",
    "move_template_task",
    "name_desk",
    "name_successor",
    "pass_on",
    "read_staged",
    "reopen_task",
    "stage_import",
    "start_checklist",
    "strike_out",
    "take_back",
    "undo_return",
    "write_texts",
]

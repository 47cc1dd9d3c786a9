"""Writes of the questionnaire: drafts, their items and parts, publishing and retiring."""

from uitzicht.questionnaires.services.drafting import delete_draft, start_draft, undo_change
from uitzicht.questionnaires.services.items import add_item, bring_back, change_asked, move_item, take_out
from uitzicht.questionnaires.services.parts import change_part
from uitzicht.questionnaires.services.publishing import publish_draft, publish_version, retire_version
from uitzicht.questionnaires.services.wordings import change_wording

__all__ = [
    "add_item",
    "bring_back",
    "change_asked",
    "change_part",
    "change_wording",
    "delete_draft",
    "move_item",
    "publish_draft",
    "publish_version",
    "retire_version",
    "start_draft",
    "take_out",
    "undo_change",
]

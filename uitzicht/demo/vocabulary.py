"""The roles that a visitor can walk in with, and what there is to see in each."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from uitzicht.people.vocabulary import Role


@dataclass(frozen=True)
class Door:
    """``role``: what stands in the address. ``sees``: one sentence on what the visitor can do there."""

    role: Role
    sees: Any


DOORS = (
    Door(
        Role.HR_LEAD,
        _("Register and plan departures, invite people, freeze a release, read what three years of leavers said."),
    ),
    Door(Role.INTERVIEWER, _("Prepare tomorrow's conversation, hold it, and give themes to the one of last time.")),
    Door(Role.LEADER, _("Read the figures of one division, and nothing about anybody alone.")),
    Door(Role.LEAVER, _("Open the personal pages behind a link: the appointment, the questions, the promise.")),
    Door(Role.GUARDIAN, _("Watch over the releases and read the audit trail, without seeing an answer.")),
    Door(Role.ADMIN, _("Look after staff and accounts.")),
)

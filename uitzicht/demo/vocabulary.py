"""The roles that a visitor can walk in with, and what there is to see in each."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.people.vocabulary import Role

SUMMARY, LATER = "leaver-summary", "leaver-later"


@dataclass(frozen=True)
class Door:
    """``key``: what stands in the address. ``name``: who comes in. ``sees``: one sentence on what the visitor can do
    there."""

    key: str
    role: Role
    name: Any
    sees: Any


def _of(role: Role, sees: Any) -> Door:
    return Door(role.value, role, role.label, sees)


DOORS = (
    _of(
        Role.HR_LEAD,
        _("Register and plan departures, invite people, freeze a release, read what three years of leavers said."),
    ),
    _of(
        Role.INTERVIEWER,
        _(
            "Prepare tomorrow's conversation and read what the leaver shared beforehand, hold it, and give themes to the "
            "one of last time."
        ),
    ),
    _of(Role.LEADER, _("Read the figures of one division, and the summary that one leaver shared.")),
    _of(
        Role.LEAVER,
        _(
            "The week before the conversation: accept the appointment or ask for another one, go on with the questions "
            "that were begun, agree to things or not, take everything along or have it erased."
        ),
    ),
    Door(
        SUMMARY,
        Role.LEAVER,
        pgettext_lazy("demo", "leaver, after the conversation"),
        _("The summary waits: confirm it, say it in other words, and choose who may read it."),
    ),
    Door(
        LATER,
        Role.LEAVER,
        pgettext_lazy("demo", "leaver, half a year later"),
        _("Look back from a distance, by the link in a mail that comes from the system and not from a person."),
    ),
    _of(
        Role.PREVENTION,
        _("Read what leavers shared with the prevention adviser, and the released figures on psychosocial risks."),
    ),
    _of(Role.GUARDIAN, _("Watch over the releases and read the audit trail, without seeing an answer.")),
    _of(Role.ADMIN, _("Look after staff and accounts.")),
)

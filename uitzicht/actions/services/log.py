"""Two records of one decision: the log that colleagues read, and the audit trail without content."""

from datetime import datetime

from uitzicht.actions.models import Action, Entry
from uitzicht.actions.vocabulary import Happened
from uitzicht.privacy import audit


def hold(action: Action) -> Action:
    """The action as it is now, locked."""
    return Action.objects.select_for_update(of=("self",)).select_related("owner").get(pk=action.pk)


def enter(
    action: Action, happened: Happened, *, by: str, at: datetime, before: str = "", about: str = "", note: str = ""
) -> Entry:
    """A line of the decision log. ``before``: the state it came from; "" when it stays."""
    return Entry.objects.create(
        action=action,
        at=at,
        by=by,
        happened=happened,
        before=before or action.state,
        after=action.state,
        about=about,
        note=note,
    )


def record(name: str, action: Action, *, by: str, at: datetime, **detail: object) -> None:
    audit.record(name, by=by, at=at, subject=f"action:{action.pk}", detail=detail)

"""A frozen release about the cast's units, and actions made from its findings by the real services."""

from datetime import date
from typing import Any

from tests.cast import NOW, Cast
from tests.insight.documents import KADE, RELEASED_ON, ROOT, TECHNIEK, TERMINAL, freeze
from tests.insight.staff_documents import a_staff_document
from uitzicht.actions import services
from uitzicht.actions.findings.place import Place
from uitzicht.actions.models import Action
from uitzicht.actions.vocabulary import State
from uitzicht.people.models import User

BY = "Noor Verlinden <noor@havenlicht.example>"
PAY = "reasons|reasons|terms.pay"
DUE_ON = date(2026, 6, 1)
TO_DONE = (State.AGREED, State.UNDER_WAY, State.DONE)


def release_of(cast: Cast) -> dict[str, str]:
    """Freeze it; returns the ids of its units: key of ``tests.insight.documents`` -> row of the database."""
    units = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    ids = {key: str(unit.pk) for key, unit in units.items()}
    freeze(a_staff_document(ids))
    return ids


def place(**changes: str) -> Place:
    return Place(**({"release": "7", "story": "reasons", "section": "reasons"} | changes))


def proposed(owner: User, *, at: Any = NOW, where: Place | None = None, **changes: Any) -> Action:
    said = {"aim": PAY, "title": "Pay beside the market", "direction": "down", "owner": owner, "due_on": DUE_ON}
    return services.propose_action(where or place(), **({"units": None, "by": BY, "at": at} | said | changes))


def moved(action: Action, *states: str, **said: Any) -> Action:
    """Through the workflow; ``said`` goes with the last move."""
    for state in states[:-1]:
        services.move_action(action, state, by=BY, at=NOW)
    services.move_action(action, states[-1], **({"by": BY, "at": NOW} | said))
    action.refresh_from_db()
    return action


__all__ = ["BY", "DUE_ON", "KADE", "PAY", "RELEASED_ON", "ROOT", "TECHNIEK", "TERMINAL", "TO_DONE"]

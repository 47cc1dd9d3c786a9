"""A frozen release about the cast's units, and actions made from its findings by the real services."""

from datetime import date, datetime, timedelta
from typing import Any

from tests.cast import NOW, Cast
from tests.insight.documents import KADE, RELEASED_ON, ROOT, TECHNIEK, TERMINAL, freeze
from tests.insight.staff_documents import a_staff_document
from uitzicht.actions import services
from uitzicht.actions.findings.aims import aims
from uitzicht.actions.findings.place import Place, reading
from uitzicht.actions.models import Action
from uitzicht.actions.telling import services as telling
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


def of_the_world(cast: Cast, *, at: datetime) -> Action:
    """An action of the manager in ``tests.world``, from a finding that the prevention adviser follows too."""
    where = Place("1", "experience", "experience")
    aim = aims(where, reading(where, None, "en"))[0]
    said = {"direction": "up", "due_on": at.date(), "steps": ["Een stap"], "title": "Iets"}
    return proposed(cast.leader, at=at, where=where, aim=aim.key, **said)


def told_of_the_world(cast: Cast, *, at: datetime) -> Action:
    """One that is done, more than a year later, and told about."""
    action, later = of_the_world(cast, at=at), at + timedelta(days=400)
    for state in TO_DONE:
        action = services.move_action(action, state, by=BY, at=later)
    telling.keep_text(action, language="nl", said="Iets.", did="Iets.", brought="", by=BY, at=later)
    telling.publish(action, by=BY, at=later)
    return action


__all__ = ["BY", "DUE_ON", "KADE", "PAY", "RELEASED_ON", "ROOT", "TECHNIEK", "TERMINAL", "TO_DONE"]

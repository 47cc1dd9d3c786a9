"""Who can hold a conversation, as a page shows it: what speaks for somebody, never what speaks against."""

from dataclasses import dataclass
from typing import Any

from uitzicht.people.models import User
from uitzicht.planning.merits import spoken_merits
from uitzicht.planning.rules import Tie


@dataclass(frozen=True, slots=True)
class Candidate:
    """``merits``: plain values that can be stored; ``why``: the same in the language of the reader."""

    user: User
    ties: frozenset[Tie]
    merits: tuple[dict[str, Any], ...] = ()

    @property
    def independent(self) -> bool:
        return not self.ties

    @property
    def why(self) -> list[str]:
        return spoken_merits(self.merits)

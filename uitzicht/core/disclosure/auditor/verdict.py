"""What an audit says: green, or the places where something is open."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Opening:
    """A place where the published figures say too much. It names the place, never an answer.

    ``why`` starts with "structure: " (a rule of P1 or of display is broken) or "value: " (P2: for somebody in
    the bundle no counter-world was found for this question and item).
    """

    release: int
    group: str
    bundle: str
    question: str
    item: str
    why: str


@dataclass(frozen=True)
class Verdict:
    """The result of an audit. ``figures``: displayed cells examined; ``worlds``: needs met by a counter-world."""

    releases: int
    figures: int
    respondents: int
    openings: tuple[Opening, ...]
    worlds: int
    linear_programmes: int

    @property
    def green(self) -> bool:
        return not self.openings

"""What protection speaks about: the parameters of a release and the questions it publishes."""

from dataclasses import dataclass
from enum import StrEnum

FLOOR = 5
SCORES = (1, 2, 3, 4, 5)


class QuestionType(StrEnum):
    """How a sheet answers: any number of items, one item, or a score from 1 to 5."""

    TICK = "tick"
    CHOICE = "choice"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of one release; they hold for that release for ever.

    k: fewest people in a bundle or under a figure (5 is a floor). k_sensitive: the same for sensitive groups.
    c: people who may put their own answers together. patience: releases that someone waits in a unit before rolling up.

    Raises ValueError below the floor.
    """

    k: int = FLOOR
    k_sensitive: int = 10
    c: int = 1
    patience: int = 2

    def __post_init__(self) -> None:
        if self.k < FLOOR:
            raise ValueError(f"k is {self.k}: a bundle never holds fewer than {FLOOR} people")
        if self.k_sensitive < self.k:
            raise ValueError(f"k_sensitive is {self.k_sensitive}: a sensitive group is never smaller than k, {self.k}")
        if self.c < 0 or self.patience < 0:
            raise ValueError(f"c is {self.c} and patience is {self.patience}: neither can be negative")

    @property
    def m(self) -> int:
        """Fewest yes-answers, and fewest other answers, beside an exact count."""
        return self.c + 2

    @property
    def score_margin(self) -> int:
        """Points that a sum of scores keeps from both ends for an exact mean."""
        return 4 * self.c + 3

    def as_json(self) -> dict[str, int]:
        """The parameters as a release document states them."""
        return {
            "k": self.k,
            "k_sensitive": self.k_sensitive,
            "c": self.c,
            "patience": self.patience,
            "m": self.m,
            "score_margin": self.score_margin,
        }


@dataclass(frozen=True, slots=True)
class Question:
    """A published question; `items` are keys to tick or choose, in order; a score has the one item "mean". `sensitive`:
    about sensitive matters, or coded from open answers; its figures cover at least k_sensitive people.

    Raises ValueError for no items, an item twice, or a score with other items.
    """

    key: str
    type: QuestionType
    items: tuple[str, ...]
    sensitive: bool = False

    def __post_init__(self) -> None:
        if not self.items or len(set(self.items)) != len(self.items):
            raise ValueError(f"question {self.key}: items must be there, and each only once")
        if self.type is QuestionType.SCORE and self.items != ("mean",):
            raise ValueError(f'question {self.key}: a score has the one item "mean"')

    @property
    def width(self) -> int:
        """Number of counts that a total of this question holds: one per item, or the histogram of 1..5."""
        return len(SCORES) if self.type is QuestionType.SCORE else len(self.items)


def threshold(question: Question, parameters: Parameters) -> int:
    """Fewest people under a figure of this question."""
    return parameters.k_sensitive if question.sensitive else parameters.k

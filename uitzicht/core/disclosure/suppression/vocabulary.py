"""Words of complementary suppression: what a cell's status says, and how much a hidden cell is promised."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]
FLOOR = 5


class Status(IntEnum):
    """Why a cell is shown or not. SMALL is a primary suppression, BESIDE a secondary one."""

    PUBLISHED = 0
    SMALL = 1
    BESIDE = 2


@dataclass(frozen=True, slots=True)
class Rule:
    """``k``: fewest people whose count may be shown. ``c``: how many of them may tell each other what they answered.

    Raises ValueError for k under 5 (it can only be raised), c under 1, or k under 2c + 3, where the ends would meet.
    """

    k: int = FLOOR
    c: int = 1

    def __post_init__(self) -> None:
        if self.k < FLOOR or self.c < 1 or self.k < 2 * self.c + 3:
            raise ValueError(f"k is at least {FLOOR} and at least 2c + 3, and c is at least 1")

    @property
    def m(self) -> int:
        """A count under m, or over n - m, is almost unanimous."""
        return self.c + 2

    @property
    def width(self) -> int:
        """How far the values that a hidden small cell can take lie apart, at least (fewer only with fewer people)."""
        return self.c + 1

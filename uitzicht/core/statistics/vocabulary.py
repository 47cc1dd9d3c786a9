"""What the functions of this folder speak about."""

from dataclasses import dataclass
from functools import cache
from statistics import NormalDist

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """Two-sided, both ends included, in the unit of the estimate."""

    low: float
    high: float

    def overlaps(self, other: "Interval") -> bool:
        """Two intervals that touch say nothing certain about a difference; two that do not touch do."""
        return self.low <= other.high and other.low <= self.high


@cache
def normal_quantile(confidence: float) -> float:
    """z of a two-sided interval: 0.95 -> 1.95996. Raises ValueError unless 0 < confidence < 1."""
    if not 0 < confidence < 1:
        raise ValueError(f"confidence is {confidence}: it lies between 0 and 1")
    return NormalDist().inv_cdf((1 + confidence) / 2)

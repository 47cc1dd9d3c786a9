"""What a printed figure means: every value that would be printed as this same figure.

Written from the contract of the release document, not from the protection: the two must agree, and where they do not
the audit is red. Widened figures: a figure of level j joins the blocks of that level with the end bands that they
touch, until nothing more is touched. Such classes partition the possible values, so a figure never says more than it
prints.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

MOST_LEVELS = 24
EDGE_ROUNDING = Fraction(1, 10_000)
Range = tuple[int, int]


@dataclass(frozen=True)
class Rules:
    """The display parameters of one release: ``k`` people (``k_sensitive`` for sensitive questions), counts under ``m``,
    ``margin`` points from an end."""

    k: int
    m: int
    margin: int
    k_sensitive: int = 10


@dataclass(frozen=True)
class Meaning:
    """Values low..high: counts of people, or sums of scores.

    ``level``: 0 plain, j >= 1 widened, None when these rules never print it.
    """

    low: int
    high: int
    level: int | None

    def holds(self, value: int) -> bool:
        return self.low <= value <= self.high


def count_range(value: int, base: int, rules: Rules, level: int = 0) -> Range:
    """The counts printed as the same figure as ``value`` out of ``base`` people."""
    if level == 0:
        return _plain_count(value, base, rules)
    return _joined(value, (0, base), 2**level, lambda at: _plain_count(at, base, rules))


def _plain_count(value: int, base: int, rules: Rules) -> Range:
    if value < rules.m:
        return 0, min(rules.m - 1, base)
    if value > base - rules.m:
        return max(rules.m, base - rules.m + 1), base
    return value, value


def _joined(value: int, ends: Range, width: int, plain: Callable[[int], Range]) -> Range:
    low, high = plain(value)
    while True:
        wider = (max(low // width * width, ends[0]), min(high // width * width + width - 1, ends[1]))
        wider = (min(wider[0], plain(wider[0])[0]), max(wider[1], plain(wider[1])[1]))
        if wider == (low, high):
            return wider
        low, high = wider


def tenths(total: int, answered: int) -> int:
    """The mean of ``answered`` scores in tenths, rounded half up."""
    return (20 * total + answered) // (2 * answered)


def sums_of(scale: int, first: int, last: int, answered: int) -> Range:
    """The sums whose mean, rounded half up to 1/scale, is first..last (in units of 1/scale)."""
    low = -((answered - 2 * answered * first) // (2 * scale))
    high = (2 * answered * (last + 1) - answered - 1) // (2 * scale)
    return max(low, answered), min(high, 5 * answered)


def score_range(total: int, answered: int, rules: Rules, level: int = 0) -> Range:
    """The sums of scores printed as the same figure as ``total`` of ``answered`` scores of 1..5."""
    plain = _plain_score(total, answered, rules)
    if level == 0:
        return plain
    width = 5 * 2 ** (level - 1)
    low, high = _joined(tenths(total, answered), (10, 50), width, lambda at: _tenths_class(at, answered, rules))
    return sums_of(10, low, high, answered)


def _plain_score(total: int, answered: int, rules: Rules) -> Range:
    first_plain, last_plain = answered + rules.margin, 5 * answered - rules.margin
    if total < first_plain:
        return answered, first_plain - 1
    if total > last_plain:
        return max(first_plain, last_plain + 1), 5 * answered
    low, high = sums_of(10, tenths(total, answered), tenths(total, answered), answered)
    return max(low, first_plain), min(high, last_plain)


def _tenths_class(at: int, answered: int, rules: Rules) -> Range:
    """Tenths that an end band reaches stand together; a band may end inside a tenth, which then belongs to it."""
    low_end = tenths(min(answered + rules.margin - 1, 5 * answered), answered)
    if at <= low_end:
        return 10, low_end
    first_high = max(5 * answered - rules.margin + 1, answered + rules.margin)
    if first_high <= 5 * answered and at >= tenths(first_high, answered):
        return tenths(first_high, answered), 50
    return at, at


@lru_cache(maxsize=1 << 17, typed=True)
def count_meaning(printed: object, base: int, rules: Rules) -> Meaning:
    """What a printed count of ``base`` people means; ``level`` None when these rules never print it."""
    if isinstance(printed, int) and not isinstance(printed, bool):
        plain = 0 <= printed <= base and count_range(printed, base, rules) == (printed, printed)
        exact = plain and rules.m <= printed <= base - rules.m
        return Meaning(printed, printed, 0 if exact else None)
    if not isinstance(printed, str):
        return Meaning(0, base, None)
    if printed.startswith("<") and printed[1:].isdecimal():
        edge = int(printed[1:])
        return Meaning(0, min(edge - 1, base), 0 if edge == rules.m else None)
    if printed.startswith(">") and printed[1:].isdecimal():
        edge = int(printed[1:])
        return Meaning(max(edge + 1, rules.m), base, 0 if edge == base - rules.m else None)
    return _widened_count(printed, base, rules)


def _widened_count(printed: str, base: int, rules: Rules) -> Meaning:
    low, dots, high = printed.partition("..")
    if not (dots and low.isdecimal() and high.isdecimal()):
        return Meaning(0, base, None)
    bounds = (int(low), int(high))
    for level in range(1, MOST_LEVELS):
        if bounds[0] <= base and count_range(bounds[0], base, rules, level) == bounds:
            return Meaning(*bounds, level)
    return Meaning(*bounds, None)


@lru_cache(maxsize=1 << 17, typed=True)
def score_meaning(printed: object, answered: int, rules: Rules) -> Meaning:
    """What a printed mean of ``answered`` scores means, as sums; ``level`` None when these rules never print it."""
    if isinstance(printed, int | float) and not isinstance(printed, bool):
        return _mean_meaning(printed, answered, rules)
    if not isinstance(printed, str):
        return Meaning(answered, 5 * answered, None)
    if printed[:1] in ("<", ">"):
        return _score_band_meaning(printed, answered, rules)
    low, dots, high = printed.partition("..")
    bounds = (_in_tenths(low), _in_tenths(high))
    if not dots or bounds[0] is None or bounds[1] is None:
        return Meaning(answered, 5 * answered, None)
    sums = sums_of(10, bounds[0], bounds[1], answered)
    for level in range(1, MOST_LEVELS):
        if _joined_tenths(bounds[0], answered, rules, level) == bounds:
            return Meaning(*sums, level)
    return Meaning(*sums, None)


def _joined_tenths(at: int, answered: int, rules: Rules, level: int) -> Range:
    return _joined(at, (10, 50), 5 * 2 ** (level - 1), lambda tenth: _tenths_class(tenth, answered, rules))


def _in_tenths(text: str) -> int | None:
    whole, dot, tenth = text.partition(".")
    if dot and whole.isdecimal() and tenth.isdecimal() and len(tenth) == 1:
        return int(whole) * 10 + int(tenth)
    return None


def _mean_meaning(printed: float, answered: int, rules: Rules) -> Meaning:
    for decimals in range(1, 7):
        scale = 10**decimals
        if abs(printed * scale - round(printed * scale)) < 1e-7:
            break
    low, high = sums_of(scale, round(printed * scale), round(printed * scale), answered)
    first_plain, last_plain = answered + rules.margin, 5 * answered - rules.margin
    inside = max(low, first_plain), min(high, last_plain)
    if decimals == 1 and inside[0] <= inside[1]:
        return Meaning(*inside, 0)
    return Meaning(low, high, None)


def _score_band_meaning(printed: str, answered: int, rules: Rules) -> Meaning:
    if not re.fullmatch(r"\d\.?\d*", printed[1:]):
        return Meaning(answered, 5 * answered, None)
    edge = Fraction(printed[1:])
    first_plain, last_plain = answered + rules.margin, 5 * answered - rules.margin
    if printed[0] == "<":
        agrees = abs(edge - Fraction(first_plain, answered)) <= EDGE_ROUNDING
        below = min(first_plain, 5 * answered + 1) if agrees else ceil(edge * answered)
        return Meaning(answered, below - 1, 0 if agrees else None)
    agrees = abs(edge - Fraction(last_plain, answered)) <= EDGE_ROUNDING
    above = max(last_plain, first_plain - 1) if agrees else floor(edge * answered)
    return Meaning(above + 1, 5 * answered, 0 if agrees else None)

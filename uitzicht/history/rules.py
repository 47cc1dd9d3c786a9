"""Pure decisions about past exits: bands of whole years, and how long somebody stayed."""

import math
import re
from collections.abc import Sequence
from typing import Final

from uitzicht.history.dates import PastDate
from uitzicht.people.rules import AGE_BANDS, TENURE_BANDS

BANDS: Final = {"age_band": AGE_BANDS, "tenure_band": TENURE_BANDS}
"""The bands of the product, used where a mapping names no others."""


def is_band(text: str, *, tenure: bool) -> bool:
    """Whether `text` is a band of full years: age "-24", "25-34" (34 included) or "55+"; tenure "2-5" (up to the day
    before five years) or "10+"."""
    ends = _ends(text, tenure=tenure)
    return ends is not None and ends[0] <= ends[1]


def band_of(years: int, bands: Sequence[str], *, tenure: bool) -> str:
    """The band that holds `years` (full years), or "" where none does."""
    ends = ((band, _ends(band, tenure=tenure)) for band in bands)
    return next((band for band, pair in ends if pair and pair[0] <= years <= pair[1]), "")


def _ends(band: str, *, tenure: bool) -> tuple[int, float] | None:
    """The first and the last full year of a band."""
    match band.partition("-"):
        case ("", "-", last) if not tenure and _is_years(last):
            return 0, int(last)
        case (first, "-", last) if _is_years(first) and _is_years(last):
            return int(first), int(last) - tenure
        case (first, "", "") if first.endswith("+") and _is_years(first[:-1]):
            return int(first[:-1]), math.inf
    return None


def _is_years(text: str) -> bool:
    return re.fullmatch(r"\d{1,2}", text) is not None


def whole_years(start: PastDate, end: PastDate) -> int:
    """Full years from `start` to `end`.

    Where one of the two is known to the year only, the difference of the years, which is one too many for some people;
    published analyses of such files count so too. Negative when `end` lies before `start`.
    """
    years = end.last.year - start.first.year
    if "year" in (start.precision, end.precision):
        return years
    if "month" in (start.precision, end.precision):
        return years - (end.last.month < start.first.month)
    return years - ((end.last.month, end.last.day) < (start.first.month, start.first.day))

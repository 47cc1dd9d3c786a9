"""Dates as old surveys wrote them: known to the day, the month or only the year."""

import calendar
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import permutations
from typing import Final

from uitzicht.history.vocabulary import same

ISO: Final = "YYYY-MM-DD"
_TOKENS: Final = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<short>\d{2})",
    "MON": r"(?P<name>[^\W\d_]{3,9}\.?)",
    "MM": r"(?P<month>\d{1,2})",
    "DD": r"(?P<day>\d{1,2})",
    "hh": r"\d{1,2}",
    "mm": r"\d{2}",
    "ss": r"\d{2}(?:\.\d+)?",
}
_TOKEN = re.compile("|".join(_TOKENS))
_TIME = re.compile(r"[ t]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?")
# How the months begin in nl, fr, en and de.
_MONTHS: Final = {
    1: ("jan", "jän"),
    2: ("feb", "fév", "fev"),
    3: ("mar", "maa", "mrt", "mär", "mrz"),
    4: ("apr", "avr"),
    5: ("may", "mei", "mai"),
    6: ("jun", "juin"),
    7: ("jul", "juil"),
    8: ("aug", "aoû", "aou"),
    9: ("sep",),
    10: ("oct", "okt"),
    11: ("nov",),
    12: ("dec", "déc", "dez"),
}


class UnknownForm(ValueError):
    """The text is written in none of the accepted forms."""


class NoSuchDay(ValueError):
    """The text has an accepted form, but no such day exists."""


@dataclass(frozen=True)
class PastDate:
    """A period within which something happened: one day, month or year. `last` is the latest day it can have been."""

    first: date
    last: date
    precision: str


def is_form(form: str) -> bool:
    """Whether `form` can be read: one year, at most one month and one day, no day without a month."""
    tokens = _TOKEN.findall(form)
    month = tokens.count("MM") + tokens.count("MON")
    letters = re.search("[A-Za-z]", _TOKEN.sub("", form).replace("T", ""))
    return not letters and tokens.count("YYYY") + tokens.count("YY") == 1 and month <= 1 and tokens.count("DD") <= month


def is_short(form: str) -> bool:
    """Whether a form writes years with two digits."""
    return "YY" in _TOKEN.findall(form)


def clash(forms: Sequence[str]) -> tuple[str, str] | None:
    """Two forms that fit the same text and read it differently (DD/MM/YYYY and MM/DD/YYYY), or None."""
    pairs = permutations(dict.fromkeys((*forms, ISO)), 2)
    return next(((one, other) for one, other in pairs if _pattern(other).fullmatch(_sample(one))), None)


def read_date(text: str, forms: Iterable[str], *, latest: date = date.max) -> PastDate:
    """Read `text` in the one of `forms` that fits; a full ISO date always fits, with or without a time.
    A year of two digits (YY) is the last such year up to that of `latest`.

    Raises `UnknownForm`, or `NoSuchDay` (31/02/2013, 13/2012).
    """
    cell = same(text)
    candidates = [_pattern(form).fullmatch(cell) for form in forms] + [_pattern(ISO).fullmatch(_TIME.sub("", cell))]
    match = next(filter(None, candidates), None)
    if match is None:
        raise UnknownForm(text)
    try:
        return _period(match.groupdict(), latest)
    except ValueError as error:
        raise NoSuchDay(text) from error


@cache
def _pattern(form: str) -> re.Pattern[str]:
    parts, position = [], 0
    for token in _TOKEN.finditer(form):
        parts += [re.escape(form[position : token.start()].lower()), _TOKENS[token[0]]]
        position = token.end()
    return re.compile("".join([*parts, re.escape(form[position:].lower())]))


def _sample(form: str) -> str:
    return same(_TOKEN.sub(lambda token: {"YYYY": "2013", "YY": "13", "MON": "jan"}.get(token[0], "01"), form))


def _period(found: Mapping[str, str | None], latest: date) -> PastDate:
    year, month, day = int(found.get("year") or 0), found.get("month"), found.get("day")
    if short := found.get("short"):
        year = latest.year - (latest.year - int(short)) % 100
    if name := found.get("name"):
        month = _month(name)
    if month is None:
        return PastDate(date(year, 1, 1), date(year, 12, 31), "year")
    if day is None:
        last = calendar.monthrange(year, int(month))[1]
        return PastDate(date(year, int(month), 1), date(year, int(month), last), "month")
    one = date(year, int(month), int(day))
    return PastDate(one, one, "day")


def _month(name: str) -> str:
    found = [number for number, beginnings in _MONTHS.items() if name.startswith(beginnings)]
    if len(found) != 1:
        raise ValueError(name)
    return str(found[0])

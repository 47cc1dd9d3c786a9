"""From the tables of a mapping file to codes: which text in a cell means which product term."""

from collections.abc import Callable, Collection, Iterable
from collections.abc import Mapping as Table
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from uitzicht.history.mapping.section import Section, close_to
from uitzicht.history.mapping.terms import NO_ANSWER, Code, Coded, Labels, Linear, Value, ValueMap
from uitzicht.history.rules import is_band
from uitzicht.history.vocabulary import REASON_CODE, same
from uitzicht.questionnaires.wording import LANGUAGES


@dataclass(frozen=True)
class Terms:
    """What the right-hand side of a value map may say; `described` goes into the message when it says another thing."""

    accepts: Callable[[Value], bool]
    described: Callable[[], str]
    known: tuple[str, ...] = ()


def one_of(terms: Iterable[str]) -> Terms:
    known = tuple(terms)
    return Terms(lambda value: value in known, lambda: ", ".join(known), known)


POINTS = Terms(lambda value: type(value) is int and 1 <= value <= 5, lambda: "1, 2, 3, 4, 5")
AGES = Terms(
    lambda value: isinstance(value, str) and is_band(value, tenure=False),
    lambda: _("a band of ages, such as -24, 25-34 or 55+"),
)
TENURES = Terms(
    lambda value: isinstance(value, str) and is_band(value, tenure=True),
    lambda: _("a band of years in service, such as 2-5 (up to the day before five years) or 10+"),
)


@dataclass(frozen=True)
class Context:
    """What holds for the whole file."""

    missing: frozenset[str]
    language: str
    scales: Table[str, Code | None]
    reasons: frozenset[str]
    """The reasons that the product knows."""


def missing_in(section: Section, context: Context) -> frozenset[str]:
    """How missing is written here: as everywhere in the file, and as this table adds."""
    return context.missing | {same(text) for text in section.texts("missing")}


def read_coded(section: Section, terms: Terms, context: Context) -> Coded | None:
    """`column`, `values` (or `linear` or `scale` for points) and `missing`."""
    column = section.text("column")
    code = read_code(section, terms, context.scales)
    missing = missing_in(section, context)
    return Coded(column, code, missing) if code else None


def read_code(section: Section, terms: Terms, scales: Table[str, Code | None]) -> Code | None:
    if terms is POINTS and section.has("scale"):
        return _scale(section, scales)
    if terms is POINTS and section.has("linear"):
        ends = section.pair("linear")
        return Linear(worst=Decimal(str(ends[0])), best=Decimal(str(ends[1]))) if ends else None
    return read_values(section, terms)


def read_values(section: Section, terms: Terms, key: str = "values") -> ValueMap | None:
    """A table from what a cell says to a term; a key that ends in `*` stands for every text that begins so; the term ""
    says that the cell holds no answer."""
    raw = section.table(key)
    if not raw:
        section.blame(key, _("is missing or empty. List what the cells say and what each means."))
        return None
    sound = {text: value for text, value in raw.items() if _is_term(section, key, text, value, terms)}
    return value_map(section, key, sound.items())


def value_map(section: Section, key: str, pairs: Iterable[tuple[str, Value]]) -> ValueMap:
    """Two spellings of one text may stand in a map only when they mean the same."""
    exact: dict[str, Value] = {}
    prefixes: dict[str, Value] = {}
    for text, value in pairs:
        table, cell = (prefixes, same(text.removesuffix("*"))) if text.endswith("*") else (exact, same(text))
        if table.setdefault(cell, value) != value:
            section.blame(key, _("gives “{text}” two meanings. Keep one.").format(text=text))
    return ValueMap(exact, tuple(sorted(prefixes.items(), key=lambda pair: -len(pair[0]))))


def read_scales(section: Section | None) -> dict[str, Code | None]:
    """The scales that several questions share."""
    if section is None:
        return {}
    scales: dict[str, Code | None] = {}
    for name in section.names():
        if (scale := section.section(name)) is not None:
            scales[name] = read_code(scale, POINTS, {})
            scale.close()
    return scales


def read_labels(section: Section, key: str, language: str) -> Labels:
    """One text per language; languages that the survey does not have get the text in its own language."""
    raw = section.table(key)
    for code in raw.keys() - set(LANGUAGES):
        section.blame(
            key, _("knows the languages {languages}, not {code}.").format(languages=", ".join(LANGUAGES), code=code)
        )
    if not all(isinstance(text, str) and text.strip() for text in raw.values()):
        section.blame(key, _("should hold texts only."))
        return {}
    if language not in raw:
        section.blame(
            key, _("has no text in {language}, the language of this survey. Add it.").format(language=language)
        )
        return {}
    return {code: raw.get(code, raw[language]) for code in LANGUAGES}


def ensure_code(section: Section, key: str, code: object) -> bool:
    """Whether `code` is written as a reason: group.reason."""
    if isinstance(code, str) and REASON_CODE.fullmatch(code):
        return True
    what = _("{code} is not a reason. Write group.reason, with a group of the product, such as family.family.")
    section.blame(key, what.format(code=repr(code)))
    return False


def ensure_reason(section: Section, key: str, code: object, known: Collection[str]) -> bool:
    """Whether `code` is a reason of the product, or one that this file declares (both in `known`)."""
    if not ensure_code(section, key, code):
        return False
    if code in known:
        return True
    what = _("{code} is not a reason that the product knows. Declare it under [reasons.own], with a label.")
    section.blame(key, what.format(code=code) + close_to(str(code), sorted(known)))
    return False


def _scale(section: Section, scales: Table[str, Code | None]) -> Code | None:
    name = section.text("scale")
    if name in scales:
        return scales[name]
    section.blame(
        "scale",
        _("“{name}” is not a scale of this file. Declare it under [scales].").format(name=name)
        + close_to(name, scales),
    )
    return None


def _is_term(section: Section, key: str, text: str, value: Any, terms: Terms) -> bool:
    if value == NO_ANSWER or terms.accepts(value):
        return True
    what = _('gives “{text}” the meaning {value}. It should be one of: {terms}; or "" for no answer.')
    section.blame(
        key, what.format(text=text, value=repr(value), terms=terms.described()) + close_to(str(value), terms.known)
    )
    return False

"""The mapping file of a staff list (TOML): for columns and words that are not recognised by themselves.

dates = "DD/MM/YYYY"                # how dates are written; YYYY-MM-DD is always understood
names = "last first"                # order of the parts when one column holds the whole name
working_time = "hours"              # percent, hours or fraction
full_time_hours = 36                # default 38
missing = ["n/a", "-"]              # how empty is written
sheet = "Personeel"                 # page of a spreadsheet
[columns]
employee_number = "Pers. ID"
unit = ["Niveau 1", "Niveau 2"]     # one column with a path, or the levels from high to low
[values.gender]
"1" = "man"
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal

COLUMNS = frozenset(
    {
        *("employee_number", "first_name", "last_name", "name", "work_email", "private_email", "language", "unit"),
        *("title", "manager", "started_on", "ended_on", "birth", "gender", "contract", "working_time", "job_family"),
    }
)
VALUED = frozenset({"language", "gender", "contract"})
NAME_ORDERS = ("first last", "last first")
TIME_FORMS = ("percent", "hours", "fraction")
_KEYS = frozenset({"dates", "names", "working_time", "full_time_hours", "missing", "sheet", "columns", "values"})
_DATE_FORM = re.compile(r"(?=.*YYYY)(?=.*MM)(?=.*DD)[YMD](?:[YMD./ -]*)")


@dataclass(frozen=True)
class Mapping:
    """``columns``: product column -> names in the file. ``values``: product column -> (word in the file -> product code)."""

    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    dates: str = "DD/MM/YYYY"
    names: str = "first last"
    working_time: str = ""
    full_time_hours: float = 38.0
    missing: frozenset[str] = frozenset()
    sheet: str = ""


def load_mapping(content: str) -> Mapping:
    """Read a mapping file; refuses one that is not TOML or says something unknown."""
    try:
        said = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise Refusal(
            "staff.mapping_not_toml",
            _("The mapping file is not valid TOML: {reason}. Correct that line."),
            reason=error,
        ) from error
    _ensure_among("", said, _KEYS)
    columns = _section(said, "columns")
    _ensure_among("columns", columns, COLUMNS)
    values = _section(said, "values")
    _ensure_among("values", values, VALUED)
    hours = said.get("full_time_hours", 38)
    if not isinstance(hours, int | float) or not 1 <= hours <= 60:
        _refuse("full_time_hours", hours, ("1 … 60",))
    return Mapping(
        columns={column: _names(column, names) for column, names in columns.items()},
        values={column: {str(w).casefold(): str(c) for w, c in words.items()} for column, words in values.items()},
        dates=_date_form(said.get("dates", "DD/MM/YYYY")),
        names=_choice("names", said.get("names", NAME_ORDERS[0]), NAME_ORDERS),
        working_time=_choice("working_time", said.get("working_time", ""), ("", *TIME_FORMS)),
        full_time_hours=float(hours),
        missing=frozenset(one.casefold() for one in _names("missing", said.get("missing", []))),
        sheet=str(said.get("sheet", "")),
    )


def _section(said: dict[str, Any], name: str) -> dict[str, Any]:
    section = said.get(name, {})
    nested = name == "values" and isinstance(section, dict)
    if not isinstance(section, dict) or (nested and not all(isinstance(words, dict) for words in section.values())):
        _refuse(name, section, (f"[{name}]",))
    return section


def _names(key: str, names: object) -> tuple[str, ...]:
    listed = names if isinstance(names, list) else [names]
    if not all(isinstance(name, str) for name in listed):
        _refuse(key, names, ('"…"', '["…", "…"]'))
    return tuple(listed)


def _choice(key: str, value: object, known: tuple[str, ...]) -> str:
    if value not in known:
        _refuse(key, value, known)
    return str(value)


def _date_form(form: object) -> str:
    if not isinstance(form, str) or not _DATE_FORM.fullmatch(form):
        _refuse("dates", form, ("DD/MM/YYYY", "MM/DD/YYYY", "YYYY.MM.DD", "…"))
    return str(form)


def _ensure_among(section: str, said: Iterable[str], known: frozenset[str]) -> None:
    for key in said:
        if key not in known:
            _refuse(section, key, tuple(sorted(known)))


def _refuse(key: str, value: object, known: tuple[str, ...]) -> None:
    raise Refusal(
        "staff.mapping_unknown",
        _("The mapping file says “{value}” under “{key}”, which is not understood. Understood are: {known}."),
        value=value,
        key=key or "TOML",
        known=", ".join(word for word in known if word),
    )

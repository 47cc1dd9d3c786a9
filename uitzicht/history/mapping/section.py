"""Reading one table of a mapping file, key by key, so that every mistake is named with its place."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.core.refusal import Refusal

SHOWN = 3


@dataclass(frozen=True)
class Problem:
    """What is wrong in a mapping file, where, and what to do."""

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


class MappingRefusal(Refusal):
    """`history.mapping`: the mapping file cannot be used. `problems` names all that is wrong."""

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        shown, more = self.problems[:SHOWN], len(self.problems) - SHOWN
        rest = (
            " " + ngettext("And {n} problem more.", "And {n} problems more.", more).format(n=more) if more > 0 else ""
        )
        super().__init__("history.mapping", "{file}: {what}", file=file, what=" ".join(map(str, shown)) + rest)


def close_to(word: str, known: Iterable[str]) -> str:
    """ " Did you mean ...?" where something known looks alike, else nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return " " + _("Did you mean “{near}”?").format(near=near[0]) if near else ""


class Section:
    """A table of the file. Keys that nobody asked for are mistakes too: call `close` at the end."""

    def __init__(self, values: dict[str, Any], place: str, problems: list[Problem]) -> None:
        self.place = place
        self._values = values
        self._problems = problems
        self._asked: dict[str, None] = {}

    def blame(self, key: str, text: str) -> None:
        place = f"{self.place} {key}".strip()
        self._problems.append(Problem(place, text))

    def has(self, key: str) -> bool:
        self._asked[key] = None
        return key in self._values

    def text(self, key: str) -> str:
        """A text that must be there."""
        if not self.has(key):
            self.blame(key, _("is missing. Add it."))
            return ""
        return self.optional(key) or ""

    def optional(self, key: str) -> str | None:
        if not self.has(key):
            return None
        value = self._values[key]
        if isinstance(value, str) and value.strip():
            return value
        self.blame(key, _("should be a text, not {value}.").format(value=repr(value)))
        return None

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A text or a list of texts; empty texts are allowed (they mean an empty cell)."""
        if not self.has(key):
            if required:
                self.blame(key, _("is missing. Add it."))
            return ()
        value = self._values[key]
        found = [value] if isinstance(value, str) else value
        if isinstance(found, list) and all(isinstance(one, str) for one in found):
            return tuple(found)
        self.blame(key, _("should be a list of texts, not {value}.").format(value=repr(value)))
        return ()

    def number(self, key: str, default: int) -> int:
        if not self.has(key):
            return default
        value = self._values[key]
        if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
            return value
        self.blame(key, _("should be a whole number from 1, not {value}.").format(value=repr(value)))
        return default

    def day(self, key: str) -> date | None:
        if not self.has(key):
            return None
        value = self._values[key]
        if type(value) is date:
            return value
        self.blame(
            key, _("should be a date such as 2014-01-31, without quotes, not {value}.").format(value=repr(value))
        )
        return None

    def pair(self, key: str) -> tuple[float, float] | None:
        """Two different numbers."""
        value = self._values[key] if self.has(key) else None
        if (
            isinstance(value, list)
            and [type(n) in (int, float) for n in value] == [True, True]
            and value[0] != value[1]
        ):
            return value[0], value[1]
        self.blame(key, _("should be two different numbers, [worst, best], not {value}.").format(value=repr(value)))
        return None

    def table(self, key: str) -> dict[str, Any]:
        value = self._values.get(key, {})
        if self.has(key) and not isinstance(value, dict):
            self.blame(key, _("should be a table, not {value}.").format(value=repr(value)))
            return {}
        return value

    def names(self) -> list[str]:
        """The keys of a table whose keys are free."""
        self._asked |= dict.fromkeys(self._values)
        return list(self._values)

    def section(self, key: str) -> "Section | None":
        if not self.has(key):
            return None
        return Section(self.table(key), f"[{self._path(key)}]", self._problems)

    def sections(self, key: str) -> Iterator["Section"]:
        value = self._values.get(key, [])
        if self.has(key) and not (isinstance(value, list) and all(isinstance(one, dict) for one in value)):
            self.blame(key, _("should be a list of tables, not {value}.").format(value=repr(value)))
            return
        for number, one in enumerate(value, start=1):
            yield Section(one, f"[[{self._path(key)}]] {number}", self._problems)

    def close(self) -> None:
        """Names every key that nothing reads, such as a misspelt one."""
        for key in self._values.keys() - self._asked.keys():
            self.blame(key, _("is not a key of this table.") + close_to(key, self._asked))

    def _path(self, key: str) -> str:
        own = self.place.split("]")[0].strip("[ ")
        return f"{own}.{key}" if own else key

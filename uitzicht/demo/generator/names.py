"""Invented people: names that never occur twice."""

import random
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("names.toml")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ş": "s", "Ş": "S", "ø": "o"})


@dataclass(frozen=True)
class Name:
    first: str
    last: str
    gender: str
    language: str

    @property
    def plain(self) -> str:
        """As it stands in an e-mail address: "samira.elamrani"."""
        written = unicodedata.normalize("NFKD", f"{self.first}.{self.last}".translate(_LETTERS))
        return "".join(sign for sign in written.lower() if sign.isascii() and (sign.isalnum() or sign == "."))


class Names:
    """Names without end that do not repeat; ``taken``: those of people with a part of their own."""

    def __init__(self, draw: random.Random, taken: set[tuple[str, str]]) -> None:
        self._draw, self._taken = draw, set(taken)
        self._origins: list[dict[str, Any]] = list(tomllib.loads(_FILE.read_text(encoding="utf-8")).values())

    def next(self) -> Name:
        while True:
            origin = self._draw.choices(self._origins, [one["weight"] for one in self._origins])[0]
            gender = self._draw.choices(("woman", "man", "other"), (36, 63, 1))[0]
            firsts = {"woman": origin["women"], "man": origin["men"]}.get(gender, [*origin["women"], *origin["men"]])
            first, last = self._draw.choice(firsts), self._draw.choice(origin["last"])
            french = 100 * self._draw.random() < origin["french"]
            if (first, last) not in self._taken:
                self._taken.add((first, last))
                return Name(first, last, gender, "fr" if french else "nl")

"""What somebody said, in words: sentences chosen to fit the scores and reasons, never the same ones everywhere."""

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from uitzicht.demo.generator.leavers import Leaver, years_in_service

Mark = dict[str, str]
_FOLDER = Path(__file__).with_name("sentences")
_YEARS = {"nl": ("enkele maanden", "één jaar", "{} jaar"), "fr": ("quelques mois", "un an", "{} ans")}


@cache
def sentences(language: str) -> dict[str, Any]:
    """Every sentence of a language, by question."""
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


class Speech:
    """Notes of one conversation; a sentence is said once."""

    def __init__(self, draw: random.Random, leaver: Leaver) -> None:
        self._draw, self._leaver = draw, leaver
        self._bank = sentences(leaver.employee.name.language)
        self._said: set[str] = set()

    def about(self, item: str, score: int) -> tuple[str, list[Mark]]:
        """Notes on an open question and the themes in them, in the tone of the area's score."""
        bank = self._bank["notes"][item]
        if "lines" in bank:
            theme, text = self._cut(self._one(bank["lines"]))
            return text, [{"theme": theme, "sentiment": "negative"}]
        marks: list[Mark] = []
        texts = []
        for tone in self._tones(score):
            theme, text = self._cut(self._one(self._lines(bank, tone)))
            texts.append(text)
            if theme and theme not in {mark["theme"] for mark in marks}:
                marks.append({"theme": theme, "sentiment": tone})
        return " ".join(texts), marks

    @property
    def written_items(self) -> list[str]:
        """The questions that somebody answers in own words when they write alone."""
        return list(self._bank["own"])

    def written(self, item: str, score: int) -> tuple[str, list[Mark]]:
        """An answer in the first person and the theme in it, in the tone of the area's score."""
        tone = "positive" if score + self._draw.random() > 3.4 else "negative"
        theme, text = self._cut(self._one(self._bank["own"][item][tone]))
        return text, [{"theme": theme, "sentiment": tone}]

    def why(self, group: str, part: str) -> str:
        """``part``: "led_to" or "main", of a group of reasons."""
        known = self._bank["why"]
        return self._one(known.get(group, known["other"])[part])

    def of(self, topic: str) -> str:
        return self._one(self._bank[topic]["lines"])

    def path(self) -> str:
        """The way here; a line about two positions only for who had two."""
        lines = self._bank["path"]["lines"]
        titles = self._titles()
        return self._filled(self._one([one for one in lines if titles[0] != titles[1] or "{first_title}" not in one]))

    def summary(self, main: str, weakest: str) -> str:
        """Three or four sentences that were read back."""
        bank = self._bank["summary"]
        parts = [self._filled(self._one(bank["start"])), bank["main"].get(main, bank["main"]["other"])]
        return " ".join([*parts, self._one(bank["good"]), bank["better"][weakest]])

    def _lines(self, bank: dict[str, list[str]], tone: str) -> list[str]:
        if tone == "negative" and self._leaver.troubled and "troubled" in bank:
            return bank["troubled"]
        if tone == "negative" and self._leaver.night and "night" in bank:
            return bank["night"]
        return bank[tone]

    def _tones(self, score: int) -> list[str]:
        if score == 3:
            both = ["positive", "negative"]
            self._draw.shuffle(both)
            return both[: self._draw.choice((1, 2))]
        usual, rare = ("positive", "negative") if score > 3 else ("negative", "positive")
        return [usual if self._draw.random() < 0.9 else rare]

    def _one(self, lines: list[str]) -> str:
        fresh = [line for line in lines if line not in self._said] or lines
        line = self._draw.choice(fresh)
        self._said.add(line)
        return line

    def _cut(self, line: str) -> tuple[str, str]:
        theme, bar, text = line.partition(" | ")
        return (theme, text) if bar else ("", line)

    def _filled(self, line: str) -> str:
        first, last = self._titles()
        few, one, more = _YEARS[self._leaver.employee.name.language]
        years = years_in_service(self._leaver)
        said = few if years < 1 else one if years == 1 else more.format(years)
        text = line.format(years=said, title=last.lower(), first_title=first.lower())
        return text[:1].upper() + text[1:]

    def _titles(self) -> tuple[str, str]:
        stints = self._leaver.employee.stints()
        return stints[0].title, stints[-1].title

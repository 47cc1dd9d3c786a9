"""The codebook (themalijst): reasons for leaving in two levels, and the themes of the five areas of work.

A code never changes its meaning; an organisation may add level-2 reasons. Labels are written in lower case, as inside
a sentence; a page that starts with one capitalises it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, get_args

from uitzicht.questionnaires.wording import Words, ensure_keys, table, words

Force = Literal["push", "pull", "personal"]
FORCES: tuple[Force, ...] = get_args(Force)

AREAS = ("content", "conditions", "relations", "terms", "organisation")
GROUPS = (
    *AREAS,
    "career",
    "workload_wellbeing",
    "management",
    "values_inclusion",
    "better_offer",
    "own_business",
    "relocation",
    "commute",
    "study",
    "family",
    "health",
    "retirement",
    "other",
)
NONE = "none"
"""Code of "none of these": an answer of its own, neither a reason nor a missing answer."""

_FILE = Path(__file__).with_name("codebook.toml")


@dataclass(frozen=True, slots=True)
class Reason:
    """A level-2 reason, code `group.reason`. `force` is the usual one; the leaver's own view goes first."""

    code: str
    group: str
    force: Force
    labels: Words


@dataclass(frozen=True, slots=True)
class Group:
    """A level-1 reason; `hints` says what belongs to it and where it ends."""

    code: str
    labels: Words
    hints: Words
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """What an answer is about, code `area.theme`; its sentiment is coded beside it."""

    code: str
    area: str
    labels: Words


@dataclass(frozen=True)
class Codebook:
    groups: tuple[Group, ...]
    themes: tuple[Theme, ...]
    none: Words

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Every level-2 reason, in the order of the codebook."""
        return tuple(reason for group in self.groups for reason in group.reasons)

    def group(self, code: str) -> Group:
        """The group of that code; KeyError when there is none."""
        return self._groups[code]

    def reason(self, code: str) -> Reason:
        """The reason of that code; KeyError when there is none."""
        return self._reasons[code]

    def theme(self, code: str) -> Theme:
        """The theme of that code; KeyError when there is none."""
        return self._themes[code]

    def themes_of(self, area: str) -> tuple[Theme, ...]:
        """The themes of one of the five areas, in the order of the codebook; none for any other part."""
        return tuple(theme for theme in self.themes if theme.area == area)

    def reason_label(self, code: str, language: str) -> str:
        """The label of a group, a level-2 reason or `none`; KeyError when code or language is unknown."""
        if code == NONE:
            return self.none[language]
        return (self._reasons[code] if "." in code else self._groups[code]).labels[language]

    def theme_label(self, code: str, language: str) -> str:
        """The label of a theme; KeyError when code or language is unknown."""
        return self._themes[code].labels[language]

    @cached_property
    def _groups(self) -> Mapping[str, Group]:
        return {group.code: group for group in self.groups}

    @cached_property
    def _reasons(self) -> Mapping[str, Reason]:
        return {reason.code: reason for reason in self.reasons}

    @cached_property
    def _themes(self) -> Mapping[str, Theme]:
        return {theme.code: theme for theme in self.themes}


@cache
def load_codebook() -> Codebook:
    """The codebook that ships with the product, read once."""
    return read_codebook(_FILE.read_text(encoding="utf-8"))


def read_codebook(text: str) -> Codebook:
    """Read a codebook from TOML; ValueError names the place of the first fault."""
    raw = tomllib.loads(text)
    ensure_keys(raw, {NONE, "groups", "themes"}, "codebook")
    groups = table(raw.get("groups"), "groups")
    themes = table(raw.get("themes"), "themes")
    _ensure_exactly(groups, GROUPS, "groups")
    _ensure_exactly(themes, AREAS, "themes")
    return Codebook(
        groups=tuple(_group(code, groups[code]) for code in GROUPS),
        themes=tuple(theme for area in AREAS for theme in _themes(area, themes[area])),
        none=words(raw.get(NONE), NONE),
    )


def _group(code: str, raw: object) -> Group:
    place = f"groups.{code}"
    fields = table(raw, place)
    ensure_keys(fields, {"label", "hint", "reasons"}, place)
    reasons = table(fields.get("reasons"), f"{place}.reasons")
    _ensure_between(reasons, 2, 6, f"{place}.reasons")
    return Group(
        code=code,
        labels=words(fields.get("label"), f"{place}.label"),
        hints=words(fields.get("hint"), f"{place}.hint"),
        reasons=tuple(_reason(code, name, reason) for name, reason in reasons.items()),
    )


def _reason(group: str, name: str, raw: object) -> Reason:
    code = f"{group}.{name}"
    fields = dict(table(raw, code))
    force = fields.pop("force", None)
    if force not in FORCES:
        raise ValueError(f"{code}: force is {force!r}, expected one of {', '.join(FORCES)}")
    return Reason(code=code, group=group, force=force, labels=words(fields, code))


def _themes(area: str, raw: object) -> tuple[Theme, ...]:
    place = f"themes.{area}"
    themes = table(raw, place)
    _ensure_between(themes, 4, 6, place)
    return tuple(Theme(f"{area}.{name}", area, words(theme, f"{place}.{name}")) for name, theme in themes.items())


def _ensure_exactly(raw: Mapping[str, Any], codes: tuple[str, ...], place: str) -> None:
    ensure_keys(raw, set(codes), place)
    if missing := [code for code in codes if code not in raw]:
        raise ValueError(f"{place}: missing {', '.join(missing)}")


def _ensure_between(raw: Mapping[str, Any], fewest: int, most: int, place: str) -> None:
    if not fewest <= len(raw) <= most:
        raise ValueError(f"{place}: {len(raw)} entries, expected {fewest} to {most}")

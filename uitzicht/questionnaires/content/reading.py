"""Read a version of the questionnaire from TOML and name the place of the first fault in it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from uitzicht.questionnaires import vocabulary
from uitzicht.questionnaires.content.shape import MINUTES, OPEN, PROBES, Answer, Item, Part, Variant, Version
from uitzicht.questionnaires.vocabulary import ESSENTIAL, POINTS, VARIED, ItemType
from uitzicht.questionnaires.wording import LANGUAGES, ensure_keys, table, typeset, words

_VERSIONS = Path(__file__).parents[1] / "versions"


@cache
def latest() -> Version:
    """The newest version that ships with the product, read once."""
    return load(max(int(file.stem.removeprefix("v")) for file in _VERSIONS.glob("v*.toml")))


def load(number: int) -> Version:
    """The version of that number that ships with the product; ValueError names the place of a fault in it."""
    path = _VERSIONS / f"v{number}.toml"
    if not path.is_file():
        raise ValueError(f"versions/{path.name}: there is no such version")
    version = read(path.read_text(encoding="utf-8"))
    if version.number != number:
        raise ValueError(f"versions/{path.name}: number is {version.number}")
    return version


def read(text: str) -> Version:
    """Read a version from TOML; ValueError names the place of the first fault."""
    raw = tomllib.loads(text)
    ensure_keys(raw, {"number", "answers", "parts"}, "version")
    answers = {name: _answer(name, answer) for name, answer in table(raw.get("answers"), "answers").items()}
    parts = tuple(_part(f"parts[{i}]", part, answers | {"open": OPEN}) for i, part in enumerate(raw.get("parts", ())))
    version = Version(_positive(raw.get("number"), "number"), parts)
    _ensure_parts(parts)
    _ensure_unique(version.items)
    return version


def _answer(name: str, raw: object) -> Answer:
    place = f"answers.{name}"
    fields = table(raw, place)
    ensure_keys(fields, {"type", "labels"}, place)
    if fields.get("type") not in (ItemType.SCORE, ItemType.CHOICE, ItemType.SCALE):
        raise ValueError(f"{place}: type is {fields.get('type')!r}")
    kind = ItemType(fields["type"])
    labels = {key: words(label, f"{place}.{key}") for key, label in table(fields.get("labels"), place).items()}
    choices = POINTS.get(kind, tuple(labels))
    if len(choices) < 2 or (kind in POINTS and tuple(labels) != (choices[0], choices[-1])):
        raise ValueError(f"{place}: a choice has two labels or more, a score or scale those of its two ends")
    return Answer(kind, choices, labels)


def _part(place: str, raw: object, answers: Mapping[str, Answer]) -> Part:
    fields = table(raw, place)
    ensure_keys(fields, {"key", "minutes", "title", "script", "hint", "items"}, place)
    key = _text(fields.get("key"), f"{place}.key")
    return Part(
        key=key,
        minutes=_positive(fields.get("minutes"), f"{key}.minutes"),
        title=words(fields.get("title"), f"{key}.title"),
        script=words(fields.get("script"), f"{key}.script"),
        hint=words(fields.get("hint"), f"{key}.hint"),
        items=tuple(_item(f"{key}.items[{i}]", key, item, answers) for i, item in enumerate(fields.get("items", ()))),
    )


def _item(place: str, part: str, raw: object, answers: Mapping[str, Answer]) -> Item:
    fields = table(raw, place)
    ensure_keys(fields, {"key", "answer", "question", "probes", "variants", "not_asked"}, place)
    key = _text(fields.get("key"), f"{place}.key")
    if not key.startswith(f"{part}."):
        raise ValueError(f"{key}: the key of an item starts with its part, {part}")
    answer = answers.get(_text(fields.get("answer"), f"{key}.answer"))
    if answer is None:
        raise ValueError(f"{key}: answer {fields['answer']!r} is not among the answers")
    return Item(
        key=key,
        part=part,
        answer=answer,
        question=words(fields.get("question"), f"{key}.question"),
        probes=_probes(key, answer, fields),
        variants=_variants(key, answer, fields),
        not_asked=_not_asked(key, fields),
    )


def _variants(key: str, answer: Answer, fields: Mapping[str, Any]) -> Mapping[str, Variant]:
    variants = table(fields.get("variants", {}), f"{key}.variants")
    ensure_keys(variants, set(VARIED), f"{key}.variants")
    return {audience: _variant(f"{key}.variants.{audience}", answer, raw) for audience, raw in variants.items()}


def _variant(place: str, answer: Answer, raw: object) -> Variant:
    fields = table(raw, place)
    ensure_keys(fields, {"question", "probes"}, place)
    probes = _probes(place, answer, fields) if "probes" in fields else dict.fromkeys(LANGUAGES, ())
    return Variant(words(fields.get("question"), f"{place}.question"), probes)


def _not_asked(key: str, fields: Mapping[str, Any]) -> tuple[str, ...]:
    left_out = tuple(fields.get("not_asked", ()))
    if unknown := [audience for audience in left_out if audience not in VARIED]:
        raise ValueError(f"{key}.not_asked: unknown audience {', '.join(unknown)}")
    if left_out and key in ESSENTIAL:
        raise ValueError(f"{key}.not_asked: this question is asked of everybody")
    return left_out


def _probes(key: str, answer: Answer, fields: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    if answer.type != ItemType.OPEN:
        if "probes" in fields:
            raise ValueError(f"{key}: only an open question has probes")
        return dict.fromkeys(LANGUAGES, ())
    probes = table(fields.get("probes"), f"{key}.probes")
    ensure_keys(probes, set(LANGUAGES), f"{key}.probes")
    found = {language: tuple(typeset(probe, language) for probe in probes.get(language, ())) for language in LANGUAGES}
    for language, texts in found.items():
        if len(texts) not in PROBES or len(texts) != len(found["nl"]) or not all(map(str.strip, texts)):
            raise ValueError(f"{key}.probes: {language} needs 2 to 4 probes, as many as the other languages")
    return found


def _ensure_parts(parts: tuple[Part, ...]) -> None:
    if [part.key for part in parts] != vocabulary.Part.values:
        raise ValueError(f"parts: expected {', '.join(vocabulary.Part.values)}, in this order")
    if (total := sum(part.minutes for part in parts)) != MINUTES:
        raise ValueError(f"parts: the minutes sum to {total}, expected {MINUTES}")


def _ensure_unique(items: tuple[Item, ...]) -> None:
    seen: set[str] = set()
    for item in items:
        if item.key in seen:
            raise ValueError(f"{item.key}: this key occurs twice")
        seen.add(item.key)


def _positive(raw: object, place: str) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or raw < 1:
        raise ValueError(f"{place}: expected a whole number of 1 or more, found {raw!r}")
    return raw


def _text(raw: object, place: str) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise ValueError(f"{place}: expected a text, found {raw!r}")
    return raw

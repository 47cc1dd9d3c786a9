"""What a version of the questionnaire holds, as plain values."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from uitzicht.questionnaires.vocabulary import ItemType
from uitzicht.questionnaires.wording import Words

MINUTES = 60
PROBES = range(2, 5)
_LATER = ("variants", "not_asked")


@dataclass(frozen=True, slots=True)
class Answer:
    """How a closed item is answered. ``labels``: by choice; of a score or scale only the two ends have one."""

    type: ItemType
    choices: tuple[str, ...]
    labels: Mapping[str, Words]


OPEN = Answer(ItemType.OPEN, (), {})


@dataclass(frozen=True, slots=True)
class Variant:
    """Another wording of the same item; without ``probes`` the general ones stay."""

    question: Words
    probes: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Item:
    """``key``: `part.name`, the same in every version that measures the same. ``probes``: by language, if open.
    ``variants``: by audience; ``not_asked``: the audiences that this item is left out for."""

    key: str
    part: str
    answer: Answer
    question: Words
    probes: Mapping[str, tuple[str, ...]]
    variants: Mapping[str, Variant] = field(default_factory=dict)
    not_asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """``title`` is read by the leaver, ``script`` is said by the interviewer, ``hint`` is for the interviewer only."""

    key: str
    minutes: int
    title: Words
    script: Words
    hint: Words
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Version:
    number: int
    parts: tuple[Part, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in the order of the conversation."""
        return tuple(item for part in self.parts for item in part.items)

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the content: the same exactly when every key, text and order is the same."""
        return hashlib.sha256(json.dumps(_plain(self), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _plain(version: Version) -> dict[str, Any]:
    """What variants came after must keep the digest that published databases hold, so an empty one is not written."""
    plain = asdict(version)
    for part in plain["parts"]:
        for item in part["items"]:
            for name in _LATER:
                if not item[name]:
                    del item[name]
    return plain

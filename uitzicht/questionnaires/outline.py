"""A version as its page shows it: parts with their questions in one language, and what each of them still needs."""

from collections import Counter
from dataclasses import dataclass

from uitzicht.questionnaires import queries
from uitzicht.questionnaires.content import latest
from uitzicht.questionnaires.missing import Missing, missing_in, undecided_in
from uitzicht.questionnaires.models import Item, QuestionnaireVersion
from uitzicht.questionnaires.queries import PartText, parts_of
from uitzicht.questionnaires.vocabulary import ESSENTIAL, Audience, ItemType, Part
from uitzicht.questionnaires.wording import LANGUAGES


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A question in the outline. ``missing``: how many things it lacks, in all languages; ``varied`` and ``left_out``:
    audiences in words."""

    row: Item
    question: str
    missing: int
    varied: tuple[object, ...]
    left_out: tuple[object, ...]
    first: bool
    last: bool

    @property
    def kind(self) -> object:
        return ItemType(self.row.type).label

    @property
    def removable(self) -> bool:
        return self.row.key not in ESSENTIAL


@dataclass(frozen=True, slots=True)
class PartLine:
    """``absent``: (key, question) of what Uitzicht asks in this part and this version does not."""

    text: PartText
    missing: int
    items: tuple[ItemLine, ...]
    absent: tuple[tuple[str, str], ...]

    @property
    def name(self) -> object:
        """As HR calls it; the leaver reads the title."""
        return Part(self.text.key).label


def missing_from(version: QuestionnaireVersion) -> list[Missing]:
    """Everything that keeps a draft from being published. Four queries."""
    return [*missing_in(queries.content_of(version)), *undecided_in(queries.rows_of(version))]


def outline_of(version: QuestionnaireVersion, language: str, missing: list[Missing]) -> list[PartLine]:
    """Every part in order. Two queries."""
    lacking = Counter(one.item or one.part for one in missing)
    rows = list(queries.rows_of(version))
    return [
        PartLine(
            part,
            lacking[part.key],
            _items([row for row in rows if row.part == part.key], language, lacking),
            _absent(part.key, {row.key for row in rows}, language),
        )
        for part in parts_of(version, language)
    ]


def by_language(missing: list[Missing]) -> list[tuple[str, list[Missing]]]:
    """For each language what it lacks; under "" what concerns all of them."""
    return [(language, [one for one in missing if one.language == language]) for language in ("", *LANGUAGES)]


def _absent(part: str, present: set[str], language: str) -> tuple[tuple[str, str], ...]:
    ships = (item for item in latest().items if item.part == part and item.key not in present)
    return tuple((item.key, item.question[language]) for item in ships)


def _items(rows: list[Item], language: str, lacking: Counter[str]) -> tuple[ItemLine, ...]:
    return tuple(
        _item(row, language, lacking[row.key], first=number == 0, last=number == len(rows) - 1)
        for number, row in enumerate(rows)
    )


def _item(row: Item, language: str, missing: int, *, first: bool, last: bool) -> ItemLine:
    text = next(text for text in row.texts.all() if text.language == language)
    varied = tuple(Audience(audience).label for audience in sorted(text.variants))
    left_out = tuple(Audience(audience).label for audience in row.not_asked)
    return ItemLine(row, text.question, missing, varied, left_out, first, last)

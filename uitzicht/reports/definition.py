"""What a report is: plain values, told in one language, from which every output is made.

PDF, slides and workbook say the same because they are made from the same `Report`; the same report gives the same bytes.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from uitzicht.insight.stories.section import Section
from uitzicht.insight.vocabulary import Figure

LANGUAGES = ("nl", "fr", "en", "de")
COLOUR = "#0c655e"


class ReportKind(StrEnum):
    """For whom: management, the leader of a unit, the prevention adviser, the works council, whoever compares."""

    YEARLY = "yearly"
    UNIT = "unit"
    PSYCHOSOCIAL = "psychosocial"
    WORKS_COUNCIL = "works_council"
    BENCHMARK = "benchmark"


class Format(StrEnum):
    """Also the extension of the file."""

    PDF = "pdf"
    SLIDES = "pptx"
    WORKBOOK = "xlsx"


@dataclass(frozen=True, slots=True)
class Brand:
    """How the organisation looks on paper. ``colour``: "#rrggbb" with a contrast of 4.5 : 1 on white or more.

    ``logo_type``: "png", or "" for none.
    """

    name: str = "Uitzicht"
    colour: str = COLOUR
    logo: bytes | None = None
    logo_type: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A chapter in words. ``table``: rows of cells, the first row is the heading; empty for none."""

    title: str
    paragraphs: tuple[str, ...]
    table: tuple[tuple[str, ...], ...] = ()
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter of findings: one story of insight. ``measures``: names of the figures it draws on."""

    key: str
    title: str
    sections: tuple[Section, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A figure for the title page: "Turnover", "17.8 %", "between 14.2 and 21.9 %", "86 of 484 people a year"."""

    label: str
    value: str
    span: str
    base: str


@dataclass(frozen=True, slots=True)
class Report:
    """``texts`` stand before the parts, ``closing`` after them: methods, limits, certificate.

    ``figures``: one for each measure told, in the order of the parts. ``released_on``: also the date of every file.
    ``release``: 0 for a dossier made before the first release; it then has no certificate.
    """

    kind: ReportKind
    language: str
    title: str
    subtitle: str
    organisation: str
    release: int
    released_on: date
    k: int
    certificate: str
    lede: tuple[str, ...]
    parts: tuple[Part, ...]
    texts: tuple[Text, ...]
    closing: tuple[Text, ...]
    figures: tuple[Figure, ...]
    foot: str
    brand: Brand
    numbers: tuple[Number, ...] = ()

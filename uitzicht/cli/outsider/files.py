"""What was published, by place, from the files that a role can download; and which rows of a file are figures of a release."""

import csv
import io
from collections.abc import Iterable

from uitzicht.cli.outsider.displays import Span, exactly, of_count, of_mean
from uitzicht.cli.outsider.published import BELOW_K, KINDS, Column, Published
from uitzicht.cli.outsider.visit import Page

OWN_MEASURES = frozenset(
    {"who_left", "response", "turnover", "staying", "staying_curve", "maturity", "field"}
    | {"comparisons", "sooner", "more_often", "other_reasons", "belonging"}
)
"""Measures whose figures stand in no document as they are: public, or made of released figures."""
IMPORTED = "beside_"
"""Measures that begin so are of a survey of those who stay or of the field."""


def from_files(read: Iterable[Page]) -> Published:
    """The same from downloaded CSV files: what a role without documents can know."""
    published = Published()
    items: dict[tuple[int, str, str, str], dict[str, Span | None]] = {}
    bases: dict[tuple[int, str, str, str], tuple[Span, bool]] = {}
    for page in read:
        for row in rows(page) if page.kind == "csv" else ():
            if not is_released(row["measure"]):
                continue
            place = (int(row["release"]), unquoted(row["unit"]), row["kind"], row["question"])
            base = of_count(unquoted(row["base"]), exactly(4)) or BELOW_K
            is_score = row["item"] == "mean"
            shown = row["mean"] if is_score else row["count"]
            shown = shown or unquoted(row["band"])
            items.setdefault(place, {})[row["item"]] = of_mean(shown) if is_score else of_count(shown, base)
            bases[place] = (base, is_score)
            published.name(row["question"], unquoted(row["question_label"]))
            if not is_score:
                published.name(row["item"], unquoted(row["item_label"]))
            published.certificates[row["certificate"][:16]] = int(row["release"])
    for (release, unit, kind, question), found in items.items():
        base, is_score = bases[release, unit, kind, question]
        parts = [items.get((release, unit, stratum, question), {}) for stratum in KINDS.get(kind, ())]
        joined = sum(any(part.values()) for part in parts) > 1  # a kind in which nobody left adds nothing
        published.columns[release, unit, kind, question] = Column(base, found, is_score, joined)
    return published


def rows(page: Page) -> list[dict[str, str]]:
    """Rows of a CSV file with figures; none of any other file."""
    reader = csv.DictReader(io.StringIO(page.body.decode("utf-8-sig")))
    if not {"release", "question", "unit", "kind", "base", "item", "certificate"} <= set(reader.fieldnames or ()):
        return []
    return list(reader)


def is_released(measure: str) -> bool:
    """Whether the figures of a measure stand in documents as they are."""
    return measure not in OWN_MEASURES and not measure.startswith(IMPORTED)


def unquoted(text: str) -> str:
    """A spreadsheet needs a quote before some texts."""
    return text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text

"""The sheet inside a native chart: what its shapes are drawn from, for whoever edits it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from uitzicht.ui.templatetags.ui import percent

SHEET = "Sheet1"  # as the writer of charts names it in its references
FIXED = datetime(2000, 1, 1)
"""The sheet belongs to the slide and has no date of its own."""


@dataclass(frozen=True, slots=True)
class Column:
    """``values``: None where the chart has no shape. ``arm_of``: the series whose ranges it is an arm of; None: a series of
    its own."""

    title: str
    values: list[float | None]
    arm_of: int | None = None

    @property
    def is_drawn(self) -> bool:
        return self.arm_of is None


def as_sheet(labels: Sequence[str], columns: Sequence[Column], form: str, title: str) -> bytes:
    """A workbook of one sheet: labels in the first column, then the columns in order. No formulas."""
    out = BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, settings) as book:
        book.set_properties({"title": title, "created": FIXED})
        sheet = book.add_worksheet(SHEET)
        number, head = book.add_format({"num_format": form}), book.add_format({"bold": True, "text_wrap": True})
        sheet.set_column(0, 0, 48)
        sheet.set_column(1, max(1, len(columns)), 14)
        for place, column in enumerate(columns, start=1):
            sheet.write_string(0, place, column.title, head)
            for row, value in enumerate(column.values, start=1):
                if value is not None:
                    sheet.write_number(row, place, value, number)
        for row, label in enumerate(labels, start=1):
            sheet.write_string(row, 0, label)
    return out.getvalue()


def share_format() -> str:
    """How the reader's language writes a whole percentage, as a number format: a plain space, which every program knows."""
    return percent(0).replace("\u00a0", " ")


def reference(place: int, rows: int) -> str:
    """The cells of a column, counted from 0, without its title."""
    letter = chr(ord("A") + place)
    return f"{SHEET}!${letter}$2:${letter}${rows + 1}"

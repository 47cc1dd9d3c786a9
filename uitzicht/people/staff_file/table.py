"""From bytes to rows of cells: CSV as HR systems write it, and spreadsheets."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils.translation import gettext_lazy as _
from python_calamine import CalamineError, CalamineWorkbook, WorksheetNotFound

from uitzicht.core.refusal import Refusal

Cell = str | float | int | bool | date | time | timedelta | None

MOST_ROWS = 200_000
DELIMITERS = (",", ";", "\t")
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # XLSX (a zip), XLS
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True)
class Table:
    """``header`` holds the names of the columns; ``rows`` pairs each row that is not empty with its number in the file."""

    header: tuple[str, ...]
    rows: list[tuple[int, Sequence[Cell]]]


def read_table(content: bytes, *, sheet: str = "") -> Table:
    """Read CSV (UTF-8 or UTF-16 with or without mark, else cp1252; comma, semicolon or tab) or a spreadsheet, of which
    ``sheet`` names the page (else the first). Refuses what cannot be read, is empty or is too long."""
    grid = _spreadsheet(content, sheet) if content.startswith(_SPREADSHEETS) else _delimited(_decode(content))
    if len(grid) > MOST_ROWS:
        raise Refusal(
            "staff.file_too_long",
            _("The file has more than {most} rows. A staff list of one organisation is shorter. Split the file."),
            most=MOST_ROWS,
        )
    numbered = [(number, row) for number, row in enumerate(grid, start=1) if any(text(cell) for cell in row)]
    if len(numbered) < 2:
        raise Refusal(
            "staff.file_empty",
            _("The file holds no rows of staff. Its first row names the columns, each further row is one person."),
        )
    return Table(tuple(text(cell) for cell in numbered[0][1]), numbered[1:])


def text(cell: Cell) -> str:
    """A cell as people read it, without blanks around it; 1003.0 from a spreadsheet is "1003"."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _spreadsheet(content: bytes, sheet: str) -> list[Sequence[Cell]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        page = book.get_sheet_by_name(sheet) if sheet else book.get_sheet_by_index(0)
    except WorksheetNotFound as error:
        raise Refusal(
            "staff.sheet_unknown",
            _("The spreadsheet has no page called {sheet}. Correct the name in the mapping file."),
            sheet=sheet,
        ) from error
    except CalamineError as error:
        raise Refusal(
            "staff.file_unreadable",
            _("This file cannot be read as a spreadsheet. Save it again as .xlsx or .csv and choose that file."),
        ) from error
    return list(page.to_python(skip_empty_area=False))


def _decode(content: bytes) -> str:
    marked = next((encoding for mark, encoding in _BYTE_ORDER_MARKS.items() if content.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            decoded = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in decoded:
            return decoded
    raise Refusal(
        "staff.file_unreadable_text",
        _("This file is neither a spreadsheet nor readable text. Save the list as .xlsx, or as .csv in UTF-8."),
    )


def _delimited(decoded: str) -> list[Sequence[Cell]]:
    header = next((line for line in decoded.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=lambda one: len(next(csv.reader([header], delimiter=one), [])))
    try:
        return list(csv.reader(io.StringIO(decoded, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise Refusal(
            "staff.file_broken",
            _("The file breaks off inside a cell ({reason}). Save it again from the spreadsheet or the HR system."),
            reason=error,
        ) from error

"""From the bytes of a survey file to rows of text. Nothing is interpreted here."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from pathlib import PurePath

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from uitzicht.core.refusal import Refusal
from uitzicht.history.mapping.terms import SourceFile
from uitzicht.history.vocabulary import plain

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
SNIFFED = ",;\t|"


@dataclass(frozen=True)
class Row:
    """`number`: as a spreadsheet shows it, the header being row 1. `cells`: as many as the header has columns."""

    number: int
    cells: tuple[str, ...]
    given: int
    """How many cells the file gave, which may be fewer (cut off) or more (a separator too many)."""


@dataclass(frozen=True)
class Grid:
    header: tuple[str, ...]
    """Column names with white space made equal; a name that occurs again is followed by " (2)"."""
    rows: tuple[Row, ...]


def read_grid(content: bytes, *, file: str, source: SourceFile) -> Grid:
    """Read a CSV file or a workbook; entirely empty rows are skipped. Raises `Refusal`."""
    is_book = PurePath(file).suffix.lower() in WORKBOOKS
    lines = list(_workbook(content, file, source) if is_book else _text(content, file, source))
    if len(lines) < source.header_row:
        raise Refusal(
            "history.empty_file",
            _("{file} holds no header row. Check the file, or header_row in the mapping."),
            file=file,
        )
    header = _header(lines[source.header_row - 1][1])
    body = [line for line in lines[source.header_row :] if line[0] >= source.first_row and any(line[1])]
    return Grid(header, tuple(_row(number, cells, len(header)) for number, cells in body))


def _row(number: int, cells: Sequence[str], width: int) -> Row:
    given = len(cells)
    while given > width and not cells[given - 1]:
        given -= 1  # a separator at the end of each line is no shift
    return Row(number, (*cells[:width], *[""] * (width - len(cells))), given)


def _header(cells: Sequence[str]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    seen: Counter[str] = Counter()
    names = []
    for cell in map(plain, cells):
        seen[cell] += 1
        names.append(cell if seen[cell] == 1 else f"{cell} ({seen[cell]})")
    return tuple(names)


def _text(content: bytes, file: str, source: SourceFile) -> Iterator[tuple[int, list[str]]]:
    text = _decode(content, file, source.encoding)
    delimiter = source.delimiter or _delimiter(text, source.header_row)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, [cell.strip() for cell in cells]
    except csv.Error as error:
        what = _(
            "{file}, line {line}: this is not sound CSV ({error}). Save the file again from the program it came from."
        )
        raise Refusal("history.not_csv", what, file=file, line=reader.line_num, error=error) from error


def _decode(content: bytes, file: str, encoding: str | None) -> str:
    """UTF-8 where the bytes are sound UTF-8, else cp1252: text of the other kind is hardly ever sound UTF-8."""
    if encoding is None and content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    for name in (encoding,) if encoding else ("utf-8", "cp1252"):
        try:
            return content.decode("utf-8-sig" if name == "utf-8" else name)
        except UnicodeError:
            continue
    what = _("{file} is written neither in UTF-8 nor in Windows-1252. Save it as CSV UTF-8, or as XLSX.")
    raise Refusal("history.encoding", what, file=file)


def _delimiter(text: str, header_row: int) -> str:
    """The separator that cuts the header into most columns."""

    def width(separator: str) -> int:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        return len(next(islice(rows, header_row - 1, None), []))

    return max(SNIFFED, key=width)


def _workbook(content: bytes, file: str, source: SourceFile) -> Iterator[tuple[int, list[str]]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except CalamineError as error:
        what = _("{file} cannot be opened as a workbook ({error}). Save it again as XLSX, without a password.")
        raise Refusal("history.not_a_workbook", what, file=file, error=error) from error
    name = source.sheet or book.sheet_names[0]
    if name not in book.sheet_names:
        what = _("{file} has no sheet “{sheet}”; it has: {known}. Correct sheet in the mapping.")
        raise Refusal("history.no_such_sheet", what, file=file, sheet=name, known=", ".join(book.sheet_names))
    for number, cells in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False), start=1):
        yield number, [_cell(cell) for cell in cells]


def _cell(value: object) -> str:
    """A cell as the text that a CSV file would hold: 3.0 is "3", a date is ISO, a boolean TRUE or FALSE."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value).strip()

"""A page as a workbook: one sheet for each measure, numbers as numbers, and on every sheet the release it comes from.

A report writes its sheets of figures with the same words: ``opened``, ``formats`` and ``write_figure``.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from uitzicht.insight import words
from uitzicht.insight.cells import Exact
from uitzicht.insight.exports.text import plain_text
from uitzicht.insight.labels import capital, stratum_label
from uitzicht.insight.vocabulary import Figure, FigureGroup, Item

Cell = tuple[object, str]
"""A text or a number (None: nothing is shown) and how it is written: see ``_formats``."""
WIDTHS = (38, 26, 20, 12, 38, 12, 18, 10, 10, 10, 10, 10)
LONGEST_NAME = 31  # of a sheet, in every spreadsheet program
INK = "#17262d"
A4 = 9
TEXT, COUNT, TENTH, SHARE, CHANCE, HEAD, TITLE = "text", "count", "tenth", "share", "chance", "head", "title"


def as_xlsx(figures: Iterable[Figure]) -> bytes:
    """Texts in the active language. Formulas are never written: a label that looks like one is text. The same figures give
    the same bytes within a version of the writer."""
    out, told = BytesIO(), tuple(figures)
    with opened(out, told[0].released_on if told else date.min) as book:
        found = formats(book)
        for figure in told:
            write_figure(book, figure, found)
    return out.getvalue()


def opened(out: BytesIO, on: date, **properties: str) -> Workbook:
    """A workbook that closes into ``out``. ``on``: its date; ``properties``: title, author and so on."""
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(*on.timetuple()[:3]), **properties})
    return book


def formats(book: Workbook, *, colour: str = INK) -> dict[str, Format]:
    """By name; ``colour``: of headings, "#rrggbb"."""
    return {
        TEXT: book.add_format({"text_wrap": True, "valign": "top"}),
        COUNT: book.add_format({"valign": "top"}),
        TENTH: book.add_format({"num_format": "0.0", "valign": "top"}),
        SHARE: book.add_format({"num_format": "0.0%", "valign": "top"}),
        CHANCE: book.add_format({"num_format": "0.0000", "valign": "top"}),
        HEAD: book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "font_color": colour}),
        TITLE: book.add_format({"valign": "top"}),
    }


def write_figure(book: Workbook, figure: Figure, formats: dict[str, Format]) -> None:
    """A sheet of its own, named after the measure."""
    sheet = book.add_worksheet(figure.measure[:LONGEST_NAME])
    for column, (width, title) in enumerate(zip(WIDTHS, _titles(), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, formats[HEAD])
    rows = [_row(group, item) for group in figure.groups for item in group.items]
    for at, row in enumerate(rows, start=1):
        for column, (value, style) in enumerate(row):
            write_cell(sheet, at, column, value, formats[style])
    sheet.freeze_panes(1, 0)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(WIDTHS) - 1)
    for at, line in enumerate(release_lines(figure), start=len(rows) + 2):
        sheet.write_string(at, 0, line, formats[TITLE])
    printed(sheet, _source(figure))


def printed(sheet: Worksheet, foot: str) -> None:
    """How it comes out of a printer: across, as wide as the page, its heading and its source on each."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer(f"&L&8{foot.replace('&', '&&')}&R&8&P / &N")


def write_cell(sheet: Worksheet, row: int, column: int, value: object, style: Format) -> None:
    """A number as a number, a text as a text whatever it begins with, and nothing for nothing."""
    if isinstance(value, int | float):
        sheet.write_number(row, column, value, style)
    elif value:
        sheet.write_string(row, column, plain_text(str(value)), style)


def _titles() -> tuple[str, ...]:
    return (
        pgettext("table", "Question"),
        pgettext("table", "Unit"),
        pgettext("table", "Departures"),
        pgettext("table", "Base"),
        pgettext("table", "Answer"),
        pgettext("table", "Number or mean"),
        pgettext("table", "As shown"),
        pgettext("table", "Share"),
        pgettext("table", "95% range from"),
        pgettext("table", "95% range to"),
        pgettext("table", "p"),
        pgettext("table", "p, corrected"),
    )


def _row(group: FigureGroup, item: Item) -> tuple[Cell, ...]:
    exact = item.shown.value if isinstance(item.shown, Exact) else None
    base = group.base.value if isinstance(group.base, Exact) else words.value(group.base)
    ends = (None, None) if item.interval is None else (round(item.interval.low, 4), round(item.interval.high, 4))
    style = TENTH if item.score else SHARE
    return (
        (capital(group.question_label), TEXT),
        (group.unit_label, TEXT),
        (stratum_label(group.kind), TEXT),
        (base, COUNT),
        (capital(item.label), TEXT),
        (exact, TENTH if item.score else COUNT),
        (words.item_value(item), TEXT),
        (None if item.share is None else round(item.share, 4), SHARE),
        *((end, style) for end in ends),
        (item.p, CHANCE),
        (item.q, CHANCE),
    )


def release_lines(figure: Figure) -> Iterator[str]:
    """What stands under every page: which release, from when, how large a group must be, and the whole certificate."""
    yield _source(figure)
    yield _("Attacked and not opened. Certificate {certificate}").format(certificate=figure.certificate)


def _source(figure: Figure) -> str:
    return _("Release {number}, frozen on {date}. Threshold: {k} people.").format(
        number=figure.release, date=words.long_date(figure.released_on), k=figure.parameters["k"]
    )

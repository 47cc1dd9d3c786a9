"""A table of a page as a native table, over as many slides as it needs; a dash is what is not shown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from uitzicht.reports.slides import geometry as at
from uitzicht.reports.slides.fit import BOLD, LINE, lines, width
from uitzicht.reports.slides.geometry import Box
from uitzicht.reports.slides.look import HAIR, INK, QUIET

GAP = "–"
LARGE, SMALL = (18, 17, 16, 15, 14), (13, 12, 11, 10, 9)
MOST_SLIDES = 3
BESIDE, ABOVE = 6.0, 5.0  # points of white inside a cell
HEAD_LEAST = 0.22  # of the width, for the heads of rows
Cells = tuple[str, ...]
Way = Callable[[Cells, Sequence[Cells], float], tuple[float, ...] | None]
PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # "no style, no grid": known to every program


@dataclass(frozen=True, slots=True)
class Grid:
    """``rows`` of one slide, without the heading; ``widths`` in points, one for each column; ``size`` of the letters; ``prose``: sentences."""

    heading: Cells
    rows: tuple[Cells, ...]
    widths: tuple[float, ...]
    size: float
    prose: bool = False


def grids(heading: Cells, rows: Sequence[Cells], *, prose: bool = False, tall: float = at.BODY.height) -> list[Grid]:
    """As large as fits one slide, else over some; [] when even the smallest letters have no room for the columns.

    ``prose``: cells are sentences, which may take lines; figures stay on one line wherever there is room. ``tall``: points
    for the table on each slide.
    """
    ways = (_wrapped,) if prose else (_on_one_line, _wrapped)
    few = [(sizes, most) for sizes in (LARGE, SMALL) for most in range(1, MOST_SLIDES + 1)]
    many = [(sizes, len(rows)) for sizes in (LARGE[-1:], SMALL)]
    for sizes, most in (*few, *many):
        for way in ways:
            found = _as_few(heading, rows, way, sizes, most, tall)
            if found:
                return [replace(grid, prose=prose) for grid in found]
    return []


def _as_few(
    heading: Cells, rows: Sequence[Cells], way: Way, sizes: Sequence[float], most: int, tall: float
) -> list[Grid]:
    """In the first of ``sizes`` that needs no more than ``most`` slides."""
    for size in sizes:
        widths = way(heading, rows, size)
        split = list(_split(heading, rows, widths, size, tall)) if widths else []
        if widths and len(split) <= most:
            return [Grid(heading, tuple(part), widths, size) for part in split]
    return []


def draw_table(slide: Slide, grid: Grid, *, title: str, description: str, box: Box = at.BODY) -> None:
    """In a box of the slide, its heading marked as such; ``description``: what the table is about."""
    x, y, wide, _height = box.lengths
    frame = slide.shapes.add_table(len(grid.rows) + 1, len(grid.heading), x, y, wide, Pt(1))
    frame.name = title
    frame._element.nvGraphicFramePr.cNvPr.set("descr", description)
    table = frame.table
    table.first_row, table.horz_banding, table.first_col = True, False, True
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN
    for column, points in zip(table.columns, grid.widths, strict=True):
        column.width = Pt(points)
    talls = [_tall(grid.heading, grid.widths, grid.size, BOLD)]
    talls += [_tall(row, grid.widths, grid.size) for row in grid.rows]
    for place, cells in enumerate((grid.heading, *grid.rows)):
        table.rows[place].height = Pt(talls[place])
        for column, text in enumerate(cells):
            _fill(table.cell(place, column), text, grid.size, is_heading=place == 0, is_left=grid.prose or column == 0)
    frame.height = Pt(sum(talls))


def _fill(cell: Any, text: str, size: float, *, is_heading: bool, is_left: bool) -> None:
    cell.margin_left = cell.margin_right = Pt(BESIDE)
    cell.margin_top = cell.margin_bottom = Pt(ABOVE)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if is_heading else MSO_ANCHOR.TOP
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT if is_left else PP_ALIGN.RIGHT
    run = paragraph.add_run()
    run.text, run.font.size, run.font.bold = text, Pt(size), is_heading
    run.font.color.rgb = RGBColor.from_string(QUIET if is_heading else INK)
    _underline(cell, INK if is_heading else HAIR, 1.0 if is_heading else 0.5)


def _underline(cell: Any, colour: str, weight: float) -> None:
    """Lines under rows only: the table is read along them."""
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(f'<a:lnB {space} w="{round(weight * 12700)}">{fill}</a:lnB>'))


def _on_one_line(heading: Cells, rows: Sequence[Cells], size: float) -> tuple[float, ...] | None:
    """Columns of figures as wide as their longest cell or word of the heading, the heads what is left; None: no room."""
    least, most = _needs(heading, rows, size)
    figures = [max(least[column], *(_wide(row[column], size) for row in rows)) for column in range(1, len(heading))]
    left = at.ROOM - sum(figures)
    if left < max(least[0], min(most[0], at.ROOM * HEAD_LEAST)):
        return None
    first = min(most[0], left) if figures else left
    return (first, *(one + (left - first) / len(figures) for one in figures))


def _wrapped(heading: Cells, rows: Sequence[Cells], size: float) -> tuple[float, ...] | None:
    """Every column as wide as its longest word, and what is left to those that have most to say; None: no room."""
    least, most = _needs(heading, rows, size)
    left, wanted = at.ROOM - sum(least), [high - low for low, high in zip(least, most, strict=True)]
    if left < 0:
        return None
    share = left / (sum(wanted) or 1)
    even = 0 if sum(wanted) else left / len(least)
    return tuple(low + share * more + even for low, more in zip(least, wanted, strict=True))


def _needs(heading: Cells, rows: Sequence[Cells], size: float) -> tuple[list[float], list[float]]:
    """Of every column the width of its longest word, and of its longest text."""
    columns = [[(heading[place], BOLD * size), *((row[place], size) for row in rows)] for place in range(len(heading))]
    words = [max(_wide(word, letters) for text, letters in texts for word in text.split(" ")) for texts in columns]
    return words, [max(_wide(text, letters) for text, letters in texts) for texts in columns]


def _wide(text: str, size: float) -> float:
    return width(text, size) + 2 * BESIDE


def _split(
    heading: Cells, rows: Sequence[Cells], widths: Sequence[float], size: float, tall: float
) -> Iterator[list[Cells]]:
    room = tall - _tall(heading, widths, size, BOLD)
    part: list[Cells] = []
    left = room
    for row in rows:
        needed = _tall(row, widths, size)
        if part and needed > left:
            yield part
            part, left = [], room
        part.append(row)
        left -= needed
    yield part


def _tall(cells: Cells, widths: Sequence[float], size: float, wider: float = 1.0) -> float:
    most = max(lines(text, wider * size, room - 2 * BESIDE) for text, room in zip(cells, widths, strict=True))
    return most * size * LINE + 2 * ABOVE

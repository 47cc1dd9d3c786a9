"""Length of stay as a native line chart: steps, as a survival curve is, with its range as two thin lines."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from pptx.chart.data import XyChartData
from pptx.chart.xlsx import XyWorkbookWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.slide import Slide
from pptx.util import Pt
from xlsxwriter import Workbook

from uitzicht.insight.cells import Exact
from uitzicht.insight.stories.section import Section
from uitzicht.insight.vocabulary import Figure, Item
from uitzicht.reports.slides import geometry as at
from uitzicht.reports.slides.chart_parts import describe, speak
from uitzicht.reports.slides.chart_sheet import FIXED, share_format
from uitzicht.reports.slides.look import INK, PALE, QUIET
from uitzicht.ui.templatetags.ui import number, percent

KEY, MEASURE = "staying", "staying_curve"
FEWEST = 10  # people observed, under which the page does not draw the curve further either
MONTHS = 12
SIZE = 13
APART = (1, 2, 5, 10, 20)
MOST_TICKS = 8
Points = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Curve:
    """Steps of who is still here, as far as enough people were observed; ``people``: observed in all."""

    steps: tuple[Item, ...]
    people: int

    @property
    def legend(self) -> str:
        pattern = _("Base: {base} people. Thick line: share still here. Thin lines: 95% range at each moment.")
        return pattern.format(base=number(self.people))


def curve(section: Section, figures: Sequence[Figure]) -> Curve | None:
    """The curve of a section on length of stay, when its table says the same after whole years."""
    groups = [group for figure in figures if figure.measure == MEASURE for group in figure.groups]
    if section.key != KEY or section.chart is None or section.table is None or not groups:
        return None
    items = groups[0].items
    said = {percent(item.share) for item in items}
    far = max((place for place, item in enumerate(items) if _observed(item) >= FEWEST), default=0)
    if not all(row.cells[0] in said for row in section.table.rows):
        return None
    return Curve(items[: far + 1], _count(groups[0].base))


def draw_curve(slide: Slide, drawn: Curve, *, title: str, description: str, language: str) -> None:
    """On the body of the slide, from everybody at the start."""
    data = XyChartData(number_format="0.00")
    names = (_("Still here"), _("95% range, from"), _("95% range, to"))
    for name, points in zip(names, _lines(drawn.steps), strict=True):
        series = data.add_series(name, share_format())
        for x, y in points:
            series.add_data_point(x, y)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, *at.BODY.lengths, data)
    frame.name = title
    describe(frame, description)
    chart = frame.chart
    chart.part.chart_workbook.update_from_xlsx_blob(_Sheet(data).xlsx_blob)
    _set_out(chart, drawn.steps)
    _colour(chart)
    speak(chart, language)


class _Sheet(XyWorkbookWriter):
    """The sheet of the writer, with a date that does not change."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: BytesIO) -> Iterator[tuple[Workbook, Any]]:
        with Workbook(xlsx_file, {"in_memory": True, "strings_to_formulas": False}) as book:
            book.set_properties({"created": FIXED})
            yield book, book.add_worksheet()


def _lines(steps: Sequence[Item]) -> tuple[Points, Points, Points]:
    """Share and ends of its range by years of service; without a range the share stands for its ends."""
    rows = []
    for item in steps:
        share = item.share or 0.0
        low, high = (item.interval.low, item.interval.high) if item.interval else (share, share)
        rows.append((int(item.key) / MONTHS, share, low, high))
    return tuple(_stairs([(row[0], row[column]) for row in rows]) for column in (1, 2, 3))  # type: ignore[return-value]


def _stairs(points: Points) -> Points:
    """Level until the next step, as nobody leaves in between; everybody is here at the start."""
    found, level = [(0.0, 1.0)], 1.0
    for x, y in points:
        found += [(round(x, 4), level), (round(x, 4), y)]
        level = y
    return found


def _set_out(chart: Any, steps: Sequence[Item]) -> None:
    years, shares = chart.category_axis, chart.value_axis
    last = -(-int(steps[-1].key) // MONTHS)
    apart = next((apart for apart in APART if last / apart <= MOST_TICKS), APART[-1])
    chart.has_title, chart.has_legend = False, True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.font.size, chart.font.color.rgb = Pt(SIZE), RGBColor.from_string(INK)
    years.minimum_scale, years.maximum_scale, years.major_unit = 0, -(-last // apart) * apart, apart
    years.has_major_gridlines, years.major_tick_mark = False, XL_TICK_MARK.OUTSIDE
    years.tick_labels.number_format, years.tick_labels.number_format_is_linked = "0", False
    years.has_title = True
    years.axis_title.text_frame.text = _("years of service")
    run = years.axis_title.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold = Pt(SIZE), False
    shares.minimum_scale, shares.maximum_scale, shares.major_unit = 0, 1, 0.25
    shares.tick_labels.number_format, shares.tick_labels.number_format_is_linked = share_format(), False
    shares.major_gridlines.format.line.color.rgb = RGBColor.from_string(PALE)
    shares.major_tick_mark = XL_TICK_MARK.NONE
    shares.format.line.fill.background()


def _colour(chart: Any) -> None:
    """The curve is thick and whole, its range thin and broken: told apart without seeing colours."""
    for place, series in enumerate(chart.plots[0].series):
        series.smooth, series.marker.style = False, XL_MARKER_STYLE.NONE
        line = series.format.line
        line.width = Pt(1 if place else 3)
        if place:
            line.color.rgb, line.dash_style = RGBColor.from_string(QUIET), MSO_LINE.DASH
        else:
            line.color.theme_color = MSO_THEME_COLOR.ACCENT_1


def _observed(item: Item) -> float:
    return item.shown.value if isinstance(item.shown, Exact) else 0


def _count(shown: object) -> int:
    return int(shown.value) if isinstance(shown, Exact) else 0

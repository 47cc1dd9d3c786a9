"""Shares, rates and means as a native bar chart: lines for ranges, and hatched where the exact number is not shown.

The numbers stand in the workbook inside the chart, so that whoever opens the slide can edit it. A band is stacked from its
low to its high end: nowhere in the file stands a number that the page does not show.
"""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN, MSO_THEME_COLOR
from pptx.slide import Slide
from pptx.util import Pt

from uitzicht.reports.slides import geometry as at
from uitzicht.reports.slides.chart_parts import axis_at_the_end, describe, error_bars, inner_plot, speak
from uitzicht.reports.slides.chart_sheet import Column, as_sheet, reference, share_format
from uitzicht.reports.slides.fit import LINE, lines, width
from uitzicht.reports.slides.look import HAIR, INK, PALE, WHITE, tint
from uitzicht.reports.slides.plots import Plot
from uitzicht.ui.charts import Mark, Row

SIZES = (16, 15, 14, 13, 12, 11, 10, 9)
AXIS_SIZE = 12
AXIS = 24.0  # points under the bars for the numbers of the axis
LEGEND = 30.0
TALLEST = 76.0  # of a row: a few bars need not fill the slide
LEAST, MOST = 0.22, 0.5  # part of the width for labels


def draw_bars(slide: Slide, plot: Plot, *, title: str, description: str, language: str, colour: str) -> None:
    """On the body of the slide; ``description``: the drawing in words, for who does not see it; ``colour``: "#rrggbb"."""
    columns = _columns(plot)
    drawn = [column for column in columns if column.is_drawn]
    data = CategoryChartData(number_format=_format(plot))
    data.categories = [_label(row) for row in plot.rows]
    for column in drawn:
        data.add_series(column.title, column.values)
    kind = XL_CHART_TYPE.BAR_STACKED if plot.has_bands else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.shapes.add_chart(kind, *at.BODY.lengths, data)
    frame.name = title
    describe(frame, description)
    chart = frame.chart
    chart.part.chart_workbook.update_from_xlsx_blob(
        as_sheet([_label(row) for row in plot.rows], columns, _format(plot), title)
    )
    chart.has_title, chart.font.size, chart.font.color.rgb = False, Pt(AXIS_SIZE), RGBColor.from_string(INK)
    _set_out(chart, plot)
    _colour(chart, plot, colour)
    _ranges(chart, plot, columns)
    speak(chart, language)


def _columns(plot: Plot) -> list[Column]:
    """Bars, where a band starts and how long it is, then the arms of every range; empty where there is none."""
    if plot.series:
        named = list(enumerate(plot.series))
        values = [Column(name, [row.marks[place].value for row in plot.rows]) for place, name in named]
        return values + [arm for place, name in named for arm in _arms(plot, place, f"{name}, ")]
    marks = [row.marks[0] for row in plot.rows]
    columns = [Column(_("Figure"), [mark.value for mark in marks])]
    if plot.has_bands:
        bands = [_band(mark) for mark in marks]
        columns.append(Column(_("Range from"), [low for low, _high in bands]))
        lengths = [None if low is None or high is None else round(high - low, 6) for low, high in bands]
        columns.append(Column(_("Range, not an exact number"), lengths))
    return columns + _arms(plot, 0, "")


def _arms(plot: Plot, place: int, before: str) -> list[Column]:
    ends = [_ends(row.marks[place]) for row in plot.rows]
    if all(end is None for end in ends):
        return []
    return [
        Column(before + _("95% range, up"), [None if end is None else end[1] for end in ends], place),
        Column(before + _("95% range, down"), [None if end is None else end[0] for end in ends], place),
    ]


def _band(mark: Mark) -> tuple[float | None, float | None]:
    return (None, None) if mark.value is not None else (mark.low, mark.high)


def _ends(mark: Mark) -> tuple[float, float] | None:
    """How far a range reaches below and above its value."""
    if mark.value is None or mark.low is None or mark.high is None:
        return None
    return round(mark.value - mark.low, 6), round(mark.high - mark.value, 6)


def _label(row: Row) -> str:
    """What the bar is and what it says: readable without measuring bars, and read aloud together."""
    said = " · ".join(mark.note for mark in row.marks)
    tail = f" ({row.marks[0].tail})" if len(row.marks) == 1 and row.marks[0].tail else ""
    return _("{label}: {value}").format(label=row.label, value=f"{said}{tail}")


def _format(plot: Plot) -> str:
    if plot.is_score:
        return "0.0"
    return share_format()


def _set_out(chart: Any, plot: Plot) -> None:
    """First row at the top, the axis under the bars, and as much room for labels as the longest takes."""
    rows, scale = chart.category_axis, chart.value_axis
    legend = LEGEND if plot.series else 0.0
    tall = min(at.BODY.height - AXIS - legend, TALLEST * len(plot.rows) * len(plot.series or "1"))
    part, size = _labels([_label(row) for row in plot.rows], tall / len(plot.rows))
    rows.reverse_order = True
    axis_at_the_end(scale)
    rows.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    rows.tick_labels.font.size = Pt(size)
    rows.format.line.color.rgb = RGBColor.from_string(INK)
    rows.major_tick_mark = scale.major_tick_mark = XL_TICK_MARK.NONE
    scale.minimum_scale, scale.maximum_scale = plot.low, plot.high
    scale.major_unit = 1.0 if plot.is_score else plot.high / 4 if plot.high > 0.5 else plot.high / 5
    scale.tick_labels.number_format, scale.tick_labels.number_format_is_linked = _format(plot), False
    scale.tick_labels.font.size = Pt(AXIS_SIZE)
    scale.major_gridlines.format.line.color.rgb = RGBColor.from_string(PALE)
    scale.format.line.fill.background()
    inner_plot(chart, part, legend / at.BODY.height, 0.97 - part, tall / at.BODY.height)
    if legend:
        chart.has_legend = True
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        chart.legend.font.size = Pt(AXIS_SIZE + 1)


def _labels(labels: Sequence[str], tall: float) -> tuple[float, float]:
    """Part of the width that labels get, and the size of their letters: large, in as many lines as a row has room for."""
    for size in SIZES:
        widest = max(width(label, size) for label in labels) + 2 * size
        part = min(max(widest / at.BODY.width, LEAST), MOST)
        room = part * at.BODY.width - 2 * size
        words = (word for label in labels for word in label.split(" "))
        if any(width(word, size) > room for word in words):
            continue
        if all(lines(label, size, room) * size * LINE <= tall for label in labels):
            return part, size
    return MOST, SIZES[-1]


def _colour(chart: Any, plot: Plot, colour: str) -> None:
    """A second series is pale with a rim, a band is hatched: told apart without seeing colours."""
    shapes = list(chart.plots[0].series)
    chart.plots[0].vary_by_categories = False
    chart.plots[0].gap_width = 60 if not plot.series else 45
    for series in shapes:
        series.invert_if_negative = False
    _solid(shapes[0], colour)
    if plot.series:
        for series in shapes[1:]:
            _pale(series)
        chart.plots[0].overlap = 0
    elif plot.has_bands:
        shapes[1].format.fill.background()
        shapes[1].format.line.fill.background()
        _hatch(shapes[2])


def _solid(series: Any, colour: str) -> None:
    """The colour of the organisation, pale enough for the line of a range to stand out."""
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = RGBColor.from_string(tint(colour))
    series.format.line.color.theme_color, series.format.line.width = MSO_THEME_COLOR.ACCENT_1, Pt(1)


def _pale(series: Any) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = RGBColor.from_string(PALE)
    series.format.line.color.rgb, series.format.line.width = RGBColor.from_string(INK), Pt(1)


def _hatch(series: Any) -> None:
    fill = series.format.fill
    fill.patterned()
    fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    fill.fore_color.rgb, fill.back_color.rgb = RGBColor.from_string(HAIR), RGBColor.from_string(WHITE)
    series.format.line.color.rgb, series.format.line.width = RGBColor.from_string(HAIR), Pt(1)


def _ranges(chart: Any, plot: Plot, columns: Sequence[Column]) -> None:
    """The arms of each range, from the columns of the sheet behind the chart."""
    for number, series in enumerate(chart.plots[0].series):
        places = [place for place, column in enumerate(columns) if column.arm_of == number]
        if places:
            up, down = ((reference(place + 1, len(plot.rows)), columns[place].values) for place in places)
            error_bars(series, up, down, colour=INK)

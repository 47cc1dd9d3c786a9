"""Parts of a native chart that the writer has no words for: the lines of ranges, the place of the plot, its language."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
AFTER_RANGES = ("c:cat", "c:val", "c:smooth", "c:shape")
Arm = tuple[str, Sequence[float | None]]
"""Where the lengths of one side stand in the sheet, and what they are; None: no line."""


def describe(frame: Any, description: str) -> None:
    """What is read aloud instead of the shapes."""
    frame._element.nvGraphicFramePr.cNvPr.set("descr", description)


def error_bars(series: Any, up: Arm, down: Arm, *, colour: str) -> None:
    """A line from the low to the high end of each range, around the end of its bar."""
    text = (
        f'<c:errBars {SPACES}><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{_cells(up)}</c:plus><c:minus>{_cells(down)}</c:minus>"
        f'<c:spPr><a:ln w="19050" cap="flat"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln></c:spPr>'
        "</c:errBars>"
    )
    element = series._element
    after = next(one for one in element if one.tag in map(qn, AFTER_RANGES))
    after.addprevious(parse_xml(text))


def axis_at_the_end(scale: Any) -> None:
    """The axis of values after the last row: rows go from top to bottom, and it belongs under them."""
    scale._element.find(qn("c:crosses")).set("val", "max")


def inner_plot(chart: Any, x: float, y: float, width: float, height: float) -> None:
    """Where the bars lie, as parts of the frame, so that labels get the room that was measured for them."""
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    places = "".join(
        f'<c:{name} val="{value:.4f}"/>' for name, value in (("x", x), ("y", y), ("w", width), ("h", height))
    )
    area.insert(
        0,
        parse_xml(
            f'<c:layout {SPACES}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
            f"{places}</c:manualLayout></c:layout>"
        ),
    )


def speak(chart: Any, language: str) -> None:
    """The language of the chart and of every text in it."""
    space = chart._chartSpace
    for old in space.findall(qn("c:lang")):
        space.remove(old)
    made = parse_xml(f'<c:lang {SPACES} val="{language}"/>')
    dates = space.find(qn("c:date1904"))
    if dates is None:
        space.insert(0, made)
    else:
        dates.addnext(made)
    for text in space.iter(qn("a:defRPr"), qn("a:rPr"), qn("a:endParaRPr")):
        text.set("lang", language)


def _cells(arm: Arm) -> str:
    where, values = arm
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value}</c:v></c:pt>' for place, value in enumerate(values) if value is not None
    )
    return (
        f"<c:numRef><c:f>{where}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )

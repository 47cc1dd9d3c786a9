"""A drawing of a page as a file of its own: with its finding, its explanation and its release, so that it can stand alone."""

import re
from collections.abc import Iterator
from html import escape
from textwrap import wrap

import typst
from django.utils.translation import gettext as _

from uitzicht.insight import words
from uitzicht.insight.labels import stratum_label
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.ui.charts import PAPER_COLOURS, DotChart, standalone

SCREEN = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
PAPER = "Libertinus Serif"
"""The font that the typesetter carries itself: a picture looks the same on every server."""
MARGIN, LINE = 24, 24
PIXELS_PER_INCH = 192.0  # twice the drawing's own size: sharp on a slide
PAGE = """#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: {width}pt)"""


def as_svg(section: Section, reading: Reading, *, font: str = SCREEN) -> str:
    """A stand-alone SVG with a title and a description, own colours, white ground. Raises ValueError without a drawing."""
    chart = _chart(section)
    above = list(_above(section))
    top = MARGIN + LINE * len(above) + 8
    below = wrap(section.caption, 105) + wrap(_about(reading), 105)
    width = chart.wide.width + 2 * MARGIN
    height = top + chart.wide.height + 20 * len(below) + MARGIN
    first = top + chart.wide.height + 22
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" width="{width}"'
        f' height="{height}" viewBox="0 0 {width} {height}">',
        f'<title id="title">{escape(section.finding)}</title>',
        f'<desc id="description">{escape(f"{chart.title}. {chart.description} {_about(reading)}")}</desc>',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *(_text(line, MARGIN + LINE * at + 14, font, 18, bold=True) for at, line in enumerate(above)),
        _placed(standalone(chart.wide, font=escape(font)), top),
        *(_text(line, first + 20 * at, font, 13) for at, line in enumerate(below)),
        "</svg>",
    )
    return "\n".join(parts)


def as_png(section: Section, reading: Reading) -> bytes:
    """The same as an image of twice its size, for a slide. Raises ValueError without a drawing."""
    width = _chart(section).wide.width + 2 * MARGIN
    return typst.compile(
        PAGE.format(width=width * 0.75).encode(),
        format="png",
        ppi=PIXELS_PER_INCH,
        ignore_system_fonts=True,
        sys_inputs={"svg": as_svg(section, reading, font=PAPER)},
    )


def _chart(section: Section) -> DotChart:
    if section.chart is None:
        raise ValueError("this section has no drawing")
    return section.chart


def _above(section: Section) -> Iterator[str]:
    yield from wrap(section.finding, 78)


def _about(reading: Reading) -> str:
    """Whom the drawing is about, and the release it comes from."""
    released = reading.published.released
    return _("{unit}, {kind}. Release {number}, frozen on {date}. Certificate {certificate}").format(
        unit=reading.published.label(reading.unit),
        kind=stratum_label(reading.selection.kind),
        number=released.number,
        date=words.long_date(released.released_on),
        certificate=words.certificate(released.certificate),
    )


def _placed(svg: str, top: float) -> str:
    """A drawing inside another, below ``top``."""
    return re.sub(r"^<svg ", f'<svg x="{MARGIN}" y="{top}" ', svg, count=1)


def _text(line: str, y: float, font: str, size: int, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    colour = PAPER_COLOURS["label"] if bold else PAPER_COLOURS["axis"]
    return (
        f'<text x="{MARGIN}" y="{y:.1f}" font-family="{escape(font)}" font-size="{size}"{weight} fill="{colour}">'
        f"{escape(line)}</text>"
    )

"""A drawing has a title, a description in words, and marks where the numbers are; bands are never dots."""

from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from tests.insight.documents import KADE, a_release
from uitzicht.insight.menu import select
from uitzicht.insight.published import published
from uitzicht.insight.stories import STORIES
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.ui.charts import Mark, Row, Scale, dot_chart, standalone

PERCENTS = Scale(0, 1, ((0.0, "0 %"), (0.5, "50 %"), (1.0, "100 %")))


def sections(unit: str = "") -> list[Section]:
    of = published(a_release())
    reading = Reading(of, select(of, "organisation", {"unit": unit}, None), "en")
    with translation.override("en"):
        return [section for story in STORIES.values() for section in story.sections(reading)]


@pytest.mark.parametrize("unit", ["", KADE])
def test_every_row_of_a_drawing_stands_in_its_description(unit: str) -> None:
    for section in sections(unit):
        if section.chart and section.table:
            for row in section.table.rows[:12]:
                assert row.head in section.chart.description


def test_a_band_is_a_line_without_a_dot() -> None:
    chart = dot_chart("x", [Row("a", (Mark(None, 0.8, 1.0, "more than 9"),))], PERCENTS, title="t", description="d")
    kinds = [(shape.kind, shape.css) for shape in chart.wide.shapes]
    assert ("line", "band") in kinds
    assert not any(kind == "dot" for kind, _ in kinds)


def test_a_dot_stands_at_its_share_of_the_scale() -> None:
    row = Row("a", (Mark(0.5, 0.4, 0.6, "50 %"),))
    chart = dot_chart("x", [row], PERCENTS, title="t", description="d")
    guide = next(shape for shape in chart.wide.shapes if shape.css == "guide" and shape.at["x1"] == "430.0")
    dot = next(shape for shape in chart.wide.shapes if shape.kind == "dot")
    assert dot.at["cx"] == guide.at["x1"]


def test_two_series_differ_in_shape() -> None:
    row = Row("a", (Mark(0.5, 0.4, 0.6, "50 %"), Mark(0.2, 0.1, 0.3, "20 %")))
    chart = dot_chart("x", [row], PERCENTS, title="t", description="d", series=("improve", "keep"))
    assert {shape.css for shape in chart.narrow.shapes if shape.kind == "dot"} == {"dot", "dot b"}


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_coordinates_keep_their_decimal_point_in_every_language(language: str) -> None:
    with translation.override(language):
        html = render_to_string("ui/chart_dots.html", {"chart": sections()[0].chart, "caption": "c"})
    root = ElementTree.fromstring(html)
    for shape in root.iter():
        for name, value in shape.attrib.items():
            if name in ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r"):
                float(value)


def test_ids_on_a_page_are_unique() -> None:
    html = "".join(
        render_to_string("ui/chart_dots.html", {"chart": section.chart, "caption": "c"})
        for section in sections()
        if section.chart
    )
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids))


def test_a_drawing_for_paper_has_its_own_colours_and_escapes_text() -> None:
    chart = dot_chart("x", [Row("a < b & c", (Mark(0.5, 0.4, 0.6, "50 %"),))], PERCENTS, title="t", description="d")
    svg = standalone(chart.wide, font="Libertinus Serif")
    root = ElementTree.fromstring(svg)
    assert root.attrib["viewBox"].startswith("0 0 760 ")
    assert "class=" not in svg
    assert "a &lt; b &amp; c" in svg

"""A curve goes in steps, its band lies around it, and several are told apart without colour."""

import re

import pytest

from uitzicht.ui.charts import Scale, Shape, standalone
from uitzicht.ui.curves import Curve, step_chart

ACROSS = Scale(0, 24, ((0.0, "0"), (12.0, "1"), (24.0, "2")))
UP = Scale(0, 1, ((0.0, "0 %"), (0.5, "50 %"), (1.0, "100 %")))
STEPS = ((6.0, 0.8, 0.75, 0.9), (18.0, 0.5, 0.3, 0.7))


def shapes(*curves: Curve) -> list[Shape]:
    chart = step_chart(
        "x", curves, ACROSS, UP, title="t", description="d", across_title="years", at_risk_title="People"
    )
    return list(chart.wide.shapes)


def paths(found: list[Shape], css: str) -> list[str]:
    return [shape.at["d"] for shape in found if shape.kind == "path" and shape.css == css]


def test_a_curve_keeps_its_value_until_the_next_step() -> None:
    (path,) = paths(shapes(Curve("a", STEPS, until=20)), "curve")
    assert re.findall("[MHVZ]", path) == ["M", "H", "V", "H", "V", "H"]


def test_a_band_goes_along_its_upper_ends_and_back_along_the_lower_ones() -> None:
    (band,) = paths(shapes(Curve("a", STEPS, until=20)), "area")
    assert band.endswith("Z")
    heights = [float(number) for number in re.findall(r"V([\d.]+)", band)]
    first_high, second_high, second_low, first_low, start = heights
    assert start < first_high < first_low < second_high < second_low


def test_a_curve_without_a_band_has_none() -> None:
    assert not paths(shapes(Curve("a", STEPS, until=20, is_banded=False)), "area")


def test_a_curve_without_steps_is_a_straight_line() -> None:
    found = shapes(Curve("a", (), until=24))
    assert re.findall("[MHVZ]", paths(found, "curve")[0]) == ["M", "H"]
    assert not paths(found, "area")


def test_people_at_risk_stand_under_the_marks_of_the_axis() -> None:
    found = shapes(Curve("a", STEPS, until=20, at_risk=("300", "120", "40")))
    numbers = {shape.text: shape.at["x"] for shape in found if shape.css == "note small"}
    marks = {shape.text: shape.at["x"] for shape in found if shape.css == "axis"}
    assert [numbers[text] for text in ("300", "120", "40")] == [marks[text] for text in ("0", "1", "2")]


def test_several_curves_have_a_legend_and_dashes_of_their_own() -> None:
    found = shapes(*(Curve(name, STEPS, until=20, is_banded=False) for name in "abcd"))
    assert {shape.css for shape in found if shape.kind == "path"} == {"curve", "curve b", "curve c", "curve d"}
    assert [shape.text for shape in found if shape.css == "label"] == ["a", "b", "c", "d"]


def test_more_curves_than_can_be_told_apart_are_refused() -> None:
    with pytest.raises(ValueError, match="four"):
        shapes(*(Curve(str(number), STEPS, until=20) for number in range(5)))


def test_a_curve_on_paper_has_its_own_colours_and_dashes() -> None:
    curves = [Curve("a", STEPS, until=20), Curve("b", STEPS, until=20)]
    chart = step_chart("x", curves, ACROSS, UP, title="t", description="d", across_title="years")
    svg = standalone(chart.wide, font="Serif")
    assert svg.count("<path") == 6
    assert "stroke-dasharray" in svg
    assert "fill-opacity" in svg

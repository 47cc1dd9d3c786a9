"""Each bar begins where the one above ends; the last one is their sum; both drawings stay inside their frame."""

from itertools import pairwise

import pytest

from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.costs.waterfall import Bar, Waterfall, ticks, waterfall
from uitzicht.ui.charts import Drawing, Shape

BARS = [
    Bar("recruitment", 40, "40", "direct"),
    Bar("onboarding", 60, "60", "direct"),
    Bar("reputation", 20, "20", "hidden"),
]
OF = Waterfall(
    BARS, Bar("together", 120, "120", "total"), Interval(90, 160), [(v, str(v)) for v in (0.0, 50.0, 100.0, 200.0)],
    [("direct", "direct"), ("hidden", "hidden")],
)  # fmt: skip


@pytest.fixture(params=["wide", "narrow"])
def drawing(request: pytest.FixtureRequest) -> Drawing:
    found = waterfall("cost", OF, title="t", description="d")
    return found.wide if request.param == "wide" else found.narrow


def steps(drawing: Drawing) -> list[Shape]:
    """Bars in order, without those of the legend."""
    return [shape for shape in drawing.shapes if shape.css.startswith("step") and float(shape.at["y1"]) > 30]


def test_bars_follow_each_other_and_the_sum_starts_at_nothing(drawing: Drawing) -> None:
    *lines, total = steps(drawing)
    for one, following in pairwise(lines):
        assert one.at["x2"] == following.at["x1"]
    assert total.at["x1"] == lines[0].at["x1"]
    assert total.at["x2"] == lines[-1].at["x2"]


def test_hidden_lines_differ_without_colour(drawing: Drawing) -> None:
    assert [shape.css for shape in steps(drawing)] == ["step direct", "step direct", "step hidden", "step total"]


def test_the_range_of_the_sum_is_drawn(drawing: Drawing) -> None:
    reach, *caps = [shape for shape in drawing.shapes if shape.css == "reach"]
    total = steps(drawing)[-1]
    assert float(reach.at["x1"]) < float(total.at["x2"]) < float(reach.at["x2"])
    assert len(caps) == 2


def test_everything_lies_inside_the_frame(drawing: Drawing) -> None:
    for shape in drawing.shapes:
        for name, value in shape.at.items():
            if name[0] == "x":
                assert 0 <= float(value) <= drawing.width
            if name[0] == "y":
                assert 0 <= float(value) <= drawing.height


@pytest.mark.parametrize("largest", [0, 0.9, 1, 7, 12_345, 400_000, 999_999])
def test_ticks_are_few_and_reach_the_largest(largest: float) -> None:
    found = ticks(largest)
    assert found[0] == 0
    assert found[-1] >= largest
    assert 2 <= len(found) <= 5

"""Nothing on a slide is cut off or lies over something else, also with the longest words and labels."""

from typing import Any

import pytest

from tests.insight.staff_documents import a_staff_document
from tests.reports.presented import POINT, TALL, WIDE, A, C, P, Slides, a_report, slides_of, text_of
from uitzicht.reports.slides import as_pptx
from uitzicht.reports.slides.fit import BOLD, LINE, height, largest, lines, width
from uitzicht.reports.slides.geometry import BODY
from uitzicht.reports.slides.tables import SMALL, grids

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenverwaltung und Nachbarschaftshilfe"


def a_wordy_deck() -> Slides:
    """Every label of the release is as long as somebody might make it."""
    document = a_staff_document()
    for question in document["questions"]:
        question["labels"]["de"] = f"{LONG}: {question['labels']['de']}"
        for labels in question["item_labels"].values():
            labels["de"] = f"{labels['de']} ({LONG}, {LONG})"
    for unit in document["units"].values():
        unit["label"] = f"{unit['label']} {LONG}"
    return Slides(as_pptx(a_report("de", document=document)))


def boxes(slides: Slides, name: str) -> list[tuple[Any, tuple[float, float, float, float]]]:
    """Shapes of a slide with their left, top, width and height; a placeholder without a place has that of its layout."""
    layout = next(part for part in slides.related(name).values() if "slideLayout" in part)
    places = {_number(shape): _box(shape) for shape in slides.xml(layout).iter(f"{P}sp")}
    found = []
    for shape in slides.xml(name).iter(f"{P}sp", f"{P}graphicFrame", f"{P}pic"):
        found.append((shape, _box(shape) or places[_number(shape)]))
    return found


def _number(shape: Any) -> str:
    return next((one.get("idx", "title") for one in shape.iter(f"{P}ph")), "")


def _box(shape: Any) -> tuple[float, float, float, float] | None:
    off, ext = next(shape.iter(f"{A}off"), None), next(shape.iter(f"{A}ext"), None)
    if off is None or ext is None or not ext.get("cx"):
        return None
    return (int(off.get("x")), int(off.get("y")), int(ext.get("cx")), int(ext.get("cy")))


@pytest.fixture(scope="module", params=["nl", "fr", "de", "wordy"])
def slides(request: pytest.FixtureRequest) -> Slides:
    return a_wordy_deck() if request.param == "wordy" else slides_of(request.param)


def test_every_shape_lies_on_the_slide_and_over_no_other(slides: Slides) -> None:
    for name in slides.names:
        found = [box for _shape, box in boxes(slides, name)]
        for x, y, wide, tall in found:
            assert x >= 0
            assert y >= 0
            assert x + wide <= WIDE
            assert y + tall <= TALL
        for place, (x, y, wide, tall) in enumerate(found):
            for left, top, other, high in found[place + 1 :]:
                apart = x + wide <= left or left + other <= x or y + tall <= top or top + high <= y
                assert apart, (slides.title(name), place)


def test_every_text_fits_its_place(slides: Slides) -> None:
    for name in slides.names:
        for shape, (_x, _y, wide, tall) in boxes(slides, name):
            sizes = [int(run.get("sz")) / 100 for run in shape.iter(f"{A}rPr") if run.get("sz")]
            if shape.tag == f"{P}sp" and sizes:
                text = text_of(shape).split("\n")
                assert height(text, max(sizes), wide / POINT) <= tall / POINT + 0.5, (slides.title(name), text)


def test_every_cell_of_a_table_fits_its_row(slides: Slides) -> None:
    for name in slides.names:
        for table in slides.xml(name).iter(f"{A}tbl"):
            widths = [int(column.get("w")) / POINT for column in table.iter(f"{A}gridCol")]
            for row in table.iter(f"{A}tr"):
                for room, cell in zip(widths, row.iter(f"{A}tc"), strict=True):
                    letters = next(cell.iter(f"{A}rPr"))
                    size = int(letters.get("sz")) / 100 * (BOLD if letters.get("b") == "1" else 1)
                    needed = lines(text_of(cell), size, room - 12) * size * LINE
                    assert needed <= int(row.get("h")) / POINT + 1, text_of(cell)


def test_every_label_of_a_chart_fits_beside_its_bar(slides: Slides) -> None:
    body = BODY.width, BODY.height
    for chart in slides.charts():
        place = chart.xml.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
        if place is None:
            continue  # a curve has numbers along its axes only
        room, tall = (float(place.find(f"{C}{side}").get("val")) * most for side, most in zip("xh", body, strict=True))
        size = int(chart.xml.find(f".//{C}catAx/{C}txPr//{A}defRPr").get("sz")) / 100
        for label in chart.labels:
            assert max(width(word, size) for word in label.split(" ")) <= room
            assert lines(label, size, room) * size * LINE <= tall / len(chart.labels) + 0.5, label


def test_widths_are_those_of_the_published_font_metrics() -> None:
    assert width("Hij", 1000) == pytest.approx(1.04 * (722 + 222 + 222))
    assert width("é", 10) == width("e", 10)
    assert width("„95 %“", 1000) == pytest.approx(1.04 * (333 + 556 + 556 + 278 + 889 + 333))


def test_words_move_to_the_next_line_and_a_long_one_is_broken() -> None:
    room = width("one two", 10)
    assert lines("one two", 10, room) == 1
    assert lines("one two three", 10, room) == 2
    assert lines("x" * 100, 10, width("x" * 40, 10)) == 3
    assert lines("", 10, room) == 1


def test_letters_are_as_large_as_fits() -> None:
    assert largest(["short"], (40, 20), 400, 60) == 40
    assert largest(["a sentence that is not so short"], (40, 20), 400, 60) == 20
    assert largest(["much too long " * 50], (40, 20), 400, 60) is None


def test_a_long_table_goes_on_over_slides_and_keeps_every_row() -> None:
    rows = [(f"unit {number}", "12", "3.4") for number in range(60)]
    found = grids(("Unit", "Answers", "Mean"), rows)
    assert 1 < len(found) < 10
    assert found[0].size >= 12
    assert [row for grid in found for row in grid.rows] == rows


def test_a_table_with_too_many_columns_is_not_squeezed_on() -> None:
    heading = tuple(f"Kolomnaam{number:02}" for number in range(30))
    assert grids(heading, [heading]) == []
    assert min(SMALL) >= 9

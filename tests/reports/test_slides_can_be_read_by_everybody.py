"""Slides read aloud, in grey, and on paper: titles, text alternatives, language, order, and patterns beside colours."""

import struct
import zlib

import pytest

from tests.insight.documents import KADE
from tests.reports.presented import A, C, P, Slides, a_report, slides_of
from uitzicht.reports.definition import Brand
from uitzicht.reports.slides import as_pptx
from uitzicht.reports.slides.deck import LANGUAGES
from uitzicht.reports.slides.look import INK, tint


def a_png(wide: int = 20, tall: int = 10) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + b"\x0c\x65\x5e" * wide for _ in range(tall))
    head = struct.pack(">IIBBBBB", wide, tall, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_every_slide_begins_with_a_title_in_its_placeholder(language: str) -> None:
    slides = slides_of(language)
    for name in slides.names:
        first = next(slides.xml(name).iter(f"{P}sp"))
        assert next(first.iter(f"{P}ph")).get("type") == "title"
        assert slides.title(name)


def test_no_placeholder_is_left_empty() -> None:
    slides = slides_of()
    for name in slides.names:
        for shape in slides.xml(name).iter(f"{P}sp"):
            assert "".join(one.text or "" for one in shape.iter(f"{A}t")).strip()


def test_every_chart_table_and_picture_has_a_text_alternative() -> None:
    report = a_report(brand=Brand("Havenlicht", "#7a1f3d", a_png(), "png"))
    slides = Slides(as_pptx(report))
    described = []
    for name in slides.names:
        for frame in slides.xml(name).iter(f"{P}graphicFrame", f"{P}pic"):
            about = next(frame.iter(f"{P}cNvPr"))
            assert about.get("descr"), slides.title(name)
            described.append(about.get("descr"))
    charts = [section.chart for part in report.parts for section in part.sections if section.chart]
    assert f"{charts[0].title}. {charts[0].description}" in described
    assert "Havenlicht" in described


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_every_run_says_in_which_language_it_is(language: str) -> None:
    slides, wanted = slides_of(language), LANGUAGES[language]
    for name, part in slides.parts.items():
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notes")):
            for run in slides.xml(name).iter(f"{A}r"):
                assert run.find(f"{A}rPr").get("lang") == wanted, part
        elif name.startswith("ppt/charts/chart"):
            assert slides.xml(name).find(f"{C}lang").get("val") == wanted


def test_the_colour_of_the_organisation_is_the_accent_and_bars_are_paler() -> None:
    slides = Slides(as_pptx(a_report(brand=Brand("Havenlicht", "#7a1f3d"))))
    theme = next(text for name, text in slides.parts.items() if name.startswith("ppt/theme/theme1"))
    assert b'<a:accent1><a:srgbClr val="7A1F3D"/></a:accent1>' in theme
    fills = {one.get("val") for chart in slides.charts() for one in chart.series[0].iter(f"{A}srgbClr")}
    assert tint("#7a1f3d") in fills
    assert INK in fills  # the line of the range, over the bar


def test_series_differ_by_more_than_colour() -> None:
    pairs, bands = slides_of(), slides_of("en", KADE)
    finding = next(one.finding for part in a_report().parts for one in part.sections if one.key == "change")
    chart = pairs.chart(finding)
    rims = [series.find(f"{C}spPr").find(f"{A}ln") is not None for series in chart.series]
    assert rims == [True, True]
    assert chart.xml.find(f".//{C}legend") is not None
    assert any(chart.xml.find(f".//{A}pattFill") is not None for chart in bands.charts())


def test_the_name_and_the_source_stand_on_every_slide() -> None:
    report = a_report(brand=Brand("Haven & Licht"))
    slides = Slides(as_pptx(report))
    layouts = [name for name in slides.parts if name.startswith("ppt/slideLayouts/slideLayout")]
    assert len(layouts) == 2
    for name in layouts:
        assert "Haven & Licht" in "".join(slides.xml(name).itertext())
    for name in slides.names[1:]:
        assert report.foot in "".join(slides.xml(name).itertext())


def test_a_chart_is_read_after_its_question_and_before_its_base_and_the_foot() -> None:
    slides = slides_of()
    for name in slides.names:
        tree = slides.xml(name).find(f".//{P}spTree")
        order = []
        for shape in list(tree)[2:]:
            mark = next(shape.iter(f"{P}ph"), None)
            order.append("drawn" if mark is None else mark.get("type") + mark.get("idx", ""))
        ranks = ["title", "body10", "body1", "drawn", "body11", "ftr12", "sldNum13"]
        assert order == sorted(order, key=ranks.index)


def test_the_first_row_is_on_top_and_the_axis_under_the_last() -> None:
    for chart in slides_of().charts():
        if chart.xml.find(f".//{C}barChart") is not None:
            assert chart.xml.find(f".//{C}catAx/{C}scaling/{C}orientation").get("val") == "maxMin"
            assert chart.xml.find(f".//{C}valAx/{C}crosses").get("val") == "max"

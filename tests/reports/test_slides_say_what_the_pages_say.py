"""Slides: one finding each, and every number of a chart is one that the figures of the release display."""

from dataclasses import replace

import pytest
from django.utils import translation

from tests.insight.documents import KADE, TERMINAL
from tests.reports.presented import A, C, Slides, a_report, cached, slides_of, text_of
from uitzicht.insight.cells import Exact
from uitzicht.insight.stories.section import Section
from uitzicht.insight.vocabulary import FigureGroup
from uitzicht.reports.definition import Report
from uitzicht.reports.slides import as_pptx


def sections(report: Report) -> list[Section]:
    return [section for part in report.parts for section in part.sections]


def section(report: Report, key: str) -> Section:
    return next(one for one in sections(report) if one.key == key)


def group(report: Report, question: str, measure: str = "") -> FigureGroup:
    found = [one for figure in report.figures if figure.measure == (measure or question) for one in figure.groups]
    return next(one for one in found if one.question == question)


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_every_finding_is_the_title_of_a_slide_in_the_order_of_the_report(language: str) -> None:
    report = a_report(language)
    titles = slides_of(language).titles()
    assert titles[0] == report.title
    left = iter(titles)
    for one in sections(report):
        assert any(title.startswith(one.finding) for title in left), one.finding
    assert [title for title in titles if title in {text.title for text in report.closing}] == [
        text.title for text in report.closing
    ]


def test_what_was_learned_stands_before_the_first_chart() -> None:
    report, slides = a_report(), slides_of()
    said = "\n".join(slides.said(title) for title in slides.titles()[2:4])
    assert slides.titles()[1] == "Whom these figures are about"
    assert all(sentence in slides.said("Whom these figures are about") for sentence in report.lede)
    assert section(report, "main-reason").finding in said
    assert section(report, "turnover").finding in said


def test_a_bar_is_the_share_of_the_figure_and_its_line_the_range() -> None:
    report = a_report()
    chart = slides_of().chart(section(report, "main-reason").finding)
    items = sorted(group(report, "main_reason").items, key=lambda item: -(item.share or 0))
    assert chart.labels == [
        "Career: 42% (31 to 54)",
        "Management: 36% (25 to 48)",
        "Terms of employment: 22% (14 to 33)",
    ]
    assert chart.values() == [item.share for item in items]
    for side, ends in (("minus", "low"), ("plus", "high")):
        arms = [abs(getattr(item.interval, ends) - (item.share or 0)) for item in items]
        assert chart.arms(0, side) == pytest.approx(arms, abs=1e-6)


def test_what_is_drawn_can_be_edited_in_the_sheet_behind_it() -> None:
    charts = list(slides_of().charts())
    assert len(charts) > 10
    for chart in charts:
        for one in chart.xml.iter(f"{C}numRef"):
            where = one.find(f"{C}f").text.partition("!")[2].replace("$", "")
            cells = [row[0].value for row in chart.sheet[where]]
            assert [_near(cell) for cell in cells] == [_near(value) for value in cached(one)]


def _near(value: float | None) -> float | None:
    """The two formats write a number with 16 and with 17 digits."""
    return None if value is None else round(value, 12)


def test_a_mean_is_drawn_on_its_scale_from_one_to_five() -> None:
    report = a_report()
    chart = slides_of().chart(section(report, "experience").finding)
    assert chart.labels[0] == "Working relationships: 4.0 (3.4 to 4.4)"
    shown = [
        group(report, f"satisfaction.{area}", "experience").items[0].shown for area in ("relations", "content", "terms")
    ]
    assert chart.values() == [one.value for one in shown if isinstance(one, Exact)]
    scaling = next(one for one in chart.xml.iter(f"{C}valAx")).find(f"{C}scaling")
    assert (scaling.find(f"{C}min").get("val"), scaling.find(f"{C}max").get("val")) == ("1.0", "5.0")


def test_two_answers_to_one_question_stand_beside_each_other() -> None:
    report = a_report()
    chart = slides_of().chart(section(report, "change").finding)
    items = {item.key: item.share for item in group(report, "change.content", "change").items}
    assert [chart.values(0)[0], chart.values(1)[0]] == [items["improve"], items["keep"]]


def test_a_band_is_hatched_between_its_ends_and_never_a_number() -> None:
    report, slides = a_report(unit=KADE), slides_of("en", KADE)
    chart = slides.chart(section(report, "reasons").finding)
    assert chart.labels[0] == "No room to grow: more than 9"
    exact, start, band = (chart.values(place) for place in range(3))
    assert exact[0] is None
    assert (start[0], band[0]) == (pytest.approx(10 / 12, abs=1e-6), pytest.approx(2 / 12, abs=1e-6))
    assert chart.arms(0, "plus")[0] is None
    assert chart.series[2].find(f"{C}spPr")[0].tag.endswith("pattFill")
    assert "numbers are not shown exactly" in slides.notes(section(report, "reasons").finding)


@pytest.mark.parametrize("unit", ["", TERMINAL, KADE])
def test_no_chart_holds_a_number_that_no_figure_displays(unit: str) -> None:
    report = a_report(unit=unit)
    displayed = {0.0, 1.0}
    for figure in report.figures:
        for item in (item for group in figure.groups for item in group.items):
            ends = (item.interval.low, item.interval.high) if item.interval else ()
            exact = (item.shown.value,) if item.score and isinstance(item.shown, Exact) else ()
            displayed |= {round(value, 6) for value in (item.share, *ends, *exact) if value is not None}
    for chart in slides_of("en", unit).charts():
        for place, series in enumerate(chart.series):
            if series.find(f"{C}val") is None or (place and len(chart.series) == 3):
                continue  # a curve and the ends of bands have tests of their own
            assert {round(value, 6) for value in chart.values(place) if value is not None} <= displayed


def test_length_of_stay_is_a_curve_that_goes_in_steps() -> None:
    report = a_report()
    chart = slides_of().chart(section(report, "staying").finding)
    years, shares = chart.values(0, "xVal"), chart.values(0, "yVal")
    assert (years[0], shares[0]) == (0, 1)
    steps = {round(int(item.key) / 12, 4): item.share for item in group(report, "staying_curve").items}
    drawn = dict(zip(years, shares, strict=True))
    assert {year: share for year, share in drawn.items() if year} == {
        year: share for year, share in steps.items() if year in drawn
    }
    assert max(steps) not in drawn  # fewer than ten people were observed that long


def test_what_has_no_native_form_is_the_table_of_the_page() -> None:
    report, slides = a_report(), slides_of()
    for key in ("turnover-units", "leaving", "indicator"):
        one = section(report, key)
        name = [title for title in slides.titles() if title == one.finding][-1]
        assert one.table is not None
        rows = [[row.head, *(cell or "–" for cell in row.cells)] for row in one.table.rows]
        tables = [slides.cells(name)] if key != "indicator" else [_table_of(slides, one.finding)]
        assert [list(one.table.columns), *rows] in tables


def _table_of(slides: Slides, finding: str) -> list[list[str]]:
    """The slide of that finding that has a table: turnover is told twice."""
    trees = [slides.xml(name) for name in slides.names if slides.title(name) == finding]
    found = [[[text_of(cell) for cell in row.iter(f"{A}tc")] for row in tree.iter(f"{A}tr")] for tree in trees]
    return next(rows for rows in found if rows)


def test_the_notes_hold_what_the_finding_does_not_mean_and_its_source() -> None:
    report, slides = a_report(), slides_of()
    with translation.override("en"):
        for part in report.parts:
            for one in part.sections:
                said = slides.notes(next(title for title in slides.titles() if title.startswith(one.finding)))
                assert report.certificate in said
    one = section(report, "turnover-units")
    assert one.more
    assert all(sentence in slides.notes(one.finding) for sentence in one.more)


def test_a_drawing_that_no_figure_repeats_gives_way_to_its_table() -> None:
    report = a_report()
    without = replace(report, figures=())
    finding = section(report, "main-reason").finding
    slides = Slides(as_pptx(without))
    assert slides.cells(finding)[1] == ["Career", "27", "42%", "31 to 54%"]
    assert not list(slides.charts())

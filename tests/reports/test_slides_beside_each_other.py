"""Slides that put groups, or a published source, beside each other: the same figures as the page, and no band as a bar."""

from typing import Any

import pytest

from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL
from tests.insight.fields import a_field
from tests.insight.groups import a_compared_document
from tests.insight.staff_documents import a_staff_document
from tests.reports.presented import C, Slides, a_report, slides_of
from uitzicht.insight.field.benchmarks import benchmark
from uitzicht.insight.stories.section import Section
from uitzicht.reports.definition import Report
from uitzicht.reports.slides import as_pptx

ANSWERED = {
    "kind": {"resignation": 58, "retirement": 7, "dismissal": 8},
    "tenure": {"0-1": 17, "2-5": 39, "10+": 17},
    "unit": {ROOT: 73, TERMINAL: 34, KADE: 14, TECHNIEK: 26},
}


def made(document: Any) -> tuple[Report, Slides]:
    report = a_report(document=document)
    return report, Slides(as_pptx(report))


def section(report: Report, key: str) -> Section:
    return next(one for part in report.parts for one in part.sections if one.key == key)


def test_turnover_stands_beside_a_published_source_with_a_range_of_here_only() -> None:
    report, chart = a_report(), slides_of().chart(section(a_report(), "securex-2024").finding)
    field = benchmark("securex_2024")
    ours = next(
        group
        for figure in report.figures
        if figure.measure == "field"
        for group in figure.groups
        if group.question == "field.securex_2024"
    )
    assert chart.values(0) == [item.share for item in ours.items]
    assert chart.values(1) == [figure.share for figure in field.figures if figure.ours]
    assert [len(chart.arms(place, "plus")) for place in (0, 1)] == [len(ours.items), 0]
    names = [next(series.find(f"{C}tx").iter(f"{C}v")).text for series in chart.series]
    assert names == ["Here", field.name]


def test_with_a_band_of_here_the_source_stays_a_table() -> None:
    report, slides = made(a_field())
    one = section(report, "regioplus-2024")
    assert one.chart is not None
    assert one.table is not None
    assert slides.cells(one.finding)[0] == list(one.table.columns)


def test_who_is_missing_is_drawn_by_what_is_known_of_everybody() -> None:
    document = a_staff_document()
    document["public"]["answered"] = ANSWERED
    report, slides = made(document)
    one = section(report, "missing")
    assert one.chart is not None
    chart = slides.chart(one.finding)
    said = dict(zip(chart.labels, chart.values(), strict=True))
    assert said["Kind of departure: retirement: 39% (20 to 61)"] == pytest.approx(7 / 18)
    assert len(said) == 8


def test_the_means_of_groups_are_drawn_where_views_are_certified() -> None:
    report, slides = made(a_compared_document())
    one = section(report, "inclusion-by-group")
    assert one.chart is not None
    chart = slides.chart(one.finding)
    assert [label.partition(":")[0] for label in chart.labels] == [
        row.partition(":")[0] for row in one.chart.description.removesuffix(".").split("; ")
    ]
    for label, value in zip(chart.labels, chart.values(), strict=True):
        assert value is None or f"{value:.1f}" in label


def test_one_answer_of_several_groups_is_named_in_the_legend() -> None:
    report, slides = made(a_compared_document())
    one = section(report, "by-group-main-reason")
    assert one.chart is not None
    chart = slides.chart(one.finding)
    answer = next(chart.series[0].find(f"{C}tx").iter(f"{C}v")).text
    for label, value in zip(chart.labels, chart.values(), strict=True):
        assert f"{label.partition(':')[0]}: {answer} {value:.0%}" in one.chart.description

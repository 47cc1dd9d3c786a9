"""A list of reference figures: read in four languages, and every error named by row, column, rule and remedy."""

import pytest
from django.utils import translation

from tests.insight.references import ASKED, HEADER, a_file
from uitzicht.core.refusal import Refusal
from uitzicht.insight.reference.file import ReferenceFile, read_references
from uitzicht.insight.reference.sample import sample_csv
from uitzicht.insight.reference.vocabulary import Value

GOOD = "stayers;satisfaction.content;;;3,9;412;;0.9;Staff survey;2025;;"


def read(content: bytes) -> ReferenceFile:
    return read_references(content, asked=ASKED, this_year=2026)


def test_a_mean_a_share_and_a_count_are_read() -> None:
    found = read(
        a_file(
            GOOD,
            "field;recommend;high;41 %;;5200;;;Sector;2024;BE;by telephone",
            "field;recommend;low;0.25;;5200;;;Sector;2024;BE;by telephone",
            "field;recommend;middle;;;200;68;;Sector;2024;BE;by telephone",
        )
    )
    assert found.problems == ()
    assert [row.value for row in found.rows] == [
        Value("satisfaction.content", "mean", None, 3.9, 412, 0.9),
        Value("recommend", "high", 0.41, None, 5200),
        Value("recommend", "low", 0.25, None, 5200),
        Value("recommend", "middle", 0.34, None, 200),
    ]
    assert (found.rows[1].source, found.rows[1].year, found.rows[1].about) == ("Sector", 2024, "BE")


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("others;satisfaction.content;;;3.9;412;;;Staff;2025;;", "kind", "kind"),
        ("stayers;satisfaction.pay;;;3.9;412;;;Staff;2025;;", "question", "question"),
        ("stayers;recommend;often;41 %;;412;;;Staff;2025;;", "item", "item"),
        ("stayers;recommend;high;140 %;;412;;;Staff;2025;;", "share", "share"),
        ("stayers;recommend;high;41;;412;;;Staff;2025;;", "share", "share"),
        ("stayers;recommend;high;41 %;;412;12;;Staff;2025;;", "share", "value"),
        ("stayers;recommend;high;;;412;413;;Staff;2025;;", "count", "count"),
        ("stayers;satisfaction.content;;;7.8;412;;;Staff;2025;;", "mean", "mean"),
        ("stayers;satisfaction.content;;41 %;;412;;;Staff;2025;;", "mean", "value"),
        ("stayers;satisfaction.content;;;nan;412;;;Staff;2025;;", "mean", "mean"),
        ("stayers;satisfaction.content;;;3.9;412;;3;Staff;2025;;", "spread", "spread"),
        ("stayers;satisfaction.content;;;3.9;many;;;Staff;2025;;", "base", "number"),
        ("stayers;satisfaction.content;;;3.9;;;;Staff;2025;;", "base", "empty"),
        ("stayers;satisfaction.content;;;3.9;9;;;Staff;2025;;", "base", "too_few"),
        ("stayers;satisfaction.content;;;3.9;412;;;;2025;;", "source", "empty"),
        ("stayers;satisfaction.content;;;3.9;412;;;Staff;2027;;", "year", "year"),
        (f"stayers;satisfaction.content;;;3.9;412;;;{'S' * 121};2025;;", "source", "too_long"),
    ],
)
def test_an_error_names_its_row_and_column_with_rule_and_remedy(row: str, column: str, code: str) -> None:
    found = read(a_file(GOOD.replace("content", "terms"), row))
    (problem,) = found.problems
    assert (problem.row, problem.column, problem.code) == (3, column, code)
    assert problem.rule
    assert problem.remedy


def test_ten_people_are_enough_for_a_survey_of_ones_own_and_the_field_has_its_own_rules() -> None:
    few = "satisfaction.content;;;3.9;{base};;;Staff;2025;;"
    assert read(a_file("stayers;" + few.format(base=10))).problems == ()
    assert read(a_file("field;" + few.format(base=9))).problems == ()


def test_the_same_figure_twice_is_said() -> None:
    (problem,) = read(a_file(GOOD, GOOD)).problems
    assert (problem.row, problem.code, problem.details) == (3, "twice", {"other": 2})


def test_a_missing_column_is_said_before_any_row() -> None:
    found = read(a_file(GOOD, header=HEADER.replace("year", "when")))
    assert [(problem.row, problem.code) for problem in found.problems] == [(1, "column_missing")]


def test_an_empty_file_and_one_of_too_many_rows_are_refused() -> None:
    for content, code in ((a_file(), "reference.file_empty"), (a_file(*[GOOD] * 501), "reference.file_too_long")):
        with pytest.raises(Refusal) as refused:
            read(content)
        assert refused.value.code == code


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_the_example_is_read_in_every_language(language: str) -> None:
    with translation.override(language):
        content = sample_csv()
    asked = ASKED | {"inclusion.safe": ("score", ("mean",))}
    found = read_references(content, asked=asked, this_year=2026)
    assert found.problems == ()
    assert [(row.kind, row.value.base) for row in found.rows] == [
        ("stayers", 412),
        ("stayers", 410),
        ("stayers", 405),
        ("stayers", 398),
        ("field", 5200),
    ]

"""A survey that has nothing in common with the shipped example: Dutch, semicolons, cp1252, ranks, other scales."""

from datetime import date

import pytest

from tests.history.survey_files import HAVEN, HAVEN_COLUMNS, HAVEN_ROWS, TODAY, haven_csv, told, workbook
from uitzicht.history.mapping import load_mapping
from uitzicht.history.questions import questions_of
from uitzicht.history.reading import read_grid
from uitzicht.history.survey import Reading, read_survey

MAPPING = load_mapping(HAVEN, file="haven.toml")


def reading(content: bytes, file: str) -> Reading:
    return read_survey(read_grid(content, file=file, source=MAPPING.file), mapping=MAPPING, today=TODAY)


SOURCES = [(haven_csv(), "haven.csv"), (workbook(HAVEN_COLUMNS, *HAVEN_ROWS), "haven.xlsx")]


@pytest.mark.parametrize(("content", "file"), SOURCES, ids=["csv", "xlsx"])
def test_what_people_said_comes_in_whole(content, file):
    first, second, third = reading(content, file).records
    assert first.answers == {
        "satisfaction.terms.canteen": 5,
        "satisfaction.relations": 5,
        "change.content": "improve",
        "inclusion.safe": 5,
        "recommend": "high",
        "reasons": ["workload_wellbeing.workload", "terms.pay"],
        "main_reason": "workload_wellbeing",
    }
    assert second.answers == {
        "satisfaction.terms.canteen": 3,
        "change.content": "keep",
        "recommend": "low",
        "reasons": ["none"],
    }
    assert third.answers == {
        "satisfaction.relations": 4,
        "inclusion.safe": 3,
        "recommend": "middle",
        "reasons": ["terms.canteen", "career.no_growth"],
        "main_reason": "terms",
    }


@pytest.mark.parametrize(("content", "file"), SOURCES, ids=["csv", "xlsx"])
def test_who_left_comes_in_with_coarse_attributes(content, file):
    first, second, third = reading(content, file).records
    assert (first.kind, first.path, first.left_on) == ("resignation", ("Terminal", "Kade Noord"), date(2022, 12, 31))
    assert (first.gender, first.age_band, first.tenure_band, first.working_time) == (
        "woman",
        "35-44",
        "2-5",
        "full_time",
    )
    assert (second.kind, second.path, second.left_precision) == ("retirement", ("Techniek",), "day")
    assert (second.gender, second.age_band, second.tenure_band) == ("man", "55+", "10+")
    assert (third.path, third.left_on, third.gender, third.age_band) == ((), None, "other", "")


@pytest.mark.parametrize(("content", "file"), SOURCES, ids=["csv", "xlsx"])
def test_what_is_odd_is_named_by_row_column_value_and_rule(content, file):
    found = reading(content, file)
    assert told(found) == [
        (4, "Laatste dag", "30/02/2023", "date_impossible"),
        (4, "Kantine (1-10)", "11", "unknown_code"),
        (4, "Taken", "weet niet", "unknown_code"),
        (5, "Hoe eindigde het?", "overgeplaatst", "kind_unknown"),
    ]
    assert (found.rows, len(found.records), found.unmapped) == (4, 3, ("Bron",))


def test_its_questions_carry_their_own_words():
    questions = {question["key"]: question for question in questions_of(MAPPING)}
    assert questions["main_reason"]["items"] == ["terms", "career", "workload_wellbeing"]
    assert questions["reasons"]["items"][-1] == "none"
    assert questions["reasons"]["item_labels"]["terms.canteen"]["fr"] == "les repas à la cantine"
    canteen = questions["satisfaction.terms.canteen"]
    assert (canteen["type"], canteen["items"], canteen["area"]) == ("score", ["mean"], "terms")
    assert canteen["labels"]["de"] == "de kantine"
    assert questions["recommend"]["items"] == ["low", "middle", "high"]
    assert {question["measure"] for question in questions.values()} == {
        "reasons",
        "experience",
        "inclusion",
        "recommend",
    }

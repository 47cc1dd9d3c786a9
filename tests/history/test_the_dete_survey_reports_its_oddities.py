from collections import Counter

import pytest

from tests.cast import TODAY
from uitzicht.history.oddities import Rule
from uitzicht.history.reading import Grid, read_grid
from uitzicht.history.survey import Reading, read_survey


@pytest.fixture(scope="module")
def grid(dete, dete_mapping) -> Grid:
    return read_grid(dete, file="dete_survey.csv", source=dete_mapping.file)


@pytest.fixture(scope="module")
def reading(grid, dete_mapping) -> Reading:
    return read_survey(grid, mapping=dete_mapping, today=TODAY)


def test_every_row_is_imported_and_every_column_decided_about(reading, grid):
    assert (reading.rows, len(reading.records), len(grid.header)) == (822, 822, 56)
    assert reading.unmapped == ()


def test_each_oddity_is_counted(reading):
    assert Counter(oddity.rule for oddity in reading.oddities) == {
        Rule.UNKNOWN_CODE: 321,
        Rule.NOTHING_TICKED: 27,
        Rule.NONE_WITH_REASON: 3,
        Rule.LIKELY_DUPLICATE: 3,
    }


def test_the_undocumented_code_m_is_named_for_each_rating(reading):
    unknown = [oddity for oddity in reading.oddities if oddity.rule is Rule.UNKNOWN_CODE]
    per_column = Counter(oddity.column for oddity in unknown)
    assert {oddity.value for oddity in unknown} == {"M"}
    assert len(per_column) == 21
    assert (min(per_column.values()), max(per_column.values())) == (8, 33)


def test_duplicates_are_dropped_only_when_told_to(grid, dete_mapping):
    assert len(read_survey(grid, mapping=dete_mapping, today=TODAY, drop_duplicates=True).records) == 819


def test_both_forms_of_the_last_day_are_read_as_precisely_as_they_are(reading, grid):
    column = grid.header.index("Cease Date")
    written = Counter("month" if "/" in row.cells[column] else "year" for row in grid.rows)
    read = Counter(record.left_precision for record in reading.records)
    assert read[""] == 34  # Not Stated
    assert (read["month"], read["year"] + read[""]) == (written["month"], written["year"])


def test_the_four_ways_of_missing_are_missing(reading):
    assert reading.missing["Gender"] == 24  # empty
    assert reading.missing["Region"] == 105  # Not Stated
    assert reading.missing["Coach"] == 55  # N/A and empty; the 22 "M" are unknown codes


def test_special_categories_are_left_out_with_the_reason(dete_mapping):
    for column in ("Aboriginal", "Torres Strait", "South Sea", "Disability", "NESB"):
        assert "special category" in dete_mapping.ignored[column]

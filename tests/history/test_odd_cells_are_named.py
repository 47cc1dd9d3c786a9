from datetime import date

import pytest

from tests.history.survey_files import COLUMNS, read, row, small, told
from uitzicht.core.refusal import Refusal
from uitzicht.history.oddities import SEVERITY, TITLES, WHAT_TO_DO, Rule, Severity
from uitzicht.history.reading import Grid, Row
from uitzicht.history.survey import read_survey


def test_a_sound_row_is_read_without_a_word():
    reading = read(row())
    (record,) = reading.records
    assert told(reading) == []
    assert (record.kind, record.path, record.left_on) == ("resignation", ("North", "Quay"), date(2013, 5, 31))
    assert (record.left_precision, record.tenure_band) == ("month", "2-5")
    assert record.answers == {"satisfaction.content": 5, "reasons": ["terms.pay"]}


def test_an_unknown_code_is_named_and_that_answer_alone_is_missing():
    reading = read(row(7, Work="M"))
    assert told(reading) == [(7, "Work", "M", "unknown_code")]
    assert reading.records[0].answers == {"reasons": ["terms.pay"]}


@pytest.mark.parametrize("missing", ["", "?", " ? "])
def test_missing_is_counted_and_not_odd(missing):
    reading = read(row(Work=missing))
    assert told(reading) == []
    assert reading.missing["Work"] == 1
    assert "satisfaction.content" not in reading.records[0].answers


def test_a_value_that_the_mapping_declares_to_hold_no_answer_is_not_odd():
    reading = read(row(Work="Does not apply"))
    assert (told(reading), reading.missing["Work"]) == ([], 1)


def test_codes_are_recognised_whatever_their_case_and_white_space():
    assert read(row(Work="\u00a0GOOD ")).records[0].answers["satisfaction.content"] == 5


@pytest.mark.parametrize(
    ("kind", "rule"),
    [("", "kind_missing"), ("?", "kind_missing"), ("Vanished", "kind_unknown"), ("Moved", "not_a_departure")],
)
def test_a_row_without_a_kind_of_departure_is_left_out_and_counted(kind, rule):
    reading = read(row(2), row(3, No="2", Why=kind))
    assert told(reading) == [(3, "Why", kind, rule)]
    assert (reading.rows, len(reading.records)) == (2, 1)
    assert reading.oddities[0].severity is Severity.LEFT_OUT


def test_a_prefix_stands_for_every_value_that_begins_so():
    assert [r.kind for r in read(row(2, Why="Quit"), row(3, No="2", Why="quit - abroad")).records] == [
        "resignation"
    ] * 2


@pytest.mark.parametrize(("left", "rule"), [("spring", "date_form"), ("13/2013", "date_impossible")])
def test_a_date_that_cannot_be_is_missing_and_the_row_stays(left, rule):
    reading = read(row(Left=left))
    assert told(reading) == [(2, "Left", left, rule)]
    assert (reading.records[0].left_on, reading.records[0].left_precision) == (None, "")


def test_a_missing_date_is_not_odd():
    reading = read(row(Left="?", Began=""))
    assert (told(reading), reading.missing["Left"], reading.missing["Began"]) == ([], 1, 1)


def test_a_declared_missing_number_is_not_a_point_of_a_scale():
    scale = 'linear = [0, 100]\nmissing = ["99"]'
    mapping = small(('values = { good = 5, poor = 1, "does not apply" = "" }', scale))
    assert "satisfaction.content" not in read(row(Work="99"), mapping=mapping).records[0].answers
    points = [
        read(row(Work=text), mapping=mapping).records[0].answers["satisfaction.content"]
        for text in ("0", "37,5", "100")
    ]
    assert points == [1, 3, 5]


def test_a_date_outside_the_years_of_the_survey_cannot_be():
    mapping = small(('column = "Left"', 'column = "Left"\nearliest = 2010-01-01\nlatest = 2014-12-31'))
    assert told(read(row(Left="2009"), mapping=mapping)) == [(2, "Left", "2009", "date_impossible")]
    assert told(read(row(Left="01/2015"), mapping=mapping)) == [(2, "Left", "01/2015", "date_impossible")]
    assert told(read(row(Left="2014"), mapping=mapping)) == []


def test_leaving_later_than_today_is_told():
    assert told(read(row(Left="04/2026"))) == [(2, "Left", "04/2026", "date_later")]
    assert told(read(row(Left="2026"))) == []


def test_leaving_before_starting_leaves_the_time_in_service_unknown():
    reading = read(row(Left="2009", Began="2010"))
    assert told(reading) == [(2, "Left", "2009", "left_before_started")]
    assert (reading.records[0].tenure_band, reading.records[0].left_on) == ("", date(2009, 12, 31))


def test_leaving_in_the_year_of_starting_is_no_contradiction():
    assert read(row(Left="05/2013", Began="2013")).records[0].tenure_band == "0-1"


def test_a_unit_ends_where_the_level_above_is_missing():
    reading = read(row(2, Division="?"), row(3, No="2", Team=""), row(4, No="3", Division="", Team=""))
    assert told(reading) == [(2, "Team", "Quay", "unit_gap")]
    assert [record.path for record in reading.records] == [(), ("North",), ()]


def test_rows_that_are_the_same_but_for_their_number_are_kept_unless_told_to_drop_them():
    rows = (row(2), row(3, No="2"), row(4, No="3", Pay="no"))
    assert [r.rule for r in read(*rows).oddities if r.row == 3] == [Rule.LIKELY_DUPLICATE]
    assert len(read(*rows).records) == 3
    dropped = read(*rows, drop_duplicates=True)
    assert (len(dropped.records), dropped.oddities[0].rule) == (2, Rule.DUPLICATE_DROPPED)


def test_a_number_that_occurs_twice_is_told_and_both_rows_are_kept():
    reading = read(row(2), row(3, Pay="no"), drop_duplicates=True)
    assert next(odd.rule for odd in reading.oddities if odd.row == 3) is Rule.REPEATED_ID
    assert len(reading.records) == 2


def test_a_row_whose_cells_may_have_shifted_is_left_out():
    shifted = Row(2, row().cells, len(COLUMNS) + 1)
    cut = Row(3, row(No="2", Pay="no").cells, len(COLUMNS) - 1)
    reading = read_survey(Grid(COLUMNS, (shifted, cut)), mapping=small(), today=date(2026, 3, 10))
    assert [(odd.row, odd.rule) for odd in reading.oddities][:2] == [(2, Rule.EXTRA_CELLS), (3, Rule.SHORT_ROW)]
    assert len(reading.records) == 1


def test_a_missing_column_stops_the_import_and_names_its_neighbour():
    header = tuple("Divison" if name == "Division" else name for name in COLUMNS)
    with pytest.raises(Refusal) as refused:
        read_survey(Grid(header, (row(),)), mapping=small(), today=date(2026, 3, 10))
    assert refused.value.code == "history.missing_columns"
    assert "“Division”" in str(refused.value)
    assert "Divison" in str(refused.value)


def test_columns_that_nobody_decided_about_are_listed():
    grid = Grid((*COLUMNS, "Note 1", "Note 2", "Shoe size"), ())
    mapping = small(("[kind]", '[ignored]\n"Note*" = "open text"\n\n[kind]'))
    assert read_survey(grid, mapping=mapping, today=date(2026, 3, 10)).unmapped == ("Shoe size",)


def test_every_rule_has_its_words_and_its_weight():
    assert set(SEVERITY) == set(TITLES) == set(WHAT_TO_DO) == set(Rule)

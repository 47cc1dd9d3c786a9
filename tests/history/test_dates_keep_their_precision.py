from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.history.dates import NoSuchDay, PastDate, UnknownForm, clash, is_form, read_date


@pytest.mark.parametrize(
    ("text", "forms", "first", "last", "precision"),
    [
        ("2013", ["MM/YYYY", "YYYY"], date(2013, 1, 1), date(2013, 12, 31), "year"),
        ("02/2012", ["MM/YYYY", "YYYY"], date(2012, 2, 1), date(2012, 2, 29), "month"),
        ("31/1/2013", ["DD/MM/YYYY"], date(2013, 1, 31), date(2013, 1, 31), "day"),
        ("31-01-2013", ["DD-MM-YYYY"], date(2013, 1, 31), date(2013, 1, 31), "day"),
        ("3 maart 2013", ["DD MON YYYY"], date(2013, 3, 3), date(2013, 3, 3), "day"),
        ("Juil 2013", ["MON YYYY"], date(2013, 7, 1), date(2013, 7, 31), "month"),
        ("2013-01-31", ["DD/MM/YYYY"], date(2013, 1, 31), date(2013, 1, 31), "day"),
        ("2013-01-31 00:00:00", ["YYYY"], date(2013, 1, 31), date(2013, 1, 31), "day"),
        ("31/01/2013 14:05", ["DD/MM/YYYY hh:mm"], date(2013, 1, 31), date(2013, 1, 31), "day"),
    ],
)
def test_a_date_is_as_precise_as_it_was_written(text, forms, first, last, precision):
    assert read_date(text, forms) == PastDate(first, last, precision)


@pytest.mark.parametrize("text", ["31/02/2013", "00/01/2013", "12/13/2013", "01/01/0000"])
def test_a_day_that_does_not_exist_is_told_apart_from_an_unknown_form(text):
    with pytest.raises(NoSuchDay):
        read_date(text, ["DD/MM/YYYY"])


@pytest.mark.parametrize("text", ["1/2/13", "2013.5", "last spring", "", "2013/01"])
def test_what_fits_no_form_is_not_guessed(text):
    with pytest.raises(UnknownForm):
        read_date(text, ["DD/MM/YYYY", "YYYY"])


@pytest.mark.parametrize("form", ["YYYY", "MM/YYYY", "DD/MM/YYYY", "DD MON YYYY", "YYYY-MM-DDThh:mm:ss"])
def test_a_form_is_made_of_its_tokens(form):
    assert is_form(form)


@pytest.mark.parametrize("form", ["", "MM", "DD/YYYY", "DD/MM/Y", "month YYYY", "MM/MM/YYYY"])
def test_a_form_without_a_year_or_with_a_day_alone_is_none(form):
    assert not is_form(form)


@pytest.mark.parametrize(("text", "year"), [("1/2/13", 2013), ("1/2/14", 2014), ("1/2/15", 1915), ("1/2/99", 1999)])
def test_a_year_of_two_digits_is_the_last_one_that_can_be(text, year):
    assert read_date(text, ["DD/MM/YY"], latest=date(2014, 6, 30)).first == date(year, 2, 1)


def test_two_orders_of_day_and_month_cannot_stand_side_by_side():
    assert clash(["DD/MM/YYYY", "MM/DD/YYYY"])
    assert clash(["DD/MM/YYYY", "MM/YYYY", "YYYY", "DD-MM-YYYY"]) is None


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_survives_being_written_and_read(day):
    assert read_date(f"{day:%d/%m/%Y}".rjust(10, "0"), ["DD/MM/YYYY"]).first == day

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.history.survey_files import workbook
from uitzicht.core.refusal import Refusal
from uitzicht.history.mapping.terms import SourceFile
from uitzicht.history.reading import Grid, read_grid

ANY = SourceFile()


def grid(content: bytes, *, file: str = "survey.csv", source: SourceFile = ANY) -> Grid:
    return read_grid(content, file=file, source=source)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_separator_and_line_ends_are_found_out(encoding, delimiter, end):
    text = end.join(delimiter.join(cells) for cells in (("Nr", "Réden"), ("1", "Privé"), ("2", "Café")))
    found = grid(text.encode(encoding))
    assert found.header == ("Nr", "Réden")
    assert [row.cells for row in found.rows] == [("1", "Privé"), ("2", "Café")]
    assert [row.number for row in found.rows] == [2, 3]


def test_the_mapping_overrides_what_would_be_found_out():
    found = grid("a,b;c\n1,2;3\n".encode("cp1252"), source=SourceFile(encoding="cp1252", delimiter=";"))
    assert found.header == ("a,b", "c")


def test_text_that_is_not_in_the_declared_encoding_is_refused():
    with pytest.raises(Refusal) as refused:
        grid("é\n1\n".encode("cp1252"), source=SourceFile(encoding="utf-8"))
    assert refused.value.code == "history.encoding"


def test_a_workbook_reads_like_text():
    content = workbook(("Nr", "Left", "Happy", "Mark"), (1, date(2013, 5, 31), True, 3.5), (2, None, False, 4.0))
    found = grid(content, file="survey.xlsx")
    assert [row.cells for row in found.rows] == [("1", "2013-05-31", "TRUE", "3.5"), ("2", "", "FALSE", "4")]


def test_a_sheet_is_chosen_by_name_and_a_wrong_name_is_refused():
    content = workbook(("Nr",), (1,), sheet="Answers")
    assert grid(content, file="s.xlsx", source=SourceFile(sheet="Answers")).header == ("Nr",)
    with pytest.raises(Refusal, match="Answers"):
        grid(content, file="s.xlsx", source=SourceFile(sheet="Answer"))


def test_what_only_looks_like_a_workbook_is_refused():
    with pytest.raises(Refusal) as refused:
        grid(b"Nr;Left\n", file="survey.xlsx")
    assert refused.value.code == "history.not_a_workbook"


def test_rows_above_and_below_the_header_may_be_skipped():
    content = b"Survey of 2013\n\nNr,Why\ncode,text\n1,Quit\n"
    found = grid(content, source=SourceFile(header_row=3, first_row=5))
    assert found.header == ("Nr", "Why")
    assert [(row.number, row.cells) for row in found.rows] == [(5, ("1", "Quit"))]


def test_empty_rows_are_skipped_and_the_others_keep_their_number():
    assert [row.number for row in grid(b"Nr,Why\n\n,\n1,Quit\n").rows] == [4]


def test_a_line_break_inside_a_cell_is_one_row_as_in_a_spreadsheet():
    found = grid(b'Nr,"Why\nyou left"\n1,"a\nb"\n2,c\n')
    assert found.header == ("Nr", "Why you left")
    assert [(row.number, row.cells[1]) for row in found.rows] == [(2, "a\nb"), (3, "c")]


def test_a_column_name_that_occurs_twice_is_numbered():
    assert grid(b"Why,Why,When\n1,2,3\n").header == ("Why", "Why (2)", "When")


def test_a_separator_at_the_end_of_every_line_is_no_column():
    found = grid(b"Nr,Why,\n1,Quit,\n2,Quit,,\n")
    assert found.header == ("Nr", "Why")
    assert {row.given for row in found.rows} == {2}


def test_rows_say_how_many_cells_they_had():
    assert [row.given for row in grid(b"a,b,c\n1,2\n1,2,3\n1,2,3,4\n").rows] == [2, 3, 4]


@pytest.mark.parametrize("content", [b"", b"\n\n"])
def test_a_file_without_a_header_is_refused(content):
    with pytest.raises(Refusal) as refused:
        grid(content, source=SourceFile(header_row=4))
    assert refused.value.code == "history.empty_file"


def test_unsound_csv_is_refused_with_its_line():
    with pytest.raises(Refusal, match="line 3") as refused:
        grid(b'a,b\n1,2\n"x"y,3\n')
    assert refused.value.code == "history.not_csv"


CELL = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=8)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=8))
def test_any_table_survives_being_written_and_read(lines):
    import csv
    import io

    out = io.StringIO(newline="")
    csv.writer(out).writerows([("one", "two", "three"), *lines])
    assert [row.cells for row in grid(out.getvalue().encode()).rows] == lines


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content):
    for file in ("survey.csv", "survey.xlsx"):
        with suppress(Refusal):
            assert read_grid(content, file=file, source=ANY).header is not None

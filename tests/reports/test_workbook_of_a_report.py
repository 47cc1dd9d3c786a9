"""A report as a workbook, opened by two other programs: the values of the figures, and no formula anywhere."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from tests.insight.documents import KADE
from tests.insight.staff_documents import a_staff_document
from tests.reports.presented import a_report, book_of
from uitzicht.insight.cells import Exact
from uitzicht.reports.definition import Brand, Text
from uitzicht.reports.workbook import as_xlsx


def rows_of(content: bytes, sheet: str) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name(sheet).to_python()


def test_findings_come_first_then_every_measure_then_how_they_were_made() -> None:
    report = a_report()
    names = CalamineWorkbook.from_filelike(BytesIO(as_xlsx(report))).sheet_names
    measures = [figure.measure for figure in report.figures if figure.groups]
    assert names == ["Report", "Findings", *measures, *(text.title for text in report.closing)]
    assert "main_reason" in measures


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_every_finding_stands_in_it_with_its_part_and_question(language: str) -> None:
    report = a_report(language)
    content = as_xlsx(report)
    sheet = book_of(content).worksheets[1]
    found = [[cell.value for cell in row[:3]] for row in sheet.iter_rows(min_row=2)]
    assert found == [
        [part.title, section.question, section.finding] for part in report.parts for section in part.sections
    ]


@pytest.mark.parametrize("unit", ["", KADE])
def test_every_number_is_that_of_the_figure(unit: str) -> None:
    report = a_report(unit=unit)
    content = as_xlsx(report)
    for figure in report.figures:
        items = [(group, item) for group in figure.groups for item in group.items]
        if not figure.groups:
            continue
        rows = rows_of(content, figure.measure)[1 : len(items) + 1]
        for row, (group, item) in zip(rows, items, strict=True):
            exact = item.shown.value if isinstance(item.shown, Exact) else ""
            ends = (item.interval.low, item.interval.high) if item.interval else ("", "")
            assert row[5] == exact
            assert row[7] == ("" if item.share is None else round(item.share, 4))
            assert row[8:10] == [end if isinstance(end, str) else round(end, 4) for end in ends]
            if isinstance(group.base, Exact):
                assert row[3] == group.base.value


def test_the_base_of_a_drawn_finding_is_a_number() -> None:
    rows = rows_of(as_xlsx(a_report()), "Findings")
    bases = {str(row[1]): row[3] for row in rows[1:]}
    assert bases["Why do people leave?"] == 64
    assert bases["How was it to work here?"] == "68 to 70"


def test_which_release_it_is_stands_on_the_first_sheet() -> None:
    report = a_report()
    rows = {str(row[0]): row[1] for row in rows_of(as_xlsx(report), "Report")}
    assert rows["Release"] == 7
    assert rows["Threshold: people in a group"] == 5
    assert rows["Full certificate (SHA-256)"] == report.certificate
    assert rows["Whom these figures are about"] == report.lede[0]
    assert rows[report.numbers[0].label].startswith(report.numbers[0].value)


def test_a_label_that_looks_like_a_formula_is_text_on_every_sheet() -> None:
    document = a_staff_document()
    document["units"]["1"]["label"] = '=HYPERLINK("x")'
    document["questions"][1]["item_labels"]["career"]["en"] = "+career"
    report = a_report(document=document)
    nasty = Text("@Notes", ("-1+1", "\t=1"), (("=head", "b"), ("+1", "-2")))
    book = load_workbook(BytesIO(as_xlsx(replace(report, texts=(nasty,)))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    for cell in cells:
        if cell.data_type == "s":
            assert not str(cell.value).startswith(("=", "+", "-", "@", "\t"))
    with ZipFile(BytesIO(as_xlsx(report))) as parts:
        assert not [name for name in parts.namelist() if b"<f>" in parts.read(name)]


def test_a_chapter_with_a_table_keeps_it() -> None:
    text = Text("Who reads what", ("One paragraph.",), (("Who", "Reads"), ("HR lead", "figures")), "Readers")
    rows = rows_of(as_xlsx(replace(a_report(), texts=(text,))), "Who reads what")
    assert [row[0] for row in rows] == ["Who reads what", "One paragraph.", "", "Who", "HR lead"]
    assert rows[-1] == ["HR lead", "figures"]


def test_names_of_sheets_are_taken_by_every_program() -> None:
    texts = tuple(Text(title, ("x",)) for title in ("A: b/c [d]*", "a  b c  d", "y" * 40, "y" * 50, "'", "Findings"))
    names = book_of(as_xlsx(replace(a_report(), texts=texts))).sheetnames
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)


def test_sheets_keep_their_heading_in_sight_and_print_across_a_page() -> None:
    report = a_report("nl", brand=Brand("Haven", "#7a1f3d"))
    book = book_of(as_xlsx(report))
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToHeight, str(sheet.page_setup.paperSize)) == (0, "9")
        assert "Release 7" in str(sheet.oddFooter.left.text)
        assert sheet["A1"].font.color.rgb == "FF7A1F3D"
    assert book["main_reason"].auto_filter.ref == "A1:L4"
    assert book["main_reason"]["H2"].number_format == "0.0%"
    assert book["main_reason"]["D2"].number_format == "General"


def test_its_properties_are_those_of_the_report() -> None:
    report = a_report("nl")
    about = book_of(as_xlsx(report)).properties
    assert (about.title, about.creator) == (report.title, "Havenlicht")
    assert about.created == datetime(2026, 3, 2)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert as_xlsx(a_report("nl")) == as_xlsx(a_report("nl"))

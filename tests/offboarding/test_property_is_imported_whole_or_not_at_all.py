import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation
from openpyxl import Workbook

from tests.cast import NOW
from tests.departures.cases import BY
from tests.offboarding.cases import refused
from uitzicht.offboarding.models import Property, StagedProperty
from uitzicht.offboarding.property_file import read_property
from uitzicht.offboarding.sample import sample_csv
from uitzicht.offboarding.services import apply_staged, hand_out, stage_import

PEOPLE = frozenset({"1001", "1002", "1003"})
GOOD = "Personeelsnummer;Soort;Kenmerk;Uitgereikt op\n1003;laptop;LT-7;08/01/2024\n1003;Badge;;\n1002;gsm;06-1;2023-02-01\n"


def read(text, *, out=frozenset()):
    content = text if isinstance(text, bytes) else text.encode()
    return read_property(content, people=PEOPLE, out=out)


def faults(file):
    return [(problem.row, str(problem.column), problem.value, problem.code) for problem in file.problems]


def test_columns_and_kinds_are_recognised():
    file = read(GOOD)
    assert not file.problems
    assert [(row.employee_number, row.kind, row.label, row.on) for row in file.rows] == [
        ("1003", "laptop", "LT-7", date(2024, 1, 8)),
        ("1003", "badge", "", None),
        ("1002", "phone", "06-1", date(2023, 2, 1)),
    ]


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_the_example_list_is_read_without_a_problem(language):
    with translation.override(language):
        file = read(sample_csv())
    assert not file.problems
    assert [row.kind for row in file.rows] == ["laptop", "badge", "car"]


def test_a_spreadsheet_is_read_like_a_text():
    book = Workbook()
    book.active.append(["Employee number", "Kind", "Serial number", "Handed out on"])
    book.active.append([1003, "laptop", 77, date(2024, 1, 8)])
    out = io.BytesIO()
    book.save(out)
    (row,) = read(out.getvalue()).rows
    assert (row.employee_number, row.label, row.on) == ("1003", "77", date(2024, 1, 8))


def test_every_error_names_row_column_value_and_rule():
    text = (
        "Employee number,Kind,Label,Handed out on\n"
        "9999,laptop,A,\n,laptop,B,\n1003,spaceship,C,\n1003,,D,\n1003,key,E,31/02/2024\n"
        "1003,key,F,\n1003,key,F,\n1002,car,G,\n"
    )
    file = read(text + f"1002,car,{'x' * 121},\n", out=frozenset({("1002", "car", "G")}))
    assert faults(file) == [
        (2, "Employee number", "9999", "person_unknown"),
        (3, "Employee number", "", "empty"),
        (4, "Kind", "spaceship", "kind"),
        (5, "Kind", "", "empty"),
        (6, "Handed out on", "31/02/2024", "date_form"),
        (8, "Label", "F", "twice"),
        (9, "Label", "G", "out_already"),
        (10, "Label", "x" * 121, "too_long"),
    ]
    assert all("{" not in problem.rule + problem.remedy for problem in file.problems)


@pytest.mark.parametrize(
    ("header", "code"), [("Kind,Label", "column_missing"), ("Employee number,Kind,Type", "column_twice")]
)
def test_a_column_that_is_missing_or_double_is_an_error(header, code):
    assert [problem.code for problem in read(f"{header}\n1,2,3\n").problems] == [code]


def test_an_empty_file_is_refused_in_its_own_words():
    with refused("property.file_empty"):
        read("Employee number;Kind\n")


def upload(browser, text):
    file = SimpleUploadedFile("list.csv", text.encode())
    return browser.post(reverse("property_import"), {"file": file})


def test_the_dry_run_imports_nothing_and_the_confirmation_everything(cast, signed_in):
    browser = signed_in("hr_lead")
    review = upload(browser, GOOD)["Location"]
    page = browser.get(review).content.decode()
    assert "3 things. Nothing has been imported yet." in page
    assert not Property.objects.exists()
    browser.post(review)
    assert Property.objects.count() == 3
    assert not StagedProperty.objects.exists()


def test_one_error_keeps_the_whole_list_out(cast, signed_in):
    browser = signed_in("hr_lead")
    review = upload(browser, GOOD + "9999;laptop;Z;\n")["Location"]
    page = browser.get(review).content.decode()
    assert "There is 1 error" in page
    assert "Nobody on the staff list has this employee number" in page
    assert browser.post(review).status_code == 422
    assert not Property.objects.exists()


def test_what_came_in_since_the_dry_run_is_not_added_twice(cast):
    staged = stage_import(GOOD.encode(), file_name="list.csv", user=cast.hr_lead, at=NOW)
    hand_out(cast.leaver, kind="laptop", label="LT-7", on=None, by=BY, at=NOW)
    with refused("property.file_has_problems"):
        apply_staged(staged, by=BY, at=NOW)
    assert Property.objects.count() == 1


def test_an_upload_is_sealed_belongs_to_one_account_and_goes(cast, signed_in):
    browser = signed_in("hr_lead")
    review = upload(browser, GOOD)["Location"]
    assert b"LT-7" not in bytes(StagedProperty.objects.get().sealed)
    StagedProperty.objects.update(user=cast.admin)
    assert browser.get(review).status_code == 404
    StagedProperty.objects.update(user=cast.hr_lead)
    browser.post(review, {"discard": "1"})
    assert not StagedProperty.objects.exists()
    old = upload(browser, GOOD)["Location"]
    StagedProperty.objects.update(staged_at=timezone.now() - timedelta(days=2))
    assert browser.get(old).status_code == 404


def test_a_file_that_is_no_list_is_refused_on_the_form(cast, signed_in):
    answer = upload(signed_in("hr_lead"), "only one line")
    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]

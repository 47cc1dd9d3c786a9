from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation

from tests.cast import NOW, Cast
from tests.people.lists import ANN, BERT, as_csv
from uitzicht.people import queries, services
from uitzicht.people.models import Person, StagedImport
from uitzicht.people.sample import HEADERS, sample_csv
from uitzicht.people.staff_file import read_staff
from uitzicht.privacy.models import AuditEntry


def _upload(browser: Client, content: bytes, **fields: object):
    file = SimpleUploadedFile("staff.csv", content)
    return browser.post("/staff/import/", {"file": file, "on": "2026-03-10"} | fields)


def test_a_list_is_shown_first_and_imported_after_confirmation(cast: Cast, signed_in):
    browser = signed_in("hr_lead")
    answer = _upload(browser, as_csv([ANN, BERT]))
    assert answer.status_code == 302
    review = browser.get(answer["Location"])
    assert [line.name for line in review.context["added"]] == ["Ann Claes", "Bert Wuyts"]
    assert not Person.objects.filter(first_name="Ann").exists()
    assert browser.post(answer["Location"], {}).status_code == 302
    assert Person.objects.filter(first_name="Ann").exists()
    assert not StagedImport.objects.exists()
    assert AuditEntry.objects.get(action="staff.imported").by == cast.hr_lead.signature
    assert browser.get(answer["Location"]).status_code == 404


def test_an_uploaded_list_can_be_destroyed_unread(cast: Cast, signed_in):
    browser = signed_in("hr_lead")
    review = _upload(browser, as_csv([ANN]))["Location"]
    browser.post(review, {"discard": "1"})
    assert not StagedImport.objects.exists()
    assert not Person.objects.filter(first_name="Ann").exists()


def test_a_list_with_errors_offers_no_confirmation_and_imports_nothing(cast: Cast, signed_in):
    browser = signed_in("hr_lead")
    review = _upload(browser, as_csv([ANN, BERT | {"In dienst": "soon"}]))["Location"]
    page = browser.get(review).content.decode()
    assert "soon" in page
    assert "Import this list" not in page
    answer = browser.post(review, {})
    assert answer.status_code == 422
    assert "staff.file_has_errors" in answer.content.decode()
    assert not Person.objects.filter(first_name="Ann").exists()


def test_at_most_two_hundred_errors_are_shown_and_the_total_is_said(cast: Cast, signed_in):
    browser = signed_in("hr_lead")
    rows = [ANN | {"Personeelsnummer": str(n), "In dienst": "?"} for n in range(250)]
    answer = browser.get(_upload(browser, as_csv(rows))["Location"])
    assert len(answer.context["problems"]) == 200
    assert "250" in answer.content.decode()


def test_an_upload_lies_sealed_in_the_database(cast: Cast, signed_in):
    _upload(signed_in("hr_lead"), as_csv([ANN]))
    staged = StagedImport.objects.get()
    assert b"Claes" not in bytes(staged.sealed)
    assert b"Personeelsnummer" not in bytes(staged.sealed)


def test_nobody_else_sees_an_upload(cast: Cast, signed_in):
    review = _upload(signed_in("hr_lead"), as_csv([ANN]))["Location"]
    assert signed_in("admin").get(review).status_code == 404
    assert signed_in("admin").post(review, {}).status_code == 404
    assert signed_in("hr_lead").get(review).status_code == 200


def test_an_upload_is_destroyed_after_a_day_and_by_the_next_one(cast: Cast):
    def stage(user, at):
        said = {"mapping": "", "file_name": "a.csv", "on": at.date(), "complete": False}
        return services.stage_import(as_csv([ANN]), **said, user=user, at=at)

    old = stage(cast.admin, NOW - timedelta(hours=25))
    first, second = stage(cast.hr_lead, NOW), stage(cast.hr_lead, NOW)
    assert set(StagedImport.objects.values_list("pk", flat=True)) == {second.pk}
    assert first.pk != old.pk


def test_a_day_old_upload_does_not_open_any_more(cast: Cast):
    said = {"mapping": "", "file_name": "a.csv", "on": NOW.date(), "complete": False}
    services.stage_import(as_csv([ANN]), **said, user=cast.admin, at=NOW - timedelta(hours=25))
    assert not queries.staged_of(cast.admin, NOW).exists()


@pytest.mark.parametrize(
    ("content", "mapping", "field"),
    [
        (b"", b"", "file"),
        (b"\x00\x81", b"", "file"),
        (as_csv([ANN]), b"= no", "mapping"),
        (as_csv([ANN]), b"\xff", "mapping"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_beside_its_field(cast: Cast, signed_in, content, mapping, field):
    extra = {"mapping": SimpleUploadedFile("m.toml", mapping)} if mapping else {}
    answer = _upload(signed_in("hr_lead"), content, **extra)
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not StagedImport.objects.exists()


def test_a_mapping_and_a_complete_list_work_from_the_page(cast: Cast, signed_in):
    browser = signed_in("hr_lead")
    rows = [{"ID": "1", "Naam": "Ann Claes", "Afdeling": "Kade", "In dienst": "2020-02-01"}]
    mapping = SimpleUploadedFile("m.toml", b'[columns]\nemployee_number = "ID"')
    review = browser.get(_upload(browser, as_csv(rows), mapping=mapping, complete="on")["Location"])
    assert len(review.context["plan"].added) == 1
    assert len(review.context["plan"].ended) == 8


@pytest.mark.parametrize("language", sorted(HEADERS))
@pytest.mark.django_db
def test_the_example_list_is_read_whole_in_every_language(language):
    with translation.override(language):
        file = read_staff(sample_csv())
    assert not file.problems
    assert file.ignored == ()
    assert len(file.rows) == 3
    assert not services.plan_import(file, on=NOW.date()).problems

"""Sealed sheets: written by pages, opened by the release job, and by nothing else."""

import base64
from datetime import date

import pytest
from cryptography.exceptions import InvalidTag

from tests.cast import NOW
from uitzicht.core.refusal import Refusal
from uitzicht.privacy import release_key
from uitzicht.privacy.models import SealedSheet, SheetSource
from uitzicht.privacy.sheets import erase_sheet, erase_sheets_due, seal_sheet, sheets_due

CONTENT = {"departure": "one", "answers": {"content.variety": {"notes": "kanarie-7131"}}}
OTHER = base64.urlsafe_b64encode(bytes(range(1, 33))).decode()
pytestmark = pytest.mark.django_db


def sealed(kept_until: date = date(2028, 2, 10)) -> SealedSheet:
    return SealedSheet.objects.get(pk=seal_sheet(CONTENT, source=SheetSource.OWN, kept_until=kept_until))


def test_the_release_job_reads_what_a_page_sealed() -> None:
    sheet = sealed()
    assert [(found.pk, content) for found, content in release_key.open_sheets(SheetSource.OWN)] == [(sheet.pk, CONTENT)]
    assert not list(release_key.open_sheets(SheetSource.FOLLOW_UP))


def test_the_row_shows_neither_words_nor_person_nor_moment() -> None:
    sheet = sealed()
    assert b"kanarie" not in bytes(sheet.sealed)
    assert {field.name for field in sheet._meta.fields} == {"id", "source", "kept_until", "wrapped_key", "sealed"}
    assert sheet.kept_until == date(2028, 1, 31)


@pytest.mark.parametrize(("text", "code"), [("", "missing"), ("short", "unfit"), (OTHER, "unfit")])
def test_without_the_right_key_it_is_refused(text: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed()
    monkeypatch.setenv(release_key.VARIABLE, text)
    with pytest.raises(Refusal) as refused:
        list(release_key.open_sheets(SheetSource.OWN))
    assert refused.value.code == f"release.key_{code}"


def test_where_nothing_is_sealed_no_key_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(release_key.VARIABLE)
    assert not list(release_key.open_sheets(SheetSource.OWN))


def test_a_sheet_that_was_moved_to_another_source_does_not_open() -> None:
    sheet = sealed()
    SealedSheet.objects.filter(pk=sheet.pk).update(source=SheetSource.FOLLOW_UP)
    with pytest.raises(InvalidTag):
        list(release_key.open_sheets(SheetSource.FOLLOW_UP))


def test_one_sheet_is_erased_by_its_handle() -> None:
    one, other = sealed(), sealed()
    assert erase_sheet(one.pk)
    assert not erase_sheet(one.pk)
    assert [sheet.pk for sheet in SealedSheet.objects.all()] == [other.pk]


def test_sheets_are_erased_with_the_month_and_never_later_than_promised() -> None:
    sealed(date(2028, 2, 10))
    assert (sheets_due(date(2028, 1, 31)), sheets_due(date(2028, 2, 1))) == (0, 1)
    assert erase_sheets_due(date(2028, 1, 31), by="night", at=NOW) == 0
    assert erase_sheets_due(date(2028, 2, 1), by="night", at=NOW) == 1

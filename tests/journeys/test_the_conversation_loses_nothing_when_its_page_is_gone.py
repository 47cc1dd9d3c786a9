import pytest
from playwright.sync_api import Page, expect

from tests.journeys.breaks import (
    KEPT,
    expect_nothing_kept,
    expect_saved,
    kept_on_device,
    let_die,
    only_the_break_was_told,
    open_part,
)
from tests.journeys.browsing import Visitors

pytestmark = pytest.mark.browser

STORED, UNSAVED, NEWER = "Bewaard. ", "Niet bewaard, de batterij was leeg.", "Nieuwer, op een ander toestel."

PUT = """(days) => new Promise((resolve) => {
  const opening = indexedDB.open("uitzicht");
  opening.onsuccess = () => {
    if (!opening.result.objectStoreNames.contains("texts")) return resolve(false);
    const writing = opening.result.transaction("texts", "readwrite");
    const [id, at] = [`of somebody else, ${days} days ago`, Date.now() - days * 24 * 60 * 60 * 1000];
    const locked = { scope: "interview:another", page: "gone", nonce: new Uint8Array(12), sealed: new ArrayBuffer(9) };
    writing.objectStore("texts").put({ ...locked, id, at });
    writing.oncomplete = () => resolve(true);
  };
})"""


def test_notes_of_a_page_that_was_closed_without_a_network_come_back(
    residents: Visitors, known: dict[str, str]
) -> None:
    with residents.page_as("interviewer") as page:
        notes, status = open_part(page, known["interview"], "inclusion")
        notes.press_sequentially(STORED)
        expect_saved(status)
        _type_offline_and_die(page, STORED + UNSAVED)

        again = page.context.new_page()
        notes, _status = open_part(again, known["interview"], "inclusion")
        expect(notes).to_have_value(STORED + UNSAVED)
        expect_nothing_kept(again)
        again.reload()
        expect(again.locator("textarea:visible").first).to_have_value(STORED + UNSAVED)
    only_the_break_was_told(residents)


def test_what_the_device_keeps_is_sealed_and_reaches_the_server_from_any_page_of_the_talk(
    residents: Visitors, known: dict[str, str]
) -> None:
    with residents.page_as("interviewer") as page:
        open_part(page, known["interview"], "closing")
        _type_offline_and_die(page, UNSAVED)
        page = page.context.new_page()
        page.goto("/interviews/")
        kept = kept_on_device(page)
        assert [record["scope"] for record in kept] == [f"interview:{known['interview']}"]
        assert "batterij" not in str(kept)

        page.goto(f"/interviews/{known['interview']}/finish/")
        expect_nothing_kept(page)
        notes, _status = open_part(page, known["interview"], "closing")
        expect(notes).to_have_value(UNSAVED)
    only_the_break_was_told(residents)


def test_a_text_that_comes_back_is_never_written_over_a_newer_one(residents: Visitors, known: dict[str, str]) -> None:
    with residents.page_as("interviewer") as page, residents.page_as("interviewer") as elsewhere:
        open_part(page, known["interview"], "leaving")
        _type_offline_and_die(page, UNSAVED)
        notes, status = open_part(elsewhere, known["interview"], "leaving")
        notes.fill(NEWER)
        expect_saved(status)

        again = page.context.new_page()
        notes, status = open_part(again, known["interview"], "leaving")
        expect(status).to_have_attribute("data-state", "conflict")
        expect(notes).to_have_value(UNSAVED)
        expect(again.locator("[data-newer]:visible")).to_contain_text(NEWER)
        only_the_break_was_told(residents)
        residents.look(again, "two texts side by side")
        again.locator("[data-newer]:visible [data-keep=newer]").click()
        expect(notes).to_have_value(NEWER)
        expect_nothing_kept(again)
        elsewhere.reload()
        expect(elsewhere.locator("textarea:visible").first).to_have_value(NEWER)
    only_the_break_was_told(residents)


def test_text_that_nobody_came_back_for_is_gone_after_a_month(residents: Visitors, known: dict[str, str]) -> None:
    with residents.page_as("interviewer") as page:
        open_part(page, known["interview"], "opening")
        for days in (31, 29):
            page.wait_for_function(PUT, arg=days)
        page.reload()
        page.wait_for_function(f"async () => (await ({KEPT})()).length === 1")
        assert [record["id"] for record in kept_on_device(page)] == ["of somebody else, 29 days ago"]


def _type_offline_and_die(page: Page, text: str) -> None:
    page.context.set_offline(True)
    page.locator("textarea:visible").first.fill(text)
    let_die(page)

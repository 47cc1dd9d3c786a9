from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, Response, expect

from tests.journeys.breaks import expect_nothing_kept, expect_saved, only_the_break_was_told, open_part
from tests.journeys.browsing import Visitors, said
from tests.journeys.installation import Installation

pytestmark = pytest.mark.browser

BEFORE, DURING, AFTER = "De eerste jaren waren goed. ", "Toen kwam er een nieuwe planning, ", "en daarna werd het stil."
NO_CONNECTION = "Not saved yet: no connection. Your text is kept on this device, encrypted; we keep trying."


def test_notes_typed_while_the_server_is_down_are_saved_when_it_is_back(
    residents: Visitors, house: Installation, known: dict[str, str]
) -> None:
    with residents.page_as("interviewer") as page:
        notes, status = open_part(page, known["interview"], "relations")
        notes.press_sequentially(BEFORE)
        expect_saved(status)

        house.stop(at_once=True)
        notes.press_sequentially(DURING)
        expect(status).to_have_attribute("data-state", "waiting", timeout=15_000)
        expect(status).to_have_text(said(NO_CONNECTION))
        house.serve()
        with page.expect_response(lambda answer: _saves(answer, BEFORE + DURING + AFTER), timeout=30_000):
            notes.press_sequentially(AFTER)
        expect_saved(status)
        expect(status).to_contain_text(said("Saved at {time}").split("{")[0].strip())
        expect_nothing_kept(page)
        page.reload()
        expect(notes).to_have_value(BEFORE + DURING + AFTER)
    only_the_break_was_told(residents)


def test_leaving_the_page_in_a_break_keeps_the_text_on_the_page(
    residents: Visitors, house: Installation, known: dict[str, str]
) -> None:
    with residents.page_as("interviewer") as page:
        notes, status = open_part(page, known["interview"], "terms")
        house.stop(at_once=True)
        notes.press_sequentially(BEFORE)
        _cover(page)
        page.wait_for_timeout(5_000)  # longer than the page waits for a last save
        expect(notes).to_have_value(BEFORE)
        house.serve()
        expect_saved(status)
        _cover(page)
        page.wait_for_url(lambda url: "/terms/" not in url)
    only_the_break_was_told(residents)


def test_notes_typed_without_a_network_are_saved_as_soon_as_it_is_back(
    residents: Visitors, known: dict[str, str]
) -> None:
    with residents.page_as("interviewer") as page:
        notes, status = open_part(page, known["interview"], "conditions")
        page.context.set_offline(True)
        notes.press_sequentially(BEFORE)
        expect(status).to_have_text(said(NO_CONNECTION), timeout=15_000)
        page.context.set_offline(False)
        expect_saved(status)
        page.reload()
        expect(notes).to_have_value(BEFORE)
    only_the_break_was_told(residents)


def _cover(page: Page) -> None:
    page.locator("footer").get_by_role("button", name=said("Part is covered")).click()


def _saves(answer: Response, notes: str) -> bool:
    return answer.ok and parse_qs(answer.request.post_data or "").get("notes") == [notes]

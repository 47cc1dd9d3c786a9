from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, Response, expect

from tests.journeys.browsing import Visitors, said
from tests.journeys.installation import Installation

pytestmark = pytest.mark.browser

BEFORE, DURING, AFTER = "De eerste jaren waren goed. ", "Toen kwam er een nieuwe planning, ", "en daarna werd het stil."


def test_notes_typed_while_the_server_is_down_are_saved_when_it_is_back(
    residents: Visitors, house: Installation, known: dict[str, str]
) -> None:
    with residents.page_as("interviewer") as page:
        page.goto(f"/interviews/{known['interview']}/relations/")
        notes, status = page.locator("textarea:visible").first, page.locator("[data-status]")
        notes.press_sequentially(BEFORE)
        expect(status).to_have_attribute("data-state", "saved")

        house.stop(at_once=True)
        notes.press_sequentially(DURING)
        expect(status).to_have_attribute("data-state", "waiting", timeout=15_000)
        expect(status).to_have_text(
            said("Not saved yet: no connection. Your text is kept on this page; we keep trying.")
        )
        house.serve()
        with page.expect_response(lambda answer: _saves(answer, BEFORE + DURING + AFTER), timeout=30_000):
            notes.press_sequentially(AFTER)
        expect(status).to_have_attribute("data-state", "saved")
        expect(status).to_contain_text(said("Saved at {time}").split("{")[0].strip())
        page.reload()
        expect(notes).to_have_value(BEFORE + DURING + AFTER)
    _only_the_break_was_told(residents)


def test_leaving_the_page_in_a_break_keeps_the_text_on_the_page(
    residents: Visitors, house: Installation, known: dict[str, str]
) -> None:
    with residents.page_as("interviewer") as page:
        page.goto(f"/interviews/{known['interview']}/terms/")
        notes = page.locator("textarea:visible").first
        house.stop(at_once=True)
        notes.press_sequentially(BEFORE)
        _cover(page)
        page.wait_for_timeout(5_000)  # longer than the page waits for a last save
        expect(notes).to_have_value(BEFORE)
        house.serve()
        expect(page.locator("[data-status]")).to_have_attribute("data-state", "saved", timeout=30_000)
        _cover(page)
        page.wait_for_url(lambda url: "/terms/" not in url)
    _only_the_break_was_told(residents)


def _cover(page: Page) -> None:
    page.locator("footer").get_by_role("button", name=said("Part is covered")).click()


def _saves(answer: Response, notes: str) -> bool:
    return answer.ok and parse_qs(answer.request.post_data or "").get("notes") == [notes]


def _only_the_break_was_told(visitors: Visitors) -> None:
    """The browser writes that it could not connect; nothing else may stand on the console."""
    others = [fault for fault in visitors.faults if "net::ERR_" not in fault]
    visitors.faults.clear()
    assert not others

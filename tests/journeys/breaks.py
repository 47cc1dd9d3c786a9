"""A conversation while something breaks: its page, what its device keeps, and what a break may write on the console."""

from contextlib import suppress

from playwright.sync_api import Error, Locator, Page, expect

from tests.journeys.browsing import Visitors

KEPT = """() => new Promise((resolve) => {
  const opening = indexedDB.open("uitzicht");
  opening.onsuccess = () => {
    const reading = opening.result.transaction("texts").objectStore("texts").getAll();
    reading.onsuccess = () => resolve(reading.result.map(({ sealed, ...rest }) =>
      ({ ...rest, sealed: String.fromCharCode(...new Uint8Array(sealed)) })));
  };
})"""
KEPT_WITHIN = 1_000  # milliseconds in which typed text must be on the device
TOLD_BY_A_BREAK = ("net::ERR_", "409 (Conflict)")


def open_part(page: Page, interview: str, part: str) -> tuple[Locator, Locator]:
    """The notes of the first open question of a part, and the line that says whether they are saved."""
    page.goto(f"/interviews/{interview}/{part}/")
    return page.locator("textarea:visible").first, page.locator("[data-status]")


def expect_saved(status: Locator) -> None:
    expect(status).to_have_attribute("data-state", "saved", timeout=30_000)


def kept_on_device(page: Page) -> list[dict[str, object]]:
    """The records that this device keeps, as whoever takes the device along would find them."""
    return list(page.evaluate(KEPT))


def expect_nothing_kept(page: Page) -> None:
    page.wait_for_function(f"async () => (await ({KEPT})()).length === 0")


def let_die(page: Page) -> None:
    """The process of the page is killed, as when a battery is empty: no last save, no event. Later there is a network."""
    page.wait_for_timeout(KEPT_WITHIN)
    context = page.context
    with page.expect_event("crash"), suppress(Error):
        page.goto("chrome://crash")
    page.close()
    context.set_offline(False)


def only_the_break_was_told(visitors: Visitors) -> None:
    """The browser writes that it could not connect, or that a newer text exists; nothing else may stand on the console."""
    others = [fault for fault in visitors.faults if not any(told in fault for told in TOLD_BY_A_BREAK)]
    visitors.faults.clear()
    assert not others

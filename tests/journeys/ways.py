"""Ways through the pages that several steps of a journey take."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.browsing import said


def choose_staff_file(page: Page, content: bytes) -> None:
    page.goto("/staff/")
    page.get_by_role("link", name=said("Import a staff list")).first.click()
    page.locator("input[type=file]").first.set_input_files(
        {"name": "personeel.csv", "mimeType": "text/csv", "buffer": content}
    )
    page.get_by_role("button", name=said("Show what would change")).click()


def open_departure(page: Page) -> None:
    page.goto("/departures/?q=Sofie")
    page.get_by_role("rowheader").get_by_role("link", name="Sofie Martens").click()


def open_conversation(page: Page, by: str = "") -> None:
    page.goto("/interviews/?q=Sofie")
    page.get_by_role("row").filter(has_text="Sofie Martens").get_by_role("link", name=by or said("Continue")).click()
    page.wait_for_url("**/interviews/*/*/")


def to_part(page: Page, part: str) -> None:
    page.locator(f"nav .parts a[href*='/{part}/']").click()
    page.wait_for_url(f"**/{part}/**")


def score(page: Page, score: int) -> None:
    """The satisfaction question of the part on the screen."""
    page.locator("[data-steps] a", has_text=re.compile(r"\d")).last.click()
    page.locator(f"[data-item$='.satisfaction'] input[value='{score}']").check()
    expect(page.locator("[data-status]")).to_have_attribute("data-state", "saved")

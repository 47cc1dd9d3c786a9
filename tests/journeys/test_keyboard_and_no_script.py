from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import Visitors, said, signed_in

pytestmark = pytest.mark.browser

NOTES, SUMMARY = "Elke dag iets anders.", "Kort en goed."


def test_signing_in_and_reaching_the_content_takes_a_keyboard_only(residents: Visitors) -> None:
    with residents.visitor() as page:
        page.goto("/account/sign-in/")
        _tab_to(page, "login")
        page.keyboard.type(residents.accounts["hr_lead"])
        _tab_to(page, "password")
        page.keyboard.type(residents.password)
        page.keyboard.press("Enter")
        page.wait_for_url(signed_in)
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name=said("To the content"))
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()


def test_the_conversation_can_be_held_without_a_mouse(residents: Visitors, known: dict[str, str]) -> None:
    with residents.page_as("interviewer") as page:
        page.goto(f"/interviews/{known['interview']}/organisation/")
        page.keyboard.press("Alt+ArrowDown")
        expect(page.locator("[data-step='2'] textarea")).to_be_focused()
        page.keyboard.type(NOTES)
        expect(page.locator("[data-status]")).to_have_attribute("data-state", "saved")
        page.keyboard.press("Alt+ArrowUp")
        expect(page.locator("[data-step='1']")).to_be_visible()
        expect(page.locator("[data-step='2']")).to_be_hidden()
        page.locator("h2:visible").first.focus()
        page.keyboard.press("?")
        expect(page.locator("dialog#keys")).to_be_visible()
        residents.look(page, "the keys")
        page.keyboard.press("Escape")
        page.keyboard.press("Alt+b")
        page.wait_for_url("**/leaving/**")


def test_a_departure_is_registered_without_script(residents: Visitors) -> None:
    with residents.visitor(script=False) as page:
        residents.sign_in(page, "hr_lead")
        page.get_by_role("navigation").get_by_role("link", name=said("Departures")).click()
        page.goto("/departures/new/")
        page.get_by_label(said("Who is leaving?")).fill("1004")
        page.get_by_label(said("Kind of departure")).select_option("retirement")
        page.get_by_label(said("Date of the notice")).fill(date.today().isoformat())
        page.get_by_label(said("End of the contract")).fill((date.today() + timedelta(days=60)).isoformat())
        page.get_by_role("button", name=said("Show the dates")).click()
        page.get_by_label(said("Why another end than proposed?")).select_option("agreed")
        page.get_by_role("button", name=said("Register the departure")).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Jan Peeters")


def test_a_conversation_is_held_and_coded_without_script(residents: Visitors, known: dict[str, str]) -> None:
    with residents.visitor(script=False) as page:
        residents.sign_in(page, "second_interviewer")
        page.goto(f"/interviews/{known['planned']}/prepare/")
        page.get_by_role("button", name=said("Start the conversation")).click()
        page.locator("nav .parts a[href*='/content/']").click()
        page.locator("textarea:visible").fill(NOTES)
        _next(page)
        page.get_by_role("button", name=said("Previous")).click()
        expect(page.locator("textarea:visible")).to_have_value(NOTES)
        page.locator("[data-steps] a").last.click()
        page.locator("[data-item='content.satisfaction'] input[value='4']").check()
        _next(page)
        page.wait_for_url("**/conditions/**")
        _rank_a_reason(page)
        _summarise(page)
        page.get_by_role("button", name=said("Finish the conversation")).click()
        expect(page.locator(".said")).to_have_text(NOTES)
        page.locator("#themes fieldset").first.locator("input[value=positive]").check()
        page.get_by_role("button", name=said("Save the themes")).click()
        page.get_by_role("button", name=said("Finish processing")).click()
        expect(page.get_by_role("row").filter(has_text="Lien")).to_contain_text(said("Read the notes"))


def _rank_a_reason(page: Page) -> None:
    page.locator("nav .parts a[href*='/leaving/']").click()
    page.locator("[data-steps] a[href*=reasons]").click()
    page.locator("#reason-1").select_option(index=3)
    page.locator("[data-place='1'] .segments input").first.check()
    chosen = page.locator("#reason-1").input_value()
    page.get_by_role("button", name=said("Save the order")).click()
    assert page.locator("#reason-1").input_value() == chosen
    expect(page.locator("[data-place='1'] .segments input").first).to_be_checked()


def _summarise(page: Page) -> None:
    page.locator("nav .parts a[href*='/goodbye/']").click()
    page.locator("[data-steps] a").last.click()
    page.locator("textarea[name=summary]").fill(SUMMARY)
    _next(page)
    page.wait_for_url("**/finish/")


def _next(page: Page) -> None:
    page.locator("footer").get_by_role("button", name=said("Next"), exact=True).click()


def _tab_to(page: Page, name: str) -> None:
    for _ in range(12):
        if page.evaluate("document.activeElement.name") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"The keyboard does not reach {name}.")

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.breaks import (
    KEPT_WITHIN,
    expect_nothing_kept,
    expect_saved,
    let_die,
    only_the_break_was_told,
    open_part,
)
from tests.journeys.browsing import Visitors, said
from tests.journeys.installation import Installation

pytestmark = pytest.mark.browser

HEARD, SUMMARY = "Dit vertelde iemand in vertrouwen.", "Kort en goed, zonder netwerk."


@pytest.fixture(scope="module")
def talks(residents: Visitors, house: Installation) -> list[str]:
    return house.script("begin_talks", residents.accounts["interviewer"], "5").split()


@pytest.fixture
def talk(talks: list[str]) -> str:
    """A conversation of the interviewer with somebody of the house, just begun."""
    return talks.pop()


def test_parts_reasons_summary_themes_and_skipping_have_a_key(residents: Visitors, talk: str) -> None:
    with residents.page_as("interviewer") as page:
        _notes, status = open_part(page, talk, "opening")
        page.keyboard.press("Alt+Digit2")
        page.wait_for_url("**/content/**")
        page.keyboard.press("Alt+Shift+Digit3")
        expect(page.locator("[data-mark]:visible").nth(2)).to_be_checked()
        expect_saved(status)
        page.keyboard.press("Alt+s")
        page.wait_for_url("**/conditions/**")
        expect(page.locator("[data-to-part=content]")).to_contain_text("overgeslagen")
        page.keyboard.press("Alt+r")
        page.wait_for_url("**/reasons/**")
        page.keyboard.press("Alt+b")
        page.wait_for_url("**/inclusion/**")
        page.keyboard.press("Alt+u")
        page.wait_for_url("**/goodbye/**")
        page.get_by_role("button", name=said("Begin with what you marked")).click()
        expect(page.locator("textarea[name=summary]")).to_have_value(_sentence("leren"))
        page.keyboard.press("Alt+Shift+?")
        expect(page.locator("dialog#keys")).to_be_visible()


def test_what_was_told_in_confidence_is_taken_back_here_and_there(residents: Visitors, talk: str) -> None:
    with residents.page_as("interviewer") as page:
        notes, status = open_part(page, talk, "terms")
        notes.fill(HEARD)
        expect_saved(status)
        page.context.set_offline(True)
        page.locator("[data-serious] > summary").click()
        dialog = page.locator("#serious-dialog")
        expect(dialog).to_contain_text("112")
        dialog.locator("[data-confirm] summary").click()
        dialog.locator("[data-take-back]").click()
        expect(dialog).to_be_hidden()
        expect(notes).to_have_value("")
        expect(notes).to_be_focused()
        page.context.set_offline(False)
        expect_saved(status)
        expect_nothing_kept(page)
        page.reload()
        expect(notes).to_have_value("")
    only_the_break_was_told(residents)


def test_summary_and_reasons_come_back_like_notes(residents: Visitors, talk: str) -> None:
    with residents.page_as("interviewer") as page:
        page.goto(f"/interviews/{talk}/goodbye/?question=99")
        page.context.set_offline(True)
        page.locator("textarea[name=summary]").fill(SUMMARY)
        page = _reopened(page, f"/interviews/{talk}/reasons/")
        page.context.set_offline(True)
        page.locator("#reason-1").select_option(index=3)
        chosen = page.locator("#reason-1").input_value()
        page = _reopened(page, f"/interviews/{talk}/reasons/")
        expect(page.locator("#reason-1")).to_have_value(chosen)
        page.keyboard.press("Alt+u")
        page.wait_for_url("**/goodbye/**")
        expect(page.locator("textarea[name=summary]")).to_have_value(SUMMARY)
        expect_nothing_kept(page)
    only_the_break_was_told(residents)


def test_text_that_missed_the_end_of_the_talk_is_still_shown(residents: Visitors, talk: str) -> None:
    with residents.page_as("interviewer") as page, residents.page_as("interviewer") as elsewhere:
        open_part(page, talk, "relations")
        page.context.set_offline(True)
        page.locator("textarea:visible").first.fill(HEARD)
        page.wait_for_timeout(KEPT_WITHIN)
        elsewhere.goto(f"/interviews/{talk}/finish/")
        elsewhere.get_by_role("button", name=said("Finish the conversation")).click()
        elsewhere.wait_for_url("**/code/**")
        page = _reopened(page, f"/interviews/{talk}/relations/")
        expect(page.locator("[data-leftover]")).to_contain_text(HEARD)
        only_the_break_was_told(residents)
        residents.look(page, "a finished talk with a leftover")


def test_a_browser_that_can_keep_nothing_says_so(residents: Visitors, talk: str) -> None:
    with residents.page_as("interviewer") as page:
        page.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
        notes, status = open_part(page, talk, "organisation")
        expect(status).to_have_text(
            said("This browser cannot keep text on the device. Until it is saved, it is kept on this page only.")
        )
        notes.fill(SUMMARY)
        expect(status).to_contain_text(said("Saved at {time}").split("{")[0].strip())
        page.context.set_offline(True)
        notes.press_sequentially("...")
        expect(status).to_have_text(
            said("Not saved yet: no connection. Your text is kept on this page; we keep trying."), timeout=15_000
        )
        page.context.set_offline(False)
        expect(status).to_have_attribute("data-state", "saved", timeout=30_000)
    only_the_break_was_told(residents)


def _sentence(theme: str) -> str:
    return said("You talked about {theme}.").format(theme=theme)


def _reopened(page: Page, address: str) -> Page:
    context = page.context
    let_die(page)
    again = context.new_page()
    again.goto(address)
    return again

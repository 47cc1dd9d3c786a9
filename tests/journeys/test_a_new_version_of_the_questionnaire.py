import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import Visitors, said
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_step_after_another")]

LEADING = "Vond je het werk niet veel te zwaar?"
WHY = "De vakbond vroeg deze woorden."
ITEM, DRAFT = "content.variety", 3  # two versions ship


def test_a_leading_wording_is_asked_about_and_kept_with_a_reason(people: Visitors) -> None:
    with people.page_as("hr_lead") as page:
        page.goto("/questionnaires/")
        page.get_by_role("button", name=said("Begin a draft"), exact=True).click()
        page.locator(f"[id='{ITEM}'] .said a").click()
        page.get_by_label(said("Question"), exact=True).first.fill(LEADING)
        page.get_by_role("button", name=said("Save the wording")).click()
        found = page.locator("#check .noticed > li")
        expect(found.first).to_contain_text("niet veel te")
        people.look(page, "what the neutrality check found")
        for reason in page.locator("#check [name^='reason.']").all():
            reason.fill(WHY)
        page.get_by_role("button", name=said("Save the wording")).click()
        expect(page.locator("#check [name^='reason.']")).to_have_count(0)
        expect(found.first).to_contain_text(WHY)


def test_it_is_published_with_what_changed_in_view(people: Visitors) -> None:
    with people.page_as("hr_lead") as page:
        page.goto("/questionnaires/")
        page.get_by_role("link", name=said("Go on with draft %(number)s", number=DRAFT)).click()
        page.get_by_role("link", name=said("Publish"), exact=True).click()
        expect(page.locator(".changes ins")).to_contain_text(LEADING)
        page.get_by_role("button", name=said("Publish version %(number)s", number=DRAFT)).click()
        expect(page.get_by_role("status").first).to_be_visible()
        expect(page.locator("[aria-labelledby=h-history]").first).to_contain_text(WHY)
        people.look(page, "a published version with its history")


def test_the_next_conversation_asks_it(people: Visitors, settled: Installation) -> None:
    with people.page_as("interviewer") as page:
        page.goto(f"/interviews/{settled.known['sofie']}/prepare/")
        page.get_by_role("button", name=said("Start the conversation")).click()
        page.locator("nav .parts a[href*='/content/']").click()
        expect(page.get_by_role("heading", name=LEADING)).to_be_visible()

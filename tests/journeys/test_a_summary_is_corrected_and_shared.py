"""What was said is confirmed by who said it: corrected beside, shared by name, taken back."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import Visitors, said
from tests.journeys.installation import Installation
from tests.journeys.mailbox import Mailbox, text_of
from tests.journeys.own_pages import go_in, link_in

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_step_after_another")]

SUMMARY = "De roosters wogen te zwaar; de ploeg blijft een goede herinnering."
CORRECTION = "Niet de roosters zelf, maar dat ze elke week wisselden."
LAST_DAY_HAS_PASSED = 31  # days; Sofie's contract ends in thirty
SOFIE, NOOR = "sofie@example.org", "Noor Verlinden"


@pytest.fixture(scope="module")
def sofie(people: Visitors) -> Iterator[Page]:
    """Her own browser, in which the door stays open."""
    with people.visitor(phone=True) as page:
        yield page


@pytest.fixture(scope="module")
def talk(people: Visitors, settled: Installation) -> str:
    """The key of the conversation that Bram holds and finishes."""
    with people.page_as("interviewer") as page:
        page.goto(f"/interviews/{settled.known['sofie']}/prepare/")
        page.get_by_role("button", name=said("Start the conversation")).click()
        page.wait_for_url("**/opening/**")
        key = urlsplit(page.url).path.split("/")[2]
        page.goto(f"/interviews/{key}/goodbye/?question=99")
        page.locator("textarea[name=summary]").fill(SUMMARY)
        expect(page.locator("[data-status]")).to_have_attribute("data-state", "saved")
        page.goto(f"/interviews/{key}/finish/")
        page.get_by_role("button", name=said("Finish the conversation")).click()
        page.wait_for_url("**/code/")
    return key


def test_the_interviewer_sends_it_and_the_mail_does_not_hold_it(people: Visitors, mailbox: Mailbox, talk: str) -> None:
    with people.page_as("interviewer") as page:
        page.goto(f"/interviews/{talk}/summary/")
        page.get_by_role("button", name=said("Send to %(name)s", name="Sofie")).click()
        expect(page.get_by_role("status").first).to_contain_text(
            said("The mail is on its way. The summary now stands on the leaver's own pages.")
        )
    assert mailbox.receivers == {SOFIE}
    assert SUMMARY not in text_of(mailbox.to(SOFIE))


def test_the_leaver_writes_beside_it_and_confirms(people: Visitors, mailbox: Mailbox, sofie: Page) -> None:
    go_in(sofie, link_in(mailbox.to(SOFIE)))
    sofie.get_by_role("link", name=said("Read the summary")).click()
    expect(sofie.locator("blockquote.summary")).to_have_text(SUMMARY)
    sofie.get_by_label(said("What would you say otherwise?")).fill(CORRECTION)
    sofie.get_by_role("button", name=said("Keep my words")).click()
    people.look(sofie, "a corrected summary")
    sofie.get_by_role("button", name=said("Confirm the summary")).click()
    expect(sofie.locator("blockquote.summary")).to_have_text(SUMMARY)
    expect(sofie.get_by_label(said("What would you say otherwise?"))).to_have_value(CORRECTION)


def test_both_texts_stand_side_by_side_and_the_first_is_fixed(people: Visitors, talk: str) -> None:
    with people.page_as("interviewer") as page:
        page.goto(f"/interviews/{talk}/summary/")
        expect(page.locator(".told")).to_have_text([SUMMARY, CORRECTION])
        expect(page.locator("main textarea")).to_have_count(0)
        people.look(page, "both texts")


def test_shared_by_name_it_still_waits_for_the_last_day_worked(people: Visitors, sofie: Page, talk: str) -> None:
    sofie.get_by_role("checkbox", name=NOOR).check()
    sofie.get_by_role("button", name=said("Let them read it")).click()
    expect(sofie.get_by_role("button", name=said("Take back"))).to_contain_text(NOOR)
    people.look(sofie, "a shared summary")
    assert _status(people, "hr_lead", f"/summaries/{talk}/") == 404


def test_afterwards_only_the_chosen_reader_reads_it(people: Visitors, settled: Installation, talk: str) -> None:
    settled.stop()
    settled.serve(days_later=LAST_DAY_HAS_PASSED)
    people.forget_sessions()
    with people.page_as("hr_lead") as page:
        page.goto("/summaries/")
        page.get_by_role("row").filter(has_text="Sofie Martens").get_by_role("link").click()
        expect(page.locator(".told")).to_have_text([SUMMARY, CORRECTION])
        people.look(page, "what the leaver lets HR read")
    for role in ("prevention", "leader"):
        assert _status(people, role, f"/summaries/{talk}/") == 404, role


def test_taken_back_nobody_reads_it_any_more(people: Visitors, sofie: Page, talk: str) -> None:
    sofie.goto("/my/summary/")
    sofie.get_by_role("button", name=said("Take back")).click()
    expect(sofie.get_by_role("button", name=said("Take back"))).to_have_count(0)
    assert _status(people, "hr_lead", f"/summaries/{talk}/") == 404


def test_the_audit_trail_knows_every_reading_and_no_text(people: Visitors, talk: str) -> None:
    with people.page_as("guardian") as page:
        for action, readers in {
            "summary.read": [NOOR],
            "summary.shared": ["leaver"],
            "summary.share_revoked": ["leaver"],
            "summary.sent": ["Bram Nijs"],
        }.items():
            page.goto(f"/administration/audit/?action={action}&subject=interview:{talk}")
            who = page.get_by_role("table").locator("tbody tr td:nth-child(2)")
            expect(who).to_contain_text(readers)
            expect(page.locator("main")).not_to_contain_text(SUMMARY)
            expect(page.locator("main")).not_to_contain_text(CORRECTION)


def _status(people: Visitors, role: str, address: str) -> int:
    with people.page_as(role) as page:
        answer = page.goto(address)
        assert answer is not None
        return answer.status

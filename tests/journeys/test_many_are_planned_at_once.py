"""Several colleagues leave: one proposal for all of them, changed by hand, accepted as a whole, and only then mailed."""

from datetime import datetime
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.browsing import Visitors, said
from tests.journeys.conftest import CAST
from tests.journeys.installation import Installation
from tests.journeys.mailbox import Mailbox, calendar_behind, text_of

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_step_after_another")]

BRAM, ILSE = CAST["interviewer"], "ilse@havenlicht.example"
LEAVERS = ("Ines", "Karel", "Aude")  # Aude has an appointment, to which nobody is invited yet
BY_HAND = "16:00"


@pytest.fixture(scope="module")
def plan(people: Visitors) -> str:
    """The address of the proposal that the HR lead asks for."""
    with people.page_as("hr_lead") as page:
        page.goto("/departures/")
        page.get_by_role("link", name=said("Plan several at once")).click()
        ticked = page.locator("[name=departure]:checked")
        expect(ticked).to_have_count(2)
        _row(page, "Aude").get_by_role("checkbox").check()
        page.locator("[name=place]").fill("Kamer Vuurtoren")
        page.get_by_role("button", name=said("Make a proposal")).click()
        page.wait_for_url("**/planning/many/*-*/")
        return page.url


def test_everybody_chosen_has_a_moment_and_why_it_is_good(people: Visitors, mailbox: Mailbox, plan: str) -> None:
    with people.page_as("hr_lead") as page:
        page.goto(plan)
        for name in LEAVERS:
            expect(_row(page, name)).to_be_visible()
        expect(page.locator("table tbody tr")).to_have_count(len(LEAVERS))
        expect(page.locator("main")).to_contain_text(said("No better plan exists under these rules."))
        people.look(page, "a proposal for many")
    assert not mailbox.mails


def test_what_is_changed_by_hand_stays_when_the_rest_is_planned_again(people: Visitors, plan: str) -> None:
    with people.page_as("hr_lead") as page:
        page.goto(plan)
        _row(page, "Karel").get_by_role("link").click()
        page.get_by_label(said("With whom")).select_option(label="Ilse Danckaert")
        page.get_by_label(said("Hour")).fill(BY_HAND)
        people.look(page, "another moment for one of many")
        page.get_by_role("button", name=said("Change and lock")).click()
        page.wait_for_url(plan)
        _row(page, "Ines").get_by_role("checkbox").check()
        before = {name: _row(page, name).locator("td").first.inner_text() for name in ("Karel", "Ines")}
        assert BY_HAND in before["Karel"]
        page.get_by_role("button", name=said("Plan the rest again")).click()
        expect(page.get_by_role("status").first).to_contain_text(
            said("Planned again. What you locked stayed as it was.")
        )
        for name, moment in before.items():
            expect(_row(page, name).locator("td").first).to_have_text(moment)
            expect(_row(page, name).get_by_role("checkbox")).to_be_checked()
        expect(_row(page, "Karel")).to_contain_text("Ilse Danckaert")


def test_accepted_every_appointment_is_made_and_nobody_hears_of_it(
    people: Visitors, settled: Installation, mailbox: Mailbox, plan: str
) -> None:
    with people.page_as("hr_lead") as page:
        page.goto(plan)
        page.get_by_role("button", name=said("Make all these appointments")).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(said("The appointments are made"))
        people.look(page, "a plan that is accepted")
        page.goto(f"/departures/{settled.known['karel']}/")
        expect(page.locator("main")).to_contain_text(BY_HAND)
        expect(page.locator("main")).to_contain_text(said("invitation not sent"))
    assert not mailbox.mails


def test_the_invitations_leave_once_and_no_two_talks_meet(people: Visitors, mailbox: Mailbox, plan: str) -> None:
    with people.page_as("hr_lead") as page:
        page.goto(plan)
        page.get_by_role("button", name=said("Send the invitations")).click()
        expect(page.locator("main")).to_contain_text(said("Every invitation has left."))
        expect(page.get_by_role("button", name=said("Send the invitations"))).to_have_count(0)
        people.look(page, "a plan whose invitations have left")
    leavers = mailbox.receivers - {BRAM, ILSE}
    assert len(leavers) == len(LEAVERS)
    assert len(mailbox.mails) == 2 * len(LEAVERS)
    assert text_of(mailbox.to("aude@example.org")).startswith("Bonjour Aude")
    for address in leavers:
        assert len(_talks(mailbox, address)) == 1
    held = {address: _talks(mailbox, address) for address in (BRAM, ILSE)}
    assert sum(map(len, held.values())) == len(LEAVERS)
    assert any(starts_at.strftime("%H:%M") == BY_HAND for starts_at, _ in held[ILSE])
    for talks in held.values():
        assert all(ends_at <= starts_at for (_, ends_at), (starts_at, _) in pairwise(talks))


def _row(page: Page, name: str) -> Locator:
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader").filter(has_text=name))


def _talks(mailbox: Mailbox, address: str) -> list[tuple[datetime, datetime]]:
    """What stands in a calendar, in order."""
    return sorted(calendar_behind(mailbox, address).events.values())

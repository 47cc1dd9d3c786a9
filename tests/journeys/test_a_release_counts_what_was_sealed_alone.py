import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import Visitors, said
from tests.journeys.installation import Installation

pytestmark = pytest.mark.browser
MADE_WITHIN = 180_000  # milliseconds in which a small release is made on a busy machine


def test_the_desk_has_it_made_by_the_job_that_holds_the_key(people: Visitors, settled: Installation) -> None:
    with people.page_as("hr_lead") as page:
        page.goto("/releases/")
        expect(page.locator("[aria-labelledby=h-new] .bundles li")).to_have_count(1)
        page.locator("#freeze input[type=checkbox]").check()
        page.locator("#freeze button[type=submit]").click()
        page.wait_for_url("**/releases/1/", timeout=MADE_WITHIN)
        expect(page.locator("[aria-labelledby=h-bundles] .bundles li")).to_contain_text(["5"])
        people.look(page, "a release of answers that were given alone")
        page.goto("/insight/who-left/")
        expect(page.locator("main")).not_to_contain_text(said("There are no figures yet."))
    with people.page_as("guardian") as page:
        page.goto("/administration/audit/?action=release.frozen")
        expect(page.get_by_role("table").locator("tbody tr")).to_contain_text(["Noor Verlinden"])

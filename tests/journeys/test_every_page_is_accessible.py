import pytest
from playwright.sync_api import Page

from tests.house.access import ACCESS, PUBLIC, SIGN_IN
from tests.journeys.browsing import Visitors
from tests.journeys.conftest import CAST

pytestmark = pytest.mark.browser

# Every page that answers GET, by route, with its address where it has arguments; files and bare saves are no pages.
ADDRESSES = {
    "today": "/",
    "staff": "/staff/",
    "staff_import": "/staff/import/",
    "administration": "/administration/",
    "users": "/administration/users/",
    "user_add": "/administration/users/add/",
    "user": "/administration/users/1/",
    "privacy_settings": "/administration/settings/",
    "audit_trail": "/administration/audit/",
    "departures": "/departures/",
    "departure_new": "/departures/new/",
    "departure": "/departures/{departure}/",
    "departure_change": "/departures/{departure}/change/",
    "departure_cancel": "/departures/{departure}/cancel/",
    "plan": "/departures/{planned}/plan/",
    "appointment_cancel": "/departures/{planned}/plan/cancel/",
    "interviews": "/interviews/",
    "prepare": "/interviews/{departure}/prepare/",
    "talk_part": "/interviews/{interview}/content/",
    "reasons": "/interviews/{interview}/reasons/",
    "finish": "/interviews/{interview}/finish/",
    "code": "/interviews/{finished}/code/",
    "releases": "/releases/",
    "release": "/releases/1/",
    "insight": "/insight/",
    "measure": "/insight/reasons/",
}
NO_PAGES = {
    *("staff_sample", "invitation_send", "save_answer", "save_reasons", "save_summary", "record_part", "release_run"),
    *("release_document", "measure_download", "report"),
    "talk",  # leads to the part that comes next
    "staff_import_review",  # looked at in the journey, where a file is chosen
}
# Other states of the same pages.
MORE = {
    "hr_lead": (
        "/departures/?view=board",
        "/departures/?q=nobody",
        "/staff/?q=nobody",
        "/insight/who-left/?view=units",
    ),
    "interviewer": (
        "/interviews/{interview}/opening/",
        "/interviews/{interview}/leaving/",
        "/interviews/{interview}/goodbye/?question=2",
    ),
    "guardian": ("/administration/audit/?check=1",),
}
ROLES = tuple(CAST)


def _pages_of(role: str) -> list[str]:
    """Each page once, by the first role that may see it; Today, which differs, by every role."""
    first = {route: next(one for one in ROLES if one in ACCESS[route]) for route in ADDRESSES}
    return [address for route, address in ADDRESSES.items() if first[route] == role or route == "today"]


def test_the_list_of_pages_is_whole() -> None:
    walled = {route for route, roles in ACCESS.items() if roles not in (PUBLIC, SIGN_IN)}
    assert walled - NO_PAGES == set(ADDRESSES)


@pytest.mark.parametrize("role", ROLES)
def test_pages_of_a_role(residents: Visitors, known: dict[str, str], role: str) -> None:
    with residents.page_as(role) as page:
        _walk(residents, page, [address.format(**known) for address in (*_pages_of(role), *MORE.get(role, ()))])


@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_pages_in_other_languages(residents: Visitors, known: dict[str, str], language: str) -> None:
    with residents.page_as("hr_lead") as page:
        page.goto("/")
        page.locator(f"footer button[lang={language}]").click()
        _walk(residents, page, ["/", f"/departures/{known['departure']}/", "/insight/", "/releases/"])
        assert page.locator("html").get_attribute("lang") == language


def test_pages_that_need_no_account(residents: Visitors, known: dict[str, str]) -> None:
    with residents.visitor() as page:
        _walk(residents, page, ["/account/sign-in/", "/account/password/reset/", known["link"]])


def test_pages_that_say_no(residents: Visitors, known: dict[str, str]) -> None:
    with residents.page_as("hr_lead") as page:
        page.goto("/no/such/page/")
        found = residents.complaints_both_ways(page)
        page.goto("/my/no-such-link/")
        found += residents.complaints_both_ways(page)
        page.goto(f"/departures/{known['gone']}/plan/")  # too late to plan: a refusal with its reason
        assert page.locator("code").inner_text().startswith("planning.")
        found += residents.complaints_both_ways(page)
        page.goto("/departures/new/")
        page.locator("main form button[type=submit]").first.click()
        found += residents.complaints_both_ways(page)
        assert not found, "\n".join(found)


def _walk(visitors: Visitors, page: Page, addresses: list[str]) -> None:
    found = []
    for address in addresses:
        answer = page.goto(address)
        if answer is None or not answer.ok:
            found.append(f"{address} answers {answer.status if answer else 'nothing'}")
        found += visitors.complaints_both_ways(page)
    assert not found, "\n".join(found)

import pytest

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
    "summary": "/interviews/{finished}/summary/",
    "shared_summaries": "/summaries/",
    "shared_summary": "/summaries/{shared}/",
    "questionnaires": "/questionnaires/",
    "questionnaire": "/questionnaires/{draft}/",
    "questionnaire_missing": "/questionnaires/{draft}/missing/",
    "questionnaire_preview": "/questionnaires/{draft}/preview/",
    "questionnaire_item": "/questionnaires/{draft}/items/{own_item}/",
    "questionnaire_part": "/questionnaires/{draft}/parts/content/",
    "questionnaire_add": "/questionnaires/{draft}/parts/content/add/",
    "questionnaire_publish": "/questionnaires/{draft}/publish/",
    "questionnaire_retire": "/questionnaires/1/retire/",
    "questionnaire_delete": "/questionnaires/{draft}/delete/",
    "follow_ups": "/follow-ups/",
    "releases": "/releases/",
    "release": "/releases/1/",
    "insight": "/insight/",
    "measure": "/insight/reasons/",
}
NO_PAGES = {
    *("staff_sample", "invitation_send", "save_answer", "save_reasons", "save_summary", "record_part", "release_run"),
    *("release_document", "measure_download", "report", "paper", "questionnaire_guide"),
    *("wish_accept", "wish_keep", "on_paper", "confirm_at_table"),
    *("questionnaire_start", "questionnaire_arrange", "questionnaire_undo"),
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
        "/questionnaires/1/",
        "/questionnaires/{draft}/preview/?as=leaver",
    ),
    "interviewer": (
        "/interviews/{interview}/opening/",
        "/interviews/{interview}/leaving/",
        "/interviews/{interview}/goodbye/?question=2",
        "/interviews/{corrected}/summary/",
        "/interviews/{read_beforehand}/prepare/",
    ),
    "prevention": ("/summaries/",),
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
        residents.walk(page, [address.format(**known) for address in (*_pages_of(role), *MORE.get(role, ()))])


@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_pages_in_other_languages(residents: Visitors, known: dict[str, str], language: str) -> None:
    with residents.page_as("hr_lead") as page:
        page.goto("/")
        page.locator(f"footer button[lang={language}]").click()
        residents.walk(page, ["/", f"/departures/{known['departure']}/", "/insight/", "/releases/"])
        assert page.locator("html").get_attribute("lang") == language


def test_pages_that_need_no_account(residents: Visitors) -> None:
    with residents.visitor() as page:
        residents.walk(page, ["/account/sign-in/", "/account/password/reset/"])


def test_pages_that_say_no(residents: Visitors, known: dict[str, str]) -> None:
    with residents.page_as("hr_lead") as page:
        page.goto("/no/such/page/")
        found = residents.complaints_both_ways(page)
        page.goto(f"/departures/{known['gone']}/plan/")  # too late to plan: a refusal with its reason
        assert page.locator("code").inner_text().startswith("planning.")
        found += residents.complaints_both_ways(page)
        page.goto("/departures/new/")
        page.locator("main form button[type=submit]").first.click()
        found += residents.complaints_both_ways(page)
        assert not found, "\n".join(found)

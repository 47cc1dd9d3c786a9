import pytest
from playwright.sync_api import Page, expect

from tests.house.access import ACCESS, PUBLIC
from tests.journeys.browsing import Visitors, said
from tests.journeys.own_pages import go_in

pytestmark = pytest.mark.browser

PAGES = {
    "my_pages": "/my/",
    "my_promise": "/my/promise/",
    "my_appointment": "/my/appointment/",
    "my_appointment_ask": "/my/appointment/ask/",
    "my_appointment_decline": "/my/appointment/decline/",
    "my_consents": "/my/consents/",
    "my_questions": "/my/questions/",
    "my_part": "/my/questions/content/",
    "my_reasons": "/my/questions/reasons/",
    "my_themes": "/my/questions/themes/",
    "my_hand_in": "/my/questions/hand-in/",
    "my_card": "/my/card/",
    "my_data": "/my/data/",
    "my_erase": "/my/erase/",
    "my_code": "/my/code/",
    "my_last_day": "/my/last-day/",
    "my_reference": "/my/reference/",
}
ELSEWHERE = {
    *("my_door", "my_enter", "my_leave", "my_summary"),  # looked at below
    *(
        "my_appointment_accept",
        "my_calendar",
        "my_farewell_calendar",
        "my_save",
        "my_data_text",
        "my_data_json",
    ),  # no pages
    *("my_summary_confirm", "my_summary_correct", "my_summary_share", "my_summary_revoke"),
}
# Questions to which the answer is chosen: a score, a choice, a scale.
MORE = ("/my/questions/content/?question=5", "/my/questions/leaving/?question=5", "/my/questions/closing/?question=2")


def test_the_list_of_pages_is_whole() -> None:
    own = {route for route, roles in ACCESS.items() if route.startswith("my_") and roles == PUBLIC}
    assert own - ELSEWHERE == set(PAGES)


def test_the_door_and_what_stands_before_it(residents: Visitors, known: dict[str, str]) -> None:
    with residents.visitor() as page:
        residents.walk(page, [known["wrote"], "/my/protection/"])
        page.goto("/my/no-such-link/")
        _look(residents, page)
        page.locator("[name=code]").fill("7KQM-3XWD")
        page.get_by_role("button", name=said("Open with the code")).click()
        expect(page.locator("#code-error")).to_be_visible()
        _look(residents, page)


def test_pages_of_somebody_who_is_writing(residents: Visitors, known: dict[str, str]) -> None:
    with residents.visitor() as page:
        go_in(page, known["wrote"])
        residents.walk(page, [*PAGES.values(), *MORE])
        page.goto(PAGES["my_code"])
        page.get_by_role("button", name=said("Make a code")).click()
        expect(page.locator(".shown-code")).to_be_visible()
        _look(residents, page)
        page.get_by_role("button", name=said("Leave these pages")).click()
        _look(residents, page)


def test_pages_of_somebody_who_handed_in(residents: Visitors, known: dict[str, str]) -> None:
    with residents.visitor() as page:
        go_in(page, known["sealed"])
        residents.walk(page, ["/my/", "/my/questions/", "/my/data/", "/my/erase/"])


@pytest.mark.parametrize("who", ["told", "sharing"])
def test_pages_of_somebody_who_has_a_summary(residents: Visitors, known: dict[str, str], who: str) -> None:
    with residents.visitor() as page:
        go_in(page, known[who])
        residents.walk(page, ["/my/", "/my/summary/", "/my/appointment/"])


@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_pages_in_other_languages(residents: Visitors, known: dict[str, str], language: str) -> None:
    with residents.visitor() as page:
        go_in(page, known["wrote"])
        residents.walk(page, [f"/my/?language={language}", "/my/promise/", "/my/questions/hand-in/", "/my/erase/"])
        expect(page.locator("html")).to_have_attribute("lang", language)


def test_pages_of_the_follow_up(residents: Visitors, known: dict[str, str]) -> None:
    with residents.visitor() as page:
        residents.walk(page, [known["later"]])
        stop = page.get_by_role("link", name=said("Stop these mails")).get_attribute("href")
        page.get_by_role("button", name=said("Begin")).click()
        page.wait_for_url("**/later/part/1/")
        page.locator("#reason-1").select_option(index=2)
        while "/part/" in page.url:
            _look(residents, page)
            with page.expect_navigation():
                page.get_by_role("button", name=said("Next"), exact=True).click()
        expect(page.get_by_role("button", name=said("Seal and hand in"))).to_be_visible()
        _look(residents, page)
        assert stop is not None
        residents.walk(page, [stop, "/later/thanks/"])
        page.goto("/later/no-such-link/")
        _look(residents, page)


def _look(visitors: Visitors, page: Page) -> None:
    found = visitors.complaints_both_ways(page)
    assert not found, "\n".join(found)

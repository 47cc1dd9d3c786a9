import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import Visitors, said
from tests.journeys.own_pages import go_in, token_of

pytestmark = pytest.mark.browser

CLOSED = "These pages are closed"


def test_a_code_from_the_phone_lets_one_tablet_in_until_it_is_left(residents: Visitors, known: dict[str, str]) -> None:
    door = known["wrote"]
    with residents.visitor(phone=True) as phone, residents.visitor() as tablet, residents.visitor() as stranger:
        go_in(phone, door)
        phone.get_by_role("link", name=said("Continue on another device")).click()
        phone.get_by_role("button", name=said("Make a code")).click()
        code = phone.locator(".shown-code").inner_text()
        assert re.fullmatch(r"\w{4}-\w{4}", code)
        assert token_of(door) not in phone.content()

        _enter(tablet, code.lower().replace("-", " "))  # typed as people type
        expect(tablet.get_by_role("heading", level=1)).to_contain_text("Nele")
        assert token_of(door) not in tablet.url + tablet.content()

        _enter(stranger, code)
        expect(stranger.get_by_role("heading", level=1)).to_have_text(said(CLOSED))
        expect(stranger.locator("#code-error")).to_be_visible()

        tablet.get_by_role("button", name=said("Leave these pages")).click()
        expect(tablet.get_by_role("heading", level=1)).to_have_text(said("You have left your pages"))
        tablet.go_back()
        tablet.reload()
        expect(tablet.get_by_role("heading", level=1)).to_have_text(said(CLOSED))
        assert not [cookie for cookie in tablet.context.cookies() if cookie["name"] == "my"]

        phone.goto("/my/")
        expect(phone.get_by_role("heading", level=1)).to_contain_text("Nele")


def _enter(page: Page, code: str) -> None:
    page.goto("/my/")
    page.get_by_label(said("Code from your own device")).fill(code)
    page.get_by_role("button", name=said("Open with the code")).click()

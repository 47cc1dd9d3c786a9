"""Ways of a leaver through the own pages and the follow-up, as the mails bring them there."""

import re
from email.message import EmailMessage

from playwright.sync_api import Page, Request, expect

from tests.journeys.browsing import said
from tests.journeys.mailbox import text_of


def link_in(mail: EmailMessage, pages: str = "my") -> str:
    """The whole address of the personal link in a mail; ``pages``: "my" or "later"."""
    found = re.search(rf"http://\S+/{pages}/[\w-]+/(?=\s)", text_of(mail))
    assert found is not None, text_of(mail)
    return found.group()


def token_of(link: str) -> str:
    return link.rstrip("/").rpartition("/")[2]


def go_in(page: Page, link: str, language: str = "nl") -> None:
    """Past the door, to the start of the own pages."""
    page.goto(link)
    page.get_by_role("button", name=said("Open my pages", language)).click()
    page.wait_for_url("**/my/")


def expect_kept(page: Page) -> None:
    """What was typed or chosen stands on the server."""
    expect(page.locator("[data-status]")).to_have_attribute("data-state", "saved")


class Trace:
    """Every request of a browser: ``leaks`` names those that hold the secret, but for the door itself; ``referrers`` those
    that say where they come from."""

    def __init__(self, page: Page, link: str) -> None:
        self.link = link
        self.leaks: list[str] = []
        self.referrers: list[str] = []
        page.context.on("request", self._asked)

    def _asked(self, request: Request) -> None:
        came_from, token = request.headers.get("referer", ""), token_of(self.link)
        if came_from:
            self.referrers.append(came_from)
        if (token in request.url and request.url != self.link) or token in came_from:
            self.leaks.append(f"{request.method} {request.url} from {came_from}")

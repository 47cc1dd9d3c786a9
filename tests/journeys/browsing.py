"""Visitors in a real browser, and the look at a page that every page must bear."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Literal
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.utils import translation
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, ViewportSize

from tests.journeys.installation import Installation

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
]
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 320, "height": 640}
WAYS: list[tuple[str, Literal["light", "dark"], ViewportSize]] = [
    ("desktop, light", "light", DESKTOP),
    ("phone, dark", "dark", PHONE),
]
AXE = Axe().axe_script
VIOLATIONS = "(rules) => axe.run(rules).then(({ violations }) => violations)"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# The rules of 2.2 are off in axe unless they are asked for by name.
RULES = {
    "runOnly": {"type": "tag", "values": LEVELS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > width + 0.5);
  return wide.slice(0, 6).map((one) => one.outerHTML.slice(0, 160));
}"""


def said(text: str, language: str = "nl", **values: object) -> str:
    """A text of the product as a reader of ``language`` sees it."""
    with translation.override(language):
        return translation.gettext(text) % values if values else translation.gettext(text)


def signed_in(address: str) -> bool:
    return "/account/" not in address


class Visitors:
    """People with a browser of their own at one installation. ``faults``: what a page did that none may do."""

    def __init__(self, browser: Browser, installation: Installation, accounts: dict[str, str], password: str) -> None:
        self.browser, self.installation = browser, installation
        self.accounts, self.password = accounts, password
        self.faults: list[str] = []
        self._signed_in: dict[str, Any] = {}

    @contextmanager
    def visitor(
        self, *, phone: bool = False, language: str = "nl", script: bool = True, **options: Any
    ) -> Iterator[Page]:
        """Somebody who is nobody yet."""
        context = self.browser.new_context(
            base_url=self.installation.address,
            viewport=PHONE if phone else DESKTOP,
            locale=language,
            java_script_enabled=script,
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(15_000)
        # Chosen on this device, as with the switch under every page: it goes before the language of the account, which
        # another visitor may have changed.
        context.add_cookies([{"name": "django_language", "value": language, "url": self.installation.address}])
        self._watch(context)
        try:
            yield context.new_page()
        finally:
            context.close()

    @contextmanager
    def page_as(self, role: str, **options: Any) -> Iterator[Page]:
        """Signed in through the real page, once; later visits keep the cookie."""
        with self.visitor(storage_state=self._signed_in.get(role), **options) as page:
            if role not in self._signed_in:
                self.sign_in(page, role)
                self._signed_in[role] = page.context.storage_state()
            yield page

    def sign_in(self, page: Page, role: str) -> None:
        page.goto("/account/sign-in/")
        page.locator("[name=login]").fill(self.accounts[role])
        page.locator("[name=password]").fill(self.password)
        page.locator("form.signin button[type=submit]").click()
        page.wait_for_url(signed_in)

    def forget_sessions(self) -> None:
        """Time passed: everybody signs in anew."""
        self._signed_in.clear()

    def look(self, page: Page, name: str) -> None:
        """Fails with everything that is wrong with the page."""
        found = self.complaints(page)
        assert not found, f"{name}, {page.url}\n" + "\n".join(found)

    def complaints(self, page: Page) -> list[str]:
        """Axe violations, what is wider than the screen, errors on the console, requests to elsewhere."""
        if page.evaluate("!window.axe"):
            page.evaluate(AXE)
        found = [_spoken(violation) for violation in page.evaluate(VIOLATIONS, RULES)]
        found += [f"wider than the screen: {element}" for element in page.evaluate(TOO_WIDE)]
        faults, self.faults[:] = list(self.faults), []
        return found + faults

    def complaints_both_ways(self, page: Page) -> list[str]:
        """On a desktop by day, on a phone at night."""
        found = []
        for name, scheme, size in WAYS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            found += [f"{page.url}, {name}: {complaint}" for complaint in self.complaints(page)]
        return found

    def walk(self, page: Page, addresses: Iterable[str]) -> None:
        """Open every address, look at it both ways, and fail with everything that is wrong."""
        found = []
        for address in addresses:
            answer = page.goto(address)
            if answer is None or not answer.ok:
                found.append(f"{address} answers {answer.status if answer else 'nothing'}")
            found += self.complaints_both_ways(page)
        assert not found, "\n".join(found)

    def _watch(self, context: BrowserContext) -> None:
        host = urlsplit(self.installation.address).netloc

        def heard(message: ConsoleMessage) -> None:
            # The browser itself writes a line for a page that answers 404 or 422; that is what was asked for.
            own_answer = (
                "Failed to load resource" in message.text
                and message.page
                and message.location["url"] == message.page.url
            )
            if message.type in ("error", "warning") and not own_answer:
                self.faults.append(f"console: {message.text} {json.dumps(message.location)}")

        def asked(request: Request) -> None:
            if urlsplit(request.url).netloc not in (host, ""):
                self.faults.append(f"request to elsewhere: {request.url}")

        context.on("console", heard)
        context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        context.on("request", asked)


def _spoken(violation: dict[str, Any]) -> str:
    elements = "\n".join(f"    {node['html'][:200]}\n      {node['failureSummary']}" for node in violation["nodes"][:4])
    return f"axe {violation['id']}: {violation['help']} ({len(violation['nodes'])})\n{elements}"

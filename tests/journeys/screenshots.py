"""``python -m tests.journeys.screenshots [HOME]``: pictures of the demo for people to look at, into screenshots/.

Every page on a desktop and a phone, by day and by night: screenshots/<page>-<desktop|phone>-<light|dark>.png. A demo
that was filled before in HOME is used; without one, a new one is invented first, which takes a while.
"""

import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.journeys.browsing import ARGUMENTS, CHROMIUM
from tests.journeys.installation import COMMAND, REPOSITORY, Installation, new_installation

FOLDER = REPOSITORY / "screenshots"
SIZES: dict[str, ViewportSize] = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# role: {page: (address, what is clicked from there on, in order)}
FIRST_ROW = "tbody th[scope=row] a"
START = "button[value=start]"
FIRST_TALK = "table tbody a"
PAGES: dict[str, dict[str, tuple[str, ...]]] = {
    "": {"sign-in": ("/account/sign-in/",), "demo": ("/demo/",), "demo-mail": ("/demo/mail/",)},
    "hr_lead": {
        "today": ("/",),
        "departures": ("/departures/",),
        "departures-board": ("/departures/?view=board",),
        "departure": ("/departures/?stage=invited", FIRST_ROW),
        "departure-new": ("/departures/new/",),
        "plan": ("/departures/?stage=invited", FIRST_ROW, "a[href$='/plan/']"),
        "staff": ("/staff/",),
        "staff-import": ("/staff/import/",),
        "insight": ("/insight/",),
        "insight-reasons": ("/insight/reasons/",),
        "insight-reasons-units": ("/insight/reasons/?view=units",),
        "insight-experience": ("/insight/experience/",),
        "insight-recommend": ("/insight/recommend/",),
        "insight-inclusion": ("/insight/inclusion/",),
        "insight-who-left": ("/insight/who-left/",),
        "releases": ("/releases/",),
        "release": ("/releases/", FIRST_ROW),
        "settings": ("/administration/settings/",),
        "questionnaires": ("/questionnaires/",),
        "questionnaire": ("/questionnaires/", FIRST_ROW),
        "follow-ups": ("/follow-ups/",),
        "summaries": ("/summaries/",),
        "refusal": ("/insight/reasons/?unit=nowhere",),
    },
    "interviewer": {
        "today-interviewer": ("/",),
        "interviews": ("/interviews/",),
        "prepare": ("/interviews/?step=to_prepare", FIRST_TALK),
        "talk": ("/interviews/?step=done", FIRST_TALK, "nav .parts a[href*='/content/']"),
        "talk-open": ("/interviews/?step=to_prepare", FIRST_TALK, START, "nav .parts a[href*='/conditions/']"),
        "reasons": (
            "/interviews/?step=open",
            FIRST_TALK,
            "nav .parts a[href*='/leaving/']",
            "[data-steps] a[href*=reasons]",
        ),
        "code": ("/interviews/?step=to_code", FIRST_TALK),
    },
    "leader": {"today-leader": ("/",), "insight-leader": ("/insight/",)},
    "leaver": {
        "my-pages": ("/my/",),
        "my-promise": ("/my/promise/",),
        "my-appointment": ("/my/appointment/",),
        "my-questions": ("/my/questions/",),
        "my-question": ("/my/questions/content/",),
        "my-reasons": ("/my/questions/reasons/",),
        "my-consents": ("/my/consents/",),
        "my-summary": ("/my/summary/",),
        "my-data": ("/my/data/",),
        "my-erase": ("/my/erase/",),
    },
    "guardian": {"today-guardian": ("/",), "audit": ("/administration/audit/",)},
    "admin": {"users": ("/administration/users/",), "user-add": ("/administration/users/add/",)},
}


def main(home: Path) -> None:
    installation = new_installation(home, mail="", UITZICHT_DEMO="1")
    installation.run([COMMAND, "demo", "--no-serve"])
    installation.serve()
    FOLDER.mkdir(exist_ok=True)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            for role, pages in PAGES.items():
                _pictures(browser, installation, role, pages)
            browser.close()
    finally:
        installation.stop()


def _pictures(browser: Browser, installation: Installation, role: str, pages: dict[str, tuple[str, ...]]) -> None:
    context = browser.new_context(base_url=installation.address, locale="nl", viewport=SIZES["desktop"])
    page = context.new_page()
    if role:
        page.goto(f"/demo/{role}/")
        page.locator("main form button").click()
        page.wait_for_url(lambda address: "/demo/" not in address)
    for name, (address, *steps) in pages.items():
        page.set_viewport_size(SIZES["desktop"])
        page.goto(address or page.url)
        if _follow(page, steps):
            _picture(page, name)
        else:
            print(f"{name}: the demo holds no such page today")
    context.close()


def _follow(page: Page, steps: list[str]) -> bool:
    for step in steps:
        link = page.locator(step).first
        if not link.count():
            return False
        if step == START:
            link.click()  # from then on this conversation of the demo is under way
            page.wait_for_url("**/opening/")
        else:
            page.goto(str(link.evaluate("link => link.href")))
    return True


def _picture(page: Page, name: str) -> None:
    for size, viewport in SIZES.items():
        for scheme in SCHEMES:
            page.set_viewport_size(viewport)
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            whole = page.locator("body.talk").count() == 0  # the foot of a conversation stays at the foot of the window
            page.screenshot(path=FOLDER / f"{name}-{size}-{scheme}.png", full_page=whole)
    print(name)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]).resolve())
    else:
        with tempfile.TemporaryDirectory(prefix="uitzicht-demo-") as folder:
            main(Path(folder))

"""Colleagues without an account do their part by a link; what was lent comes back with a signature; HR sees it all."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.browsing import Visitors, said
from tests.journeys.installation import Installation
from tests.journeys.mailbox import Mailbox, text_of

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_step_after_another")]

HELPDESK, FACILITY, ELS = "it@havenlicht.example", "facility@havenlicht.example", "els.1002@havenlicht.example"
LAPTOP, BADGE, CHECK = (
    "Neem laptop en telefoon in ontvangst",
    "Neem badge, sleutels en bedrijfswagen in ontvangst",
    "Kijk na of alles terug is",
)
TELLS_WHY = re.compile("ontslag|opzeg|nam zelf|ongewenst", re.IGNORECASE)


@pytest.fixture(scope="module")
def helpdesk(people: Visitors) -> Iterator[Page]:
    """Somebody at the helpdesk, who has no account."""
    with people.visitor(phone=True) as page:
        yield page


def test_desks_get_an_owner_and_the_list_begins(people: Visitors, settled: Installation, mailbox: Mailbox) -> None:
    with people.page_as("hr_lead") as page:
        page.goto("/checklists/template/")
        for desk, address in {"it": HELPDESK, "facilities": FACILITY}.items():
            page.locator(f"[name=name_{desk}]").fill(f"Dienst {desk}")
            page.locator(f"[name=email_{desk}]").fill(address)
        page.get_by_role("button", name=said("Keep"), exact=True).click()
        page.goto(f"/departures/{settled.known['sofie']}/")
        page.get_by_role("link", name=said("Checklist"), exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Sofie Martens")
        expect(_task(page, LAPTOP)).to_contain_text("Dienst it")
        expect(_task(page, CHECK)).to_contain_text(LAPTOP)  # waits for it
        expect(_task(page, CHECK).get_by_role("button")).to_have_count(0)
        people.look(page, "a checklist that begins")
    assert not mailbox.mails


def test_what_she_holds_stands_in_the_register(people: Visitors, settled: Installation) -> None:
    with people.page_as("hr_lead") as page:
        page.goto(f"/departures/{settled.known['sofie']}/property/")
        for kind, label in {"laptop": "HL-0042", "badge": ""}.items():
            page.get_by_label(said("What was handed out?")).select_option(kind)
            page.get_by_label(said("Label or serial number")).fill(label)
            page.get_by_role("button", name=said("Add"), exact=True).click()
            expect(page.get_by_role("status").first).to_contain_text(said("Added to the register."))
        expect(page.locator("[aria-labelledby=h-out] li")).to_have_count(2)
        people.look(page, "a register of property")


def test_each_owner_gets_one_mail_and_nobody_learns_why_she_leaves(
    people: Visitors, settled: Installation, mailbox: Mailbox
) -> None:
    with people.page_as("hr_lead") as page:
        _open(page, settled)
        page.get_by_role("button", name=said("Mail the owners")).click()
        expect(page.get_by_role("button", name=said("Mail the owners"))).to_have_count(0)
        people.look(page, "a checklist whose owners were mailed")
    assert mailbox.receivers == {HELPDESK, FACILITY, ELS}
    assert len(mailbox.mails) == 3
    for _, mail in mailbox.mails:
        assert "Sofie Martens" in text_of(mail)
        assert not TELLS_WHY.search(mail["Subject"] + text_of(mail))
    links = [link for _, mail in mailbox.mails for link in re.findall(r"http://\S+/task/\S+", text_of(mail))]
    assert len(set(links)) == len(links)


def test_the_owner_ticks_it_off_without_an_account(people: Visitors, mailbox: Mailbox, helpdesk: Page) -> None:
    link = _links(text_of(mailbox.to(HELPDESK)))[LAPTOP]
    helpdesk.goto(link)
    expect(helpdesk.locator("body")).not_to_contain_text("Sofie")  # a door shows nothing yet
    helpdesk.get_by_role("button", name=said("Open the task")).click()
    helpdesk.wait_for_url("**/task/")
    expect(helpdesk.get_by_role("heading", level=1)).to_have_text(LAPTOP)
    people.look(helpdesk, "a task of a mailed link")
    helpdesk.get_by_label(said("Note (not needed)")).fill("Lader ontbreekt nog")
    helpdesk.get_by_role("button", name=said("Tick off")).click()
    expect(helpdesk.get_by_role("button", name=said("Undo"))).to_be_visible()
    people.look(helpdesk, "a task that is done")


def test_the_link_opens_this_task_and_nothing_else(helpdesk: Page, settled: Installation) -> None:
    for address in ("/checklists/", f"/departures/{settled.known['sofie']}/checklist/", "/tasks/", "/my/"):
        answer = helpdesk.goto(address)
        assert answer is not None
        assert answer.status in (403, 404) or "/account/sign-in/" in helpdesk.url, address


def test_property_comes_back_with_a_signature(people: Visitors, settled: Installation) -> None:
    with people.page_as("hr_lead") as page:
        page.goto(f"/departures/{settled.known['sofie']}/property/")
        row = page.locator("[aria-labelledby=h-out] li").filter(has_text="HL-0042")
        row.locator("summary").click()
        expect(row.get_by_label(said("Signed by (name of who gives it back)"))).to_have_value("Sofie Martens")
        row.get_by_label(said("Condition")).fill("kras op het deksel")
        row.get_by_role("button", name=said("Sign for it")).click()
        back = page.locator("[aria-labelledby=h-back] li").filter(has_text="HL-0042")
        for text in ("Sofie Martens", "Noor Verlinden", "kras op het deksel"):
            expect(back).to_contain_text(text)
        people.look(page, "property that came back")


def test_hr_sees_who_did_what_and_what_is_left(people: Visitors, settled: Installation) -> None:
    with people.page_as("hr_lead") as page:
        page.goto("/checklists/?q=Sofie")
        row = page.get_by_role("row").filter(has_text="Sofie Martens")
        expect(row.get_by_role("cell").nth(1)).to_have_text(re.compile(r"^1 "))
        expect(row).to_contain_text("1")
        people.look(page, "the progress of checklists")
        _open(page, settled)
        expect(_task(page, LAPTOP)).to_contain_text("Dienst it")
        expect(_task(page, LAPTOP)).to_contain_text("Lader ontbreekt nog")
        _task(page, BADGE).get_by_role("button", name=said("Tick off")).click()
        expect(_task(page, CHECK).get_by_role("button", name=said("Tick off"))).to_be_visible()  # its turn now
        page.goto("/checklists/?q=Sofie")
        expect(row.get_by_role("cell").nth(1)).to_have_text(re.compile(r"^2 "))


def test_the_audit_trail_knows_the_owner_without_an_account(people: Visitors, settled: Installation) -> None:
    with people.page_as("guardian") as page:
        page.goto(f"/administration/audit/?action=checklist.task_done&subject=departure:{settled.known['sofie']}")
        expect(page.get_by_role("table").locator("tbody tr").filter(has_text="Dienst it")).to_have_count(1)


def _open(page: Page, settled: Installation) -> None:
    page.goto(f"/departures/{settled.known['sofie']}/checklist/")


def _task(page: Page, name: str) -> Locator:
    return page.locator(".todo li").filter(has=page.get_by_role("link", name=name, exact=True))


def _links(text: str) -> dict[str, str]:
    """Task -> address, as a mail with several tasks says them."""
    return dict(re.findall(r"- (.+?) \(.+?\)\s+(http://\S+/task/\S+)", text))

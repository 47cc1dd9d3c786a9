"""What a leaver can do alone, from the mail to the consent, as Aude does it on her phone in French."""

import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.breaks import KEPT_WITHIN
from tests.journeys.browsing import Visitors, said
from tests.journeys.installation import Installation
from tests.journeys.mailbox import Mailbox, text_of
from tests.journeys.own_pages import Trace, expect_kept, link_in, token_of

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_step_after_another")]

AUDE, LATER = "aude@example.org", "aude.plus.tard@example.org"
BEGUN = "Le travail était varié, mais les "
SHARED = BEGUN + "horaires changeaient chaque semaine."  # in the part that Bram may read
PRIVATE = "Mon chef criait, je ne le dis qu'ici."
SHARED_PART, PRIVATE_PART = "content", "relations"


@pytest.fixture(scope="module")
def link(people: Visitors, settled: Installation, mailbox: Mailbox) -> str:
    """From the invitation that the HR lead sends."""
    with people.page_as("hr_lead") as page:
        page.goto(f"/departures/{settled.known['aude']}/")
        page.get_by_role("button", name=said("Send the invitation")).first.click()
        expect(page.get_by_role("button", name=said("Send the invitation again"))).to_be_visible()
    return link_in(mailbox.to(AUDE))


@pytest.fixture(scope="module")
def phone(people: Visitors) -> Iterator[Page]:
    """Aude's; the door stays open in it."""
    with people.visitor(phone=True, language="fr", has_touch=True) as page:
        yield page


@pytest.fixture(scope="module")
def trace(phone: Page, link: str) -> Trace:
    return Trace(phone, link)


def test_the_mail_is_in_french_and_a_mail_scanner_uses_nothing_up(mailbox: Mailbox, link: str) -> None:
    assert "Bonjour Aude" in text_of(mailbox.to(AUDE))
    for _ in range(2):
        with urllib.request.urlopen(link) as answer:
            assert answer.status == 200
            assert not [cookie for cookie in answer.headers.get_all("Set-Cookie", []) if cookie.startswith("my=")]


def test_behind_the_door_the_address_holds_no_secret(people: Visitors, phone: Page, trace: Trace) -> None:
    phone.goto(trace.link)
    expect(phone.locator("html")).to_have_attribute("lang", "fr")
    people.look(phone, "the door")
    phone.get_by_role("button", name=_fr("Open my pages")).tap()
    phone.wait_for_url("**/my/")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Aude")
    people.look(phone, "the start of the own pages")


def test_the_promise_is_read_and_the_appointment_accepted(people: Visitors, phone: Page) -> None:
    phone.get_by_role("link", name=_fr("What we promise you")).first.tap()
    expect(phone.locator("dl.promised")).to_contain_text("Bram Nijs")
    phone.get_by_role("link", name=_fr("To all my pages")).tap()
    phone.get_by_role("link", name=_fr("Look at the appointment")).tap()
    phone.get_by_role("button", name=_fr("This suits me")).tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text(_fr("Your appointment stands"))
    people.look(phone, "an accepted appointment")


def test_a_sentence_that_broke_off_is_there_again(people: Visitors, phone: Page) -> None:
    closed = phone.context.new_page()
    closed.goto(f"/my/questions/{SHARED_PART}/")
    closed.locator("textarea[name=notes]").press_sequentially(BEGUN)
    closed.wait_for_timeout(KEPT_WITHIN)
    closed.close()

    phone.goto(f"/my/questions/{SHARED_PART}/")
    words = phone.locator("textarea[name=notes]")
    expect(words).to_have_value(BEGUN)
    words.press("End")
    words.press_sequentially(SHARED.removeprefix(BEGUN))
    expect_kept(phone)
    people.look(phone, "a question")
    _go(phone, "Next")


def test_what_is_skipped_is_skipped_and_the_rest_is_answered(phone: Page) -> None:
    _go(phone, "Skip this question")
    phone.goto(f"/my/questions/{SHARED_PART}/?question=5")
    phone.locator("label", has=phone.locator("[name=given][value='2']")).tap()
    expect_kept(phone)
    phone.goto(f"/my/questions/{PRIVATE_PART}/")
    phone.locator("textarea[name=notes]").fill(PRIVATE)
    _go(phone, "Next")
    phone.goto("/my/questions/reasons/")
    phone.locator("#reason-1").select_option(index=2)
    phone.locator("label:has([name='force.1'])").first.tap()
    phone.get_by_role("button", name=_fr("Keep and go on")).tap()
    expect(phone.locator(".chapters [data-state=half], .chapters [data-state=full]")).to_have_count(3)


def test_themes_are_chosen_for_the_own_words(people: Visitors, phone: Page) -> None:
    phone.get_by_role("link", name=_fr("To handing in")).tap()
    phone.get_by_role("link", name=_fr("Choose the themes")).tap()
    phone.locator(".own-themes label:has([value=positive]):visible").first.tap()
    people.look(phone, "the themes of the own words")
    phone.get_by_role("button", name=_fr("Confirm themes")).tap()
    phone.wait_for_url("**/themes/?answer=2")
    phone.get_by_role("button", name=_fr("Leave it")).tap()
    phone.wait_for_url("**/hand-in/")


def test_handed_in_only_the_part_that_was_let_free_can_still_be_read(people: Visitors, phone: Page) -> None:
    phone.locator(f"label:has([name='share.{SHARED_PART}'][value=interviewer])").tap()
    people.look(phone, "handing in")
    phone.locator("[name=confirmed]").check()
    phone.get_by_role("button", name=_fr("Seal and hand in")).tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text(_fr("Your answers are sealed"))
    people.look(phone, "handed in")
    seen = {address: _seen(phone, address) for address in _ADDRESSES}
    assert not [address for address, text in seen.items() if PRIVATE in text]
    assert [address for address, text in seen.items() if SHARED in text] == ["/my/data/"]
    for kind in ("Copy as text", "Copy for a machine"):
        with phone.expect_download() as download:
            phone.get_by_role("link", name=_fr(kind)).click()
        copy = Path(download.value.path()).read_text(encoding="utf-8")
        assert SHARED in copy
        assert PRIVATE not in copy


def test_a_follow_up_is_agreed_to_with_another_address(people: Visitors, phone: Page) -> None:
    phone.goto("/my/consents/")
    asked = phone.locator("[aria-labelledby=h-follow_up]")
    asked.get_by_text(_fr("Use another address")).tap()
    asked.get_by_label(_fr("Your private e-mail address")).fill(LATER)
    asked.get_by_role("button", name=_fr("I agree")).tap()
    expect(asked.get_by_role("button", name=_fr("Take my consent back"))).to_be_visible()
    expect(asked).to_contain_text("a…@example.org")
    people.look(phone, "what is agreed to")


def test_the_interviewer_reads_that_part_and_no_other(people: Visitors, settled: Installation) -> None:
    with people.page_as("interviewer") as page:
        page.goto(f"/interviews/{settled.known['aude']}/prepare/")
        beforehand = page.locator("[aria-labelledby=beforehand]")
        expect(beforehand).to_contain_text(SHARED)
        expect(page.locator("body")).not_to_contain_text(PRIVATE)
        people.look(page, "what the leaver lets the interviewer read")


def test_the_secret_stands_in_no_address_no_referrer_and_no_log(
    people: Visitors, settled: Installation, phone: Page, trace: Trace
) -> None:
    assert trace.referrers  # so it would have seen one
    assert not trace.leaks
    assert phone.evaluate("document.referrer").find(token_of(trace.link)) == -1
    assert token_of(trace.link) not in settled.log
    with people.page_as("guardian") as page:
        page.goto(f"/administration/audit/?action=portal.opened&subject=departure:{settled.known['aude']}")
        expect(page.get_by_role("table").locator("tbody tr")).to_have_count(1)  # not by the scanner


_ADDRESSES = ("/my/", "/my/questions/", f"/my/questions/{PRIVATE_PART}/", "/my/questions/hand-in/", "/my/data/")


def _seen(page: Page, address: str) -> str:
    page.goto(address)
    return page.locator("main").inner_text()


def _go(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=_fr(button), exact=True).tap()


def _fr(text: str) -> str:
    return said(text, "fr")

"""Months after leaving: one mail to the private address, a few closed questions on a phone, and an end that is an end."""

import re
import urllib.request
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.browsing import Visitors, said
from tests.journeys.installation import Installation
from tests.journeys.judging import months_later
from tests.journeys.mailbox import Mailbox, text_of
from tests.journeys.own_pages import go_in, link_in, token_of

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_step_after_another")]

ANSWERS, STOPS, SILENT = "ines@example.org", "karel@example.org", "robin@example.org"
AGREED = {"ines": ANSWERS, "karel": STOPS, "robin": SILENT}
MONTHS, UNTIL_THE_END, BETWEEN_MAILS = 6, 25, 10
LONG_AFTER_THE_PAGES_CLOSED = 120


@pytest.fixture(scope="module")
def due() -> int:
    """In how many days the first mails to Ines and Karel are due."""
    today = timezone.localdate()
    return (months_later(today + timedelta(days=UNTIL_THE_END), MONTHS) - today).days


@pytest.fixture(scope="module")
def phone(people: Visitors) -> Iterator[Page]:
    with people.visitor(phone=True, has_touch=True) as page:
        yield page


def test_three_agree_while_their_pages_are_open(people: Visitors, settled: Installation) -> None:
    for name, address in AGREED.items():
        with people.visitor(phone=True) as page:
            go_in(page, settled.known[f"{name}_door"])
            page.goto("/my/consents/")
            asked = page.locator("[aria-labelledby=h-follow_up]")
            asked.get_by_label(said("Your private e-mail address")).fill(address)
            asked.get_by_role("button", name=said("I agree")).click()
            expect(asked.get_by_role("button", name=said("Take my consent back"))).to_be_visible()


def test_nothing_is_mailed_before_it_is_due(settled: Installation, mailbox: Mailbox) -> None:
    settled.stop()
    settled.later(LONG_AFTER_THE_PAGES_CLOSED, "nightly")
    assert not mailbox.receivers


def test_one_mail_goes_to_each_private_address(settled: Installation, mailbox: Mailbox, due: int) -> None:
    settled.later(due, "nightly")
    assert mailbox.receivers == {ANSWERS, STOPS, SILENT}
    for address in mailbox.receivers:
        mail = mailbox.to(address)
        assert "Noor" not in str(mail["From"]) + text_of(mail)
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_it_is_answered_on_a_phone_and_sealed(
    people: Visitors, settled: Installation, mailbox: Mailbox, phone: Page, due: int
) -> None:
    settled.serve(days_later=due)
    link = link_in(mailbox.to(ANSWERS), "later")
    phone.goto(link)
    people.look(phone, "the door of the follow-up")
    phone.get_by_role("button", name=said("Begin")).tap()
    phone.wait_for_url("**/later/part/1/")
    phone.locator("#reason-1").select_option(index=2)
    while "/part/" in phone.url:
        phone.locator("fieldset label:has(input[type=radio])").first.tap()
        people.look(phone, "a part of the follow-up")
        with phone.expect_navigation():
            phone.get_by_role("button", name=said("Next"), exact=True).tap()
    people.look(phone, "what is handed in")
    phone.get_by_role("button", name=said("Seal and hand in")).tap()
    phone.wait_for_url("**/later/thanks/")
    people.look(phone, "thanks")
    for address in (link, "/later/part/1/", "/later/hand-in/"):
        answer = phone.goto(address)
        assert answer is not None
        assert answer.status == 404, address
    assert token_of(link) not in settled.log


def test_another_stops_the_mails_with_one_click(
    people: Visitors, settled: Installation, mailbox: Mailbox, phone: Page
) -> None:
    mail = mailbox.to(STOPS)
    stop = re.search(r"http://\S+/stop/", text_of(mail))
    assert stop is not None
    assert _unsubscribe_address(mail) == stop.group()
    phone.goto(stop.group())
    phone.get_by_role("button", name=said("Stop these mails")).tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text(said("You get no more mails"))
    people.look(phone, "stopped for good")
    answer = phone.goto(link_in(mail, "later"))
    assert answer is not None
    assert answer.status == 404


def test_only_who_was_silent_is_reminded_until_the_mail_program_stops_it(
    settled: Installation, mailbox: Mailbox, due: int
) -> None:
    settled.later(due + BETWEEN_MAILS, "nightly")
    assert [len(mailbox.all_to(address)) for address in (ANSWERS, STOPS, SILENT)] == [1, 1, 2]
    request = urllib.request.Request(
        _unsubscribe_address(mailbox.all_to(SILENT)[-1]), data=b"List-Unsubscribe=One-Click", method="POST"
    )
    with urllib.request.urlopen(request) as answer:
        assert answer.status == 200
    settled.later(due + 2 * BETWEEN_MAILS, "nightly")
    assert len(mailbox.mails) == 4


def test_hr_sees_numbers_and_no_names(people: Visitors) -> None:
    people.forget_sessions()
    with people.page_as("hr_lead") as page:
        page.goto("/follow-ups/")
        expect(page.get_by_role("table")).to_be_visible()
        for name in AGREED:
            expect(page.locator("main")).not_to_contain_text(name.capitalize())
        people.look(page, "the follow-ups")


def _unsubscribe_address(mail: EmailMessage) -> str:
    return str(mail["List-Unsubscribe"]).strip(" <>")

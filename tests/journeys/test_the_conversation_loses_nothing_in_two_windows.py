import sys

import pytest
from playwright.sync_api import Page, expect

from tests.cast import PASSWORD
from tests.journeys.breaks import expect_saved, only_the_break_was_told, open_part
from tests.journeys.browsing import Visitors
from tests.journeys.installation import Installation

pytestmark = pytest.mark.browser

MINE, THEIRS, TYPED = "Wat ik hier schreef.", "Wat ik daar schreef.", "Net voor ik afgemeld was."
END_SESSION = """
from uitzicht.cli.console import configured
configured()
from django.contrib.sessions.models import Session
assert Session.objects.filter(pk=%r).delete()[0] == 1
"""


def test_two_devices_that_write_at_the_same_question_see_both_texts(residents: Visitors, known: dict[str, str]) -> None:
    with residents.page_as("interviewer") as here, residents.page_as("interviewer") as there:
        notes, status = open_part(here, known["interview"], "content")
        other_notes, other_status = open_part(there, known["interview"], "content")
        other_notes.fill(THEIRS)
        expect_saved(other_status)
        notes.fill(MINE)
        expect(status).to_have_attribute("data-state", "conflict")
        expect(notes).to_have_value(MINE)
        expect(here.locator("[data-newer]:visible")).to_contain_text(THEIRS)
        here.locator("[data-newer]:visible [data-keep=mine]").click()
        expect_saved(status)
        there.reload()
        expect(other_notes).to_have_value(MINE)
    only_the_break_was_told(residents)


def test_a_window_beside_it_follows_what_is_saved(residents: Visitors, known: dict[str, str]) -> None:
    with residents.page_as("interviewer") as here:
        there = here.context.new_page()
        notes, status = open_part(here, known["interview"], "content")
        other_notes, _ = open_part(there, known["interview"], "content")
        written = notes.input_value() + " En nog iets."
        notes.fill(written)
        expect_saved(status)
        expect(other_notes).to_have_value(written)


def test_who_is_signed_out_meanwhile_finds_the_text_after_signing_in_again(
    residents: Visitors, house: Installation, known: dict[str, str]
) -> None:
    with residents.visitor() as page:
        residents.sign_in(page, "interviewer")
        notes, status = open_part(page, known["interview"], "terms")
        _end_session(page, house)
        notes.fill(TYPED)
        expect(status).to_have_attribute("data-why", "signedOutKept")
        page.locator("[data-sign-in]").click()
        page.locator("[name=login]").fill(residents.accounts["interviewer"])
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("form.signin button[type=submit]").click()
        page.wait_for_url("**/terms/**")
        expect(notes).to_have_value(TYPED)
        expect_saved(status)
        page.reload()
        expect(notes).to_have_value(TYPED)
    only_the_break_was_told(residents)


def _end_session(page: Page, house: Installation) -> None:
    key = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "sessionid")
    house.run([sys.executable, "-c", END_SESSION % key])

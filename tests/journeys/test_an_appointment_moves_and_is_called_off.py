"""Registered, planned, moved to what the leaver proposes, called off; and what two calendars hold at each of these."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import Visitors, said
from tests.journeys.conftest import CAST
from tests.journeys.judging import days_of_work
from tests.journeys.mailbox import Mailbox, calendar_behind, calendar_of, text_of
from tests.journeys.own_pages import go_in, link_in

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_step_after_another")]

JAN, BRAM = "jan.1004@havenlicht.example", CAST["interviewer"]
BRUSSELS = ZoneInfo("Europe/Brussels")
HOUR = 14


@pytest.fixture(scope="module")
def proposed() -> list[datetime]:
    """What Jan proposes, once he has."""
    return []


def test_somebody_who_leaves_is_planned_and_two_people_hear_of_it(people: Visitors, mailbox: Mailbox) -> None:
    with people.page_as("hr_lead") as page:
        page.goto("/departures/new/")
        page.get_by_label(said("Who is leaving?")).fill("Jan Peeters (1004)")
        page.get_by_label(said("Kind of departure")).select_option("resignation")
        page.get_by_label(said("Date of the notice")).fill(date.today().isoformat())
        page.get_by_label(said("Desired or undesired?")).select_option("undesired")
        page.get_by_role("button", name=said("Show the dates")).click()
        expect(page.locator("#dates")).to_contain_text(said("as worked out from the notice"))
        people.look(page, "how the end of the contract is worked out")
        page.get_by_role("button", name=said("Register the departure")).click()
        page.get_by_role("link", name=said("Plan the conversation")).click()
        page.get_by_role("radio", name="Bram Nijs").check()
        expect(page.locator(".week:visible input:checked")).to_have_count(1)
        page.get_by_label(said("Room or address of the call")).fill("Kamer Vuurtoren")
        page.get_by_role("button", name=said("Make the appointment")).click()
        expect(page.get_by_role("status").first).to_contain_text(said("The appointment is made."))
        page.goto("/planning/calendar/?view=month&week=" + _held(mailbox, JAN)[0].isoformat()[:10])
        expect(page.locator(".agenda")).to_contain_text("Jan Peeters")
        people.look(page, "the calendar of conversations")
    assert mailbox.receivers == {JAN, BRAM}
    assert _held(mailbox, JAN) == _held(mailbox, BRAM)
    assert len(_held(mailbox, JAN)) == 1


def test_the_leaver_proposes_another_time(people: Visitors, mailbox: Mailbox, proposed: list[datetime]) -> None:
    stands = _held(mailbox, JAN)[0].date()
    with people.visitor(phone=True) as page:
        go_in(page, link_in(mailbox.to(JAN)))
        page.get_by_role("link", name=said("Look at the appointment")).click()
        page.get_by_role("link", name=said("Ask for another time or person")).click()
        days = [option.get_attribute("value") or "" for option in page.locator("[name=day1] option").all()]
        possible = [date.fromisoformat(day) for day in days if day]
        assert all(days_of_work(day - timedelta(days=1), day) for day in possible)
        day = next(day for day in possible if day != stands)
        page.locator("[name=day1]").select_option(day.isoformat())
        page.locator("[name=time1]").fill(f"{HOUR}:00")
        page.get_by_role("button", name=said("Send my request")).click()
        expect(page.get_by_role("heading", name=said("You asked, and HR will answer by mail"))).to_be_visible()
        people.look(page, "a proposal of the leaver")
    proposed.append(datetime(day.year, day.month, day.day, HOUR, tzinfo=BRUSSELS))
    assert len(mailbox.mails) == 2


def test_one_click_accepts_it_and_both_calendars_move(
    people: Visitors, mailbox: Mailbox, proposed: list[datetime]
) -> None:
    with people.page_as("hr_lead") as page:
        _open(page)
        page.get_by_role("button", name=said("Accept")).first.click()
        expect(page.get_by_role("status").first).to_contain_text(said("The proposal is accepted."))
        people.look(page, "an accepted proposal")
    for address in (JAN, BRAM):
        assert _held(mailbox, address) == proposed, address
    answer = mailbox.all_to(JAN)[-1]
    assert "Je voorstel past" in answer["Subject"]
    with people.visitor(phone=True) as page:
        go_in(page, link_in(answer))
        page.goto("/my/appointment/")
        expect(page.get_by_role("heading", level=1)).to_have_text(said("Your appointment stands"))


def test_called_off_it_leaves_both_calendars(people: Visitors, mailbox: Mailbox, proposed: list[datetime]) -> None:
    with people.page_as("hr_lead") as page:
        _open(page)
        page.get_by_role("link", name=said("Cancel the appointment")).click()
        page.get_by_role("button", name=said("Cancel the appointment")).click()
        expect(page.get_by_role("status").first).to_contain_text(said("The appointment is cancelled."))
        page.goto(f"/planning/calendar/?week={proposed[0].date().isoformat()}")
        expect(page.locator("main")).not_to_contain_text("Jan Peeters")
    for address in (JAN, BRAM):
        assert _held(mailbox, address) == [], address
    assert mailbox.receivers == {JAN, BRAM}


def test_a_late_mail_brings_nothing_back(mailbox: Mailbox) -> None:
    for address in (JAN, BRAM):
        calendar = calendar_behind(mailbox, address)
        calendar.take(calendar_of(mailbox.all_to(address)[0]))
        assert not calendar.events, address
        assert list(calendar.sequences.values()) == [2], address


def test_the_mail_to_the_interviewer_opens_no_page_of_the_leaver(mailbox: Mailbox) -> None:
    assert all("/my/" not in text_of(mail) for mail in mailbox.all_to(BRAM))


def _open(page: Page) -> None:
    page.goto("/departures/?q=Jan")
    page.get_by_role("rowheader").get_by_role("link", name="Jan Peeters").click()


def _held(mailbox: Mailbox, address: str) -> list[datetime]:
    """When the events begin that stand in a calendar."""
    return [starts_at for starts_at, _ in calendar_behind(mailbox, address).events.values()]

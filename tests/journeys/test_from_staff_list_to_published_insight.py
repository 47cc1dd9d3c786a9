"""The whole main job, as the people of one organisation do it in their browsers, in Dutch."""

import re
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import cast
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.cast import PASSWORD
from tests.journeys import staff
from tests.journeys.browsing import Visitors, said
from tests.journeys.conftest import CAST
from tests.journeys.installation import Installation
from tests.journeys.judging import days_of_work, structure
from tests.journeys.mailbox import Mailbox, calendar_of, text_of
from tests.journeys.own_pages import go_in, link_in
from tests.journeys.ways import choose_staff_file, open_conversation, open_departure, score, to_part

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_step_after_another")]

ILSE, TARIK, JAN = "ilse@havenlicht.example", "tarik@havenlicht.example", "jan@havenlicht.example"
ACCOUNTS = CAST | {"second_interviewer": ILSE, "other_leader": TARIK}
WHAT_WAS_SAID = "De roosters wisselden elke week, dat hield ik niet vol."
LEAVE_DAYS = 3
TIME_PASSES = 60  # days


@pytest.fixture(scope="module")
def people(browser: Browser, installation: Installation) -> Visitors:
    return Visitors(browser, installation, ACCOUNTS, PASSWORD)


def test_an_empty_house_teaches(people: Visitors) -> None:
    with people.page_as("hr_lead") as page:
        for address in ("/", "/staff/", "/departures/", "/departures/?view=board", "/releases/", "/insight/"):
            page.goto(address)
            expect(page.locator(".empty").first).to_be_visible()
            assert not people.complaints_both_ways(page)


def test_a_staff_list_with_errors_names_them_and_imports_nothing(people: Visitors) -> None:
    with people.page_as("hr_lead") as page:
        choose_staff_file(page, staff.file_with_errors())
        table = page.get_by_role("table", name=said("Errors"))
        for column, value in (("In dienst", "31/02/2019"), ("Leidinggevende", "9999")):
            row = table.get_by_role("row").filter(has_text=value)
            expect(row.get_by_role("rowheader")).to_have_text(str(staff.ROW_OF_THE_ERRORS))
            expect(row).to_contain_text(column)
        expect(page.get_by_role("button", name=said("Import this list"))).to_have_count(0)
        people.look(page, "a staff list with errors")
        page.goto("/staff/")
        expect(page.get_by_role("table")).to_have_count(0)


def test_a_sound_staff_list_shows_what_would_change_and_is_imported_on_confirmation(people: Visitors) -> None:
    with people.page_as("hr_lead") as page:
        choose_staff_file(page, staff.sound_file())
        expect(page.get_by_role("heading", level=1)).to_have_text(said("What would change"))
        expect(page.locator(".lede")).to_contain_text(str(staff.PEOPLE))
        expect(page.get_by_role("rowheader").filter(has_text="Tarik Öztürk")).to_be_visible()
        people.look(page, "what would change")
        page.get_by_role("button", name=said("Import this list")).click()
        expect(page.get_by_role("table").locator("caption")).to_contain_text(str(staff.PEOPLE))
        page.goto("/staff/?q=Sofie")
        expect(page.get_by_role("row").filter(has_text="Sofie Martens")).to_contain_text("Terminal / Kade Noord")


def test_accounts_belong_to_people_on_the_list(installation: Installation) -> None:
    accounts = (
        (CAST["interviewer"], "Bram Nijs", ["interviewer"], "1007", ""),
        (ILSE, "Ilse Danckaert", ["interviewer"], "1008", ""),
        (JAN, "Jan Peeters", ["interviewer"], "1101", ""),
        (CAST["leader"], "Els Maes", ["leader", "interviewer"], "1003", "Terminal / Kade Noord"),
        (TARIK, "Tarik Öztürk", ["leader"], "1004", "Terminal / Kade Zuid"),
    )
    for email, name, roles, employee, unit in accounts:
        given = [part for role in roles for part in ("--role", role)] + (["--unit", unit] if unit else [])
        told = installation.command(
            "user", "add", email, "--name", name, *given, "--employee", employee, "--password", PASSWORD
        )
        assert email in told


def test_registering_a_departure_computes_the_days_that_count(people: Visitors) -> None:
    ends_on = date.today() + timedelta(days=30)
    with people.page_as("hr_lead") as page:
        page.goto("/departures/new/")
        page.get_by_label(said("Who is leaving?")).fill("Sofie Martens (1100)")
        page.get_by_label(said("Kind of departure")).select_option("resignation")
        page.get_by_label(said("Date of the notice")).fill(date.today().isoformat())
        page.get_by_label(said("End of the contract")).fill(ends_on.isoformat())
        page.get_by_label(said("Leave days still to take")).fill(str(LEAVE_DAYS))
        page.get_by_label(said("Desired or undesired?")).select_option("undesired")
        page.get_by_role("button", name=said("Show the dates")).click()
        last_day = date.fromisoformat(page.locator("input[type=hidden][name=seen]").input_value())
        assert days_of_work(last_day, ends_on) == LEAVE_DAYS
        expect(page.locator("#dates")).to_contain_text(said("Target day"))
        people.look(page, "the dates before they are kept")
        page.get_by_label(said("Why another end than proposed?")).select_option("agreed")
        page.get_by_role("button", name=said("Register the departure")).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Sofie Martens")
        people.look(page, "a departure without appointment")
        page.get_by_role("link", name=said("Plan the conversation")).click()
        target = date.fromisoformat(page.get_by_label(said("Day"), exact=True).input_value())
        assert date.today() < target < last_day
        assert days_of_work(target - timedelta(days=1), target) == 1


def test_planning_offers_independent_people_only_and_invites_two_people(people: Visitors, mailbox: Mailbox) -> None:
    with people.page_as("hr_lead") as page:
        open_departure(page)
        page.get_by_role("link", name=said("Plan the conversation")).click()
        choices = page.locator(".candidates li")
        assert sorted(choices.locator("b").all_inner_texts()) == ["Bram Nijs", "Ilse Danckaert"]
        assert all(why.strip() for why in choices.locator("[id^=why]").all_inner_texts())
        expect(page.get_by_text("Els Maes")).to_contain_text("Jan Peeters")  # named as not available, without a reason
        page.get_by_role("radio", name="Bram Nijs").check()
        page.get_by_label(said("Room or address of the call")).fill("Kamer Vuurtoren")
        people.look(page, "planning")
        page.get_by_role("button", name=said("Make the appointment")).click()
        expect(page.get_by_role("status").first).to_contain_text(said("The appointment is made."))
        people.look(page, "a departure with appointment")
    leaver, interviewer = staff.private_address(staff.LEAVER), CAST["interviewer"]
    assert mailbox.receivers == {leaver, interviewer}
    for address in (leaver, interviewer):
        calendar = calendar_of(mailbox.to(address))
        assert "METHOD:REQUEST" in calendar
        assert "Kamer Vuurtoren" in calendar
        assert "Els Maes" not in calendar + text_of(mailbox.to(address))
    assert "/my/" not in text_of(mailbox.to(interviewer))


def test_the_leaver_reads_the_promise_on_a_phone_and_keeps_the_appointment(people: Visitors, mailbox: Mailbox) -> None:
    with people.visitor(phone=True) as page:
        go_in(page, link_in(mailbox.to(staff.private_address(staff.LEAVER))))
        expect(page.get_by_role("heading", level=1)).to_contain_text("Sofie")
        page.get_by_role("link", name=said("What we promise you")).first.click()
        promise = page.locator("dl.promised")
        expect(promise).to_contain_text("5")
        expect(promise).to_contain_text("anoniem verwerkt")
        assert not people.complaints_both_ways(page)
        page.get_by_role("link", name=said("To all my pages")).click()
        page.get_by_role("link", name=said("Look at the appointment")).click()
        with page.expect_download() as download:
            page.get_by_role("link", name=said("Put it in my calendar")).click()
        calendar = Path(download.value.path()).read_text(encoding="utf-8")
        assert calendar.startswith("BEGIN:VCALENDAR")
        assert "Bram Nijs" in calendar


def test_the_interviewer_prepares_and_holds_the_conversation(people: Visitors) -> None:
    with people.page_as("interviewer") as page:
        page.goto("/interviews/")
        page.get_by_role("row").filter(has_text="Sofie Martens").get_by_role("link").click()
        expect(page.get_by_role("table")).to_contain_text("Terminalplanner")
        people.look(page, "the preparation")
        page.get_by_role("button", name=said("Mark as prepared")).click()
        page.get_by_role("button", name=said("Start the conversation")).click()
        to_part(page, "conditions")
        page.locator("textarea:visible").first.fill(WHAT_WAS_SAID)
        expect(page.locator("[data-status]")).to_have_attribute("data-state", "saved")
        page.reload()
        expect(page.locator("textarea:visible").first).to_have_value(WHAT_WAS_SAID)
        people.look(page, "the conversation")
        for part in ("content", "conditions", "relations", "terms", "organisation"):
            to_part(page, part)
            score(page, 2)
            page.locator("footer").get_by_role("button", name=said("Part is covered")).click()
            page.wait_for_url(re.compile(rf"/interviews/[0-9a-f-]+/(?!{part}/)"))


def test_the_reasons_are_put_in_order_with_their_force(people: Visitors) -> None:
    with people.page_as("interviewer") as page:
        open_conversation(page)
        to_part(page, "leaving")
        page.locator("[data-steps] a[href*=reasons]").click()
        for reason in page.locator(".catalogue [data-group]").nth(1).locator("[data-reason]").all()[:2]:
            reason.click()
        first = page.locator("[data-place='1'] .segments input:checked")
        expect(first).to_have_count(1)
        before = page.locator("#reason-1").input_value()
        page.locator("[data-place='2'] [data-move=up]").click()
        assert page.locator("#reason-2").input_value() == before
        page.locator("[data-place='1'] .segments input").nth(1).check()
        expect(page.locator("[data-status]")).to_have_attribute("data-state", "saved")
        people.look(page, "the reasons")
        page.reload()
        assert page.locator("#reason-2").input_value() == before
        expect(page.locator("[data-place='1'] .segments input").nth(1)).to_be_checked()


def test_the_conversation_closes_with_a_summary_and_its_themes(people: Visitors) -> None:
    with people.page_as("interviewer") as page:
        open_conversation(page)
        to_part(page, "goodbye")
        page.locator("[data-steps] a").last.click()
        page.locator("textarea[name=summary]").fill("Een goede tijd; de roosters wogen te zwaar.")
        expect(page.locator("[data-status]")).to_have_attribute("data-state", "saved")
        page.locator("footer").get_by_role("button", name=said("Next")).click()
        people.look(page, "before finishing")
        page.get_by_role("button", name=said("Finish the conversation")).click()
        expect(page.locator(".said")).to_have_text(WHAT_WAS_SAID)
        page.locator("#themes fieldset").first.locator("input[value=negative]").check()
        page.get_by_role("button", name=said("Save the themes")).click()
        expect(page.locator("#themes fieldset").first.locator("input[value=negative]")).to_be_checked()
        people.look(page, "the themes")
        page.get_by_role("button", name=said("Finish processing")).click()
        expect(page.get_by_role("row").filter(has_text="Sofie Martens")).to_contain_text(said("Read the notes"))


def test_nobody_else_opens_the_conversation(people: Visitors) -> None:
    with people.page_as("interviewer") as page:
        open_conversation(page, said("Read the notes"))
        address = page.url
    for role in ("hr_lead", "guardian", "second_interviewer"):
        with people.page_as(role) as page:
            answer = page.goto(address)
            assert answer is not None
            assert answer.status == 404, role


def test_nothing_is_published_before_people_have_left(people: Visitors, installation: Installation) -> None:
    installation.script("colleagues_leave", ILSE, *staff.LEAVING_TOO)
    with people.page_as("hr_lead") as page:
        page.goto("/releases/")
        expect(page.get_by_role("button", name=re.compile(said("Freeze")))).to_have_count(0)
        page.goto("/insight/")
        expect(page.locator("main")).to_contain_text(said("There are no figures yet."))


def test_later_a_release_is_frozen_and_its_attack_reported(people: Visitors, installation: Installation) -> None:
    installation.stop()
    installation.serve(days_later=TIME_PASSES)
    people.forget_sessions()
    with people.page_as("hr_lead") as page:
        page.goto("/releases/")
        people.look(page, "the release desk")
        page.locator("#freeze input[type=checkbox]").check()
        page.locator("#freeze button[type=submit]").click()
        page.wait_for_url("**/releases/1/", timeout=180_000)
        expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"1$"))
    with people.page_as("guardian") as page:
        page.goto("/releases/")
        page.get_by_role("row").last.get_by_role("link").click()
        report = page.get_by_role("table", name=said("Attack report"))
        opened = report.locator("tbody tr td:last-child").all_inner_texts()
        assert opened
        assert set(opened) == {"0"}
        assert not people.complaints_both_ways(page)


def test_the_hr_lead_reads_findings_and_downloads_the_report(people: Visitors) -> None:
    with people.page_as("hr_lead") as page:
        page.goto("/insight/")
        expect(page.locator(".release-foot code")).to_have_text(re.compile(r"[0-9a-f]"))
        assert not people.complaints_both_ways(page)
        page.goto("/insight/reasons/")
        assert "5" in page.locator(".finding").first.inner_text()
        expect(page.locator("figure.chart svg").first).to_be_attached()
        expect(page.get_by_role("table").first).to_be_visible()
        assert not people.complaints_both_ways(page)
        with page.expect_download() as download:
            page.get_by_role("link", name=said("Report (PDF)")).click()
        report = PdfReader(BytesIO(Path(download.value.path()).read_bytes()))
    catalogue = report.root_object
    assert report.metadata is not None
    assert report.metadata.title
    assert cast(DictionaryObject, catalogue["/MarkInfo"])["/Marked"]
    assert str(catalogue["/Lang"]).startswith("nl")
    figures = [one for one in structure(catalogue["/StructTreeRoot"]) if one.get("/S") == "/Figure"]
    assert figures
    assert all(figure.get("/Alt") for figure in figures)


def test_a_leader_reads_the_own_unit_and_no_other(people: Visitors) -> None:
    with people.page_as("leader") as page:
        page.goto("/insight/reasons/?view=units")
        expect(page.locator("main table").first).to_contain_text("Kade Noord")
        assert "Havenlicht" not in page.locator("main").inner_text()
        expect(page.locator(".release-foot a")).to_have_count(0)  # the desk is not theirs: no link into a 404
        assert not people.complaints_both_ways(page)
    with people.page_as("hr_lead") as page:
        page.goto("/insight/reasons/")
        kade_noord = page.locator("select[name=unit] option", has_text="Kade Noord").get_attribute("value")
    with people.page_as("other_leader") as page:
        for address in ("/insight/", f"/insight/reasons/?{urlencode({'unit': kade_noord})}"):
            page.goto(address)
            expect(page.locator("main")).not_to_contain_text("Kade Noord")
            expect(page.locator("figure.chart")).to_have_count(0)


def test_the_audit_trail_tells_it_all_and_no_answer(people: Visitors) -> None:
    with people.page_as("guardian") as page:
        for action in ("account.signed_in", "staff.imported", "interview.opened", "release.frozen", "report.exported"):
            page.goto(f"/administration/audit/?action={action}")
            expect(page.get_by_role("table").locator("tbody tr").first).to_contain_text(action)
        page.goto("/administration/audit/?check=1")
        expect(page.locator("#check [role=status]")).to_have_text(
            said("Every line fits the one before it. No line was changed or taken out.")
        )
        assert not people.complaints_both_ways(page)
        assert WHAT_WAS_SAID not in page.content()

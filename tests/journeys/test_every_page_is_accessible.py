import re

import pytest
from playwright.sync_api import expect

from tests.house.access import ACCESS, PUBLIC, SIGN_IN
from tests.journeys.browsing import Visitors, said
from tests.journeys.conftest import CAST

pytestmark = pytest.mark.browser

# Every page that answers GET, by route, with its address where it has arguments; files and bare saves are no pages.
ADDRESSES = {
    "today": "/",
    "staff": "/staff/",
    "staff_import": "/staff/import/",
    "administration": "/administration/",
    "users": "/administration/users/",
    "user_add": "/administration/users/add/",
    "user": "/administration/users/1/",
    "privacy_settings": "/administration/settings/",
    "audit_trail": "/administration/audit/",
    "departures": "/departures/",
    "departure_new": "/departures/new/",
    "departure": "/departures/{departure}/",
    "departure_change": "/departures/{departure}/change/",
    "departure_cancel": "/departures/{departure}/cancel/",
    "plan": "/departures/{planned}/plan/",
    "appointment_cancel": "/departures/{planned}/plan/cancel/",
    "planning_calendar": "/planning/calendar/",
    "interviewer_hours": "/planning/interviewers/",
    "interviewer_diary": "/planning/interviewers/{bram}/",
    "rooms": "/planning/rooms/",
    "room_new": "/planning/rooms/new/",
    "room": "/planning/rooms/{room}/",
    "many": "/planning/many/",
    "many_plan": "/planning/many/{plan}/",
    "many_row": "/planning/many/{plan}/{plan_row}/",
    "closing_days": "/administration/closing-days/",
    "checklists": "/checklists/",
    "checklist": "/departures/{departure}/checklist/",
    "checklist_texts": "/departures/{departure}/checklist/texts/",
    "checklist_task": "/checklists/tasks/{task}/",
    "checklist_template": "/checklists/template/",
    "checklist_template_add": "/checklists/template/new/",
    "checklist_template_task": "/checklists/template/1/",
    "property_register": "/departures/{departure}/property/",
    "property_import": "/checklists/property/import/",
    "property_import_review": "/checklists/property/import/{stock}/",
    "my_tasks": "/tasks/",
    "interviews": "/interviews/",
    "prepare": "/interviews/{departure}/prepare/",
    "talk_part": "/interviews/{interview}/content/",
    "reasons": "/interviews/{interview}/reasons/",
    "finish": "/interviews/{interview}/finish/",
    "code": "/interviews/{finished}/code/",
    "summary": "/interviews/{finished}/summary/",
    "shared_summaries": "/summaries/",
    "shared_summary": "/summaries/{shared}/",
    "questionnaires": "/questionnaires/",
    "questionnaire": "/questionnaires/{draft}/",
    "questionnaire_missing": "/questionnaires/{draft}/missing/",
    "questionnaire_preview": "/questionnaires/{draft}/preview/",
    "questionnaire_item": "/questionnaires/{draft}/items/{own_item}/",
    "questionnaire_part": "/questionnaires/{draft}/parts/content/",
    "questionnaire_add": "/questionnaires/{draft}/parts/content/add/",
    "questionnaire_publish": "/questionnaires/{draft}/publish/",
    "questionnaire_retire": "/questionnaires/1/retire/",
    "questionnaire_delete": "/questionnaires/{draft}/delete/",
    "follow_ups": "/follow-ups/",
    "releases": "/releases/",
    "release": "/releases/1/",
    "insight": "/insight/",
    "measure": "/insight/reasons/",
    "cost": "/insight/cost/",
    "cost_lines": "/insight/cost/lines/",
    "reference_figures": "/insight/reference/",
    "reports": "/reports/",
    "standing_reports": "/reports/announced/",
    "report_brand": "/reports/look/",
    "actions": "/actions/",
    "action": "/actions/{action}/",
    "action_new": "/actions/new/?release=1&story=experience&section=experience",
    "action_change": "/actions/{action}/change/",
    "tellings": "/actions/told/",
    "telling": "/actions/{told_action}/telling/",
    "telling_letter": "/actions/told/letter/nl/",
    "telling_withdraw": "/actions/{told_action}/telling/withdraw/",
    "farewell": "/departures/{departure}/farewell/",
    "thanks_card": "/departures/{departure}/card/",
    "last_day": "/departures/{gone}/last-day/",
    "final_mail": "/departures/{gone}/last-mail/",
    "references": "/departures/{gone}/references/",
    "alumni": "/alumni/",
    "alumni_counts": "/alumni/counts/",
    "alumni_returned": "/alumni/returned/",
    "alumni_openings": "/alumni/openings/",
    "alumni_opening": "/alumni/openings/{opening}/",
    "alumni_referrals": "/alumni/referrals/",
    "alumni_referral": "/alumni/referrals/{referral}/",
    "alumni_newsletters": "/alumni/newsletters/",
    "alumni_newsletter_new": "/alumni/newsletters/new/",
    "alumni_newsletter": "/alumni/newsletters/{newsletter}/",
    "alumni_newsletter_change": "/alumni/newsletters/{newsletter}/change/",
}
NO_PAGES = {
    *("staff_sample", "invitation_send", "save_answer", "save_reasons", "save_summary", "record_part", "release_run"),
    *("release_propose", "release_approve", "release_decline", "release_stop"),
    "release_progress",  # looked at below, where a release is refused
    *("measure_workbook", "drawing_svg", "drawing_png", "cost_download"),
    *("release_document", "measure_download", "report", "paper", "questionnaire_guide"),
    *("wish_accept", "wish_keep", "on_paper", "confirm_at_table"),
    *("many_accept", "many_send", "closing_day_remove", "planning_feed_make", "planning_feed_revoke"),
    *("checklist_ask", "checklist_template_move", "property_sample"),
    *("questionnaire_start", "questionnaire_arrange", "questionnaire_undo"),
    *("reference_figures_keep", "reference_figures_withdraw", "reference_figures_sample", "report_file", "report_logo"),
    *("action_move", "action_hand_over", "action_note", "action_step_add", "action_step", "tell_alumni"),
    *("standing_stop", "telling_letter_file", "telling_publish", "farewell_calendar", "thanks_card_pdf"),
    *("alumni_export", "alumni_newsletter_send"),
    "talk",  # leads to the part that comes next
    "staff_import_review",  # looked at in the journey, where a file is chosen
}
# Other states of the same pages.
MORE = {
    "hr_lead": (
        "/departures/?view=board",
        "/departures/?q=nobody",
        "/staff/?q=nobody",
        "/insight/who-left/?view=units",
        *(f"/insight/{page}/" for page in ("turnover", "staying", "groups", "field", "maturity", "psychosocial")),
        "/questionnaires/1/",
        "/questionnaires/{draft}/preview/?as=leaver",
        "/planning/calendar/?view=month",
        "/planning/many/{plan_made}/",
        "/departures/{asked}/",
        "/departures/{asked}/plan/",
        "/departures/{gone}/checklist/",
        "/departures/{gone}/property/",
        "/checklists/?state=all",
        "/checklists/?q=nobody",
        "/actions/?view=board",
        "/actions/?q=nobody",
        "/actions/{told_action}/",
        "/you-said-we-did/",
    ),
    "interviewer": (
        "/interviews/{interview}/opening/",
        "/interviews/{interview}/leaving/",
        "/interviews/{interview}/goodbye/?question=2",
        "/interviews/{corrected}/summary/",
        "/interviews/{read_beforehand}/prepare/",
        "/planning/calendar/",
        "/planning/interviewers/{bram}/",
        "/tasks/",
    ),
    "prevention": ("/summaries/", "/insight/psychosocial/", "/reports/", "/actions/"),
    "guardian": ("/administration/audit/?check=1",),
}
ROLES = tuple(CAST)


def _pages_of(role: str) -> list[str]:
    """Each page once, by the first role that may see it; Today, which differs, by every role."""
    first = {route: next(one for one in ROLES if one in ACCESS[route]) for route in ADDRESSES}
    return [address for route, address in ADDRESSES.items() if first[route] == role or route == "today"]


def test_the_list_of_pages_is_whole() -> None:
    walled = {route for route, roles in ACCESS.items() if roles not in (PUBLIC, SIGN_IN)}
    assert walled - NO_PAGES == set(ADDRESSES)


@pytest.mark.parametrize("role", ROLES)
def test_pages_of_a_role(residents: Visitors, known: dict[str, str], role: str) -> None:
    with residents.page_as(role) as page:
        residents.walk(page, [address.format(**known) for address in (*_pages_of(role), *MORE.get(role, ()))])


@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_pages_in_other_languages(residents: Visitors, known: dict[str, str], language: str) -> None:
    with residents.page_as("hr_lead") as page:
        page.goto("/")
        page.locator(f"footer button[lang={language}]").click()
        residents.walk(page, ["/", f"/departures/{known['departure']}/", "/insight/", "/releases/"])
        assert page.locator("html").get_attribute("lang") == language


def test_pages_that_need_no_account(residents: Visitors) -> None:
    with residents.visitor() as page:
        residents.walk(page, ["/account/sign-in/", "/account/password/reset/"])


def test_the_task_of_a_mailed_link(residents: Visitors, known: dict[str, str]) -> None:
    with residents.visitor() as page:
        page.goto(known["task_door"])
        found = residents.complaints_both_ways(page)
        page.get_by_role("button", name=said("Open the task")).click()
        page.wait_for_url("**/task/")
        found += residents.complaints_both_ways(page)
        page.get_by_role("button", name=said("Tick off")).click()
        expect(page.get_by_role("button", name=said("Undo"))).to_be_visible()
        found += residents.complaints_both_ways(page)
        page.get_by_role("button", name=said("Undo")).click()
        page.goto("/task/of-nobody/")
        found += residents.complaints_both_ways(page)
        assert not found, "\n".join(found)


def test_the_secret_address_of_the_calendar(residents: Visitors) -> None:
    with residents.page_as("interviewer") as page:
        page.goto("/planning/calendar/")
        page.locator("form[action$='/calendar/address/'] button").click()
        expect(page.locator("main")).to_contain_text("/planning/feed/")
        found = residents.complaints_both_ways(page)
        assert not found, "\n".join(found)


def test_pages_that_say_no(residents: Visitors, known: dict[str, str]) -> None:
    with residents.page_as("hr_lead") as page:
        page.goto("/no/such/page/")
        found = residents.complaints_both_ways(page)
        page.goto(f"/departures/{known['gone']}/plan/")  # too late to plan: a refusal with its reason
        assert page.locator("code").inner_text().startswith("planning.")
        found += residents.complaints_both_ways(page)
        page.goto("/departures/new/")
        page.locator("main form button[type=submit]").first.click()
        found += residents.complaints_both_ways(page)
        page.goto(
            "/releases/"
        )  # too soon after the last release, so the desk has no button: another form is sent there
        page.evaluate(
            "() => { const form = document.querySelector('footer form'); form.action = '/releases/run/'; form.submit(); }"
        )
        expect(page.locator("main code")).to_have_text(re.compile("^release\\."), timeout=60_000)
        found += residents.complaints_both_ways(page)
        assert not found, "\n".join(found)

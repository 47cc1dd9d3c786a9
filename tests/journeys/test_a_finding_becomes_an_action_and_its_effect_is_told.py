"""From a finding to an action, and two releases later to what it brought: measured, confirmed, and told to everybody."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

import pytest
from babel.dates import format_date
from playwright.sync_api import Browser, Page, expect

from tests.cast import PASSWORD
from tests.journeys.browsing import Visitors, said
from tests.journeys.conftest import CAST
from tests.journeys.installation import new_installation
from tests.journeys.mailbox import Mailbox
from tests.journeys.quays import Quays, plural, points, sentence_of, table_of, to_expect
from tests.journeys.years import ELSEWHERE, HERE

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_step_after_another")]

TITLE, STEPS = "Roosters vier weken vooraf vastleggen", ("Ploegen bevragen", "Nieuw rooster afspreken")
COST, WHY = 12000, "Besproken met de ploegen."
WE_DID = "Sinds januari ligt elk rooster vier weken vooraf vast."
MADE_WITHIN = 180_000  # milliseconds in which a small release is made on a busy machine


@pytest.fixture(scope="module")
def quays(browser: Browser, mailbox: Mailbox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Quays]:
    """Served today, with almost two years behind it."""
    made = new_installation(tmp_path_factory.mktemp("quays"), mail=mailbox.address)
    found = Quays(made)
    found.live(found.today)
    made.serve()
    yield found
    made.stop()


@pytest.fixture(scope="module")
def people(browser: Browser, quays: Quays) -> Visitors:
    return Visitors(browser, quays.installation, CAST, PASSWORD)


def test_a_first_release_is_frozen(people: Visitors) -> None:
    with people.page_as("hr_lead") as page:
        page.goto("/releases/")
        page.locator("#freeze input[type=checkbox]").check()
        page.locator("#freeze button[type=submit]").click()
        page.wait_for_url("**/releases/1/", timeout=MADE_WITHIN)


def test_a_finding_on_turnover_becomes_an_action(people: Visitors, quays: Quays) -> None:
    year = quays.today.year - 1
    left, worked = quays.counted([HERE], date(year, 1, 1), date(year + 1, 1, 1))
    with people.page_as("hr_lead") as page:
        page.goto("/insight/turnover/")
        page.locator("select[name=unit]").select_option(quays.unit)
        page.get_by_role("button", name=said("Show figures")).click()
        finding = page.locator("#turnover").inner_text()
        assert {f"{points(left / worked)}\xa0%", str(left), str(year)} <= set(re.findall(r"[\d,]+(?:\xa0%)?", finding))
        page.locator("[aria-labelledby=turnover]").get_by_role("link", name=said("Make an action of this")).click()
        expect(page.locator(".kept .finding")).to_have_text(finding)
        page.get_by_label(said("What will you do?")).fill(TITLE)
        expect(page.get_by_label(said("Which figure should change?")).locator("option:checked")).to_contain_text(
            points(left / worked, 0)
        )
        page.get_by_label(said("Cost in euros")).fill(str(COST))
        page.get_by_label(said("Steps")).fill(STEPS[0])
        people.look(page, "a new action")
        page.get_by_role("button", name=said("Propose the action")).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
        expect(page.locator(".kept .finding")).to_have_text(finding)
        assert not people.complaints_both_ways(page)


def test_it_is_agreed_begun_and_done_with_a_day_from_which_it_works(people: Visitors, quays: Quays) -> None:
    with people.page_as("hr_lead") as page:
        open_action(page)
        page.get_by_role("button", name=said("Agree on this action")).click()
        page.get_by_label(said("New step")).fill(STEPS[1])
        page.get_by_role("button", name=said("Add the step")).click()
        page.get_by_role("button", name=said("Begin with it")).click()
        for step in STEPS:
            page.locator(".todo li").filter(has_text=step).get_by_role("button", name=said("Tick off")).click()
        expect(page.get_by_role("button", name=said("Undo"))).to_have_count(len(STEPS))
        page.get_by_label(said("Works from")).fill(quays.works_from.isoformat())
        page.locator("[aria-labelledby=move]").get_by_label(said("Note (not needed)")).fill(WHY)
        page.get_by_role("button", name=said("Mark as done")).click()
        expect(page.locator("#effect .finding")).to_have_text(
            said("Nothing is measured yet: the action does not work yet.")
        )
        expect(page.locator(".log li")).to_have_count(4)
        expect(page.locator(".log")).to_contain_text(WHY)
        people.look(page, "an action that is done")


def test_after_the_next_release_it_is_too_early_to_tell(people: Visitors, quays: Quays) -> None:
    later = quays.half_a_year_later
    release_on(quays, people, later)
    (left, worked), (_since, worked_since) = quays.before_and_after([HERE], later)
    elsewhere, _ = quays.before_and_after(ELSEWHERE, later)
    expected = left / worked * worked_since
    needed = ceil(to_expect(left, elsewhere[0]) - expected)
    when = later + timedelta(days=round(needed / expected * (later - quays.works_from).days))
    with people.page_as("hr_lead") as page:
        open_action(page)
        sentence = page.locator("#effect .finding")
        expect(sentence).to_contain_text(
            plural(
                "Too early to tell: {needed} more departure, at the pace of before, before a halving would show.",
                "Too early to tell: {needed} more departures, at the pace of before, before a halving would show.",
                needed,
            ).format(needed=needed)
        )
        # The day is an extrapolation, which may fall on either side of the turn of a month.
        months = {format_date(when + timedelta(days=days), "MMMM y", locale="nl") for days in (-10, 0, 10)}
        about = "|".join(re.escape(said("That is about {month}.").format(month=month)) for month in sorted(months))
        expect(sentence).to_contain_text(re.compile(about))
        expect(page.get_by_role("button", name=said("Confirm: effect shown"))).to_have_count(0)
        people.look(page, "too early to tell")


def test_two_releases_later_the_effect_is_told_beside_comparable_units(people: Visitors, quays: Quays) -> None:
    later = quays.another_year_later
    release_on(quays, people, later)
    before, after = quays.before_and_after([HERE], later)
    then, now = quays.before_and_after(ELSEWHERE, later)
    with people.page_as("hr_lead") as page:
        open_action(page)
        expect(page.locator("#effect .finding")).to_have_text(sentence_of(before, after, then, now))
        said_beside = page.locator("#effect .prose")
        for name in ELSEWHERE:
            expect(said_beside).to_contain_text(name)
        expect(said_beside).to_contain_text(
            said("A trend that it had already, beside those units, would look the same.")
        )
        expect(page.locator("#effect figure.chart svg").first).to_be_attached()
        page.locator("#effect summary").click()
        rows = page.locator("#effect tbody tr").all()
        assert [row.locator("td").all_inner_texts()[:3] for row in rows] == table_of(quays, later)
        assert not people.complaints_both_ways(page)
    with people.page_as("leader") as page:
        open_action(page)
        expect(page.locator("#effect .finding")).to_have_text(sentence_of(before, after, then, now))
        for name in ELSEWHERE:
            expect(page.locator("#effect")).not_to_contain_text(name)
        people.look(page, "the effect, as a leader reads it")


def test_the_hr_lead_confirms_what_is_shown(people: Visitors) -> None:
    with people.page_as("hr_lead") as page:
        open_action(page)
        expect(page.get_by_role("button", name=said("Confirm: no effect shown"))).to_have_count(0)
        page.get_by_role("button", name=said("Confirm: effect shown")).click()
        expect(page.locator("#move")).to_have_count(0)
        expect(page.locator(".log li")).to_have_count(6)
        people.look(page, "an effect that is confirmed")


def test_everybody_reads_what_was_done_and_what_it_brought(people: Visitors) -> None:
    with people.page_as("hr_lead") as page:
        open_action(page)
        finding, effect = page.locator(".kept .finding").inner_text(), page.locator("#effect .finding").inner_text()
        page.get_by_role("link", name=said("Tell what was done")).click()
        fields = [page.locator(f"textarea[name={name}]") for name in ("said", "did", "brought")]
        assert [field.input_value() for field in fields] == [finding, f"{TITLE}. {'. '.join(STEPS)}.", effect]
        fields[1].fill(WE_DID)
        people.look(page, "a text to better")
        page.get_by_role("button", name=said("Keep this text")).click()
        with people.visitor() as stranger:
            stranger.goto("/you-said-we-did/")
            expect(stranger.locator("main")).not_to_contain_text(WE_DID)
        page.get_by_role("button", name=said("Publish it")).click()
        people.look(page, "what is told")
    with people.visitor() as stranger:
        stranger.goto("/you-said-we-did/")
        expect(stranger.get_by_role("article")).to_have_count(1)
        for text in (finding, WE_DID, effect):
            expect(stranger.get_by_role("article")).to_contain_text(text)
        assert not people.complaints_both_ways(stranger)


def open_action(page: Page) -> None:
    page.goto("/actions/?state=all")
    page.get_by_role("link", name=TITLE).click()


def release_on(quays: Quays, people: Visitors, day: date) -> None:
    """Time passes, a night goes by and a release is made; everybody signs in anew."""
    made, days = quays.installation, quays.days_to(day)
    made.stop()
    quays.live(day)
    made.later(days, "nightly")
    made.later(days, "release")
    made.serve(days_later=days)
    people.forget_sessions()

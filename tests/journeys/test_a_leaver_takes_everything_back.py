import re
import sqlite3
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import Visitors, said
from tests.journeys.installation import Installation
from tests.journeys.own_pages import expect_kept, go_in

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_step_after_another")]

WORDS = "De ploeg was goed, de planning niet."
DATABASE = "uitzicht.sqlite3"
OTHERS = 5


@pytest.fixture(autouse=True)
def _in_a_file(settled: Installation) -> None:
    if settled.environment["UITZICHT_DATABASE_URL"]:
        pytest.skip("Only the bytes of SQLite stand in a file that this journey can read.")


@pytest.fixture(scope="module")
def robin(people: Visitors, settled: Installation) -> Iterator[Page]:
    with people.visitor(phone=True) as page:
        go_in(page, settled.known["robin_door"])
        yield page


@pytest.fixture(scope="module")
def sheets() -> dict[str, list[bytes]]:
    """What stood in the table of sealed sheets: "before" and "after" handing in."""
    return {}


def test_it_is_written_sealed_and_stands_on_the_disk(
    robin: Page, settled: Installation, sheets: dict[str, list[bytes]]
) -> None:
    sheets["before"] = _sealed(settled)
    robin.goto("/my/questions/content/")
    robin.locator("textarea[name=notes]").fill(WORDS)
    expect_kept(robin)
    robin.goto("/my/consents/")
    robin.locator("[aria-labelledby=h-quotes]").get_by_role("button").click()
    robin.goto("/my/questions/hand-in/")
    robin.locator("[name=confirmed]").check()
    robin.get_by_role("button", name=said("Seal and hand in")).click()
    expect(robin.get_by_role("heading", level=1)).to_have_text(said("Your answers are sealed"))
    sheets["after"] = _sealed(settled)
    assert len(sheets["after"]) == OTHERS + 1
    assert all(_on_disk(settled, piece) for piece in _own(sheets))


def test_the_page_says_what_goes_and_what_stays_and_then_does_it(people: Visitors, robin: Page) -> None:
    robin.goto("/my/erase/")
    expect(robin.locator("[aria-labelledby=h-goes]")).to_contain_text(said("The answers that you handed in, at once."))
    stays = said("That you leave, when, and from which unit. That is part of the staff records.")
    expect(robin.locator("[aria-labelledby=h-stays]")).to_contain_text(stays)
    people.look(robin, "what goes and what stays")
    robin.locator("[name=confirmed]").check()
    robin.get_by_role("button", name=said("Erase everything")).click()
    expect(robin.get_by_role("status").first).to_contain_text(said("Erased. Nobody can bring it back."))
    robin.goto("/my/consents/")
    expect(robin.get_by_role("button", name=said("Take my consent back"))).to_have_count(0)
    robin.goto("/my/data/")
    expect(robin.locator("main")).not_to_contain_text(WORDS)


def test_not_one_byte_of_it_is_left(settled: Installation, sheets: dict[str, list[bytes]]) -> None:
    assert re.search(r"^Erased\.", settled.command("erase"), re.MULTILINE)
    assert sorted(_sealed(settled)) == sorted(sheets["before"])
    assert not [piece for piece in _own(sheets) if _on_disk(settled, piece)]


def test_a_release_over_the_others_counts_the_others(people: Visitors, settled: Installation) -> None:
    settled.command("release")
    with people.page_as("hr_lead") as page:
        page.goto("/releases/1/")
        expect(page.locator("[aria-labelledby=h-bundles] .bundles li small")).to_contain_text([str(OTHERS)])


def _own(sheets: dict[str, list[bytes]]) -> list[bytes]:
    return [sheet for sheet in sheets["after"] if sheet not in sheets["before"]]


def _sealed(settled: Installation) -> list[bytes]:
    reader = sqlite3.connect(f"file:{settled.home / DATABASE}?mode=ro", uri=True)
    try:
        return [bytes(row[0]) for row in reader.execute("SELECT sealed FROM privacy_sealedsheet")]
    finally:
        reader.close()


def _on_disk(settled: Installation, piece: bytes) -> bool:
    """In the database file or its log, wherever it is kept whole: in the middle of the piece, as pages may split it."""
    middle = piece[len(piece) // 2 :][:64]
    return any(middle in file.read_bytes() for file in settled.home.glob(f"{DATABASE}*"))

"""Candour: the same reasons months later or others, from displayed figures only."""

from typing import Any

import pytest
from django.utils import translation

from tests.insight.documents import GROUPS, ROOT, a_document, a_release
from uitzicht.core.statistics.agreement import kappa
from uitzicht.core.statistics.shares import wilson
from uitzicht.insight.candour import above_chance, shifts
from uitzicht.insight.menu import select
from uitzicht.insight.published import Published
from uitzicht.insight.stories import STORIES
from uitzicht.insight.stories.section import Reading, Section


def followed_up(
    base: int, same: object, other: object, later: list[object], *, openness: object = 3.2
) -> dict[str, Any]:
    """The document of tests.insight.documents, and ``base`` people of the organisation who answered again."""
    made = a_document()
    group = f"{ROOT}:follow_up"
    made["groups"].append(
        {"id": group, "unit": ROOT, "stratum": "follow_up", "size": base, "bundles": ["7-0001", "7-0002"]}
    )
    reasons = next(question for question in made["questions"] if question["key"] == "main_reason")
    for key, kind, items, shown in (
        ("main_reason", "choice", list(GROUPS), later),
        ("same_main_reason", "choice", ["same", "other"], [same, other]),
        ("openness", "score", ["mean"], [openness]),
    ):
        made["questions"].append(reasons | {"key": f"follow_up.{key}", "type": kind, "items": items})
        made["cells"][f"follow_up.{key}"] = {group: {"base": base, "items": shown}}
    return made


def reading(document: dict[str, Any], kind: str = "all") -> Reading:
    published = Published(a_release(document))
    return Reading(published, select(published, "organisation", {"kind": kind}, None), "en")


def told(document: dict[str, Any], kind: str = "all") -> dict[str, Section]:
    with translation.override("en"):
        return {section.key: section for section in STORIES["candour"].sections(reading(document, kind))}


def test_the_same_main_reason_is_a_share_with_its_range_and_a_kappa() -> None:
    sections = told(followed_up(30, 18, 12, [6, 18, 6]))
    assert sections["candour"].finding == (
        "Of the 30 people who answered later, 18 named the same main reason as when leaving (60%, between 42% and 75%)."
    )
    assert "kappa between" in sections["candour"].more[0]


def test_kappa_follows_from_what_is_displayed() -> None:
    read = reading(followed_up(30, 18, 12, [6, 18, 6]))
    before, after, same = (read.groups(name)[0] for name in ("main_reason", "later_reason", "candour"))
    found = above_chance(same, before, after)
    assert found is not None
    chance = (27 * 6 + 23 * 18 + 14 * 6) / (64 * 30)
    share = wilson(18, 30)
    assert (found.low, found.high) == pytest.approx((kappa(share.low, chance), kappa(share.high, chance)))


def test_shares_that_are_ranges_make_it_wider() -> None:
    exact, ranged = (reading(followed_up(30, 18, 12, later)) for later in ([6, 18, 6], ["4..8", 18, "4..8"]))
    found = [
        above_chance(*(read.groups(name)[0] for name in ("candour", "main_reason", "later_reason")))
        for read in (exact, ranged)
    ]
    assert found[1].low < found[0].low < found[0].high < found[1].high


def test_a_banded_agreement_has_neither_percentage_nor_kappa() -> None:
    section = told(followed_up(30, ">27", "<3", [6, 18, 6]))["candour"]
    assert section.finding == "More than 27 of 30 people named the same main reason later."
    assert not any("kappa" in line for line in section.more)


def test_with_few_answers_nothing_is_concluded() -> None:
    section = told(followed_up(9, 5, 4, [3, 3, 3]))["candour"]
    assert "Too few to conclude" in section.finding
    assert not any("kappa" in line for line in section.more)


def test_a_shift_is_named_only_when_its_range_lies_on_one_side_of_nothing() -> None:
    certain = told(followed_up(60, 18, 42, [5, 50, 5]))["shift"]
    assert "“management” is named more often later: 36% when leaving, 83% months after" in certain.finding
    vague = told(followed_up(30, 18, 12, [12, 12, 6]))["shift"]
    assert vague.finding.startswith("No reason is shown to come up more or less often later.")


def test_a_shift_is_seen_through_ranges_as_far_as_they_allow() -> None:
    certain = told(followed_up(60, 18, 42, ["<3", "50..56", "<3"]))["shift"]
    assert "“management” is named more often later: 36% when leaving, 83 to 93% months after" in certain.finding
    vague = told(followed_up(60, 18, 42, ["4..30", "20..56", "3..20"]))["shift"]
    assert vague.finding.startswith("No reason is shown")


def test_every_reason_stands_in_the_table_the_largest_shift_first() -> None:
    read = reading(followed_up(60, 18, 42, [5, 50, 5]))
    rows = shifts(read.groups("main_reason")[0], read.groups("later_reason")[0])
    assert next(row.label for row in rows) == "management"
    assert len(rows) == len(GROUPS)


def test_one_kind_of_departure_alone_is_not_on_the_menu_of_the_follow_up() -> None:
    sections = told(followed_up(30, 18, 12, [6, 18, 6]), kind="resignation")
    assert list(sections) == ["candour"]
    assert "Choose all departures" in sections["candour"].finding


def test_a_release_without_follow_up_says_that_it_is_not_known_yet() -> None:
    assert told(a_document())["candour"].finding.startswith("Not known yet")


def test_the_follow_up_is_not_added_to_who_answered_when_leaving() -> None:
    plain, more = Published(a_release()), Published(a_release(followed_up(30, 18, 12, [6, 18, 6])))
    kind = reading(a_document()).selection.kind
    assert more.size(ROOT, kind) == plain.size(ROOT, kind)
    assert more.column("main_reason", ROOT, kind) == plain.column("main_reason", ROOT, kind)

"""The finding first, with its range; what is not in it; nothing where nothing can be said."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation

from tests.insight.costs import DRIVERS, LINES, NURSES, by_family, exits, line
from uitzicht.insight.costs import sentences
from uitzicht.insight.costs.page import cost_page
from uitzicht.insight.costs.rules import EVERYBODY

FLAT = [line("recruitment", 2000, 2000, 2000)]


def told(
    found: Any, lines: Any = LINES, family: str = EVERYBODY, fewer: int = 20, release: int | None = 7
) -> list[str]:
    with translation.override("en"):
        return sentences.result(cost_page(lines, found, family=family, fewer=fewer, release=release))


def foreseen(found: Any, lines: Any = LINES, fewer: int = 20) -> list[str]:
    with translation.override("en"):
        return sentences.scenario(cost_page(lines, found, family=EVERYBODY, fewer=fewer, release=7))


@pytest.mark.parametrize(
    ("many", "finding"),
    [
        (1, "1 exit in 2025 cost about €11,000, between €6,800 and €15,000."),
        (2, "2 exits in 2025 cost about €21,000, between €14,000 and €30,000."),
        (40, "40 exits in 2025 cost about €420,000, between €270,000 and €600,000."),
    ],
)
def test_the_finding_comes_first_with_its_range(many: int, finding: str) -> None:
    assert told(exits(many))[0] == finding


def test_the_cost_of_one_exit_and_the_lines_stand_beside_it() -> None:
    found = told(exits(40))
    assert "That is about €11,000 for one exit." in found
    assert any(text.startswith("3 of the 10 lines are counted.") for text in found)
    assert not any(text.startswith("That is") for text in told(exits(1)))


def test_one_line_is_said_in_the_singular() -> None:
    assert any(text.startswith("1 of the 10 lines is counted.") for text in told(exits(40), LINES[:1]))


def test_nobody_left_is_said_and_one_exit_shown() -> None:
    found = told(exits(0))
    assert found[:2] == ["One exit costs about €11,000, between €6,800 and €15,000.", "Nobody left in 2025."]


def test_why_there_is_no_total_is_said() -> None:
    assert told(None, release=None)[1].startswith("How many left is known after the first release")
    assert told(None)[1] == "This release holds no figures on turnover, so there is no total."
    found = told(exits(40), family=NURSES)
    assert found[0].startswith("Nurses: one exit costs about")
    assert found[1] == "This release does not count exits by job family, so there is no total."


def test_a_part_of_a_year_is_called_so() -> None:
    part = exits(5, first=date(2025, 1, 1), end=date(2025, 3, 2))
    assert "2025 is not a whole year here: it runs from 1 January 2025 to 1 March 2025." in told(part)


def test_lines_without_a_range_claim_no_precision() -> None:
    found = told(exits(40), FLAT)
    assert found[0] == "40 exits in 2025 cost about €80,000."
    assert any("there is no range" in text for text in found)


def test_one_amount_hides_which_line_weighs_most() -> None:
    found = told(exits(40), [line("whole", 8000, 12_000, 20_000)])
    assert "One amount stands for the whole exit; which line weighs most is not known." in found


def test_exits_in_families_without_lines_are_named() -> None:
    own = [line("onboarding", 8000, 9000, 12_000, NURSES)]
    found = told(by_family({NURSES: 4, DRIVERS: 6}), own)
    assert found[0].startswith("4 exits in 2025 cost")
    assert "6 exits in job families without lines are not counted." in found
    one = told(by_family({NURSES: 4, DRIVERS: 1}), own)
    assert "1 exit in a job family without lines is not counted." in one


def test_a_family_is_named_with_its_exits() -> None:
    assert told(by_family({NURSES: 4, DRIVERS: 6}), family=NURSES)[0].startswith("Nurses: 4 exits in 2025 cost")


def test_no_line_for_these_exits_is_an_answer() -> None:
    own = [line("onboarding", 8000, 9000, 12_000, NURSES)]
    assert told(exits(40), own) == [
        "No line holds for these exits: only single job families have lines. Choose one of them."
    ]
    assert told(exits(40), own, family=DRIVERS) == ["No line holds for Drivers yet."]


@pytest.mark.parametrize(
    ("undesired", "start"),
    [(1, "1 of these exits was undesired: about"), (25, "25 of these exits were undesired: about")],
)
def test_undesired_exits_are_told_apart(undesired: int, start: str) -> None:
    assert any(text.startswith(start) for text in told(exits(40, undesired)))


@pytest.mark.parametrize(
    ("undecided", "text"),
    [
        (1, "For 1 exit nobody decided whether it was desired."),
        (3, "For 3 exits nobody decided whether they were desired."),
    ],
)
def test_what_nobody_decided_is_said(undecided: int, text: str) -> None:
    assert text in told(exits(40, 25, undecided))


@pytest.mark.parametrize(
    ("undesired", "fewer", "start"),
    [
        (25, 20, "20% fewer undesired exits is 5 exits less, and saves about €53,000, between €34,000 and €76,000."),
        (5, 20, "20% fewer undesired exits is 1 exit less, and saves about €11,000"),
        (2, 20, "20% of 2 undesired exits is less than half an exit: there is nothing to add up."),
        (1, 20, "20% of 1 undesired exit is less than half an exit: there is nothing to add up."),
        (0, 20, "No exit of this period is known as undesired"),
    ],
)
def test_the_scenario_speaks_of_whole_exits(undesired: int, fewer: int, start: str) -> None:
    assert foreseen(exits(40, undesired), fewer=fewer)[0].startswith(start)


def test_the_scenario_names_no_cause_and_no_price() -> None:
    assert foreseen(exits(40, 25))[1] == (
        "This says nothing about which action brings that about, nor what the action costs."
    )


def test_without_exits_there_is_no_scenario() -> None:
    assert foreseen(None) == []


@pytest.mark.parametrize(
    ("language", "finding"),
    [
        ("nl", "40 vertrekken in 2025 kostten ongeveer €\u00a0420.000, tussen €\u00a0270.000 en €\u00a0600.000."),
        (
            "fr",
            "40 départs en 2025 ont coûté environ 420\u00a0000\u00a0€, entre 270\u00a0000\u00a0€ et 600\u00a0000\u00a0€.",
        ),
        ("de", "40 Austritte im Jahr 2025 kosteten etwa 420.000\u00a0€, zwischen 270.000\u00a0€ und 600.000\u00a0€."),
    ],
)
def test_the_finding_is_written_in_each_language(language: str, finding: str) -> None:
    with translation.override(language):
        page = cost_page(LINES, exits(40, 25, 3), family=EVERYBODY, fewer=20, release=7)
        assert sentences.result(page)[0] == finding
        assert all("{" not in text for text in [*sentences.result(page), *sentences.scenario(page)])

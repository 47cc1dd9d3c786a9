"""``uitzicht calendar``: answers from a bare machine, in one shape, with its reasons in the reader's language."""

import json

import pytest

from tests.cli.command import Terminal

EXAMPLE = ("calendar", "--country", "BE", "--by", "employee", "--hired", "2014-03-01", "--notified", "2014-08-28")


def asked(terminal: Terminal, *options: str, **variables: str):
    done = terminal("calendar", *options, "--format", "json", **variables)
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_the_example_of_the_ministry_needs_no_installation(bare: Terminal) -> None:
    done = bare(*EXAMPLE, "--format", "json")
    found = json.loads(done.out)
    assert (found["notice_starts_on"], found["ends_on"]) == ("2014-09-01", "2014-09-21")
    assert found["notice"] == {"count": 3, "unit": "weeks"}
    assert found["last_day_worked_on"] == "2014-09-19"
    assert found["conversation"] == {
        "earliest_on": "2014-08-29",
        "target_on": "2014-09-12",
        "latest_on": "2014-09-18",
    }
    assert all(reason["text"] for reason in found["reasons"])
    assert not list(bare.home.iterdir())


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "3 weken"), ("fr", "3 semaines"), ("en", "3 weeks"), ("de", "3 Wochen")]
)
def test_the_reasons_speak_the_language_of_the_installation(bare: Terminal, language: str, words: str) -> None:
    done = bare(*EXAMPLE, "--format", "json", UITZICHT_LANGUAGE=language)
    assert words in next(reason["text"] for reason in json.loads(done.out)["reasons"] if reason["code"] == "by_law")


def test_as_text_it_shows_dates_first_and_reasons_below(bare: Terminal) -> None:
    lines = bare(*EXAMPLE).lines
    assert lines[0].split() == ["notice", "starts", "2014-09-01"]
    assert lines[-1].startswith("- This is guidance")


def test_leave_pattern_and_end_are_taken_into_account(bare: Terminal) -> None:
    options = ("--by", "employee", "--hired", "2020-01-06", "--notified", "2026-03-02", "--end", "2026-03-31")
    found = asked(bare, *options, "--leave", "2", "--recup", "1", "--pattern", "mon,tue", "--today", "2026-03-02")
    assert found["ends_on"] == "2026-03-31"
    assert found["last_day_worked_on"] == "2026-03-23"
    assert found["conversation"]["target_on"] == "2026-03-16"
    assert "other_end" in {reason["code"] for reason in found["reasons"]}


def test_leave_makes_the_notice_of_the_employer_stand_still(bare: Terminal) -> None:
    options = ("--by", "employer", "--hired", "2024-01-08", "--notified", "2026-03-02", "--today", "2026-03-02")
    assert asked(bare, *options)["ends_on"] == "2026-05-31"
    assert asked(bare, *options, "--leave", "3")["ends_on"] == "2026-06-03"


def test_on_the_last_day_there_is_no_conversation_left(bare: Terminal) -> None:
    options = ("--by", "employee", "--hired", "2020-01-06", "--notified", "2026-03-02", "--end", "2026-03-31")
    found = asked(bare, *options, "--today", "2026-03-31")
    assert found["conversation"] is None
    assert "no_day_left" in {reason["code"] for reason in found["reasons"]}


def test_another_country_is_counted_once_its_end_is_given(bare: Terminal) -> None:
    options = ("--country", "DE", "--region", "BY", "--by", "employee", "--hired", "2020-01-06", "--notified")
    found = asked(bare, *options, "2025-12-01", "--end", "2026-01-06", "--today", "2025-12-01")
    assert found["notice"] is None
    assert found["last_day_worked_on"] == "2026-01-05"  # Epiphany is a holiday in Bavaria


def test_the_contract_may_say_another_term(bare: Terminal) -> None:
    options = ("--country", "NL", "--by", "employee", "--hired", "2020-01-06", "--notified", "2026-03-10")
    assert asked(bare, *options)["ends_on"] == "2026-04-30"
    assert asked(bare, *options, "--agreed", "2 months")["ends_on"] == "2026-05-31"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--hired", "2026-03-03", "--notified", "2026-03-02"), "calendar.notice_before_start"),
        (("--hired", "2020-01-06", "--notified", "2026-03-02", "--end", "2026-03-01"), "calendar.ends_before_notice"),
        (("--hired", "2026-02-02", "--notified", "2026-03-02", "--leave", "99"), "calendar.leave_does_not_fit"),
        (("--hired", "2020-01-06", "--notified", "2026-03-02", "--country", "XX"), "calendar.place"),
        (("--hired", "2020-01-06", "--notified", "2026-03-02", "--country", "FR"), "calendar.end_needed"),
        (("--hired", "2001-01-06", "--notified", "2023-03-02"), "calendar.end_needed"),
    ],
)
def test_days_that_contradict_each_other_are_refused(bare: Terminal, options: tuple[str, ...], code: str) -> None:
    assert bare("calendar", "--by", "employee", *options).refused(code)


def test_a_letter_by_hand_is_refused_when_the_employer_gives_notice(bare: Terminal) -> None:
    options = ("--by", "employer", "--hired", "2020-01-06", "--notified", "2026-03-02", "--service", "handed_over")
    assert bare("calendar", *options).refused("calendar.service")


def test_a_fixed_term_needs_its_end(bare: Terminal) -> None:
    options = ("--by", "fixed_term", "--hired", "2026-01-01", "--notified", "2026-03-02")
    assert bare("calendar", *options).refused("calendar.end_needed")
    assert asked(bare, *options, "--end", "2026-12-31")["notice"] is None


@pytest.mark.parametrize(
    "options",
    [
        ("--notified", "28-08-2014"),
        ("--notified", "9999-01-01"),
        ("--pattern", "maandag"),
        ("--pattern", ""),
        ("--leave", "-1"),
        ("--agreed", "soon"),
    ],
)
def test_what_cannot_be_read_is_named(bare: Terminal, options: tuple[str, ...]) -> None:
    done = bare(*EXAMPLE, *options)
    assert done.code == 2
    assert options[0] in done.err
    assert "Traceback" not in done.err

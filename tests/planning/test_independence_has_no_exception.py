from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.planning.rules import LOOKING_BACK, Post, Tie, leaders_of, posts_by_person, shared_a_team, ties

ON = date(2026, 3, 10)
LONG_AGO = date(2015, 1, 1)
TEAM, OTHER, THIRD = 1, 2, 3


def post(person, unit, manager=None, starts=LONG_AGO, ends=None):
    return Post(person, unit, manager, starts, ends)


def judged(candidate, *posts, exit_unit=TEAM):
    return ties(candidate, "leaver", posts_by_person(posts), on=ON, unit_at_exit=exit_unit)


def test_somebody_in_another_team_and_line_is_independent():
    assert judged("bram", post("leaver", TEAM, "els"), post("els", TEAM), post("bram", OTHER, "noor")) == frozenset()


def test_nobody_interviews_themselves():
    assert Tie.SELF in judged("leaver", post("leaver", TEAM))


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_nobody_above_at_any_depth(depth):
    line = [post("leaver", TEAM, "m1")] + [post(f"m{i}", OTHER + i, f"m{i + 1}") for i in range(1, 6)]
    assert judged(f"m{depth}", *line) == {Tie.ABOVE}


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_nobody_below_at_any_depth(depth):
    line = [post("r1", OTHER, "leaver")] + [post(f"r{i}", OTHER + i, f"r{i - 1}") for i in range(2, 6)]
    assert judged(f"r{depth}", post("leaver", TEAM), *line) == {Tie.BELOW}


def test_a_line_that_ended_in_the_last_24_months_still_counts():
    ended = ON - LOOKING_BACK + timedelta(days=1)
    line = (post("leaver", TEAM, "old", ends=ended), post("leaver", TEAM, "new", starts=ended))
    assert judged("old", *line, post("old", OTHER)) == {Tie.ABOVE}


def test_a_line_that_ended_earlier_no_longer_counts():
    ended = ON - LOOKING_BACK
    line = (post("leaver", TEAM, "old", ends=ended), post("leaver", TEAM, "new", starts=ended))
    assert judged("old", *line, post("old", OTHER)) == frozenset()


def test_a_chain_counts_only_when_its_links_held_at_the_same_moment():
    """Els led the leaver until June; Stijn leads Els since July: he was never above the leaver."""
    june, july = date(2025, 6, 30), date(2025, 7, 1)
    posts = (
        post("leaver", TEAM, "els", ends=june),
        post("leaver", TEAM, starts=june),
        post("els", OTHER, ends=july),
        post("els", OTHER, "stijn", starts=july),
        post("stijn", THIRD),
    )
    assert judged("stijn", *posts) == frozenset()
    assert judged("els", *posts) == {Tie.ABOVE}


def test_nobody_of_the_same_team_now_or_at_exit():
    leaver = post("leaver", TEAM)
    assert judged("jan", leaver, post("jan", TEAM)) == {Tie.SAME_TEAM}
    assert judged("jan", leaver, post("jan", OTHER), exit_unit=OTHER) == {Tie.SAME_TEAM}


def test_a_team_left_behind_is_no_tie_but_is_remembered():
    posts = (
        post("leaver", TEAM),
        post("jan", TEAM, ends=date(2025, 1, 1)),
        post("jan", OTHER, starts=date(2025, 1, 1)),
    )
    assert judged("jan", *posts) == frozenset()
    assert shared_a_team("jan", "leaver", posts_by_person(posts))


def test_a_line_still_to_come_counts_as_well():
    posts = (post("leaver", TEAM, ends=date(2026, 4, 1)), post("leaver", TEAM, "bram", starts=date(2026, 4, 1)))
    assert judged("bram", *posts, post("bram", OTHER)) == {Tie.ABOVE}


def test_a_circle_of_managers_does_not_hang():
    circle = (post("leaver", TEAM, "a"), post("a", OTHER, "b"), post("b", THIRD, "a"))
    assert judged("b", *circle) == {Tie.ABOVE}


def test_somebody_from_outside_has_no_ties():
    assert ties(None, "leaver", {}, on=ON, unit_at_exit=TEAM) == frozenset()


people = st.sampled_from(["leaver", "a", "b", "c", "d"])
spans = st.tuples(st.dates(date(2023, 1, 1), date(2026, 1, 1)), st.integers(1, 900))


@st.composite
def random_posts(draw):
    found = []
    for _ in range(draw(st.integers(1, 8))):
        person, manager, (start, length) = draw(people), draw(st.none() | people), draw(spans)
        manager = None if manager == person else manager
        found.append(post(person, draw(st.integers(1, 3)), manager, start, start + timedelta(days=length)))
    return found


@given(random_posts())
def test_who_is_above_is_who_is_above_on_some_day(posts):
    """Compared with looking at every single day of the period."""
    grouped, first, last = posts_by_person(posts), date(2024, 6, 1), date(2024, 9, 1)
    expected = set()
    for n in range((last - first).days):
        day, waiting, seen = first + timedelta(days=n), ["leaver"], set()
        while waiting:
            who = waiting.pop()
            for held in grouped.get(who, ()):
                if held.during(day, day + timedelta(days=1)) and held.manager and held.manager not in seen:
                    seen.add(held.manager)
                    waiting.append(held.manager)
        expected |= seen
    assert leaders_of("leaver", grouped, first=first, last=last) == expected - {"leaver"}

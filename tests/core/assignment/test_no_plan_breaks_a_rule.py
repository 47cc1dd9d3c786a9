"""Independence, one conversation at a time, the days that suit, the maximum of the week, the rooms: always."""

import pytest
from hypothesis import given, settings

from tests.core.assignment.cases import DAYS, ensure_no_rule_is_broken, hour, interviewer, leaver, problems
from uitzicht.core.assignment import Problem, assign, one_by_one


@given(problems())
@settings(max_examples=150, deadline=None)
def test_neither_the_best_plan_nor_the_simple_one(problem):
    ensure_no_rule_is_broken(problem, list(assign(problem).meetings))
    ensure_no_rule_is_broken(problem, one_by_one(problem))


def test_conversations_that_stand_count_for_the_week():
    week = DAYS[1]  # a Monday
    busy = interviewer("bram", hour(1), per_week=2, booked={week: 2})
    assert not assign(Problem((leaver("sofie", {"bram": 0}),), (busy,))).meetings


def test_an_hour_that_no_room_is_named_for_has_none():
    problem = Problem((leaver("sofie", {"bram": 0}),), (interviewer("bram", hour(0), hour(1)),), {hour(1): 1})
    assert [meeting.starts_at for meeting in assign(problem).meetings] == [hour(1)]


def test_two_of_one_name_are_refused():
    with pytest.raises(ValueError, match="a name of their own"):
        Problem((leaver("sofie", {}), leaver("sofie", {})), ())


def test_nobody_to_plan_is_a_plan():
    assert assign(Problem((), ())).gap == 0.0

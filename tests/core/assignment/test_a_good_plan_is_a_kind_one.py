"""What is weighed: the target day, the language, a shared past, and that nobody holds all conversations."""

from collections import Counter

from tests.core.assignment.cases import DAYS, hour, interviewer, leaver
from uitzicht.core.assignment import Problem, assign, pair_cost


def starts(problem):
    return {meeting.leaver: (meeting.interviewer, meeting.starts_at) for meeting in assign(problem).meetings}


def test_the_target_day_is_met_where_it_can_be():
    problem = Problem((leaver("sofie", {"bram": 0}, target=DAYS[1]),), (interviewer("bram", *map(hour, range(3))),))
    assert starts(problem)["sofie"][1] == hour(1)


def test_a_common_language_is_worth_a_few_days():
    costs = {
        "bram": pair_cost(same_language=False, shared_a_team=False),
        "ilse": pair_cost(same_language=True, shared_a_team=False),
    }
    people = (interviewer("bram", hour(0)), interviewer("ilse", hour(2)))
    assert starts(Problem((leaver("sofie", costs),), people))["sofie"][0] == "ilse"


def test_who_never_shared_a_team_comes_first():
    costs = {"bram": pair_cost(same_language=True, shared_a_team=True), "ilse": 0}
    people = (interviewer("bram", hour(0)), interviewer("ilse", hour(0)))
    assert starts(Problem((leaver("sofie", costs),), people))["sofie"][0] == "ilse"


def test_the_work_is_shared():
    both = {"bram": 0, "ilse": 0}
    people = tuple(interviewer(name, *(hour(day, at) for day in range(3) for at in (9, 11))) for name in both)
    made = assign(Problem(tuple(leaver(number, both) for number in range(4)), people)).meetings
    assert set(Counter(meeting.interviewer for meeting in made).values()) == {2}


def test_what_somebody_holds_already_counts():
    both = {"bram": 0, "ilse": 0}
    people = (
        interviewer("bram", hour(0), hour(0, 11), booked={DAYS[1]: 4}),
        interviewer("ilse", hour(0), hour(0, 11)),
    )
    made = assign(Problem((leaver(1, both), leaver(2, both)), people)).meetings
    assert {meeting.interviewer for meeting in made} == {"ilse"}


def test_the_best_hours_of_a_day_are_used_first():
    bram = interviewer("bram", hour(0, 11), hour(0, 9))
    assert starts(Problem((leaver("sofie", {"bram": 0}),), (bram,)))["sofie"][1] == hour(0, 11)


def test_an_hour_without_a_room_is_not_the_best_one():
    people = tuple(interviewer(name, hour(0, 11), hour(0, 9)) for name in ("bram", "ilse"))
    both = {"bram": 0, "ilse": 0}
    problem = Problem((leaver(1, both), leaver(2, both)), people, {hour(0, 9): 1, hour(0, 11): 1})
    assert {meeting.starts_at for meeting in assign(problem).meetings} == {hour(0, 9), hour(0, 11)}

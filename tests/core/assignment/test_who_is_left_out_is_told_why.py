from hypothesis import given, settings

from tests.core.assignment.cases import DAYS, hour, interviewer, leaver, problems
from uitzicht.core.assignment import Obstacle, Problem, Remedy, assign, obstacles


def told(*leavers, people=(), rooms=None):
    problem = Problem(leavers, people, rooms)
    return obstacles(problem, assign(problem).meetings)


def test_nobody_is_independent():
    assert told(leaver("sofie", {}), people=(interviewer("bram", hour(0)),)) == [
        Remedy("sofie", Obstacle.NOBODY_ALLOWED)
    ]


def test_no_day_is_left():
    people = (interviewer("bram", hour(0)),)
    assert told(leaver("sofie", {"bram": 0}, days=[]), people=people) == [Remedy("sofie", Obstacle.NO_DAY)]


def test_nobody_who_may_is_free():
    people = (interviewer("bram"), interviewer("ilse", hour(0)))
    assert told(leaver("sofie", {"bram": 0}), people=people) == [Remedy("sofie", Obstacle.NO_FREE_HOUR, ("bram",))]


def test_the_week_is_full():
    people = (interviewer("bram", hour(1), per_week=2, booked={DAYS[1]: 2}),)
    found = told(leaver("sofie", {"bram": 0}), people=people)
    assert found == [Remedy("sofie", Obstacle.WEEK_FULL, ("bram",), DAYS[1])]


def test_no_room_is_free():
    people = (interviewer("bram", hour(1)),)
    found = told(leaver("sofie", {"bram": 0}), people=people, rooms={hour(1): 0})
    assert found == [Remedy("sofie", Obstacle.NO_ROOM, ("bram",), DAYS[1])]


def test_others_have_the_only_hours():
    costs = {"ilse": 5, "bram": 0}
    people = (interviewer("bram", hour(0)), interviewer("ilse", hour(1)))
    (found,) = told(*(leaver(number, costs) for number in range(3)), people=people)
    assert (found.obstacle, found.who) == (Obstacle.TAKEN, ("bram", "ilse"))


@given(problems())
@settings(max_examples=80, deadline=None)
def test_everybody_is_either_planned_or_told(problem):
    meetings = assign(problem).meetings
    out = [remedy.leaver for remedy in obstacles(problem, meetings)]
    assert sorted(out + [meeting.leaver for meeting in meetings]) == sorted(one.name for one in problem.leavers)

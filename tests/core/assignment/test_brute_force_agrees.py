"""No other plan serves more people, or as many for fewer points: every plan of a small problem is tried."""

from collections.abc import Iterator

from hypothesis import given, settings

from tests.core.assignment.cases import hour, interviewer, leaver, problems
from uitzicht.core.assignment import Meeting, Outcome, Problem, assign, one_by_one, plan_cost
from uitzicht.core.assignment.vocabulary import monday_of


def every_plan(problem: Problem, number: int = 0, made: tuple[Meeting, ...] = ()) -> Iterator[tuple[Meeting, ...]]:
    if number == len(problem.leavers):
        yield made
        return
    yield from every_plan(problem, number + 1, made)
    one = problem.leavers[number]
    for person in problem.interviewers:
        if person.name in one.cost:
            for starts_at in person.free:
                if starts_at.date() in one.days and fits(problem, person, starts_at, made):
                    yield from every_plan(problem, number + 1, (*made, Meeting(one.name, person.name, starts_at)))


def fits(problem, person, starts_at, made):
    mine = [meeting.starts_at for meeting in made if meeting.interviewer == person.name]
    week = monday_of(starts_at.date())
    in_week = sum(monday_of(other.date()) == week for other in mine)
    same_hour = sum(meeting.starts_at == starts_at for meeting in made)
    has_room = problem.rooms is None or same_hour < problem.rooms.get(starts_at, 0)
    return starts_at not in mine and in_week < person.room_in(week) and has_room


@given(problems(most_leavers=4, most_interviewers=2))
@settings(max_examples=80, deadline=None)
def test_the_best_of_all_plans_is_found(problem):
    found = assign(problem)
    best = min((-len(plan), plan_cost(problem, plan)) for plan in every_plan(problem))
    assert (-len(found.meetings), found.cost) == best
    assert found.outcome is Outcome.OPTIMAL
    assert found.cost == plan_cost(problem, found.meetings) == found.bound


@given(problems())
@settings(max_examples=80, deadline=None)
def test_one_by_one_is_never_better(problem):
    found, simple = assign(problem), one_by_one(problem)
    assert (-len(found.meetings), found.cost) <= (-len(simple), plan_cost(problem, simple))


def test_one_by_one_can_be_worse():
    """Els comes first, takes Bram, who is all that Jan has; the best plan sends her to Ilse."""
    people = (interviewer("bram", hour(0)), interviewer("ilse", hour(0), hour(1)))
    els = leaver("els", {"bram": 0, "ilse": 5}, days=[hour(0).date()])
    jan = leaver("jan", {"bram": 0}, days=[hour(0).date(), hour(1).date(), hour(2).date()])
    problem = Problem((els, jan), people)
    assert len(one_by_one(problem)) == 1
    assert len(assign(problem).meetings) == 2

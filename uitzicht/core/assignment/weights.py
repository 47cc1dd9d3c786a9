"""What a plan costs, in points; the unit is one day beside the target day. docs/methods/assignment.md gives the reasons."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from uitzicht.core.assignment.vocabulary import Meeting, Problem

DAY = 1  # each day of the calendar between the conversation and the target day
OTHER_LANGUAGE = 5  # would rather have the talk up to five days beside the target than in another language
SHARED_PAST = 3  # were once in the same team
OVER_FAIR_SHARE = 2  # each conversation that an interviewer holds above the fair share


def day_cost(day: date, target: date) -> int:
    return DAY * abs((day - target).days)


def pair_cost(*, same_language: bool, shared_a_team: bool) -> int:
    return OTHER_LANGUAGE * (not same_language) + SHARED_PAST * shared_a_team


def plan_cost(problem: Problem, meetings: Iterable[Meeting]) -> int:
    """Points of a whole plan; only plans that leave out as many can be compared by it."""
    leavers = {leaver.name: leaver for leaver in problem.leavers}
    load = Counter({one.name: sum(one.booked.values()) for one in problem.interviewers})
    before = over(load, problem.fair_share)
    cost = 0
    for meeting in meetings:
        leaver = leavers[meeting.leaver]
        cost += day_cost(meeting.starts_at.date(), leaver.target) + leaver.cost[meeting.interviewer]
        load[meeting.interviewer] += 1
    return cost + OVER_FAIR_SHARE * (over(load, problem.fair_share) - before)


def over(load: Counter[object], fair_share: int) -> int:
    """Conversations above the fair share, everybody's together."""
    return sum(max(count - fair_share, 0) for count in load.values())

"""Many conversations at once: who talks with whom, and when. Pure; hours and people are plain values."""

from uitzicht.core.assignment.greedy import one_by_one
from uitzicht.core.assignment.reasons import Obstacle, Remedy, obstacles
from uitzicht.core.assignment.solver import Outcome, Solution, assign
from uitzicht.core.assignment.vocabulary import Interviewer, Leaver, Meeting, Problem
from uitzicht.core.assignment.weights import day_cost, pair_cost, plan_cost

__all__ = [
    "Interviewer",
    "Leaver",
    "Meeting",
    "Obstacle",
    "Outcome",
    "Problem",
    "Remedy",
    "Solution",
    "assign",
    "day_cost",
    "obstacles",
    "one_by_one",
    "pair_cost",
    "plan_cost",
]

"""The best plan: as many conversations as can be, and among those the fewest points (HiGHS, through scipy).

The relaxation comes first. Where it is whole it is the answer. Where it is not (rooms can do that), its reduced costs say
which columns a better plan could use at all, and the integer programme is solved over those only.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, linprog, milp

from uitzicht.core.assignment.greedy import one_by_one
from uitzicht.core.assignment.model import Model, build
from uitzicht.core.assignment.vocabulary import Meeting, Problem
from uitzicht.core.assignment.weights import plan_cost

_FOUND, _OUT_OF_TIME = 0, 1  # status codes of scipy
_WHOLE = 1e-6


class Outcome(StrEnum):
    OPTIMAL = "optimal"  # nothing better exists
    BEST_FOUND = "best_found"  # time ran out: nothing better than ``bound`` exists
    GREEDY = "greedy"  # time ran out before there was anything better than the plan made one by one


@dataclass(frozen=True, slots=True)
class Solution:
    """``cost``: points; ``bound``: no plan with as many conversations costs less; None when that is not known."""

    meetings: tuple[Meeting, ...]
    outcome: Outcome
    cost: int
    bound: int | None

    @property
    def gap(self) -> float | None:
        """How far the plan may be from the best one, as a share of its points; 0.0 when it is the best."""
        if self.bound is None:
            return None
        return max(self.cost - self.bound, 0) / self.cost if self.cost else 0.0


def assign(problem: Problem, *, seconds: float = 20.0) -> Solution:
    """``seconds``: the most that each step of the solver may take. Deterministic unless time runs out."""
    simple = tuple(one_by_one(problem))
    model = build(problem)
    if not model.talks:
        return Solution((), Outcome.OPTIMAL, 0, 0)
    relaxed = _relaxation(model, seconds)
    if relaxed.x is None or relaxed.status != _FOUND:
        return Solution(simple, Outcome.GREEDY, plan_cost(problem, simple), None)
    least = ceil(relaxed.fun - _WHOLE)
    x, proven = (relaxed.x, True) if _is_whole(model, relaxed.x) else _whole(model, relaxed, least, seconds)
    found = _solution(model, x, proven, least)
    return found if proven or not _better(simple, found, problem) else _fallback(simple, problem, model, least)


def _solution(model: Model, x: np.ndarray, proven: bool, least: int) -> Solution:
    meetings = tuple(model.meetings(x))
    cost = plan_cost(model.problem, meetings)
    if proven:
        return Solution(meetings, Outcome.OPTIMAL, cost, cost)
    return Solution(meetings, Outcome.BEST_FOUND, cost, least + model.reward * len(meetings))


def _fallback(simple: tuple[Meeting, ...], problem: Problem, model: Model, least: int) -> Solution:
    bound = least + model.reward * len(simple)
    return Solution(simple, Outcome.GREEDY, plan_cost(problem, simple), bound)


def _better(simple: tuple[Meeting, ...], found: Solution, problem: Problem) -> bool:
    return (-len(simple), plan_cost(problem, simple)) < (-len(found.meetings), found.cost)


def _relaxation(model: Model, seconds: float) -> OptimizeResult:
    matrix, low, high = model.rows.matrix(model.width), np.array(model.rows.low), np.array(model.rows.high)
    equal = low == high
    return linprog(
        model.objective,
        A_ub=matrix[~equal],
        b_ub=high[~equal],
        A_eq=matrix[equal],
        b_eq=high[equal],
        bounds=np.column_stack([np.zeros(model.width), model.upper]),
        method="highs-ds",
        options={"time_limit": seconds},
    )


def _is_whole(model: Model, x: np.ndarray) -> bool:
    x = x[model.whole == 1]
    return bool(np.all(np.abs(x - np.round(x)) < _WHOLE))


def _whole(model: Model, relaxed: OptimizeResult, least: int, seconds: float) -> tuple[np.ndarray, bool]:
    """(solution, whether nothing better exists). A column whose reduced cost exceeds what is left between the plan found
    and the relaxation can be in no better plan; so the search widens until it reaches that far, which proves the plan."""
    reach = 1.0
    while True:
        found = _integer_programme(model, relaxed.lower.marginals <= reach + _WHOLE, seconds)
        if found.x is None:
            return np.zeros(model.width), False
        if found.status == _OUT_OF_TIME:
            return found.x, False
        left = round(found.fun) - least
        if left <= reach:
            return found.x, True
        reach = float(left)


def _integer_programme(model: Model, usable: np.ndarray, seconds: float) -> OptimizeResult:
    """Raises RuntimeError when the solver says what cannot be: a plan without any conversation always fits."""
    matrix = model.rows.matrix(model.width)[:, usable]
    found = milp(
        model.objective[usable],
        integrality=model.whole[usable],
        bounds=Bounds(0, model.upper[usable]),
        constraints=LinearConstraint(matrix, model.rows.low, model.rows.high),
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )
    if found.status not in (_FOUND, _OUT_OF_TIME):
        raise RuntimeError(f"the solver failed: {found.message}")
    if found.x is not None:
        x = np.zeros(model.width)
        x[usable] = found.x
        found.x = x
    return found

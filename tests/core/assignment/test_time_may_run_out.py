"""A plan always comes back, and it says how good it is."""

from tests.core.assignment.cases import hour, interviewer, leaver
from uitzicht.core.assignment import Outcome, Problem, assign, one_by_one, solver


def a_problem():
    people = (interviewer("bram", *map(hour, range(3))), interviewer("ilse", *map(hour, range(3))))
    return Problem(tuple(leaver(number, {"bram": 0, "ilse": 3}) for number in range(4)), people)


def test_without_any_time_it_is_made_one_by_one(monkeypatch):
    class Nothing:
        status, x = 1, None

    monkeypatch.setattr(solver, "linprog", lambda *_, **__: Nothing)
    found = assign(a_problem())
    assert (found.outcome, found.gap) == (Outcome.GREEDY, None)
    assert list(found.meetings) == one_by_one(a_problem())


def test_out_of_time_half_way_the_best_found_comes_with_its_gap(monkeypatch):
    """The relaxation was done, the search was not: the bound is that of the relaxation."""
    monkeypatch.setattr(solver, "_is_whole", lambda *_: False)
    whole = solver.milp

    def stopped(*arguments, **options):
        found = whole(*arguments, **options)
        found.status = 1
        return found

    monkeypatch.setattr(solver, "milp", stopped)
    found = assign(a_problem())
    assert found.outcome is Outcome.BEST_FOUND
    assert found.bound <= found.cost
    assert found.gap == 0.0


def test_a_search_without_a_plan_falls_back_with_a_bound(monkeypatch):
    monkeypatch.setattr(solver, "_is_whole", lambda *_: False)

    class Nothing:
        status, x = 1, None

    monkeypatch.setattr(solver, "milp", lambda *_, **__: Nothing)
    found = assign(a_problem())
    assert found.outcome is Outcome.GREEDY
    assert len(found.meetings) == 4
    assert found.bound <= found.cost

"""Planning many conversations at once: the solver alone, and the whole way from the choice to the appointments.

``python -m benchmarks.mass_planning``; the pure problems are drawn with a fixed seed, the whole way runs on an SQLite file.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING

from benchmarks.house import BY, fresh_house
from benchmarks.measuring import Row, seconds, show, statements

if TYPE_CHECKING:
    from uitzicht.core.assignment import Problem

LEAVERS, INTERVIEWERS = 300, 20
START = date(2026, 3, 2)
HOURS = (9, 10, 11, 13, 14, 15, 16)
SHAPES = {  # name: (days in which everybody leaves, most a week, rooms)
    "spread over two months": (60, 8, None),
    "spread over two months, 5 rooms": (60, 8, 5),
    "all on one day, 8 a week": (23, 8, None),
    "all on one day, 5 a week": (23, 5, None),
    "all on one day, 5 a week, 4 rooms": (23, 5, 4),
    "all on one day, 3 a week (too few)": (23, 3, None),
}


def drawn(span: int, per_week: int, rooms: int | None, *, leavers: int = LEAVERS, seed: int = 1) -> "Problem":
    """Interviewers are free six hours in ten, and may talk with 85 leavers in 100, half of them in their language."""
    from uitzicht.core.assignment import Interviewer, Leaver, Problem, pair_cost

    draw = Random(seed)
    days = [day for number in range(span + 30) if (day := START + timedelta(days=number)).weekday() < 5]
    hours = [datetime.combine(day, time(hour)) for day in days for hour in HOURS]
    people = tuple(
        Interviewer(name, tuple(hour for hour in hours if draw.random() < 0.6), per_week)
        for name in range(INTERVIEWERS)
    )
    asked = []
    for name in range(leavers):
        last = START + timedelta(days=22 + draw.randrange(max(span - 22, 1)))
        suit = frozenset(day for day in days if last - timedelta(days=21) <= day < last)
        cost = {
            one: pair_cost(same_language=draw.random() < 0.5, shared_a_team=draw.random() < 0.1)
            for one in range(INTERVIEWERS)
            if draw.random() < 0.85
        }
        asked.append(Leaver(name, last - timedelta(days=7), suit, cost))
    return Problem(tuple(asked), people, None if rooms is None else dict.fromkeys(hours, rooms))


def solved(name: str, span: int, per_week: int, rooms: int | None) -> Row:
    from uitzicht.core.assignment import assign, one_by_one, plan_cost

    problem = drawn(span, per_week, rooms)
    found = []
    taken = seconds(lambda: found.append(assign(problem)))
    best, simple = found[0], one_by_one(problem)
    gap = "-" if best.gap is None else f"{100 * best.gap:.1f} %"
    return (
        name,
        len(best.meetings),
        best.cost,
        best.outcome.value,
        gap,
        taken,
        len(simple),
        plan_cost(problem, simple),
    )


def whole_way() -> list[Row]:
    """Choose, propose, accept: what the HR lead waits for."""
    from django.utils import timezone

    from benchmarks.pages import the_cast
    from tests import world
    from uitzicht.people.models import RoleGrant, User
    from uitzicht.people.vocabulary import Role
    from uitzicht.planning import services
    from uitzicht.planning.models import MassPlan

    people, at = the_cast(), timezone.now()
    for number in range(INTERVIEWERS):
        user = User.objects.create_user(f"external{number}@example.org", None, name=f"External {number}")
        RoleGrant.objects.create(user=user, role=Role.INTERVIEWER)
    on = timezone.localdate(at) + timedelta(days=40)
    departures = [world.leaving(people.another_person(), on=on, at=at) for _ in range(LEAVERS)]
    plans: list[MassPlan] = []

    def propose() -> None:
        answers = {"minutes": 60, "place_kind": "room", "place": "Meeting rooms"}
        plans.append(services.make_plan(departures, **answers, made_by=people.hr_lead, by=BY, at=at))

    def accept() -> None:
        if services.accept_plan(plans[-1], departures, by=BY, at=at):
            raise RuntimeError("the plan was refused")

    rows = []
    for name, work in {"make a proposal": propose, "make all appointments": accept}.items():
        rows.append((name, *_measured(work)))
    return [*rows, ("planned", len(plans[-1].rows), "")]


def _measured(work: Callable[[], object]) -> tuple[float, int]:
    counted = []
    taken = seconds(lambda: counted.append(statements(work)))
    return taken, counted[0]


def main() -> None:
    headings = ("", "planned", "points", "outcome", "gap", "s", "one by one: planned", "points")
    rows = [solved(name, *shape) for name, shape in SHAPES.items()]
    show(f"{LEAVERS} leavers, {INTERVIEWERS} interviewers: the solver alone", headings, rows)
    with fresh_house():
        show("From the choice to the appointments", ("", "s", "SQL"), whole_way())


if __name__ == "__main__":
    main()

"""Small problems, drawn at random, and the rules that no plan may break."""

from collections import Counter
from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from uitzicht.core.assignment import Interviewer, Leaver, Meeting, Problem
from uitzicht.core.assignment.vocabulary import monday_of

FRIDAY = date(2026, 3, 6)
DAYS = [FRIDAY, FRIDAY + timedelta(days=3), FRIDAY + timedelta(days=4)]  # two weeks
HOURS = [datetime.combine(day, time(hour)) for day in DAYS for hour in (9, 11)]
COSTS = st.sampled_from((0, 3, 5))


def hour(day: int, at: int = 9) -> datetime:
    return datetime.combine(DAYS[day], time(at))


def leaver(name: object, cost: dict[object, int], *, days: list[date] | None = None, target: date = FRIDAY) -> Leaver:
    return Leaver(name, target, frozenset(DAYS if days is None else days), cost)


def interviewer(name: object, *free: datetime, per_week: int = 9, booked: dict[date, int] | None = None) -> Interviewer:
    return Interviewer(name, free, per_week, booked or {})


@st.composite
def problems(draw: st.DrawFn, most_leavers: int = 6, most_interviewers: int = 3) -> Problem:
    names = [f"i{number}" for number in range(draw(st.integers(1, most_interviewers)))]
    people = tuple(
        interviewer(
            name,
            *draw(st.lists(st.sampled_from(HOURS), unique=True, max_size=5)),
            per_week=draw(st.integers(0, 3)),
            booked=draw(st.dictionaries(st.sampled_from([monday_of(day) for day in DAYS]), st.integers(0, 2))),
        )
        for name in names
    )
    leavers = tuple(
        leaver(
            f"l{number}",
            draw(st.dictionaries(st.sampled_from(names), COSTS)),
            days=draw(st.lists(st.sampled_from(DAYS), unique=True)),
            target=draw(st.sampled_from(DAYS)),
        )
        for number in range(draw(st.integers(0, most_leavers)))
    )
    rooms = draw(st.none() | st.fixed_dictionaries({starts_at: st.integers(0, 2) for starts_at in HOURS}))
    return Problem(leavers, people, rooms)


def ensure_no_rule_is_broken(problem: Problem, meetings: list[Meeting]) -> None:
    leavers = {one.name: one for one in problem.leavers}
    people = {one.name: one for one in problem.interviewers}
    assert max(Counter(meeting.leaver for meeting in meetings).values(), default=0) <= 1
    assert max(Counter((one.interviewer, one.starts_at) for one in meetings).values(), default=0) <= 1
    for meeting in meetings:
        assert meeting.interviewer in leavers[meeting.leaver].cost
        assert meeting.starts_at.date() in leavers[meeting.leaver].days
        assert meeting.starts_at in people[meeting.interviewer].free
    weeks = Counter((meeting.interviewer, monday_of(meeting.starts_at.date())) for meeting in meetings)
    for (name, week), count in weeks.items():
        assert count + people[name].booked.get(week, 0) <= people[name].per_week
    if problem.rooms is not None:
        for starts_at, count in Counter(meeting.starts_at for meeting in meetings).items():
            assert count <= problem.rooms.get(starts_at, 0)

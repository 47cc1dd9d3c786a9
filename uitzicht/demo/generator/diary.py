"""The days of one departure: registered, planned, talked, coded. A day after today has not come yet."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from uitzicht.demo.generator.leavers import Leaver
from uitzicht.demo.generator.staff import weekday
from uitzicht.departures.rules import compute_dates

COUNTRY = "BE"
HOURS = (9, 10, 11, 13, 14, 15)
CALM_BEFORE = timedelta(days=3)


@dataclass(frozen=True)
class Diary:
    """None: it never happens. ``interviewer``: a part of the cast, "" for who suits best."""

    registered_on: date
    decided_on: date | None = None
    declined_on: date | None = None
    planned_on: date | None = None
    invited_on: date | None = None
    prepared_on: date | None = None
    talk_on: date | None = None
    hour: int = 10
    coded_on: date | None = None
    interviewer: str = ""


def diary(draw: random.Random, leaver: Leaver) -> Diary:
    """How it went for somebody who has left."""
    registered_on = weekday(leaver.notified_on + timedelta(days=draw.choice((0, 1, 1, 2))))
    registered_on = max(registered_on, leaver.notified_on)
    decided_on = registered_on + timedelta(days=draw.randint(0, 3)) if leaver.desirability else None
    if leaver.course == "declined":
        return Diary(registered_on, decided_on, declined_on=registered_on + timedelta(days=draw.randint(4, 10)))
    talk_on = _talk_on(leaver, registered_on) if leaver.course == "talked" else None
    if talk_on is None:
        return Diary(registered_on, decided_on)
    planned_on = min(registered_on + timedelta(days=draw.randint(1, 9)), talk_on - CALM_BEFORE)
    planned_on = max(weekday(planned_on), registered_on)
    return Diary(
        registered_on,
        min(decided_on, planned_on) if decided_on else None,
        planned_on=planned_on,
        invited_on=planned_on,
        prepared_on=max(weekday(talk_on - timedelta(days=1)), planned_on),
        talk_on=talk_on,
        hour=draw.choice(HOURS),
        coded_on=_weekday_after(talk_on, draw.randint(1, 6)),
    )


def _talk_on(leaver: Leaver, registered_on: date) -> date | None:
    """The target day; None when there is no calm moment left."""
    dates = compute_dates(
        kind=leaver.kind,
        ends_on=leaver.ends_on,
        leave_days=leaver.leave_days,
        recup_days=leaver.recup_days,
        working_days=leaver.working_days,
        country=COUNTRY,
        today=registered_on,
    )
    if dates.target_on is None or dates.target_on - registered_on < CALM_BEFORE:
        return None
    return dates.target_on


def _weekday_after(day: date, days: int) -> date:
    later = day + timedelta(days=days)
    return later + timedelta(days=max(0, 7 - later.weekday()) if later.weekday() > 4 else 0)

"""A plan for many as its page shows it: rows, who is left out and why, and how good it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import fmean
from typing import Any

from django.utils import timezone
from django.utils.formats import localize
from django.utils.translation import gettext, ngettext

from uitzicht.core.assignment import Obstacle, Outcome
from uitzicht.departures.models import Departure
from uitzicht.people.models import User
from uitzicht.planning.models import MassPlan, Room
from uitzicht.ui.templatetags.ui import day, percent, short_day

MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Row:
    """``away``: days of the calendar between the conversation and the target day."""

    departure: Departure
    interviewer: str
    starts_at: datetime
    place: str
    locked: bool
    away: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    departure: Departure
    why: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Shown:
    """``dropped``: how many rows can no longer become an appointment, because something else happened since."""

    rows: list[Row]
    left_out: list[LeftOut]
    sentences: list[str]
    dropped: int


def shown(plan: MassPlan, departures: Sequence[Departure], users: Sequence[User], rooms: Sequence[Room]) -> Shown:
    known = {str(departure.pk): departure for departure in departures}
    names = {user.pk: user.name for user in users}
    places = {str(room.pk): room.name for room in rooms}
    rows = [
        _row(row, known[row["departure"]], names, plan.place or places.get(row["room"] or "", ""))
        for row in plan.rows
        if row["departure"] in known
    ]
    out = [_left_out(one, known[one["departure"]], names) for one in plan.left_out if one["departure"] in known]
    return Shown(rows, out, _sentences(plan, rows), len(plan.rows) - len(rows))


def _row(row: dict[str, Any], departure: Departure, names: Mapping[int, str], place: str) -> Row:
    starts_at = timezone.localtime(datetime.fromisoformat(row["starts_at"]))
    away = abs((starts_at.date() - departure.target_on).days) if departure.target_on else 0
    return Row(departure, names.get(row["interviewer"], ""), starts_at, place, row["locked"], away)


def _left_out(one: dict[str, Any], departure: Departure, names: Mapping[int, str]) -> LeftOut:
    who = [names[pk] for pk in one["who"] if pk in names][:MOST_NAMES]
    values = {
        "first_name": departure.person.first_name,
        "who": who[0] if who else "",
        "names": _either(who),
        "day": day(date.fromisoformat(one["day"])) if one["day"] else "",
        "first": short_day(departure.earliest_on),
        "last": short_day(departure.latest_on),
    }
    why, remedy = _words(Obstacle(one["obstacle"]))
    return LeftOut(departure, why.format(**values), remedy.format(**values))


def _words(obstacle: Obstacle) -> tuple[str, str]:
    """(what is in the way, what would make it possible)"""
    match obstacle:
        case Obstacle.NOBODY_ALLOWED:
            return (
                gettext("There is no interviewer without a tie to {first_name}."),
                gettext("Invite an external interviewer."),
            )
        case Obstacle.NO_DAY:
            return (
                gettext("No day of work is left on which {first_name} can be asked."),
                gettext("Correct the dates of the departure if they are wrong."),
            )
        case Obstacle.NO_FREE_HOUR:
            return (
                gettext("Nobody who can hold this conversation has a free hour from {first} to {last}."),
                gettext("One free hour of {names} in that time is enough."),
            )
        case Obstacle.WEEK_FULL:
            return (
                gettext("{who} has hours left, but no conversation left in the week of {day}."),
                gettext("Let {who} hold one more that week, or invite an external interviewer."),
            )
        case Obstacle.NO_ROOM:
            return (
                gettext("{who} is free on {day}, and no room is."),
                gettext("One more room on that day is enough, or a video call."),
            )
        case Obstacle.TAKEN:
            return (
                gettext("Other conversations take every hour that would suit from {first} to {last}."),
                gettext("One more free hour of {names} in that time is enough."),
            )


def _either(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return gettext("{first} or {last}").format(first=", ".join(names[:-1]), last=names[-1])


def _sentences(plan: MassPlan, rows: Sequence[Row]) -> list[str]:
    figures = plan.figures
    found = []
    if rows:
        away = localize(round(fmean(row.away for row in rows), 1))
        found.append(gettext("On average {days} days from the target day.").format(days=away))
    if figures["planned"]:
        found += [_how_good(figures), _one_by_one(figures)]
    found.append(_how_long(figures["seconds"]))
    return found


def _how_long(seconds: float) -> str:
    if seconds < 1:
        return gettext("Computed in less than a second.")
    return gettext("Computed in {seconds} seconds.").format(seconds=localize(seconds))


def _how_good(figures: Mapping[str, Any]) -> str:
    gap = figures["gap"]
    if figures["outcome"] == Outcome.OPTIMAL:
        return gettext("No better plan exists under these rules.")
    if gap is None:
        return gettext("Time ran out before the computation knew how good this plan is.")
    return gettext("Time ran out: the best plan is at most {gap} better than this one.").format(gap=percent(gap, 1))


def _one_by_one(figures: Mapping[str, Any]) -> str:
    """What it gains to look at all of them at once."""
    fewer = figures["planned"] - figures["simple_planned"]
    if fewer > 0:
        text = ngettext(
            "Planned one after the other, {count} colleague more would be without an appointment.",
            "Planned one after the other, {count} colleagues more would be without an appointment.",
            fewer,
        )
        return text.format(count=fewer)
    more = figures["simple_cost"] - figures["cost"]
    if more <= 0:
        return gettext("Planned one after the other it would be just as good.")
    text = ngettext(
        "Planned one after the other it would be {count} point worse, on {cost}: a point is a day beside the target day.",
        "Planned one after the other it would be {count} points worse, on {cost}: a point is a day beside the target day.",
        more,
    )
    return text.format(count=more, cost=figures["cost"])

"""Independence of the interviewer: nobody speaks freely without distance."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal

LOOKING_BACK = timedelta(days=731)  # 24 months, leap day included

Name = Hashable
"""Whatever identifies a person."""


class Tie(StrEnum):
    """Why somebody is not independent. Never shown: a page says "not available" and nothing more."""

    SELF = "self"
    ABOVE = "above"
    BELOW = "below"
    SAME_TEAM = "same_team"
    AVOIDED = "avoided"


@dataclass(frozen=True, slots=True)
class Post:
    """Where somebody worked, and for whom, in [starts_on, ends_on); ``ends_on`` None: still."""

    person: Name
    unit: int
    manager: Name | None
    starts_on: date
    ends_on: date | None

    def during(self, first: date, last: date) -> tuple[date, date] | None:
        """The part of [first, last) in which this post was held; None when there is none."""
        starts, ends = max(self.starts_on, first), min(self.ends_on or date.max, last)
        return (starts, ends) if starts < ends else None


def posts_by_person(posts: Iterable[Post]) -> dict[Name, list[Post]]:
    found: dict[Name, list[Post]] = {}
    for post in posts:
        found.setdefault(post.person, []).append(post)
    return found


def leaders_of(
    person: Name, posts: Mapping[Name, list[Post]], *, first: date, last: date = date.max
) -> frozenset[Name]:
    """Everybody above ``person`` at any depth at one same moment in [first, last)."""
    found: set[Name] = set()
    seen: set[tuple[Name, date, date]] = set()
    waiting = [(person, first, last)]
    while waiting:
        who, start, end = waiting.pop()
        for post in posts.get(who, ()):
            held = post.during(start, end)
            if held is None or post.manager is None or (post.manager, *held) in seen:
                continue
            seen.add((post.manager, *held))
            found.add(post.manager)
            waiting.append((post.manager, *held))
    return frozenset(found - {person})


def ties(
    candidate: Name | None, leaver: Name, posts: Mapping[Name, list[Post]], *, on: date, unit_at_exit: int
) -> frozenset[Tie]:
    """The ties of ``candidate`` (None: nobody of the staff) to ``leaver``: now, in the last 24 months, or still to come."""
    if candidate is None:
        return frozenset()
    since = on - LOOKING_BACK
    found = set()
    if candidate == leaver:
        found.add(Tie.SELF)
    if candidate in leaders_of(leaver, posts, first=since):
        found.add(Tie.ABOVE)
    if leaver in leaders_of(candidate, posts, first=since):
        found.add(Tie.BELOW)
    if units_from(candidate, posts, on) & (units_from(leaver, posts, on) | {unit_at_exit}):
        found.add(Tie.SAME_TEAM)
    return frozenset(found)


def units_from(person: Name, posts: Mapping[Name, list[Post]], on: date) -> frozenset[int]:
    """Where somebody works now and, as far as is known, later."""
    return frozenset(post.unit for post in posts.get(person, ()) if post.during(on, date.max))


def shared_a_team(one: Name | None, other: Name, posts: Mapping[Name, list[Post]]) -> bool:
    """Whether both were ever in the same unit at the same time."""
    theirs = posts.get(other, ())
    return any(
        mine.unit == post.unit and post.during(mine.starts_on, mine.ends_on or date.max)
        for mine in posts.get(one, ())
        for post in theirs
    )


def ensure_independent(interviewer: str, first_name: str, found: frozenset[Tie], independent: list[str]) -> None:
    """``independent``: names of the people who can hold this conversation."""
    if not found:
        return
    if not independent:
        raise nobody_independent(first_name)
    raise Refusal(
        "planning.interviewer_tied",
        _(
            "{interviewer} cannot hold this conversation. Anyone with a tie to {first_name}, or whom {first_name} would "
            "rather not meet, is left out; we do not show which of the two. Choose from {candidates}."
        ),
        interviewer=interviewer,
        first_name=first_name,
        candidates=", ".join(independent),
    )


def nobody_independent(first_name: str) -> Refusal:
    return Refusal(
        "planning.nobody_independent",
        _(
            "There is no interviewer without a tie to {first_name}. This rule has no exception: nobody speaks freely "
            "without distance. Invite an external interviewer."
        ),
        first_name=first_name,
    )


def not_an_interviewer(name: str, independent: list[str]) -> Refusal:
    return Refusal(
        "planning.not_an_interviewer",
        _("{name} is no interviewer. Only interviewers can open a conversation. Choose from {candidates}."),
        name=name,
        candidates=", ".join(independent),
    )

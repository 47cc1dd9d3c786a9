"""Who may hold a conversation and when: pure decisions over plain values."""

from uitzicht.planning.rules.independence import (
    LOOKING_BACK,
    Name,
    Post,
    Tie,
    ensure_independent,
    leaders_of,
    nobody_independent,
    not_an_interviewer,
    posts_by_person,
    shared_a_team,
    ties,
)
from uitzicht.planning.rules.moments import (
    MINUTES,
    ensure_free,
    ensure_may_be_invited,
    ensure_minutes,
    ensure_moment_fits,
    ensure_room_for_a_talk,
)

__all__ = [
    "LOOKING_BACK",
    "MINUTES",
    "Name",
    "Post",
    "Tie",
    "ensure_free",
    "ensure_independent",
    "ensure_may_be_invited",
    "ensure_minutes",
    "ensure_moment_fits",
    "ensure_room_for_a_talk",
    "leaders_of",
    "nobody_independent",
    "not_an_interviewer",
    "posts_by_person",
    "shared_a_team",
    "ties",
]

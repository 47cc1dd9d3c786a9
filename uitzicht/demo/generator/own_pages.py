"""What a leaver does besides talking: on their own pages, and months later."""

import random
from dataclasses import dataclass

from uitzicht.demo.generator.diary import Diary

WRITES = {"talked": 0.31, "declined": 0.75, "missed": 0.0}
BEFORE_THE_TALK = 0.65  # of those who write and talk
SHARES = 0.5  # of those who write before it
ACCEPTS = 0.7
AGREES = {"follow_up": 0.62, "quotes": 0.22, "alumni": 0.27}
SUMMARIES = {"table": 60, "pages": 22, "corrected": 4, "agreed": 5, "waits": 9}
REPLIES = {"answers": 56, "stops": 6, "": 38}


@dataclass(frozen=True)
class OwnPages:
    """``writes``: "before" or "after" the conversation, "" never; ``shares``: the interviewer may read some of it.
    ``summary``: confirmed at the "table" or on the "pages"; "corrected", or "agreed" to after correcting; it "waits" since
    it was sent; "" not sent. ``readers``: parts of the cast who may read it. ``consents``: their purposes. ``reply`` to the
    follow-up: "answers", "stops" or "". ``wish``: another "time" or another "interviewer"."""

    accepts: bool = False
    wish: str = ""
    writes: str = ""
    shares: bool = False
    summary: str = ""
    readers: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    reply: str = ""


def by_chance(draw: random.Random, course: str, days: Diary) -> OwnPages:
    """Of somebody who has left. Who was never asked for a conversation got no link either."""
    if course == "missed" or (course == "talked" and days.talk_on is None):
        return OwnPages()
    talks = days.talk_on is not None
    writes = draw.random() < WRITES[course]
    before = talks and draw.random() < BEFORE_THE_TALK
    return OwnPages(
        accepts=talks and draw.random() < ACCEPTS,
        writes="" if not writes else "before" if before else "after",
        shares=writes and before and draw.random() < SHARES,
        summary=_one_of(draw, SUMMARIES) if talks else "",
        consents=tuple(purpose for purpose, share in AGREES.items() if draw.random() < share)
        if talks or writes
        else (),
        reply=_one_of(draw, REPLIES),
    )


def _one_of(draw: random.Random, weights: dict[str, int]) -> str:
    return draw.choices(list(weights), list(weights.values()))[0]

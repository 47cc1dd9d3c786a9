"""Seen from later: what the follow-up hears when nothing depends on it any more.

Who left for a career or moved house says more often that it was the manager or the workload. Nothing of this is stated
anywhere in the product; it shows in the figures.
"""

import random
from dataclasses import dataclass

from uitzicht.demo.generator import story
from uitzicht.demo.generator.leavers import Leaver
from uitzicht.questionnaires.codebook import AREAS

DAYS = (0, 1, 1, 2, 3, 5, 11, 12, 14, 21, 24)  # from the first mail to the answer; two reminders fall in between


@dataclass(frozen=True)
class Later:
    """``days``: from the first mail to the reply; ``answers``: {item: value}, empty for who stops the mails; ``reasons``:
    the main one first."""

    days: int
    answers: dict[str, int | str]
    reasons: list[dict[str, str]]


def look_back(
    draw: random.Random,
    leaver: Leaver,
    closed: dict[str, int | str],
    reasons: list[dict[str, str]],
    *,
    reply: str,
) -> Later | None:
    """``closed``, ``reasons``: what was answered when leaving. ``reply``: see ``OwnPages``; "" is none."""
    if not reply:
        return None
    days = draw.choice(DAYS)
    if reply == "stops":
        return Later(days, {}, [])
    seen = story.seen_later(draw, leaver, reasons)
    changed = seen[0]["reason"] != reasons[0]["reason"]
    answers = {item: _again(draw, item, value) for item, value in closed.items() if not item.startswith("leaving.")}
    answers |= story.looking_back(draw, seen[0], changed=changed)
    if seen[0]["reason"].startswith("management"):
        answers["relations.satisfaction"] = min(2, int(answers.get("relations.satisfaction", 2)))
    return Later(days, answers, seen)


def _again(draw: random.Random, item: str, value: int | str) -> int | str:
    """Scores may move a little; choices and the recommendation stay."""
    part, _, name = item.partition(".")
    felt = part == "inclusion" or (part in AREAS and name == "satisfaction")
    return story.once_more(draw, value, 1, 5) if felt and isinstance(value, int) else value

"""What somebody wrote alone, and when: often the same as at the table, sometimes franker."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from uitzicht.demo.generator import story
from uitzicht.demo.generator.conversation import Said, closed_of, draw_closed
from uitzicht.demo.generator.diary import Diary
from uitzicht.demo.generator.leavers import Leaver
from uitzicht.demo.generator.own_pages import OwnPages
from uitzicht.demo.generator.speech import Speech

FRANKER = 0.26  # of those who also talk: another main reason when nobody listens
CODES = 0.8  # of those who write: they say themselves what their words are about
DAYS_OPEN = 25  # after the end of the contract: well before the pages close


@dataclass(frozen=True)
class Alone:
    """``answers``, ``themes`` and ``reasons`` as in ``Said``. ``shared``: parts that the interviewer may read."""

    on: date
    answers: dict[str, dict[str, object]]
    themes: dict[str, list[dict[str, str]]]
    reasons: list[dict[str, str]]
    shared: tuple[str, ...]


def write_alone(
    draw: random.Random, leaver: Leaver, days: Diary, own: OwnPages, said: Said | None, today: date
) -> Alone | None:
    if not own.writes:
        return None
    closed, reasons = _closed(draw, leaver, said)
    notes, themes = _words(draw, Speech(draw, leaver), closed, reasons[0]["reason"])
    answers: dict[str, dict[str, object]] = {}
    for item in sorted(notes.keys() | closed.keys()):
        value = closed.get(item)
        answers[item] = {
            "notes": notes.get(item, ""),
            "score": value if isinstance(value, int) else None,
            "choice": value if isinstance(value, str) else None,
        }
    coded = themes if draw.random() < CODES else {}
    shared = tuple(sorted({item.partition(".")[0] for item in notes})) if own.shares else ()
    return Alone(_on(draw, leaver, days, own, today), answers, coded, reasons, shared)


def _closed(
    draw: random.Random, leaver: Leaver, said: Said | None
) -> tuple[dict[str, int | str], list[dict[str, str]]]:
    if said is None:
        return draw_closed(draw, leaver)
    reasons = story.franker(draw, said.reasons) if draw.random() < FRANKER else said.reasons
    return {item: _again(draw, item, value) for item, value in closed_of(said.answers).items()}, reasons


def _again(draw: random.Random, item: str, value: int | str) -> int | str:
    if isinstance(value, str):
        return value
    return story.once_more(draw, value, *((0, 10) if item == "closing.recommend" else (1, 5)))


def _words(
    draw: random.Random, speech: Speech, closed: dict[str, int | str], main: str
) -> tuple[dict[str, str], dict[str, list[dict[str, str]]]]:
    """Some answers in own words, in the tone of their area, and what they are about."""
    notes, themes = {"leaving.main_reason": speech.why(main.partition(".")[0], "main")}, {}
    for item in draw.sample(speech.written_items, draw.randint(2, 4)):
        score = closed.get(f"{item.partition('.')[0]}.satisfaction")
        notes[item], themes[item] = speech.written(item, score if isinstance(score, int) else 3)
    if draw.random() < 0.6:
        notes["closing.pleasure"] = speech.of("pleasure")
    return notes, themes


def _on(draw: random.Random, leaver: Leaver, days: Diary, own: OwnPages, today: date) -> date:
    """The evening on which it was handed in."""
    wait = timedelta(days=draw.randint(1, 6))
    if days.talk_on is None:
        return min((days.declined_on or days.registered_on) + wait, leaver.ends_on + timedelta(days=DAYS_OPEN))
    if own.writes == "after":
        return days.talk_on + wait
    first = (days.invited_on or days.talk_on) + timedelta(days=1)
    return max(first, min(days.talk_on - timedelta(days=draw.randint(1, 2)), today - timedelta(days=1)))

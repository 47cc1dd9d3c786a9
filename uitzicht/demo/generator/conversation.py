"""One conversation as it was held: closed answers, notes, themes, reasons, summary."""

import random
from dataclasses import dataclass

from uitzicht.demo.generator import story
from uitzicht.demo.generator.leavers import Leaver
from uitzicht.demo.generator.speech import Speech
from uitzicht.questionnaires.codebook import AREAS

OPEN_ITEMS = {
    "content": ("variety", "complexity", "learning", "improve"),
    "conditions": ("surroundings", "means", "improve"),
    "relations": ("colleagues", "manager", "other_units", "improve"),
    "terms": ("pay", "benefits", "working_time", "flexibility", "prospects", "improve"),
    "organisation": ("task_division", "clarity", "assignment", "improve"),
}
HOURS = ("terms.night_shift", "terms.working_time", "workload_wellbeing.recovery")
SKIPPED = 0.04  # of the closed questions
NOT_NOTED = 0.22  # of the open ones


@dataclass(frozen=True)
class Said:
    """``answers``: {item: {"notes", "score", "choice"}}; ``themes``: {item: [{"theme", "sentiment"}]} of what was noted;
    ``reasons``: the main one first, {"reason", "force"}; ``seconds`` by part."""

    answers: dict[str, dict[str, object]]
    themes: dict[str, list[dict[str, str]]]
    reasons: list[dict[str, str]]
    summary: str
    seconds: dict[str, int]


def hold(draw: random.Random, leaver: Leaver, minutes: dict[str, int]) -> Said:
    """``minutes``: planned length by part, in order."""
    mood, reasons = draw.gauss(0, 0.45), story.reasons(draw, leaver)
    main = reasons[0]["reason"]
    scores = story.satisfaction(draw, leaver, mood, main)
    speech = Speech(draw, leaver)
    closed = _closed(draw, leaver, mood, scores, reasons[0])
    notes, themes = _areas(draw, speech, scores, main, leaver)
    notes |= _around(draw, speech, main.partition(".")[0], mood, closed)
    answers: dict[str, dict[str, object]] = {}
    for item in notes.keys() | closed.keys():
        value = closed.get(item)
        answers[item] = {
            "notes": notes.get(item, ""),
            "score": value if isinstance(value, int) else None,
            "choice": value if isinstance(value, str) else None,
        }
    weakest = min(AREAS, key=lambda area: scores[area])
    return Said(
        answers=dict(sorted(answers.items())),
        themes={item: themes.get(item, []) for item in sorted(notes)},
        reasons=reasons,
        summary=speech.summary(main.partition(".")[0], weakest),
        seconds={part: round(length * 60 * draw.uniform(0.7, 1.25)) for part, length in minutes.items()},
    )


def closed_of(answers: dict[str, dict[str, object]]) -> dict[str, int | str]:
    """The closed answers by item: the score or the choice."""
    values = {
        item: answer["choice"] if answer["score"] is None else answer["score"] for item, answer in answers.items()
    }
    return {item: value for item, value in values.items() if isinstance(value, int | str)}


def draw_closed(draw: random.Random, leaver: Leaver) -> tuple[dict[str, int | str], list[dict[str, str]]]:
    """Closed answers and reasons of somebody who answers without talking."""
    mood, reasons = draw.gauss(0, 0.45), story.reasons(draw, leaver)
    scores = story.satisfaction(draw, leaver, mood, reasons[0]["reason"])
    return _closed(draw, leaver, mood, scores, reasons[0]), reasons


def _closed(
    draw: random.Random, leaver: Leaver, mood: float, scores: dict[str, int], main: dict[str, str]
) -> dict[str, int | str]:
    found: dict[str, int | str] = {f"{area}.satisfaction": score for area, score in scores.items()}
    for area, score in scores.items():
        found[f"{area}.change"] = "improve" if draw.random() < (0.88, 0.85, 0.6, 0.28, 0.1)[score - 1] else "keep"
    found |= {f"inclusion.{key}": score for key, score in story.inclusion(draw, leaver, mood).items()}
    found["closing.recommend"] = story.recommend(draw, leaver, mood)
    found |= story.choices(draw, main)
    return {item: value for item, value in found.items() if draw.random() > SKIPPED}


def _areas(
    draw: random.Random, speech: Speech, scores: dict[str, int], main: str, leaver: Leaver
) -> tuple[dict[str, str], dict[str, list[dict[str, str]]]]:
    notes, themes = {}, {}
    for area, names in OPEN_ITEMS.items():
        for name in names:
            item = f"{area}.{name}"
            if draw.random() < NOT_NOTED and not (leaver.troubled and item == "relations.manager"):
                continue
            notes[item], themes[item] = speech.about(item, _tone(draw, item, scores[area], main))
    return notes, themes


def _tone(draw: random.Random, item: str, score: int, main: str) -> int:
    """Some questions weigh otherwise than their area: everybody grumbles about pay, the main reason speaks up."""
    if item == "terms.pay" and draw.random() < 0.55:
        return 2
    if item == "terms.prospects" and main.startswith("career"):
        return 1
    if item == "terms.working_time" and main in HOURS:
        return 1
    if item == "relations.manager" and not main.startswith("management") and score > 2:
        return 4
    return score


def _around(
    draw: random.Random, speech: Speech, group: str, mood: float, closed: dict[str, int | str]
) -> dict[str, str]:
    """The open questions outside the five areas."""
    notes = {
        "opening.path": speech.path(),
        "leaving.led_to": speech.why(group, "led_to"),
        "leaving.main_reason": speech.why(group, "main"),
        "closing.pleasure": speech.of("pleasure"),
    }
    sometimes = {
        "leaving.more": "more",
        "leaving.differences": "differences",
        "closing.add": "add",
        "closing.ask": "ask",
    }
    notes |= {item: speech.of(topic) for item, topic in sometimes.items() if draw.random() < 0.5}
    if closed.get("leaving.event") in ("one", "several"):
        notes["leaving.event_when"] = speech.of("event")
    if draw.random() < 0.6:
        notes["inclusion.experience"] = speech.about("inclusion.experience", 4 if mood > -0.2 else 2)[0]
    return notes

"""What a leaver writes alone, as plain values: its shape, and how two versions of it become one."""

from typing import TypedDict, TypeVar

from uitzicht.interviews.rules import Reason


class OwnAnswer(TypedDict):
    """Exactly one of the three says something; all empty: rather no answer."""

    notes: str
    score: int | None
    choice: str | None


class Theme(TypedDict):
    """``theme``: a theme of the codebook or a group of reasons; ``sentiment``: positive, neutral or negative."""

    theme: str
    sentiment: str


class Writing(TypedDict):
    """``version``: number of the questionnaire, 0 before the first save. ``answers`` by item, one for every question that
    was passed. ``themes`` by item; an empty list is a decision too. ``seen``: the item to go on with. ``revisions``: how
    often each item, and "reasons", was saved."""

    version: int
    answers: dict[str, OwnAnswer]
    reasons: list[Reason]
    themes: dict[str, list[Theme]]
    seen: str
    revisions: dict[str, int]


NO_ANSWER: OwnAnswer = {"notes": "", "score": None, "choice": None}
REASONS = "reasons"


def blank() -> Writing:
    return {"version": 0, "answers": {}, "reasons": [], "themes": {}, "seen": "", "revisions": {}}


def says_something(given: OwnAnswer) -> bool:
    return bool(given["notes"].strip()) or given["score"] is not None or given["choice"] is not None


def is_empty(writing: Writing) -> bool:
    """Nothing was answered and no reason given."""
    return not writing["reasons"] and not any(map(says_something, writing["answers"].values()))


def joined(here: Writing, there: Writing) -> Writing:
    """Both together, for a leaver who began behind two links. Nothing written is lost: two texts on one question stand
    below each other; of two closed answers the one ``here`` stays."""
    items = here["answers"].keys() | there["answers"].keys()
    return {
        "version": max(here["version"], there["version"]),
        "answers": {
            item: _joined_answer(here["answers"].get(item, NO_ANSWER), there["answers"].get(item, NO_ANSWER))
            for item in items
        },
        "reasons": here["reasons"] or there["reasons"],
        "themes": there["themes"] | here["themes"],
        "seen": here["seen"] or there["seen"],
        "revisions": _sum(here["revisions"], there["revisions"]),
    }


def _joined_answer(here: OwnAnswer, there: OwnAnswer) -> OwnAnswer:
    return {
        "notes": _joined_text(here["notes"], there["notes"]),
        "score": _first(here["score"], there["score"]),
        "choice": _first(here["choice"], there["choice"]),
    }


def _joined_text(here: str, there: str) -> str:
    if there.strip() in here:
        return here
    return there if here.strip() in there else f"{here}\n\n{there}"


Value = TypeVar("Value")


def _first(here: Value | None, there: Value | None) -> Value | None:
    return there if here is None else here


def _sum(here: dict[str, int], there: dict[str, int]) -> dict[str, int]:
    # A page that is still open behind either link was made from a lower number: its next save is compared, not merged.
    return {key: here.get(key, 0) + there.get(key, 0) + 1 for key in here.keys() | there.keys()}

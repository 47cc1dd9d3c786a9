"""Where a step of the talk leads: the question or part before or after it, the reasons, the end."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.urls import reverse

from uitzicht.interviews.models import Interview
from uitzicht.interviews.vocabulary import PartState
from uitzicht.interviews.workspace import TalkStep

MARKS = {"covered": PartState.COVERED, "skip": PartState.SKIPPED, "again": PartState.TOUCHED}
"""What a button says about the part, and the state that follows."""


def way(interview: Interview, part: str, steps: Sequence[TalkStep], number: int, go: str, language: str) -> str:
    """The address after step ``number`` of ``part``. ``go``: "next", "previous", "covered", "skip", or anything else to
    stay. ``language``: in which the questions are asked."""
    parts = [known["key"] for known in interview.version.parts]
    place = parts.index(part)
    if go in ("covered", "skip") or (go == "next" and number >= len(steps)):
        if place + 1 == len(parts):
            return reverse("finish", args=[interview.pk])
        return part_address(interview, parts[place + 1], language)
    if go == "previous" and number <= 1:
        return part_address(interview, parts[max(place - 1, 0)], language)
    number += {"next": 1, "previous": -1}.get(go, 0)
    if 0 < number <= len(steps) and steps[number - 1].kind == "reasons":
        return reasons_address(interview, language)
    return part_address(interview, part, language, question=number)


def part_address(interview: Interview, part: str, language: str, **query: object) -> str:
    return _address(interview, reverse("talk_part", args=[interview.pk, part]), language, query)


def reasons_address(interview: Interview, language: str) -> str:
    return _address(interview, reverse("reasons", args=[interview.pk]), language, {})


def _address(interview: Interview, page: str, language: str, query: dict[str, object]) -> str:
    if language != interview.language:
        query |= {"language": language}
    return f"{page}?{urlencode(query)}" if query else page

"""Positions over time: what a new line of the staff list does to the line of positions of one person. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from uitzicht.people.staff_file.problems import CellFault

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Work:
    """What somebody does, where and led by whom. ``unit`` is a path, since the unit may not exist yet."""

    unit: tuple[str, ...]
    title: str
    job_family: str
    manager_id: UUID | None
    contract: str
    working_time: int


@dataclass(frozen=True)
class Placing:
    """A position in [valid_from, valid_to); ``id`` is None while it is not stored."""

    id: int | None
    person_id: UUID
    work: Work
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True)
class Service:
    """The period of employment; both days are days in service."""

    started_on: date
    ended_on: date | None


def follow(history: Sequence[Placing], known: Service, said: Service, work: Work, on: date) -> list[Placing]:
    """The positions (oldest first) after the list said ``work`` on day ``on``.

    A change ends one position on that day and begins the next. A position that began on that day or later, or that
    ended before it, is corrected instead. A start after the known end is a new period in service.
    """
    if known.ended_on is not None and said.started_on > known.ended_on:
        first = Placing(None, history[-1].person_id, work, said.started_on, None)
        return _end([*history, first], said.ended_on)
    placings = _start(list(history), known.started_on, said.started_on)
    last = placings[-1]
    if last.work != work:
        from_day = max(on, last.valid_from)
        over = said.ended_on is not None and from_day > said.ended_on
        if from_day == last.valid_from or over:
            placings[-1] = replace(last, work=work)
        else:
            placings[-1] = replace(last, valid_to=from_day)
            placings.append(Placing(None, last.person_id, work, from_day, None))
    return _end(placings, said.ended_on)


def _start(placings: list[Placing], known: date, said: date) -> list[Placing]:
    if known == said:
        return placings
    at = next((place for place, one in enumerate(placings) if one.valid_from == known), len(placings) - 1)
    moved = placings[at]
    if at + 1 < len(placings) and said >= placings[at + 1].valid_from:
        raise CellFault("starts_too_late", other=placings[at + 1].valid_from.isoformat())
    if at and said < (placings[at - 1].valid_to or said):
        raise CellFault("starts_too_early", other=(placings[at - 1].valid_to or said).isoformat())
    placings[at] = replace(moved, valid_from=said)
    return placings


def _end(placings: list[Placing], ended_on: date | None) -> list[Placing]:
    """The last position ends with the employment; one that would only begin after the end never comes."""
    kept = [one for one in placings if ended_on is None or one.valid_from <= ended_on]
    return [*kept[:-1], replace(kept[-1], valid_to=None if ended_on is None else ended_on + DAY)]

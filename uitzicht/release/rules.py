"""When a release may happen, which stratum a departure belongs to, and how long answers wait."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from uitzicht.core.disclosure.bundles import Waiting
from uitzicht.core.disclosure.vocabulary import Parameters
from uitzicht.core.refusal import Refusal
from uitzicht.departures.vocabulary import Stage
from uitzicht.release.vocabulary import Stratum

UNDER_WAY = (Stage.PLANNED, Stage.INVITED, Stage.PREPARED, Stage.HELD)
LONGEST_WAIT = timedelta(days=60)


def stratum_of(kind: str) -> Stratum:
    """Resignations apart; all other kinds of departure together."""
    return Stratum.RESIGNATION if kind == "resignation" else Stratum.OTHER


def fewest_people(parameters: Parameters) -> dict[str, int]:
    """Strata whose bundles hold more than k people: what stands on an inclusion card is sensitive."""
    return {Stratum.CARD.value: parameters.k_sensitive}


@dataclass(frozen=True, slots=True)
class Wait:
    """Answers that wait in a unit after a release. ``others``: those people of whom nobody knows the answers; ``missing``:
    how many more of them a bundle there needs. ``releases_left``: after so many more releases the first of them move up, to
    ``moves_to`` or from there as far as needed; at the root that is empty. Units are ids."""

    unit: str
    stratum: str
    people: int
    others: int
    missing: int
    releases_left: int
    moves_to: str


def waits(waiting: Iterable[Waiting], parents: Mapping[str, str | None], parameters: Parameters) -> list[Wait]:
    """How many wait where, how many are missing and until when, by unit and stratum."""
    places: dict[tuple[str, str], list[Waiting]] = {}
    for person in waiting:
        places.setdefault((person.unit, person.stratum), []).append(person)
    fewest = fewest_people(parameters)
    found = []
    for (unit, stratum), people in sorted(places.items()):
        above, others = parents[unit], sum(not person.known for person in people)
        left = parameters.patience - max(person.waited for person in people)
        found.append(
            Wait(
                unit,
                stratum,
                len(people),
                others,
                missing=max(1, fewest.get(stratum, parameters.k) - others),
                releases_left=max(0, left) if above else 0,
                moves_to=above or "",
            )
        )
    return found


def is_past_embargo(last_day_worked_on: date, released_on: date) -> bool:
    """Nothing of a conversation enters a release on or before the last day worked."""
    return last_day_worked_on < released_on


def waits_for_conversation(stage: Stage, last_day_worked_on: date, released_on: date) -> bool:
    """Who handed in answers alone and still has a conversation to hold or to process counts with it, once; it is not waited
    for longer than two months after the last day worked."""
    return stage in UNDER_WAY and released_on <= last_day_worked_on + LONGEST_WAIT


def next_release_on(last_on: date | None, months: int, today: date) -> date:
    """The day from which the next release may be made: ``months`` calendar months after the last one."""
    if last_on is None:
        return today
    month = last_on.month - 1 + months
    year, month = last_on.year + month // 12, month % 12 + 1
    return date(year, month, min(last_on.day, 28))


def missed_dates(first: date | None, months: int, today: date) -> list[date]:
    """Calendar days of a release that passed without one, counted from the last release; without one, from the day on
    which somebody could first have been in a release. A release today stands for the latest such day, however late."""
    dates: list[date] = []
    if first is None:
        return dates
    due = next_release_on(first, months, first)
    while (following := next_release_on(due, months, due)) <= today:
        dates.append(due)
        due = following
    return dates


def ensure_not_in_future(released_on: date, today: date) -> None:
    """The embargo counts from the day of the release: a later day would let in people who still work here."""
    if released_on > today:
        raise Refusal(
            "release.in_future",
            _(
                "A release cannot be dated {on}: that day has yet to come. Answers count from the day after the last day worked, so a later date would let in people who still work here. Choose today or an earlier day."
            ),
            on=released_on.isoformat(),
        )


def ensure_on_calendar(last_on: date | None, months: int, today: date, *, historical: bool) -> None:
    """A release follows the calendar, not single answers. History that was imported just now need not wait, but never
    goes back before the last release."""
    due = last_on if historical and last_on else next_release_on(last_on, months, today)
    if today < due:
        raise Refusal(
            "release.too_soon",
            _(
                "The next release is possible from {next_on} on. Releases follow the calendar, so that no release points to a single new answer. Until then nothing is lost: answers wait."
            ),
            next_on=due.isoformat(),
        )


def ensure_something_closes(bundles: int, k: int, next_on: date) -> None:
    """A release without a new bundle would only repeat the last one."""
    if bundles == 0:
        raise Refusal(
            "release.too_few",
            _(
                "No release is possible yet. Nowhere are there {k} new people with answers, and fewer could be traced. Look again on {next_on}; we report no single answers in between."
            ),
            k=k,
            next_on=next_on.isoformat(),
        )


def ensure_cards_are_there(found: int, counted: int) -> None:
    """Every inclusion card is counted once."""
    if found != counted:
        raise Refusal(
            "release.cards_gone",
            _(
                "Somebody else made a release in the meantime, with the same inclusion cards. Nothing was changed; look at the desk again."
            ),
        )


def ensure_next(number: int, last: Any) -> None:
    """Nobody made a release while this one was computed (``last``: the newest row now, with its ``number``)."""
    if number != (last.number if last else 0) + 1:
        raise Refusal(
            "release.made_meanwhile",
            _(
                "Release {number} was made by somebody else in the meantime. Nothing was changed; look at the desk again."
            ),
            number=number,
        )


def ensure_second_person(proposed_by: str, by: str) -> None:
    """Two people decide: who proposed does not approve."""
    if by == proposed_by:
        raise Refusal(
            "release.same_person",
            _("You proposed this release yourself. A second person approves it, so that two people looked at it."),
        )

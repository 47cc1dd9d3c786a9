"""What a release would close and whom it would leave waiting: decided from units, strata and dates, never from answers.

Inclusion cards are in it as people of a stratum of their own at the top.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from uitzicht.core.disclosure.bundles import Closing, Waiting, close_bundles
from uitzicht.core.disclosure.vocabulary import Parameters
from uitzicht.people.queries import unit_tree
from uitzicht.privacy.policies import policy_in_force
from uitzicht.release import cards, respondents, rules
from uitzicht.release.models import Release, WaitingPerson
from uitzicht.release.rules import Wait
from uitzicht.release.vocabulary import Respondent


@dataclass(frozen=True)
class Proposal:
    """``respondents``: everybody who answered and is in no bundle yet, by handle. ``new_history``: an import came in since
    the last release. ``next_on``: the day from which the calendar allows a release."""

    number: int
    released_on: date
    parameters: Parameters
    closing: Closing
    respondents: Mapping[str, Respondent]
    new_history: bool
    next_on: date

    @property
    def people(self) -> int:
        return sum(bundle.size for bundle in self.closing.bundles)

    def waits(self) -> list[Wait]:
        """How many would wait where after this release, how many are missing and until when."""
        return rules.waits(self.closing.waiting, parents(), self.parameters)


def propose(released_on: date) -> Proposal:
    """Which bundles would close on this day. Opens no sheet and changes nothing."""
    policy = policy_in_force()
    last = Release.objects.order_by("-number").first()
    new = {respondent.handle: respondent for respondent in respondents.new_respondents(released_on)}
    known = {person.handle: person for person in WaitingPerson.objects.all()}
    parameters = Parameters(k=policy.k, k_sensitive=policy.k_sensitive, c=policy.colluders, patience=policy.patience)
    last_on, months = last.released_on if last else None, policy.months_between_releases
    tree = parents()
    root = next(unit for unit, above in tree.items() if above is None)
    waiting = [
        *_waiting_now(new, known, parameters, last_on, months, released_on),
        *cards.pile(root, str(released_on.year)),
    ]
    return Proposal(
        number=last.number + 1 if last else 1,
        released_on=released_on,
        parameters=parameters,
        closing=close_bundles(waiting, tree, parameters, rules.fewest_people(parameters)),
        respondents=new,
        new_history=any(one.historical and handle not in known for handle, one in new.items()),
        next_on=rules.next_release_on(last_on, months, released_on),
    )


def _waiting_now(
    new: Mapping[str, Respondent],
    known: Mapping[str, WaitingPerson],
    parameters: Parameters,
    last_on: date | None,
    months: int,
    today: date,
) -> list[Waiting]:
    """Who waits where. A calendar day that passed without a release (nothing could close) counts as waited too:
    otherwise small teams would wait for each other for ever. Depends on units and dates only. In trends somebody belongs
    to the year of this release, and people of an import to the year in which they left."""
    year = str(today.year)
    people = {handle: _waiting(one, known.get(handle), year) for handle, one in new.items()}
    began = last_on or min((one.since for one in new.values() if one.since), default=None)
    tree = parents()
    for due in rules.missed_dates(began, months, today):
        there = [people[handle] for handle, one in new.items() if one.since and one.since <= due]
        people |= {person.handle: person for person in close_bundles(there, tree, parameters).waiting}
    return list(people.values())


def _waiting(one: Respondent, known: WaitingPerson | None, year: str) -> Waiting:
    """``year``: of this release."""
    fresh = Waiting(
        one.handle,
        one.unit,
        one.stratum.value,
        historical=one.historical,
        known=one.known,
        period=one.period if one.historical else year,
    )
    return replace(fresh, unit=str(known.unit_id), stratum=known.stratum, waited=known.waited) if known else fresh


def parents() -> dict[str, str | None]:
    """The tree of units, as the core takes it: unit -> the unit above."""
    return {str(unit): str(parent) if parent else None for unit, parent in unit_tree().parents.items()}

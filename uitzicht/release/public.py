"""What stands in a release document besides answers: who left, how many answered. Public HR facts, frozen with it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from uitzicht.release.vocabulary import Leaver


def public_facts(
    leavers: Iterable[Leaver], parents: Mapping[str, str | None], *, released: int, waiting: int
) -> dict[str, Any]:
    """Counts by kind, tenure, unit and year of leaving; and per unit with everything below it.

    released: people in a bundle, of all releases so far. waiting: people who answered and are in none yet.
    """
    left = list(leavers)
    below: dict[str, list[Leaver]] = {unit: [] for unit in parents}
    for leaver in left:
        unit: str | None = leaver.unit
        while unit is not None:
            below[unit].append(leaver)
            unit = parents[unit]
    return {
        "leavers": len(left),
        "respondents": released + waiting,
        "released": released,
        "waiting": waiting,
        "who_left": _counts(left) | {"unit": {unit: len(people) for unit, people in below.items() if people}},
        "who_left_by_unit": {
            unit: _counts(people) | {"leavers": len(people)} for unit, people in below.items() if people
        },
    }


def _counts(leavers: Iterable[Leaver]) -> dict[str, Any]:
    people = list(leavers)
    return {
        "kind": dict(Counter(leaver.kind for leaver in people)),
        "tenure": dict(Counter(leaver.tenure for leaver in people)),
        "year": dict(Counter(str(leaver.left_on.year) if leaver.left_on else "" for leaver in people)),
    }

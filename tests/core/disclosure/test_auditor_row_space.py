"""P1 by linear algebra: no combination of published groups that is not zero involves fewer than k people."""

from fractions import Fraction
from itertools import combinations

from tests.core.disclosure.published import TICK, K, Published, ticks
from uitzicht.core.disclosure.auditor import audit

PARENTS = {"1": None, "2": "1", "3": "1"}


def _rank(rows: list[list[int]]) -> int:
    left = [[Fraction(entry) for entry in row] for row in rows]
    rank = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((number for number in range(rank, len(left)) if left[number][column]), None)
        if pivot is None:
            continue
        left[rank], left[pivot] = left[pivot], left[rank]
        for number in range(rank + 1, len(left)):
            factor = left[number][column] / left[rank][column]
            left[number] = [a - factor * b for a, b in zip(left[number], left[rank], strict=True)]
        rank += 1
    return rank


def _fewest_people(published: Published) -> int:
    """Fewest people in a combination that is not zero: one that is zero on all others exists where their rank is lower."""
    people = [person for members in published.members.values() for person in members]
    rows = [
        [int(any(person in published.members[key] for key in group["bundles"])) for person in people]
        for document in published.documents
        for group in document["groups"]
    ]
    whole = _rank(rows)
    for size in range(1, len(people) + 1):
        for few in combinations(range(len(people)), size):
            others = [[entry for number, entry in enumerate(row) if number not in few] for row in rows]
            if _rank(others) < whole:
                return size
    return 0


def test_what_the_auditor_calls_green_involves_at_least_k_people() -> None:
    published = Published(PARENTS, [TICK])
    published.release([("2", ticks(3, 2))])
    published.release([("3", ticks(2, 4))], levels={("1:resignation", "reasons", "pay"): 2})
    assert audit(*published.evidence()).green
    assert _fewest_people(published) == K


def test_a_split_bundle_involves_fewer_and_is_red() -> None:
    published = Published(PARENTS, [TICK])
    published.release([("2", ticks(3, 2)), ("3", ticks(2, 4))])
    published.members["1-0003"] = [published.members["1-0002"].pop()]
    published.documents[0]["groups"][0]["bundles"] = ["1-0001", "1-0003"]
    assert _fewest_people(published) < K
    assert not audit(*published.evidence()).green

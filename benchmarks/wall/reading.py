"""Whose answer can be read from published groups, by adding and subtracting only.

Each group of people publishes how often each score was given among them. An attacker who knows who is in which group reads
a person exactly when the row that is that person alone is a sum of published rows (plain linear algebra), or when everybody
in a published group gave one and the same answer.
"""

from collections.abc import Collection, Sequence

import numpy as np

from benchmarks.wall.company import Person

Group = frozenset[str]  # handles
NOTHING_LEFT = 1e-8


def read(people: Sequence[Person], groups: Collection[Group]) -> set[str]:
    """Handles of people whose score is read exactly. ``people``: everybody whom the groups may hold."""
    return alone(people, groups) | _alike(people, groups)


def alone(people: Sequence[Person], groups: Collection[Group]) -> set[str]:
    """Those whose own row lies in the space that the published rows span: its projection there is the row itself."""
    if not groups:
        return set()
    column = {person.handle: number for number, person in enumerate(people)}
    rows = np.zeros((len(groups), len(people)))
    for number, group in enumerate(groups):
        rows[number, [column[handle] for handle in group]] = 1
    values, vectors = np.linalg.eigh(rows.T @ rows)
    span = vectors[:, values > NOTHING_LEFT * max(values.max(), 1.0)]
    kept = np.einsum("ij,ij->i", span, span)
    return {person.handle for person, share in zip(people, kept, strict=True) if share > 1 - NOTHING_LEFT}


def _alike(people: Sequence[Person], groups: Collection[Group]) -> set[str]:
    scores = {person.handle: person.score for person in people}
    return {handle for group in groups if len({scores[one] for one in group}) == 1 for handle in group}

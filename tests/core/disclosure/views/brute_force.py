"""P1 computed exactly: can somebody single out fewer than k others by adding and subtracting published rows?

A combination of rows that is zero outside a set of atoms S, and not zero inside, exists if and only if the rows of a
basis of the kernel that belong to S are linearly dependent. So every set with fewer than k others is tried.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from uitzicht.core.disclosure.views import Profiled, ViewBundle

Cell = tuple[str, tuple[str, ...]]
Vector = list[Fraction]


def cells_of(people: Iterable[Profiled], view_bundles: Mapping[str, ViewBundle]) -> list[Cell]:
    """The cell of each person whose answers nobody knows."""
    return [
        (person.bundle, tuple(sorted(key for key, bundle in view_bundles.items() if person.handle in bundle.members)))
        for person in people
        if not person.known
    ]


def fewest_singled_out(cells: Iterable[Cell], k: int) -> int:
    """The least number of others that a combination of rows is about; k when it is k or more."""
    counted = sorted(Counter(cells).items())
    kernel = _kernel([(bundle, *kind) for (bundle, kind), _ in counted])
    least = k

    def extend(start: int, others: int, echelon: list[Vector]) -> None:
        nonlocal least
        for number in range(start, len(counted)):
            together = others + counted[number][1]
            if together >= least:
                continue
            rest = _reduced(kernel[number], echelon)
            if any(rest):
                extend(number + 1, together, [*echelon, rest])
            else:
                least = together

    extend(0, 0, [])
    return least


def _kernel(atoms: Sequence[tuple[str, ...]]) -> list[Vector]:
    """One row for each atom: its coordinate in every vector of a basis of {d: every row sums to zero}."""
    names = sorted({name for atom in atoms for name in atom})
    rows = [[Fraction(name in atom) for atom in atoms] for name in names]
    pivots: list[int] = []
    for column in range(len(atoms)):
        top = len(pivots)
        found = next((number for number in range(top, len(rows)) if rows[number][column]), None)
        if found is None:
            continue
        rows[top], rows[found] = rows[found], rows[top]
        rows[top] = [value / rows[top][column] for value in rows[top]]
        for number, row in enumerate(rows):
            if number != top and row[column]:
                rows[number] = [value - row[column] * lead for value, lead in zip(row, rows[top], strict=True)]
        pivots.append(column)
    free = [column for column in range(len(atoms)) if column not in pivots]
    basis: list[Vector] = []
    for column in range(len(atoms)):
        if column in pivots:
            basis.append([-rows[pivots.index(column)][other] for other in free])
        else:
            basis.append([Fraction(other == column) for other in free])
    return basis


def _reduced(vector: Vector, echelon: Iterable[Vector]) -> Vector:
    for row in echelon:
        lead = next(number for number, value in enumerate(row) if value)
        if vector[lead]:
            factor = vector[lead] / row[lead]
            vector = [value - factor * other for value, other in zip(vector, row, strict=True)]
    return vector

"""A witness for every small atom, each of which stands when somebody else adds it up."""

from collections import Counter

from hypothesis import given, settings

from tests.core.disclosure.views.crowd import MENU, PARAMETERS, crowd, crowds
from uitzicht.core.disclosure.views import (
    Atom,
    Profiled,
    Witness,
    close_views,
    numbered_views,
    numbered_witnesses,
    witnesses,
)
from uitzicht.core.disclosure.views.exchanges import stands
from uitzicht.core.disclosure.views.grid import Grid

TABLE = {
    ("1-0001", "woman"): 2,
    ("1-0001", "man"): 3,
    ("1-0002", "woman"): 3,
    ("1-0002", "man"): 3,
}


def adds_up(witness: Witness, others: Counter[Atom]) -> bool:
    small, exchange = witness
    totals: Counter[str] = Counter()
    for atom, amount in exchange.items():
        for name in atom:
            totals[name] += amount
    spared = all(abs(amount) <= others[atom] for atom, amount in exchange.items() if atom != small)
    return not any(totals.values()) and spared and exchange[small] >= PARAMETERS.k - others[small] > 0


@given(crowds(most=30), crowds(prefix="2"))
@settings(max_examples=15, deadline=None)
def test_all_of_them_add_up_over_two_releases(first: list[Profiled], second: list[Profiled]) -> None:
    people = first + second
    standing = numbered_views(close_views(first, {}, MENU, PARAMETERS).closed, 1)
    certified = close_views(people, standing, MENU, PARAMETERS)
    standing |= numbered_views(certified.closed, 2)
    others: Counter[Atom] = Counter(
        tuple(sorted([person.bundle, *(key for key, bundle in standing.items() if person.handle in bundle.members)]))
        for person in people
    )
    small = sorted(atom for atom, count in others.items() if count < PARAMETERS.k)

    for found in (numbered_witnesses(certified, 2), witnesses(people, standing, PARAMETERS)):
        assert sorted(witness[0] for witness in found) == small
        assert all(adds_up(witness, others) for witness in found)


def test_an_atom_that_cannot_have_one_has_none() -> None:
    people = crowd({("1-0001", "woman"): 9, ("1-0001", "man"): 1})
    women = {"1-v0001": close_views(people[:9], {}, MENU, PARAMETERS).closed[0]}

    assert witnesses(people, women, PARAMETERS) == ()


def test_an_exchange_stands_only_when_nothing_is_wrong_with_it() -> None:
    grid = Grid((bundle, (value,)) for (bundle, value), count in TABLE.items() for _ in range(count))
    a, b, c, d = grid.others
    good = {b: 3, a: -3, d: -3, c: 3}

    assert stands(grid, b, good, 5)
    assert not stands(grid, b, {**good, b: 2}, 5), "a row changes"
    assert not stands(grid, b, {b: 2, a: -2, d: -2, c: 2}, 5), "too little"
    assert not stands(grid, b, {b: 4, a: -4, d: -4, c: 4}, 5), "more people than there are"
    assert not stands(grid, b, {}, 5), "nothing at all"
    assert not stands(grid, b, {b: 3, ("9-0001", ("woman",)): -3}, 5), "people who do not exist"

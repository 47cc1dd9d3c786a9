"""The tree pass says that a move can be made exactly when enumeration of all smaller moves finds one."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from uitzicht.core.disclosure.auditor.forest import can_move, forest

PARENTS: dict[str, str | None] = {"1": None, "2": "1", "3": "1", "4": "2"}
CHAINS = {0: (0,), 1: (1, 0), 2: (2, 0), 3: (3, 1, 0)}
small = st.integers(0, 2)


def _some_world(units: list[int], own: list[int], back: list[int], on: list[int], bundle: int, amount: int) -> bool:
    """The mover goes on by amount, each other bundle back by 0..own, and no node leaves its room."""
    others = [range(reach + 1) if number != bundle else (0,) for number, reach in enumerate(own)]
    for falls in product(*others):
        change = [0] * len(back)
        for number, fall in enumerate(falls):
            for node in CHAINS[units[number]]:
                change[node] += amount if number == bundle else -fall
        if all(-back[node] <= change[node] <= on[node] for node in range(len(back))):
            return True
    return False


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(st.integers(0, 3), small, small), min_size=1, max_size=5),
    st.lists(st.tuples(small, small), min_size=4, max_size=4),
    st.integers(1, 3),
    st.booleans(),
)
def test_a_move_is_found_where_there_is_one(
    bundles: list[tuple[int, int, int]], rooms: list[tuple[int, int]], amount: int, elsewhere: bool
) -> None:
    units, own = [one[0] for one in bundles], [one[1] for one in bundles]
    extra = [min(one[1], one[2]) for one in bundles]
    back, on = [room[0] for room in rooms], [room[1] for room in rooms]
    tree = forest([PARENTS])
    assert tree is not None

    def column(values: list[int]) -> np.ndarray:
        return np.array(values, dtype=np.int64)[:, None]

    moves = (np.array([0]), np.array([0]), np.array([amount]), np.array([elsewhere]))
    found = can_move(tree, np.array(units), column(own), column(extra), column(back), column(on), moves)[0]
    coalitions = range(1, len(own)) if elsewhere else ()
    reaches = [[r - extra[at] if at == number else r for at, r in enumerate(own)] for number in coalitions]
    assert found == all(_some_world(units, reach, back, on, 0, amount) for reach in [own, *reaches])


def test_a_tree_that_changed_is_left_to_the_solver() -> None:
    assert forest([PARENTS, {**PARENTS, "4": "3"}]) is None

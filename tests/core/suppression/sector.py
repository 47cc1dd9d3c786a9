"""Invented sector tables: how many leavers named a reason, by job family, region and the like."""

from collections.abc import Sequence

import numpy as np

from uitzicht.core.disclosure.suppression import Dimension, Rule, SensitiveTable
from uitzicht.core.disclosure.suppression.engine import Engine
from uitzicht.core.disclosure.suppression.table import Cells
from uitzicht.core.disclosure.suppression.vocabulary import Mask

RULE = Rule()
PAIR = ("north", "south")


def flat(name: str, rows: int, *, is_answer: bool = False) -> Dimension:
    return Dimension(name, tuple((f"{name} {row}",) for row in range(rows)), is_answer)


def nested(name: str, groups: int, rows: int) -> Dimension:
    return Dimension(
        name, tuple((f"{name} {group}", f"{name} {group}.{row}") for group in range(groups) for row in range(rows))
    )


def given(people: Sequence[object], count: Sequence[object], *dimensions: Dimension) -> SensitiveTable:
    """A table of these numbers; dimensions are flat unless given."""
    many, some = np.array(people, dtype=np.int64), np.array(count, dtype=np.int64)
    return SensitiveTable(
        dimensions or tuple(flat("abc"[axis], rows) for axis, rows in enumerate(many.shape)), many, some
    )


def invented(dimensions: Sequence[Dimension], *, mean: float = 12, seed: int = 0, share: float = 0.3) -> SensitiveTable:
    """About ``mean`` people in a cell, of whom about ``share`` gave the answer."""
    dice = np.random.default_rng(seed)
    shape = tuple(len(dimension.leaves) for dimension in dimensions)
    people = dice.poisson(mean, shape).astype(np.int64)
    chance = np.clip(dice.normal(share, 0.1, shape), 0.05, 0.95)
    return SensitiveTable(tuple(dimensions), people, dice.binomial(people, chance).astype(np.int64))


def answers(groups: int, reasons: int, *, mean: float = 60, seed: int = 0) -> SensitiveTable:
    """Main reason (everybody has one) by group."""
    dice = np.random.default_rng(seed)
    people = dice.poisson(mean, groups)
    weights = np.arange(reasons, 0, -1) / np.arange(reasons, 0, -1).sum()
    count = np.stack([dice.multinomial(number, weights) for number in people]).astype(np.int64)
    many = np.repeat(people[:, None], reasons, axis=1).astype(np.int64)
    return SensitiveTable((flat("group", groups), flat("reason", reasons, is_answer=True)), many, count)


def protected(table: SensitiveTable) -> tuple[Cells, Engine, Mask]:
    cells = Cells(table, RULE)
    engine = Engine(cells)
    engine.run()
    return cells, engine, engine.ground.hidden

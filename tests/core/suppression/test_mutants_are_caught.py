"""A protection that does less is opened: by the programmes, and by the exact check where worlds are tampered with."""

from dataclasses import replace

import numpy as np
import pytest

from tests.core.suppression.sector import flat, invented, nested, protected
from uitzicht.core.disclosure.suppression import Rule, suppress
from uitzicht.core.disclosure.suppression.attacker import attack
from uitzicht.core.disclosure.suppression.checking import open_cells
from uitzicht.core.disclosure.suppression.engine import Engine
from uitzicht.core.disclosure.suppression.ground import Ground, Need, World
from uitzicht.core.disclosure.suppression.table import Cells
from uitzicht.core.disclosure.suppression.vocabulary import Mask
from uitzicht.core.refusal import Refusal

TABLE = invented([flat("a", 4), nested("b", 2, 3)], seed=3)


def test_no_cell_beside_is_opened() -> None:
    cells, _, hidden = protected(TABLE)
    assert not attack(cells, hidden).opened
    assert attack(cells, cells.is_small).opened


def test_one_cell_short_is_opened() -> None:
    """Most cells beside are there for something: published alone, some small cell is opened."""
    cells, _, hidden = protected(TABLE)
    beside = np.flatnonzero(hidden & ~cells.is_small)
    caught = [bool(attack(cells, _published(hidden, cell)).opened) for cell in beside.tolist()]
    assert sum(caught) > len(caught) / 2


def test_pruning_without_a_check_is_opened() -> None:
    cells, _, hidden = protected(TABLE)
    beside = np.flatnonzero(hidden & ~cells.is_small)
    dearest = beside[np.argsort(-cells.people[beside])][: len(beside) // 2]
    assert attack(cells, _published(hidden, *dearest.tolist())).opened


def test_hiding_the_cell_alone_is_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    def alone(ground: Ground, need: Need) -> World:
        return World(need, {need.cell: need.sign * need.amount})

    monkeypatch.setattr(Ground, "world", alone)
    with pytest.raises(Refusal) as refused:
        suppress(TABLE, Rule())
    assert refused.value.code == "suppression.not_proven"


def test_a_cell_published_behind_the_back_of_the_check_is_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    run = Engine.run

    def forgetful(engine: Engine) -> None:
        run(engine)
        engine.ground.users[next(engine._dearest())] = 0

    monkeypatch.setattr(Engine, "run", forgetful)
    with pytest.raises(Refusal) as refused:
        suppress(TABLE, Rule())
    assert refused.value.code == "suppression.not_proven"


def test_half_a_promise_is_not_proven() -> None:
    cells, engine, hidden = protected(TABLE)
    worlds = list(engine.worlds.values())
    assert not open_cells(cells, hidden, worlds).size
    for number, world in enumerate(worlds):
        assert world.need.cell in open_cells(cells, hidden, worlds[:number] + worlds[number + 1 :])


def test_worlds_that_a_member_can_rule_out_are_not_proven() -> None:
    """Worlds in which some other leaf becomes empty or full free a cell for those outside only."""
    table = invented([flat("a", 3), flat("b", 3)], mean=9, seed=0)
    cells = Cells(table, Rule())
    low, high = cells.known
    for cell in np.flatnonzero(cells.is_small & cells.is_leaf).tolist():
        world = Ground(cells).world(_free(cells, cell))
        if world is None:
            continue
        told = [
            one
            for one, moved in world.change.items()
            if one != cell and not low[one] <= cells.count[one] + moved <= high[one]
        ]
        unproven = cell in open_cells(cells, np.ones(len(cells.count), dtype=np.bool_), [world])
        if abs(world.need.amount) == cells.promised[cell]:
            assert unproven == bool(told)


def _free(cells: Cells, cell: int) -> Need:
    up = int(cells.high[cell] - cells.count[cell])
    need = Need(cell, 1, min(up, int(cells.promised[cell])), ())
    return need if up else replace(need, sign=-1, amount=int(cells.promised[cell]))


def _published(hidden: Mask, *again: int) -> Mask:
    fewer = hidden.copy()
    fewer[list(again)] = False
    return fewer

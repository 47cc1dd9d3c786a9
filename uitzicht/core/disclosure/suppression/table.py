"""Raw counts (`SensitiveTable`), their totals, the rule that says which are small, and what an attacker knows of each."""

from dataclasses import dataclass, field
from functools import cached_property, reduce

import numpy as np

from uitzicht.core.disclosure.suppression.hierarchy import Dimension
from uitzicht.core.disclosure.suppression.vocabulary import Mask, Rule, Status, Whole


@dataclass(frozen=True, eq=False)
class SensitiveTable:
    """``people`` (public) and ``count`` (secret), both of shape (leaves of each dimension). Never shows a count.

    With an answer dimension ``people`` is the same for every answer and ``count`` sums to it.
    Raises ValueError for counts that cannot be; the message holds none.
    """

    dimensions: tuple[Dimension, ...]
    people: Whole = field(repr=False)
    count: Whole = field(repr=False)

    def __post_init__(self) -> None:
        shape = tuple(len(dimension.leaves) for dimension in self.dimensions)
        if not shape or self.people.shape != shape or self.count.shape != shape:
            raise ValueError("people and counts do not have the shape of the dimensions")
        if sum(dimension.is_answer for dimension in self.dimensions) > 1:
            raise ValueError("a table has one dimension of answers at most")
        if ((self.count < 0) | (self.count > self.people)).any():
            raise ValueError("a count is under nought or over the number of people")
        for axis, dimension in enumerate(self.dimensions):
            if dimension.is_answer:
                self._ensure_answers(axis)

    @property
    def shape(self) -> tuple[int, ...]:
        """Nodes of each dimension: the shape of everything with totals."""
        return tuple(len(dimension.nodes) for dimension in self.dimensions)

    def __repr__(self) -> str:
        return f"<SensitiveTable of {np.prod(self.shape)} cells, values hidden>"

    def _ensure_answers(self, axis: int) -> None:
        groups = self.people.take(0, axis=axis)
        if (self.people != np.expand_dims(groups, axis)).any() or (self.count.sum(axis=axis) != groups).any():
            raise ValueError("the answers of a group of people do not sum to their number")


@dataclass(frozen=True, eq=False)
class Cells:
    """Every cell, totals included, each array of shape (cells,); ``low`` to ``high`` is what the attacker knows of a cell
    as soon as it is hidden: its status, and even at which end a small one stands."""

    table: SensitiveTable
    rule: Rule

    @cached_property
    def people(self) -> Whole:
        totals = self.table.people
        for axis, dimension in enumerate(self.table.dimensions):
            if dimension.is_answer:
                totals = np.repeat(totals.take([0], axis=axis), len(dimension.nodes), axis=axis)
            else:
                totals = _along(totals, dimension, axis)
        return totals.ravel()

    @cached_property
    def count(self) -> Whole:
        return reduce(
            lambda totals, axis: _along(totals, self.table.dimensions[axis], axis),
            range(len(self.table.dimensions)),
            self.table.count,
        ).ravel()

    @cached_property
    def is_public(self) -> Mask:
        """Known to everybody: nobody is in it, or it sums all answers."""
        public = (self.people == 0).reshape(self.table.shape)
        for axis, dimension in enumerate(self.table.dimensions):
            if dimension.is_answer:
                np.moveaxis(public, axis, 0)[0] = True
        return np.asarray(public.ravel())

    @cached_property
    def is_small(self) -> Mask:
        """The primary rule: fewer than k people, or a count under m or over n - m."""
        ends = (self.count < self.rule.m) | (self.count > self.people - self.rule.m)
        return ((self.people < self.rule.k) | ends) & ~self.is_public

    @cached_property
    def is_leaf(self) -> Mask:
        leaf = np.zeros(self.table.shape, dtype=np.bool_)
        leaf[tuple(slice(dimension.first_leaf, None) for dimension in self.table.dimensions)] = True
        return leaf.ravel()

    @cached_property
    def low(self) -> Whole:
        at_the_top = self.is_small & (self.people >= self.rule.k) & (self.count >= self.rule.m)
        low = np.where(self.is_small, np.where(at_the_top, self.people - self.rule.m + 1, 0), self.rule.m)
        return np.where(self.is_public, self.count, low)

    @cached_property
    def high(self) -> Whole:
        at_the_bottom = self.is_small & (self.people >= self.rule.k) & (self.count < self.rule.m)
        few = np.where(at_the_bottom, self.rule.m - 1, self.people)
        return np.where(self.is_public, self.count, np.where(self.is_small, few, self.people - self.rule.m))

    @cached_property
    def known(self) -> tuple[Whole, Whole]:
        """``low`` and ``high`` for c people who tell what they answered, wherever they stand: the cell they are in is
        neither empty nor full to them, unless it is."""
        c, leaf = self.rule.c, self.is_leaf
        low = np.maximum(self.low, np.minimum(self.count, c))
        high = np.minimum(self.high, self.people - np.minimum(self.people - self.count, c))
        return np.where(leaf, low, self.low), np.where(leaf, high, self.high)

    @cached_property
    def promised(self) -> Whole:
        """How far apart the values lie, at least, that a small cell can take."""
        return np.where(self.is_small, np.minimum(self.rule.width, self.people), 0)

    def status(self, hidden: Mask) -> Whole:
        """The status of every cell when these are hidden."""
        beside = np.where(hidden, Status.BESIDE, Status.PUBLISHED)
        return np.where(self.is_small, Status.SMALL, beside).astype(np.int64)


def _along(values: Whole, dimension: Dimension, axis: int) -> Whole:
    totals = np.tensordot(dimension.below.astype(np.int64), values, axes=(1, axis))
    return np.asarray(np.moveaxis(totals, 0, axis))

"""Everything published so far, read into one picture: bundles, trees, groups, questions, cells of each release."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from uitzicht.core.disclosure.auditor.figures import Rules


@dataclass(frozen=True)
class Bundle:
    """Sealed people; ``edition``: position of the release that closed it in the sequence of documents. ``period``: that of
    all of them in trends; empty: none."""

    id: str
    unit: str
    stratum: str
    size: int
    edition: int
    period: str = ""


@dataclass(frozen=True)
class Group:
    """A published group; ``bundles``: positions in ``Publication.bundles``; ``period``: only of that period; empty: all."""

    id: str
    unit: str
    stratum: str
    size: int
    bundles: tuple[int, ...]
    period: str = ""


@dataclass(frozen=True)
class Question:
    key: str
    type: str
    items: tuple[str, ...]
    sensitive: bool


@dataclass(frozen=True)
class Edition:
    """One release as published. ``membership``: 0/1, shape (groups, all bundles)."""

    release: int
    rules: Rules
    c: int
    parents: Mapping[str, str | None]
    groups: tuple[Group, ...]
    questions: Mapping[str, Question]
    cells: Mapping[str, Mapping[str, Mapping[str, Any]]]
    membership: sparse.csr_array


@dataclass(frozen=True)
class Publication:
    bundles: tuple[Bundle, ...]
    editions: tuple[Edition, ...]

    def homes(self) -> Mapping[str, str]:
        """Bundle id -> id of the smallest group of all periods in the newest release that contains it."""
        places = {(group.unit, group.stratum): group.id for group in self.editions[-1].groups if not group.period}
        return {bundle.id: places[bundle.unit, bundle.stratum] for bundle in self.bundles}


def read(documents: Sequence[Mapping[str, Any]]) -> Publication:
    """Read well-shaped documents. A group that names an unknown bundle raises KeyError: check the structure first."""
    bundles = tuple(
        Bundle(one["id"], one["unit"], one["stratum"], one["size"], edition, one.get("period", ""))
        for edition, document in enumerate(documents)
        for one in document["bundles"]
    )
    positions = {bundle.id: position for position, bundle in enumerate(bundles)}
    return Publication(bundles, tuple(_edition(document, positions) for document in documents))


def _edition(document: Mapping[str, Any], positions: Mapping[str, int]) -> Edition:
    parameters = document["parameters"]
    groups = tuple(
        Group(
            one["id"],
            one["unit"],
            one["stratum"],
            one["size"],
            tuple(positions[bundle] for bundle in one["bundles"]),
            one.get("period", ""),
        )
        for one in document["groups"]
    )
    return Edition(
        release=document["release"],
        rules=Rules(parameters["k"], parameters["m"], parameters["score_margin"], parameters["k_sensitive"]),
        c=parameters["c"],
        parents={unit: fields["parent"] for unit, fields in document["units"].items()},
        groups=groups,
        questions={
            one["key"]: Question(one["key"], one["type"], tuple(one["items"]), bool(one.get("sensitive", False)))
            for one in document["questions"]
        },
        cells=document["cells"],
        membership=membership([group.bundles for group in groups], len(positions)),
    )


def membership(rows: Sequence[Sequence[int]], width: int) -> sparse.csr_array:
    """A 0/1 matrix of shape (rows, width)."""
    lengths = [len(row) for row in rows]
    columns = np.fromiter((column for row in rows for column in row), dtype=np.int64, count=sum(lengths))
    starts = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
    return sparse.csr_array((np.ones(len(columns), dtype=np.int64), columns, starts), shape=(len(rows), width))

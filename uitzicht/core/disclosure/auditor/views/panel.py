"""One question in one stratum, person by person: who answered what, and what every shown cell allows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.publication import Question
from uitzicht.core.disclosure.auditor.truth import Truth, Whole
from uitzicht.core.disclosure.auditor.verdict import Opening
from uitzicht.core.disclosure.auditor.views.evidence import ViewEvidence
from uitzicht.core.disclosure.auditor.views.register import Register
from uitzicht.core.disclosure.auditor.views.sheets import Sheets, sheets
from uitzicht.core.disclosure.auditor.views.shown import Shown, questions_of, rules_of
from uitzicht.core.disclosure.auditor.views.totals import Totals, totals

Json = Mapping[str, Any]
FREE = np.int64(1) << 30


@dataclass(frozen=True)
class Rows:
    """Sets of people that were ever shown, each once. ``membership``: 0/1, (rows, atoms); ``up`` and ``down``: how far
    the figures of all releases let the true value go, (rows, items)."""

    membership: Whole
    up: Whole
    down: Whole


@dataclass(frozen=True)
class View:
    """A view of the newest release: its atoms, and for each item how many values its figure allows besides the true one."""

    id: str
    holds: NDArray[np.bool_]
    room: Whole


@dataclass(frozen=True)
class Panel:
    """``sheets``: the people who can have answered otherwise. ``told``: items of which a view of any release shows more
    than nothing, (items,). ``faults``: cells of views that break a rule."""

    question: Question
    register: Register
    sheets: Sheets
    rows: Rows
    told: NDArray[np.bool_]
    views: tuple[View, ...]
    release: int
    figures: int
    faults: tuple[Opening, ...]


def panel(
    documents: Sequence[Json], register: Register, question: Question, truth: Truth, evidence: ViewEvidence
) -> Panel:
    """Read every cell of a question in a stratum, of all releases. ``question``: as the newest release puts it."""
    known = totals(register, question, truth, evidence)
    reading = _Reading(register, question, known)
    release = 0
    for document in documents:
        shape = questions_of(document).get(question.key)
        if shape is not None:
            release = document["release"]
            reading.read(document, shape)
    people, why = sheets(register, question, evidence.answers, known.answered, known.given, known.having, release)
    faults = reading.faults + [Opening(release, "", "", question.key, "", f"structure: {one}") for one in why]
    return Panel(
        question,
        register,
        people,
        reading.rows(),
        reading.told,
        tuple(reading.views),
        release,
        reading.figures,
        tuple(faults),
    )


class _Reading:
    def __init__(self, register: Register, question: Question, known: Totals) -> None:
        self.register, self.question, self.known = register, question, known
        self.inside = register.incidence * known.having[:, :1]
        self.places: dict[bytes, int] = {}
        self.membership: list[Whole] = []
        self.up: list[Whole] = []
        self.down: list[Whole] = []
        self.told = np.zeros(len(question.items), dtype=bool)
        self.views: list[View] = []
        self.faults: list[Opening] = []
        self.figures = 0

    def read(self, document: Json, shape: Question) -> None:
        cells = document["cells"][shape.key]
        for group in document["groups"]:
            if group["stratum"] == self.register.stratum:
                self._shown(document, shape, group, cells[group["id"]])
        shown = document.get("view_cells", {}).get(shape.key)
        self.views = []
        for view in document.get("views", ()) if shown is not None else ():
            if view["stratum"] == self.register.stratum:
                self._view(document, shape, view, shown[view["id"]])

    def _view(self, document: Json, shape: Question, view: Json, cell: Json) -> None:
        shown, holds, room = self._shown(document, shape, view, cell)
        self.told |= room < shown.base * (4 if shape.type == "score" else 1)  # from 1 to 5 for everybody
        self.views.append(View(view["id"], holds, room))
        self.figures += 1 + len(shape.items) * shown.is_visible
        self.faults += [
            Opening(document["release"], view["id"], "", shape.key, item, f"structure: {why}")
            for item, why in shown.faults()
        ]

    def _shown(
        self, document: Json, shape: Question, group: Json, cell: Json
    ) -> tuple[Shown, NDArray[np.bool_], Whole]:
        """Add the row of a cell; also how much room it leaves (FREE where it shows nothing)."""
        sealed = [self.register.sealed[key] for key in group["bundles"]]
        value = self.known.values[sealed].sum(axis=0)
        base, width = int(self.known.answered[sealed].sum()), len(shape.items)
        shown = Shown(shape, rules_of(document), cell, base, value[:width].tolist())
        holds = self.inside[sealed].sum(axis=0)
        up, down = (np.full(len(self.question.items), FREE) for _ in range(2))
        if shown.is_visible:
            for item, meaning in enumerate(shown.meanings()):
                up[item], down[item] = max(meaning.high - value[item], 0), max(value[item] - meaning.low, 0)
            self._add(holds, up, down)
        return shown, holds > 0, np.minimum(up + down, FREE)

    def _add(self, holds: Whole, up: Whole, down: Whole) -> None:
        at = self.places.setdefault(holds.tobytes(), len(self.membership))
        if at == len(self.membership):
            self.membership.append(holds)
            self.up.append(up)
            self.down.append(down)
        else:
            self.up[at], self.down[at] = np.minimum(self.up[at], up), np.minimum(self.down[at], down)

    def rows(self) -> Rows:
        atoms, width = len(self.register.atoms), len(self.question.items)
        return Rows(
            np.array(self.membership, dtype=np.int64).reshape(-1, atoms),
            np.array(self.up, dtype=np.int64).reshape(-1, width),
            np.array(self.down, dtype=np.int64).reshape(-1, width),
        )

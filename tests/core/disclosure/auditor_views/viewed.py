"""Releases with views made by hand: bundles as in ``published``, and view bundles over the same people.

Nothing is taken from the code under test: figures are worked out by ``published``, witnesses by a small programme here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from tests.core.disclosure.published import K, Published, Sheet, printed_counts, printed_means, tally
from uitzicht.core.disclosure.auditor import Verdict, ViewEvidence, audit

Json = dict[str, Any]
Levels = Mapping[tuple[str, str, str], int]
MENU = ("gender", "age")


@dataclass
class Viewed:
    """An organisation that publishes groups and views. ``values``: handle -> cut -> value."""

    questions: Sequence[Mapping[str, Any]]
    parents: Mapping[str, str | None] = field(default_factory=lambda: {"1": None, "2": "1", "3": "1"})
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    answers: dict[str, Sheet] = field(default_factory=dict)
    closed: dict[str, Json] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    witnesses: list[Any] | None = None

    def __post_init__(self) -> None:
        self.base = Published(self.parents, self.questions)

    def release(
        self,
        bundles: Sequence[tuple[str, Sequence[tuple[Sheet, Mapping[str, str]]]]],
        views: Iterable[tuple[str, str]] = (),
        *,
        levels: Levels | None = None,
        stratum: str = "resignation",
    ) -> Json:
        """bundles: (unit, [(sheet, values)]). views: (cut, value) for which everybody waiting closes a view bundle now.
        levels: (group or view, question, item) -> widening level."""
        sealed = [(unit, [sheet for sheet, _ in people]) for unit, people in bundles]
        document = self.base.release(sealed, stratum=stratum, levels=levels)
        for bundle, (_, people) in zip(document["bundles"], bundles, strict=True):
            for handle, (sheet, values) in zip(self.base.members[bundle["id"]], people, strict=True):
                self.values[handle], self.answers[handle] = dict(values), sheet
        new = [self._close(document["release"], place, ordinal) for ordinal, place in enumerate(views, start=1)]
        document |= self._parts(new, levels or {}, stratum)
        return document

    def _close(self, release: int, place: tuple[str, str], ordinal: int) -> Json:
        cut, value = place
        waiting = [handle for handle in self.waiting(cut) if self.values[handle].get(cut) == value]
        bundle = {"id": f"{release}-v{ordinal:04d}", "cut": cut, "value": value, "stratum": "resignation"}
        bundle["size"] = len(waiting)
        self.members[bundle["id"]], self.closed[bundle["id"]] = waiting, bundle
        return bundle

    def waiting(self, cut: str) -> list[str]:
        viewed = {one for key, people in self.members.items() if self.closed[key]["cut"] == cut for one in people}
        return [handle for handle in self.values if handle not in viewed]

    def _parts(self, new: list[Json], levels: Levels, stratum: str) -> Json:
        views: dict[str, Json] = {}
        for key, bundle in self.closed.items():
            name = f"{bundle['cut']}:{bundle['value']}:{bundle['stratum']}"
            view = views.setdefault(name, {**bundle, "id": name, "size": 0, "bundles": []})
            view["size"] += bundle["size"]
            view["bundles"].append(key)
        return {
            "cuts": [{"key": cut, "labels": {}, "values": []} for cut in MENU],
            "view_questions": [question["key"] for question in self.questions],
            "view_bundles": new,
            "views": list(views.values()),
            "view_cells": {
                question["key"]: {name: self._cell(question, view, levels) for name, view in views.items()}
                for question in self.questions
            },
            "view_waiting": [{"cut": cut, "stratum": stratum, "people": len(self.waiting(cut))} for cut in MENU],
        }

    def people(self, view: Json) -> list[str]:
        return [handle for key in view["bundles"] for handle in self.members[key]]

    def _cell(self, question: Mapping[str, Any], view: Json, levels: Levels) -> Json:
        counted = tally([self.answers[handle] for handle in self.people(view)], question)
        base, counts = counted["answered"], counted["counts"]
        if base < K:
            return {"base": f"<{K}", "items": None}
        wide = [levels.get((view["id"], question["key"], item), 0) for item in question["items"]]
        if question["type"] == "score":
            total = sum(score * count for score, count in enumerate(counts, start=1))
            return {"base": base, "items": [printed_means(base, wide[0])[total]]}
        return {
            "base": base,
            "items": [printed_counts(base, level)[count] for count, level in zip(counts, wide, strict=True)],
        }

    def evidence(self) -> ViewEvidence:
        return ViewEvidence(
            members=self.members,
            truth={
                key: {one["key"]: tally([self.answers[h] for h in people], one) for one in self.questions}
                for key, people in self.members.items()
            },
            answers={handle: sheet for handle, sheet in self.answers.items() if handle not in self.gone},
            known=self.known,
            witnesses=self.found_witnesses() if self.witnesses is None else self.witnesses,
        )

    def known_totals(self) -> dict[str, Json]:
        told = {key: [h for h in people if h in self.known] for key, people in self.base.members.items()}
        return {
            key: {one["key"]: tally([self.answers[h] for h in people], one) for one in self.questions}
            | {"": {"answered": len(people), "counts": []}}
            for key, people in told.items()
            if people
        }

    def audit(self, **changes: Any) -> Verdict:
        documents, members, truth = self.base.evidence()
        given = {"views": self.evidence(), "known": self.known_totals() or None} | changes
        return audit(documents, members, truth, **given)

    def atoms(self) -> dict[tuple[str, ...], int]:
        """People not known of each atom."""
        home = {handle: [key] for key, people in self.base.members.items() for handle in people}
        for key, people in self.members.items():
            for handle in people:
                home[handle].append(key)
        counts: dict[tuple[str, ...], int] = {}
        for handle, keys in home.items():
            atom = tuple(sorted(keys))
            counts[atom] = counts.get(atom, 0) + (handle not in self.known)
        return counts

    def found_witnesses(self) -> list[Any]:
        atoms = self.atoms()
        names, sealed = list(atoms), sorted({key for atom in atoms for key in atom})
        matrix = np.array([[key in atom for atom in names] for key in sealed], dtype=int)
        found = []
        for at, atom in enumerate(names):
            if 0 < atoms[atom] < K:
                low, high = -np.array([atoms[one] for one in names]), np.array([atoms[one] for one in names])
                low[at], high[at] = K - atoms[atom], 1000
                answer = milp(
                    np.eye(len(names))[at],
                    integrality=np.ones(len(names)),
                    bounds=Bounds(low, high),
                    constraints=LinearConstraint(matrix, 0, 0),
                )
                if answer.status == 0:
                    steps = np.rint(answer.x).astype(int)
                    found.append((atom, {names[i]: int(steps[i]) for i in np.nonzero(steps)[0]}))
        return found


def crowd(sheets: Sequence[Sheet], *genders: str, age: str = "") -> list[tuple[Sheet, dict[str, str]]]:
    """Sheets with a gender each."""
    values = [{"gender": gender} | ({"age": age} if age else {}) for gender in genders]
    return list(zip(sheets, values, strict=True))

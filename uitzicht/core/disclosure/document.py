"""The release document: everything an organisation ever sees of a release, as plain JSON, and its certificate."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from uitzicht.core.disclosure.bundles import Bundle, Waiting
from uitzicht.core.disclosure.protection import SafeTable, ShownCells
from uitzicht.core.disclosure.tables import Group
from uitzicht.core.disclosure.view_tables import cut_and_value
from uitzicht.core.disclosure.views import ViewBundle

FORMAT = "uitzicht-release/1"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Views:
    """Certified views beside the figures of units.

    safe: one group for each view. cuts: the menu, each with key, labels and values. closed: view bundles by id, those
    closed in this release only. waiting: (cut, stratum) -> released people who are in no view bundle of that cut.
    """

    safe: SafeTable
    cuts: Sequence[Mapping[str, Any]]
    closed: Mapping[str, ViewBundle]
    waiting: Mapping[tuple[str, str], int]

    def as_json(self) -> Json:
        """The fields that views add to a document."""
        return {
            "cuts": [dict(cut) for cut in self.cuts],
            "view_questions": [question.key for question in self.safe.questions],
            "view_bundles": [_view_bundle(key, bundle) for key, bundle in sorted(self.closed.items())],
            "views": [_view(group) for group in self.safe.groups],
            "view_cells": _columns(self.safe),
            "view_waiting": [
                {"cut": cut, "stratum": stratum, "people": people}
                for (cut, stratum), people in sorted(self.waiting.items())
            ],
        }


def document(
    safe: SafeTable,
    *,
    release: int,
    released_on: str,
    units: Mapping[str, Mapping[str, str | None]],
    bundles: Mapping[str, Bundle],
    waiting: Iterable[Waiting] = (),
    descriptions: Mapping[str, Mapping[str, Any]] | None = None,
    public: Mapping[str, Any] | None = None,
    views: Views | None = None,
) -> Json:
    """Compose the document of one release.

    units: id -> {"parent", "label"}. bundles: by id, those closed in this release only. descriptions: question key ->
    further fields of that question (labels, measure, area). public: facts that are no answers. released_on: ISO date.
    """
    described = descriptions or {}
    return {
        "format": FORMAT,
        "release": release,
        "released_on": released_on,
        "parameters": safe.parameters.as_json(),
        "units": {unit: dict(fields) for unit, fields in units.items()},
        "bundles": [_bundle(key, bundle) for key, bundle in sorted(bundles.items())],
        "questions": [
            {**described.get(question.key, {}), "key": question.key, "type": question.type.value}
            | {"items": list(question.items), "sensitive": question.sensitive}
            for question in safe.questions
        ],
        "groups": [
            {"id": group.id, "unit": group.unit, "stratum": group.stratum, "period": group.period, "size": group.size}
            | {"bundles": list(group.bundles)}
            for group in safe.groups
        ],
        "cells": _columns(safe),
        "waiting": waiting_counts(waiting),
        "public": dict(public or {}),
    } | (views.as_json() if views else {})


def waiting_counts(waiting: Iterable[Waiting]) -> list[Json]:
    """People who wait by unit and stratum: public, since who left is no secret."""
    counts = Counter((person.unit, person.stratum) for person in waiting)
    return [{"unit": unit, "stratum": stratum, "people": n} for (unit, stratum), n in sorted(counts.items())]


def canonical(document: Mapping[str, Any]) -> bytes:
    """The one way to write a document down: sorted keys, no spaces, UTF-8. ValueError for NaN and infinity."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def certificate(document: Mapping[str, Any], previous: str = "") -> str:
    """SHA-256, in hex, of the previous release's certificate (none: empty) followed by the canonical document.

    A chain: changing any earlier release changes every later certificate.
    """
    return hashlib.sha256(previous.encode() + canonical(document)).hexdigest()


def _bundle(key: str, bundle: Bundle) -> Json:
    return {"id": key, "stratum": bundle.stratum, "unit": bundle.unit, "period": bundle.period, "size": bundle.size}


def _view_bundle(key: str, bundle: ViewBundle) -> Json:
    return {"id": key, "cut": bundle.cut, "value": bundle.value, "stratum": bundle.stratum, "size": bundle.size}


def _view(group: Group) -> Json:
    cut, value = cut_and_value(group.unit)
    return {"id": group.id, "cut": cut, "value": value, "stratum": group.stratum, "size": group.size} | {
        "bundles": list(group.bundles)
    }


def _columns(safe: SafeTable) -> Json:
    return {key: {group: _cells(shown) for group, shown in column.items()} for key, column in safe.cells.items()}


def _cells(shown: ShownCells) -> Json:
    return {"base": shown.base, "items": None if shown.items is None else list(shown.items)}

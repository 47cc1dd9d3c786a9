"""Hand-made release documents: displayed cells are written here, so that tests know what a reader may see."""

import json
from datetime import UTC, date, datetime
from typing import Any

from uitzicht.core.disclosure.document import certificate
from uitzicht.release.models import Release
from uitzicht.release.queries import Released

ROOT, TERMINAL, KADE, TECHNIEK = "1", "2", "3", "4"
RELEASED_ON = date(2026, 3, 2)
AREAS = {
    "content": ("arbeidsinhoud", "job content"),
    "relations": ("arbeidsverhoudingen", "working relationships"),
    "terms": ("arbeidsvoorwaarden", "terms of employment"),
}
REASONS = {
    "career.no_growth": "no room to grow",
    "management.direct": "the direct manager",
    "terms.pay": "the pay here",
    "none": "none of these",
}
GROUPS = {
    "career": ("loopbaan", "career"),
    "management": ("leiding en beleid", "management"),
    "terms": ("arbeidsvoorwaarden", "terms of employment"),
}
Json = dict[str, Any]


def a_document(ids: dict[str, str] | None = None, **changes: Any) -> Json:
    """Havenlicht with Terminal (Kade Noord below it) and Techniek; ``ids`` renames units to rows of a database."""
    made: Json = {
        "format": "uitzicht-release/1",
        "release": 7,
        "released_on": RELEASED_ON.isoformat(),
        "parameters": {"k": 5, "k_sensitive": 10, "c": 1, "patience": 2, "m": 3, "score_margin": 7},
        "units": {
            ROOT: {"parent": None, "label": "Havenlicht"},
            TERMINAL: {"parent": ROOT, "label": "Terminal"},
            KADE: {"parent": TERMINAL, "label": "Kade Noord"},
            TECHNIEK: {"parent": ROOT, "label": "Techniek"},
        },
        "bundles": [],
        "questions": _questions(),
        "groups": _groups(),
        "cells": _cells(),
        "waiting": [{"unit": KADE, "stratum": "other", "people": 3}],
        "public": _public(),
    }
    made |= changes
    text = json.dumps(made)
    for old, new in (ids or {}).items():
        for pattern in ('"{}"', '"{}:resignation"', '"{}:other"'):
            text = text.replace(pattern.format(old), pattern.format(f"@{new}"))
    return json.loads(text.replace('"@', '"'))


def a_release(document: Json | None = None) -> Released:
    """A frozen release of that document, outside any database."""
    made = document or a_document()
    return Released(made["release"], date.fromisoformat(made["released_on"]), certificate(made), made)


def freeze(document: Json | None = None) -> Release:
    """The same, as a row of the database under test."""
    made = document or a_document()
    return Release.objects.create(
        number=made["release"],
        released_on=date.fromisoformat(made["released_on"]),
        document=json.dumps(made),
        certificate=certificate(made),
        previous_certificate="",
        audit={},
        frozen_by="Noor",
        frozen_at=datetime(2026, 3, 2, 9, tzinfo=UTC),
    )


def _words(nl: str, en: str) -> dict[str, str]:
    return {"nl": nl, "fr": en, "en": en, "de": en}


def _questions() -> list[Json]:
    questions = [
        {
            "key": "reasons",
            "type": "tick",
            "items": list(REASONS),
            "measure": "reasons",
            "area": None,
            "labels": _words("genoemde redenen", "reasons named"),
            "item_labels": {key: _words(label, label) for key, label in REASONS.items()},
        },
        {
            "key": "main_reason",
            "type": "choice",
            "items": list(GROUPS),
            "measure": "reasons",
            "area": None,
            "labels": _words("belangrijkste reden", "main reason"),
            "item_labels": {key: _words(*label) for key, label in GROUPS.items()},
        },
        {
            "key": "recommend",
            "type": "choice",
            "items": ["low", "middle", "high"],
            "measure": "recommend",
            "area": None,
            "labels": _words("zou ons aanbevelen (0-10)", "would recommend us (0-10)"),
            "item_labels": {
                "low": _words("0 tot 6", "0 to 6"),
                "middle": _words("7 of 8", "7 or 8"),
                "high": _words("9 of 10", "9 or 10"),
            },
        },
    ]
    for area, label in AREAS.items():
        questions.append(
            {
                "key": f"satisfaction.{area}",
                "type": "score",
                "items": ["mean"],
                "measure": "experience",
                "area": area,
                "labels": _words(*label),
                "item_labels": {},
            }
        )
    for area, label in list(AREAS.items())[:2]:
        questions.append(
            {
                "key": f"change.{area}",
                "type": "choice",
                "items": ["keep", "improve"],
                "measure": "experience",
                "area": area,
                "labels": _words(*label),
                "item_labels": {
                    "keep": _words("zo houden", "keep as it is"),
                    "improve": _words("verbeteren", "improve"),
                },
            }
        )
    questions.append(
        {
            "key": "inclusion.safe",
            "type": "score",
            "items": ["mean"],
            "measure": "inclusion",
            "area": None,
            "labels": _words("voelde zich veilig", "felt safe"),
            "item_labels": {},
        }
    )
    return questions


def _groups() -> list[Json]:
    sizes = {
        (ROOT, "resignation"): (50, ["1-0001", "1-0002", "1-0003"]),
        (ROOT, "other"): (20, ["1-0004", "1-0005"]),
        (TERMINAL, "resignation"): (30, ["1-0001", "1-0002"]),
        (KADE, "resignation"): (12, ["1-0001"]),
        (TECHNIEK, "resignation"): (20, ["1-0003"]),
        (TECHNIEK, "other"): (8, ["1-0005"]),
    }
    return [
        {"id": f"{unit}:{stratum}", "unit": unit, "stratum": stratum, "size": size, "bundles": bundles}
        for (unit, stratum), (size, bundles) in sizes.items()
    ]


def _cells() -> dict[str, dict[str, Json]]:
    hidden: Json = {"base": "<5", "items": None}
    places = [
        f"{ROOT}:resignation",
        f"{ROOT}:other",
        f"{TERMINAL}:resignation",
        f"{KADE}:resignation",
        f"{TECHNIEK}:resignation",
        f"{TECHNIEK}:other",
    ]
    columns: dict[str, list[Json]] = {
        "reasons": [
            _cell(48, 20, 12, 9, 4),
            _cell(16, 5, "<3", "4..7", "<3"),
            _cell(30, 14, 8, "<3", "<3"),
            _cell(12, ">9", 4, "<3", "<3"),
            _cell(18, 6, 4, 7, "<3"),
            hidden,
        ],
        "main_reason": [
            _cell(48, 20, 18, 10),
            _cell(16, 7, 5, 4),
            _cell(30, 14, 12, 4),
            _cell(12, 8, 4, "<3"),
            _cell(18, 6, 6, 6),
            hidden,
        ],
        "recommend": [
            _cell(50, 10, 15, 25),
            _cell(20, 5, 5, 10),
            _cell(30, 7, 10, 13),
            _cell(12, "<3", "<3", 8),
            _cell(20, 3, 5, 12),
            hidden,
        ],
        "satisfaction.content": [
            _cell(50, 3.7),
            _cell(20, 3.6),
            _cell(30, 3.9),
            _cell(12, 3.5),
            _cell(20, 3.4),
            hidden,
        ],
        "satisfaction.relations": [
            _cell(50, 4.1),
            _cell(20, 3.8),
            _cell(30, 4.2),
            _cell(12, ">4.4167"),
            _cell(20, 3.9),
            hidden,
        ],
        "satisfaction.terms": [
            _cell(48, 2.2),
            _cell(20, 2.3),
            _cell(29, 2.1),
            _cell(12, "<1.5833"),
            _cell(19, "2.0..2.4"),
            hidden,
        ],
        "change.content": [_cell(50, 30, 20), _cell(20, 12, 8), _cell(30, 18, 12), hidden, _cell(20, 12, 8), hidden],
        "change.relations": [_cell(50, 38, 12), _cell(20, 15, 5), _cell(30, 22, 8), hidden, _cell(20, 16, 4), hidden],
        "inclusion.safe": [_cell(50, 3.9), _cell(20, 3.7), _cell(30, 3.8), hidden, _cell(20, 4.0), hidden],
    }
    return {key: dict(zip(places, column, strict=True)) for key, column in columns.items()}


def _cell(base: int, *items: object) -> Json:
    return {"base": base, "items": list(items)}


def _public() -> Json:
    whole = {
        "kind": {"resignation": 60, "retirement": 18, "dismissal": 8},
        "tenure": {"0-1": 20, "2-5": 46, "10+": 20},
        "year": {"2024": 30, "2025": 56},
    }
    part = {"kind": {"resignation": 40}, "tenure": {"0-1": 15, "2-5": 25}, "year": {"2025": 40}}
    team = {"kind": {"resignation": 15, "death": 1}, "tenure": {"0-1": 16}, "year": {"2025": 16}}
    return {
        "leavers": 86,
        "respondents": 73,
        "released": 70,
        "waiting": 3,
        "who_left": whole | {"unit": {ROOT: 86, TERMINAL: 40, KADE: 16, TECHNIEK: 30}},
        "who_left_by_unit": {
            ROOT: whole | {"leavers": 86},
            TERMINAL: part | {"leavers": 40},
            KADE: team | {"leavers": 16},
            TECHNIEK: {
                "kind": {"resignation": 22, "retirement": 8},
                "tenure": {"10+": 30},
                "year": {"2024": 30},
                "leavers": 30,
            },
        },
    }

import json
from typing import Any

import pytest

from tests.core.disclosure.organisations import PARENTS, QUESTIONS, people
from uitzicht.core.disclosure.bundles import Bundle, Waiting
from uitzicht.core.disclosure.document import canonical, certificate, document, waiting_counts
from uitzicht.core.disclosure.protection import protect
from uitzicht.core.disclosure.tables import Answer, BundleTotals, accumulate, tabulate
from uitzicht.core.disclosure.vocabulary import Parameters

MEMBERS = tuple(f"secret-handle-{n}" for n in range(6))


def composed(**changes: Any) -> dict[str, Any]:
    sheets: list[dict[str, Answer]] = [{"reasons": ["pay"], "satisfaction.content": 3}] * 6
    closed = BundleTotals("1-0001", "4", "resignation", 6, tabulate(sheets, QUESTIONS))
    safe = protect(accumulate([closed], PARENTS, QUESTIONS), Parameters())
    fields: dict[str, Any] = {
        "release": 1,
        "released_on": "2026-10-01",
        "units": {unit: {"parent": parent, "label": f"Eenheid {unit}"} for unit, parent in PARENTS.items()},
        "bundles": {"1-0001": Bundle("4", "resignation", MEMBERS)},
        "waiting": people(3, "6"),
        "descriptions": {"reasons": {"measure": "reasons", "key": "never overrides"}},
        "public": {"left": 9},
    }
    return document(safe, **fields | changes)


def test_a_document_holds_the_whole_release() -> None:
    written = composed()
    assert written["format"] == "uitzicht-release/1"
    assert written["parameters"] == {"k": 5, "k_sensitive": 10, "c": 1, "patience": 2, "m": 3, "score_margin": 7}
    assert written["units"]["4"] == {"parent": "2", "label": "Eenheid 4"}
    assert written["bundles"] == [{"id": "1-0001", "stratum": "resignation", "unit": "4", "period": "", "size": 6}]
    assert written["questions"][0] == {
        "measure": "reasons",
        "key": "reasons",
        "type": "tick",
        "items": ["career", "family", "pay"],
        "sensitive": False,
    }
    assert written["groups"][-1] == {
        "id": "4:resignation",
        "unit": "4",
        "stratum": "resignation",
        "period": "",
        "size": 6,
        "bundles": ["1-0001"],
    }
    assert written["cells"]["reasons"]["4:resignation"] == {"base": 6, "items": ["<3", "<3", ">3"]}
    assert written["cells"]["main_reason"]["4:resignation"] == {"base": "<5", "items": None}
    assert written["cells"]["satisfaction.content"]["4:resignation"] == {"base": 6, "items": [3.0]}
    assert written["waiting"] == [{"unit": "6", "stratum": "resignation", "people": 3}]
    assert written["public"] == {"left": 9}


def test_a_document_names_nobody() -> None:
    text = canonical(composed()).decode()
    assert not any(handle in text for handle in (*MEMBERS, "p6-00"))


def test_people_who_wait_are_counted_by_unit_and_stratum() -> None:
    waiting = [*people(2, "6"), *people(1, "4"), Waiting("o", "6", "other")]
    assert [tuple(count.values()) for count in waiting_counts(waiting)] == [
        ("4", "resignation", 1),
        ("6", "other", 1),
        ("6", "resignation", 2),
    ]


def test_writing_reading_and_writing_again_gives_the_same_bytes() -> None:
    written = canonical(composed())
    assert canonical(json.loads(written)) == written
    assert canonical(composed()) == written


def test_canonical_form_does_not_depend_on_the_order_of_keys() -> None:
    assert canonical({"b": 1.0, "a": "é"}) == canonical({"a": "é", "b": 1.0}) == '{"a":"é","b":1.0}'.encode()


def test_a_number_that_json_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError):
        canonical({"a": float("nan")})


def test_a_certificate_changes_with_the_document_and_with_every_release_before_it() -> None:
    first = certificate(composed())
    assert first == certificate(composed())
    assert len(first) == 64
    tampered = certificate(composed(released_on="2026-10-02"))
    later = composed(release=2)
    assert len({first, tampered, certificate(later), certificate(later, first), certificate(later, tampered)}) == 5

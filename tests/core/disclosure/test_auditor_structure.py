"""Whatever breaks the structure of what is published turns the auditor red; its untouched twin is green."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.core.disclosure.published import CHOICE, SCORE, TICK, Published
from uitzicht.core.disclosure.auditor import audit

PARENTS = {"1": None, "2": "1", "3": "1"}


def _sheets(people: int) -> list[dict[str, Any]]:
    return [{"reasons": ["pay"] * (n % 2), "main": CHOICE["items"][n % 3], "content": 2 + n % 3} for n in range(people)]


def _published() -> Published:
    published = Published(PARENTS, [TICK, CHOICE, SCORE])
    published.release([("2", _sheets(9)), ("3", _sheets(9))])
    published.release([("2", _sheets(10)), ("1", _sheets(10))])
    return published


def test_the_untouched_documents_are_green() -> None:
    verdict = audit(*_published().evidence())
    assert verdict.green, verdict.openings
    assert (verdict.releases, verdict.respondents) == (2, 38)
    assert verdict.figures > 0
    assert verdict.worlds > 0


def _small_bundle(it: Published) -> None:
    it.members["1-0001"] = it.members["1-0001"][:4]
    it.documents[0]["bundles"][0]["size"] = 4


def _person_twice(it: Published) -> None:
    it.members["1-0002"][0] = it.members["1-0001"][0]


def _handle_repeated(it: Published) -> None:
    it.members["1-0001"][0] = it.members["1-0001"][1]


def _size_wrong(it: Published) -> None:
    it.documents[0]["bundles"][0]["size"] = 10


def _same_id(it: Published) -> None:
    it.documents[1]["bundles"].append(it.documents[0]["bundles"][0])


def _bundle_dropped(it: Published) -> None:
    it.documents[1]["groups"][0]["bundles"].remove("1-0001")


def _bundle_counted_elsewhere(it: Published) -> None:
    group = next(one for one in it.documents[0]["groups"] if one["unit"] == "3")
    group["bundles"].append("1-0001")


def _bundle_counted_twice(it: Published) -> None:
    it.documents[0]["groups"][0]["bundles"].append("1-0001")


def _waiting_person_counted(it: Published) -> None:
    it.documents[0]["groups"][0]["size"] += 1


def _group_withheld(it: Published) -> None:
    gone = it.documents[0]["groups"].pop()
    for column in it.documents[0]["cells"].values():
        column.pop(gone["id"])


def _cell_withheld(it: Published) -> None:
    it.documents[0]["cells"]["reasons"].pop("2:resignation")


def _cells_of_nobody_knows_what(it: Published) -> None:
    it.documents[0]["cells"]["secret"] = {}


def _two_roots(it: Published) -> None:
    it.documents[0]["units"]["3"]["parent"] = None


def _circle(it: Published) -> None:
    it.documents[0]["units"] |= {"8": {"parent": "9", "label": ""}, "9": {"parent": "8", "label": ""}}


def _release_out_of_order(it: Published) -> None:
    it.documents[1]["release"] = 1


def _floor_lowered(it: Published) -> None:
    it.documents[0]["parameters"]["k"] = 4


def _bands_lowered(it: Published) -> None:
    it.documents[0]["parameters"]["m"] = 2


def _margin_lowered(it: Published) -> None:
    it.documents[0]["parameters"]["score_margin"] = 6


def _coalition_forgotten(it: Published) -> None:
    it.documents[0]["parameters"] |= {"c": 0, "m": 2, "score_margin": 3}


def _earlier_release_lost(it: Published) -> None:
    del it.documents[0]


def _unaudited_part(it: Published) -> None:
    it.documents[0]["raw"] = []


def _part_missing(it: Published) -> None:
    del it.documents[0]["groups"]


def _item_changed_meaning(it: Published) -> None:
    it.documents[1]["questions"][1]["items"] = ["career", "pay", "family"]


def _totals_missing(it: Published) -> None:
    del it.truth["1-0001"]


def _totals_impossible(it: Published) -> None:
    it.truth["1-0001"]["main"]["counts"] = [9, 9, 9]


TAMPERINGS = [
    (_small_bundle, "fewer than k"),
    (_person_twice, "somebody is in two bundles"),
    (_handle_repeated, "does not have the people"),
    (_size_wrong, "does not have the people"),
    (_same_id, "closed twice"),
    (_bundle_dropped, "not exactly all bundles"),
    (_bundle_counted_elsewhere, "not exactly all bundles"),
    (_bundle_counted_twice, "not exactly all bundles"),
    (_waiting_person_counted, "does not have the people of its bundles"),
    (_group_withheld, "withheld"),
    (_cell_withheld, "other groups than are published"),
    (_cells_of_nobody_knows_what, "do not belong together"),
    (_two_roots, "not one tree"),
    (_circle, "not one tree"),
    (_release_out_of_order, "not in order"),
    (_floor_lowered, "under its floor"),
    (_bands_lowered, "end bands"),
    (_margin_lowered, "end bands"),
    (_coalition_forgotten, "coalition"),
    (_earlier_release_lost, "no longer published"),
    (_unaudited_part, "not audited"),
    (_part_missing, "missing"),
    (_item_changed_meaning, "changed its meaning"),
    (_totals_missing, "missing"),
    (_totals_impossible, "cannot be"),
]


@pytest.mark.parametrize(("tamper", "why"), TAMPERINGS, ids=[tamper.__name__[1:] for tamper, _ in TAMPERINGS])
def test_a_broken_structure_is_red(tamper: Callable[[Published], None], why: str) -> None:
    published = _published()
    tamper(published)
    verdict = audit(*published.evidence())
    assert any(one.why.startswith("structure: ") and why in one.why for one in verdict.openings), verdict.openings

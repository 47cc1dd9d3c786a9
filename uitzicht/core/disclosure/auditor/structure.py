"""P1, exactly: everything published is a sum of whole bundles of at least k people.

Why this suffices: each row of the group matrix F (groups x people) is a sum of indicator rows of bundles, and bundles
do not share people. So every v in the row space of F is constant inside every bundle, and a v that is not zero is not
zero on some whole bundle; it therefore involves all of its k or more people. Nothing but the rules below is needed.

The attacker may know what some members answered. Those hide nobody, so k counts the others.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from uitzicht.core.disclosure.auditor import shape
from uitzicht.core.disclosure.auditor.truth import Truth, known_people
from uitzicht.core.disclosure.auditor.verdict import Opening

Json = Mapping[str, Any]
Members = Mapping[str, Collection[str]]
FLOOR = 5
COALITION = 1
DEEPEST_WITH_PERIODS = 1


def structural_openings(documents: Sequence[Json], members: Members, known: Truth | None = None) -> list[Opening]:
    """Every way in which the documents break P1. ``members``: bundle id -> handles of the people in it; ``known``: bundle
    id -> totals of those of them whose answers the attacker knows."""
    misshapen = [_opening(document, why) for document in documents for why in shape.faults(document)]
    if misshapen:
        return misshapen
    return [
        *_sequence_openings(documents),
        *_bundle_openings(documents, members, known or {}),
        *(opening for number in range(len(documents)) for opening in _edition_openings(documents, number)),
    ]


def _opening(document: object, why: str, group: str = "", bundle: str = "", question: str = "") -> Opening:
    release = document.get("release") if isinstance(document, Mapping) else None
    return Opening(release if isinstance(release, int) else 0, group, bundle, question, "", f"structure: {why}")


def _sequence_openings(documents: Sequence[Json]) -> Iterator[Opening]:
    items: dict[str, tuple[str, list[str]]] = {}
    for earlier, later in pairwise(documents):
        if later["release"] <= earlier["release"]:
            yield _opening(later, "releases are not in order")
    for document in documents:
        for question in document["questions"]:
            kind, known = items.get(question["key"], (question["type"], []))
            if question["type"] != kind or list(question["items"][: len(known)]) != known:
                yield _opening(document, "a question changed its meaning between releases", question=question["key"])
            items[question["key"]] = (question["type"], list(question["items"]))


def _bundle_openings(documents: Sequence[Json], members: Members, known: Truth) -> Iterator[Opening]:
    home: dict[str, str] = {}
    seen: set[str] = set()
    for document in documents:
        least = max(document["parameters"]["k"], FLOOR)
        for bundle in document["bundles"]:
            place = {"group": "", "bundle": bundle["id"]}
            if bundle["id"] in seen:
                yield _opening(document, "a bundle is closed twice", **place)
            seen.add(bundle["id"])
            people = list(members.get(bundle["id"], ()))
            if len(set(people)) != len(people) or len(people) != bundle["size"]:
                yield _opening(document, "a bundle does not have the people that it says", **place)
            others = min(bundle["size"], len(set(people))) - known_people(known.get(bundle["id"], {}))
            if others < least:
                yield _opening(document, "a bundle has fewer than k people", **place)
            if any(home.setdefault(person, bundle["id"]) != bundle["id"] for person in people):
                yield _opening(document, "somebody is in two bundles", **place)
    if members.keys() - seen:
        yield _opening(documents[-1], "a bundle that was closed is no longer published")
    if known.keys() - seen:
        yield _opening(documents[-1], "people of no bundle are said to be known")


def _edition_openings(documents: Sequence[Json], number: int) -> Iterator[Opening]:
    document = documents[number]
    parameters, parents = document["parameters"], {unit: one["parent"] for unit, one in document["units"].items()}
    if parameters["k"] < FLOOR or parameters["c"] != COALITION:
        yield _opening(document, "k is under its floor, or c is not the coalition that is audited")
    if parameters["m"] != parameters["c"] + 2 or parameters["score_margin"] != 4 * parameters["c"] + 3:
        yield _opening(document, "end bands are not those that c asks for")
    if not is_tree(parents):
        yield _opening(document, "the units are not one tree")
        return
    closed = [bundle for earlier in documents[: number + 1] for bundle in earlier["bundles"]]
    yield from _group_openings(document, parents, closed)
    yield from _cell_place_openings(document)


def is_tree(parents: Mapping[str, str | None]) -> bool:
    """Exactly one root, every parent known, no circle."""
    if sum(parent is None for parent in parents.values()) != 1:
        return False
    if any(parent is not None and parent not in parents for parent in parents.values()):
        return False
    grounded = {unit for unit, parent in parents.items() if parent is None}
    for unit in parents:
        path: list[str] = []
        while unit not in grounded and len(path) <= len(parents):
            path.append(unit)
            unit = parents[unit] or unit
        if len(path) > len(parents):
            return False
        grounded.update(path)
    return True


Place = tuple[str, str, str]  # unit, stratum, period; no period: all


def _group_openings(document: Json, parents: Mapping[str, str | None], closed: Sequence[Json]) -> Iterator[Opening]:
    for bundle in closed:
        if bundle["unit"] not in parents:
            yield _opening(document, "a bundle stands in a unit that is not in the tree", bundle=bundle["id"])
    expected = _expected_groups(parents, closed)
    sizes = {bundle["id"]: bundle["size"] for bundle in closed}
    published = Counter(_place(group) for group in document["groups"])
    if len({group["id"] for group in document["groups"]}) != len(document["groups"]) or published.total() > len(
        published
    ):
        yield _opening(document, "a group stands twice")
    for place in sorted(expected.keys() - published.keys()):
        yield _opening(document, "a group is withheld", group=":".join(filter(None, place)))
    for group in document["groups"]:
        if Counter(group["bundles"]) != Counter(expected.get(_place(group), ())):
            yield _opening(document, "a group is not exactly all bundles at its unit and below", group=group["id"])
        elif group["size"] != sum(sizes[bundle] for bundle in group["bundles"]):
            yield _opening(document, "a group does not have the people of its bundles", group=group["id"])


def _place(group: Json) -> Place:
    return group["unit"], group["stratum"], group.get("period", "")


def _expected_groups(parents: Mapping[str, str | None], closed: Sequence[Json]) -> Mapping[Place, list[str]]:
    """The bundles of every group: all at its unit and below; for the root and the units right under it those of each
    period apart, too."""
    expected: dict[Place, list[str]] = defaultdict(list)
    for bundle in closed:
        above, unit = [], bundle["unit"] if bundle["unit"] in parents else None
        while unit is not None:
            above.append(unit)
            unit = parents[unit]
        for unit in above:
            expected[unit, bundle["stratum"], ""].append(bundle["id"])
        period = bundle.get("period", "")
        for unit in above[-1 - DEEPEST_WITH_PERIODS :] if period else ():
            expected[unit, bundle["stratum"], period].append(bundle["id"])
    return expected


def _cell_place_openings(document: Json) -> Iterator[Opening]:
    keys, groups = {question["key"] for question in document["questions"]}, {one["id"] for one in document["groups"]}
    if document["cells"].keys() != keys:
        yield _opening(document, "cells and questions do not belong together")
    for question, column in document["cells"].items():
        if column.keys() != groups:
            yield _opening(document, "a question has cells for other groups than are published", question=question)

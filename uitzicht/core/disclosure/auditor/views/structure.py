"""The rules of views: sealed partitions of released people, cumulative, never withheld or taken back."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from uitzicht.core.disclosure.auditor.verdict import Opening
from uitzicht.core.disclosure.auditor.views.evidence import ViewEvidence

Json = Mapping[str, Any]
Members = Mapping[str, Collection[str]]
FLOOR = 5
PARTS = ("views", "view_bundles", "view_cells")


def has_views(document: Json) -> bool:
    """Whether anything in a document is about views."""
    return any(document.get(part) for part in PARTS)


def view_openings(documents: Sequence[Json], members: Members, evidence: ViewEvidence | None) -> Iterator[Opening]:
    """Every way in which views break their rules. The rest of the documents must be sound already.

    members: main bundle id -> handles of its people.
    """
    if evidence is None:
        if any(has_views(document) for document in documents):
            yield opening(documents[-1], "there are views, and no evidence to audit them by")
        return
    yield from _view_bundle_openings(documents, members, evidence)
    for number in range(len(documents)):
        yield from _edition_openings(documents, number)
        yield from _waiting_openings(documents, number, members, evidence)


def opening(document: Json, why: str, *, group: str = "", bundle: str = "", question: str = "") -> Opening:
    return Opening(document["release"], group, bundle, question, "", f"structure: {why}")


def _view_bundle_openings(documents: Sequence[Json], members: Members, evidence: ViewEvidence) -> Iterator[Opening]:
    stratum_of: dict[str, str] = {}
    seen, placed = {bundle["id"] for document in documents for bundle in document["bundles"]}, set()
    closed: set[str] = set()
    for document in documents:
        for bundle in document["bundles"]:
            stratum_of |= dict.fromkeys(members[bundle["id"]], bundle["stratum"])
        for bundle in document.get("view_bundles", ()):
            people = list(evidence.members.get(bundle["id"], ()))
            place = {"bundle": bundle["id"]}
            if bundle["id"] in seen:
                yield opening(document, "a view bundle is closed twice, or has the name of a bundle", **place)
            seen.add(bundle["id"])
            closed.add(bundle["id"])
            if len(set(people)) != len(people) or len(people) != bundle["size"]:
                yield opening(document, "a view bundle does not have the people that it says", **place)
            if len(set(people) - set(evidence.known)) < max(document["parameters"]["k"], FLOOR):
                yield opening(document, "a view bundle has fewer than k people whose answers nobody knows", **place)
            if any(stratum_of.get(person) != bundle["stratum"] for person in people):
                yield opening(document, "somebody in a view is in no bundle of that stratum yet", **place)
            if any((bundle["cut"], person) in placed for person in people):
                yield opening(document, "somebody is in two view bundles of one cut", **place)
            placed |= {(bundle["cut"], person) for person in people}
            if bundle["cut"] not in _cuts(document):
                yield opening(document, "a view bundle is of a cut that is not in the menu", **place)
    if evidence.members.keys() - closed:
        yield opening(documents[-1], "a view bundle that was closed is no longer published")


def _cuts(document: Json) -> list[str]:
    return [cut["key"] for cut in document.get("cuts", ())]


def _edition_openings(documents: Sequence[Json], number: int) -> Iterator[Opening]:
    document = documents[number]
    expected: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    for earlier in documents[: number + 1]:
        for bundle in earlier.get("view_bundles", ()):
            expected[_place(bundle)].append(bundle["id"])
            sizes[bundle["id"]] = bundle["size"]
    views = document.get("views", ())
    published = Counter(_place(view) for view in views)
    if len({view["id"] for view in views}) != len(views) or published.total() > len(published):
        yield opening(document, "a view stands twice")
    for place in sorted(expected.keys() - published.keys()):
        yield opening(document, "a view is withheld", group=":".join(place))
    for view in views:
        if Counter(view["bundles"]) != Counter(expected.get(_place(view), ())) or not view["bundles"]:
            yield opening(document, "a view is not exactly its view bundles closed so far", group=view["id"])
        elif view["size"] != sum(sizes[bundle] for bundle in view["bundles"]):
            yield opening(document, "a view does not have the people of its view bundles", group=view["id"])
    yield from _cell_place_openings(document)


def _place(one: Json) -> tuple[str, str, str]:
    return one["cut"], one["value"], one["stratum"]


def _cell_place_openings(document: Json) -> Iterator[Opening]:
    wanted, cells = document.get("view_questions", ()), document.get("view_cells", {})
    if len(set(wanted)) != len(wanted) or set(wanted) - {question["key"] for question in document["questions"]}:
        yield opening(document, "views publish a question that is not published")
    if cells.keys() != set(wanted):
        yield opening(document, "cells of views and their questions do not belong together")
    views = {view["id"] for view in document.get("views", ())}
    for question, column in cells.items():
        if column.keys() != views:
            yield opening(document, "a question has cells for other views than are published", question=question)


def _waiting_openings(
    documents: Sequence[Json], number: int, members: Members, evidence: ViewEvidence
) -> Iterator[Opening]:
    """Who is in a bundle and in no view bundle of the cut waits; whoever is gone may have been left out of the count."""
    document = documents[number]
    released: dict[str, set[str]] = defaultdict(set)
    viewed: dict[tuple[str, str], set[str]] = defaultdict(set)
    for earlier in documents[: number + 1]:
        for bundle in earlier["bundles"]:
            released[bundle["stratum"]] |= set(members[bundle["id"]])
        for bundle in earlier.get("view_bundles", ()):
            viewed[bundle["cut"], bundle["stratum"]] |= set(evidence.members.get(bundle["id"], ()))
    told = {(one["cut"], one["stratum"]): one["people"] for one in document.get("view_waiting", ())}
    if len(told) != len(document.get("view_waiting", ())) or any(cut not in _cuts(document) for cut, _ in told):
        yield opening(document, "people waiting for a view are counted twice, or for a cut that is not in the menu")
    for place in sorted(told.keys() | {(view["cut"], view["stratum"]) for view in document.get("views", ())}):
        waiting = released[place[1]] - viewed[place]
        if not len(waiting & evidence.answers.keys()) <= told.get(place, 0) <= len(waiting):
            yield opening(document, "people waiting for a view are not counted as they are", group=":".join(place))

"""The attacker who simply tries everything: all answers that people can have given, for up to ten people.

For each person and each coalition of nobody or one other, does a world exist with the same figures, the coalition's own
answer as it was, and that person on the other side? Only people who answered are attacked: who answered is public.
People of whom the attacker knows the answers are alike in every world, and not attacked.
"""

from collections.abc import Callable, Collection, Mapping
from itertools import product
from typing import Any

import numpy as np

from tests.core.disclosure.published import K, Published, printed_counts, printed_means

Levels = Mapping[tuple[int, str], int]


def is_closed(published: Published, levels: Levels | None = None) -> bool:
    """True when nobody can be read on the one question. `levels`: (release, group) -> widening level of its figures."""
    question = published.questions[0]
    people = [
        (bundle, sheet[question["key"]], number < known_people(published.known.get(bundle, {})))
        for bundle, sheets in published.sheets.items()
        for number, sheet in enumerate(sheets)
        if question["key"] in sheet
    ]
    if not people:
        return True
    true, choices = _as_numbers(question, [answer for _, answer, _ in people])
    known = [number for number, (_, _, is_known) in enumerate(people) if is_known]
    possible = [[true[number]] if number in known else choices for number in range(len(people))]
    worlds = np.array(list(product(*possible)), dtype=np.int8)
    kept = np.ones(len(worlds), dtype=bool)
    for document in published.documents:
        for group in document["groups"]:
            members = [number for number, (bundle, _, _) in enumerate(people) if bundle in group["bundles"]]
            if len(members) >= K:
                level = (levels or {}).get((document["release"], group["id"]), 0)
                kept &= _looks_the_same(question, worlds[:, members], true[members], level)
    return _nobody_is_read(question, worlds[kept], true, known)


def known_people(totals: Mapping[str, Any]) -> int:
    return totals[""]["answered"] if totals else 0


def _as_numbers(question: Mapping[str, Any], answers: list[Any]) -> tuple[Any, tuple[int, ...]]:
    if question["type"] == "tick":
        return np.array([len(answer) for answer in answers]), (0, 1)
    if question["type"] == "choice":
        return np.array([question["items"].index(answer) for answer in answers]), tuple(range(len(question["items"])))
    return np.array(answers), (1, 2, 3, 4, 5)


def _looks_the_same(question: Mapping[str, Any], worlds: Any, true: Any, level: int) -> Any:
    base = len(true)
    if question["type"] == "score":
        return _same(printed_means(base, level), worlds.sum(axis=1), int(true.sum()))
    labels = printed_counts(base, level)
    values = [1] if question["type"] == "tick" else range(len(question["items"]))
    same = np.ones(len(worlds), dtype=bool)
    for value in values:
        same &= _same(labels, (worlds == value).sum(axis=1), int((true == value).sum()))
    return same


def _same(labels: Mapping[int, Any], totals: Any, true: int) -> Any:
    alike = [total for total, label in labels.items() if label == labels[true]]
    return np.isin(totals, alike)


def _nobody_is_read(
    question: Mapping[str, Any], worlds: Any, true: Any, known: list[int], not_asked: Collection[int] = ()
) -> bool:
    others = [person for person in range(len(true)) if person not in known]
    for coalition in [None, *others]:
        left = worlds if coalition is None else worlds[worlds[:, coalition] == true[coalition]]
        for person in others:
            if person in (coalition, *not_asked):
                continue
            if not all(side(left[:, person]).any() for side in _sides(question)):
                return False
    return True


def _sides(question: Mapping[str, Any]) -> list[Callable[[Any], Any]]:
    if question["type"] == "score":
        return [lambda answers: answers <= 2, lambda answers: answers >= 4]
    values = [1] if question["type"] == "tick" else list(range(len(question["items"])))
    return [
        side
        for value in values
        for side in (lambda answers, value=value: answers == value, lambda answers, value=value: answers != value)
    ]

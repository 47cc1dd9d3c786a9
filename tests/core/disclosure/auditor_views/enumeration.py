"""The attacker who tries everything, person by person: all answers that people can have given, under groups and views."""

from itertools import product
from typing import Any

import numpy as np

from tests.core.disclosure.auditor_views.viewed import Viewed
from tests.core.disclosure.brute_force import _as_numbers, _looks_the_same, _nobody_is_read
from tests.core.disclosure.published import K


def is_closed(viewed: Viewed, levels: dict[tuple[int, str], int] | None = None) -> bool:
    """True when nobody can be read on the one question, by nobody and by no coalition of one. ``levels``: (release, group
    or view) -> widening level of its figures."""
    question = viewed.questions[0]
    people = [handle for handle, sheet in viewed.answers.items() if question["key"] in sheet]
    fixed = [person in viewed.gone or person in viewed.known for person in people]
    true, choices = _as_numbers(question, [viewed.answers[person][question["key"]] for person in people])
    own = [[int(true[number])] if fixed[number] else choices for number in range(len(people))]
    worlds = np.array(list(product(*own)), dtype=np.int8)
    kept = np.ones(len(worlds), dtype=bool)
    for document in viewed.base.documents:
        for name, members in _groups(viewed, document):
            inside = [number for number, person in enumerate(people) if person in members]
            if len(inside) >= K:
                level = (levels or {}).get((document["release"], name), 0)
                kept &= _looks_the_same(question, worlds[:, inside], true[inside], level)
    broken = [sealed for sealed in _sealed(viewed) if sealed & viewed.gone]
    not_asked = [number for number, person in enumerate(people) if any(person in sealed for sealed in broken)]
    known = [number for number, one in enumerate(fixed) if one]
    return _nobody_is_read(question, worlds[kept], true, known, not_asked)


def _sealed(viewed: Viewed) -> list[set[str]]:
    """Nobody is asked about whose bundle or view bundle holds somebody whose answers are gone."""
    return [set(people) for people in (*viewed.base.members.values(), *viewed.members.values())]


def _groups(viewed: Viewed, document: Any) -> list[tuple[str, set[str]]]:
    homes = viewed.base.members
    groups = [(one["id"], {p for key in one["bundles"] for p in homes[key]}) for one in document["groups"]]
    return groups + [(one["id"], set(viewed.people(one))) for one in document["views"]]

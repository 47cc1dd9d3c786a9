"""What the release job hands over for the attack on views: who is in them, their totals, and everybody's own answers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from uitzicht.core.disclosure.auditor.truth import Truth

Atom = tuple[str, ...]
Witness = tuple[Atom, Mapping[Atom, int]]


@dataclass(frozen=True)
class ViewEvidence:
    """Evidence on views, of all releases so far.

    members: view bundle id -> handles of its people. truth: view bundle id -> question key -> {"answered", "counts"}.
    answers: handle -> question key -> answer, of everybody whose answers still exist. known: handles of people whose
    answers somebody may know. witnesses: (atom, {atom: whole number}); an atom is the sorted ids of the bundle and the
    view bundles that its people share.
    """

    members: Mapping[str, Collection[str]]
    truth: Truth = field(repr=False)
    answers: Mapping[str, Mapping[str, Any]] = field(repr=False)
    known: Collection[str] = ()
    witnesses: Sequence[Witness] = ()

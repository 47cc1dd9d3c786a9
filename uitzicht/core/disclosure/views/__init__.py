"""Certified views: values of a public attribute (all women, all who stayed under a year) beside the tree of units.

A view cuts across the bundles of units, so it closes in bundles of its own, and only where nobody can be singled out
by adding and subtracting the two kinds: for every small group of people whom they single out there is a witness
(Theorem 2, docs/methods/views.md). Decided from public counts; no answer comes in here.
"""

from uitzicht.core.disclosure.views.closing import close_views, numbered_views, numbered_witnesses, witnesses
from uitzicht.core.disclosure.views.vocabulary import Atom, Certified, Cut, Profiled, ViewBundle, Witness

__all__ = [
    "Atom",
    "Certified",
    "Cut",
    "Profiled",
    "ViewBundle",
    "Witness",
    "close_views",
    "numbered_views",
    "numbered_witnesses",
    "witnesses",
]

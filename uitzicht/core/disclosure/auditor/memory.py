"""What earlier attacks of one trial found, to be tried first: repair widens a few figures and asks everything again.

Nothing in it is believed. A world that is recalled is checked in whole numbers against every figure, like a new one.
"""

from collections.abc import Hashable

from uitzicht.core.disclosure.auditor.truth import Whole


class Memory:
    """Counter-worlds by where they belong. Lives as long as one trial; holds answers, so it is never kept."""

    def __init__(self) -> None:
        self._found: dict[tuple[Hashable, ...], list[Whole]] = {}

    def at(self, *place: Hashable) -> list[Whole]:
        """The list of one place, to read and to add to. ``place`` names the question and everybody it is about."""
        return self._found.setdefault(place, [])

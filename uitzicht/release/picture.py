"""What somebody sees who has a release document and nothing else: the figures in it, counted by how much they say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Picture:
    """``exact``, ``bands`` and ``ranges``: figures, one for each item of a question in a group or view. ``withheld``: groups
    in which too few people answered a question. ``views``: certified breakdowns. ``waiting``: people in no figure."""

    exact: int
    bands: int
    ranges: int
    withheld: int
    views: int
    waiting: int

    @property
    def figures(self) -> int:
        return self.exact + self.bands + self.ranges


def picture(document: Mapping[str, Any]) -> Picture:
    """Read from a release document; see docs/contracts/release-document.md for how a figure is written."""
    exact = bands = ranges = withheld = 0
    for items in _columns(document):
        if items is None:
            withheld += 1
            continue
        for figure in items:
            if not isinstance(figure, str):
                exact += 1
            elif ".." in figure:
                ranges += 1
            else:
                bands += 1
    waiting = sum(row["people"] for row in document.get("waiting", ()))
    return Picture(exact, bands, ranges, withheld, len(document.get("views", ())), waiting)


def _columns(document: Mapping[str, Any]) -> Iterator[list[Any] | None]:
    for name in ("cells", "view_cells"):
        for column in document.get(name, {}).values():
            for cell in column.values():
                yield cell["items"]

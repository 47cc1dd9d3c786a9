"""The whole attack of an outsider on what one or more roles have read, and its result."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from uitzicht.cli.outsider import check, sentences
from uitzicht.cli.outsider.bounds import Bound, Count, bounds
from uitzicht.cli.outsider.check import Leak
from uitzicht.cli.outsider.files import from_files
from uitzicht.cli.outsider.places import boards
from uitzicht.cli.outsider.published import from_documents
from uitzicht.cli.outsider.rebuilt import boards_from_files
from uitzicht.cli.outsider.seen import Figure, figures
from uitzicht.cli.outsider.visit import Page, Progress, Visit, readable

NARROWEST = 5


@dataclass(frozen=True)
class Result:
    """What an attacker would see. ``openings``: where something opened and why, never what it says."""

    visits: Sequence[Visit]
    releases: int
    figures: int
    programmes: int
    places: int
    narrowest: Sequence[Bound] = field(repr=False)
    openings: Sequence[Leak]

    @property
    def unread(self) -> int:
        return sum(visit.unread for visit in self.visits)

    @property
    def green(self) -> bool:
        """Nothing opened, and nothing left unread."""
        return not self.openings and not self.unread

    def to_json(self) -> dict[str, Any]:
        """The contract of ``uitzicht attack --as ROLE --format json``."""
        return {
            "roles": [
                {"role": v.role, "pages": len(v.pages) - v.files, "files": v.files, "unread": v.unread}
                for v in self.visits
            ],
            "releases": self.releases,
            "figures": self.figures,
            "places": self.places,
            "programmes": self.programmes,
            "narrowest": [
                {"bundle": b.bundle, "stratum": b.stratum, "question": b.question, "item": b.item, "people": b.size}
                | {"values": b.high - b.low + 1}
                for b in self.narrowest
            ],
            "opened": len(self.openings),
            "openings": [
                {"why": leak.why, "place": leak.place, "role": leak.role, "address": leak.address}
                for leak in self.openings
            ],
        }


def attack(visits: Sequence[Visit], progress: Progress) -> Result:
    """Look for figures that no release holds, for roles that read different ones, and for bundles that are forced open."""
    read = list(readable(list(visits)))
    published = from_documents(page for _, page in read)
    source = "documents"
    if not published.documents:
        published, source = from_files(page for _, page in read), "files"
    found: list[Figure] = []
    openings: list[Leak] = []
    for done, (role, page) in enumerate(read):
        progress("figures", done, len(read))
        found += figures(role, page, published)
        openings += sentences.leaks(role, page, published)
        openings += sentences.strange_certificate(role, page, published)
    openings += [*check.leaks(found, published), *check.disagreements(found), *_two_documents(read)]
    count = Count()
    systems = boards(published.documents) if source == "documents" else boards_from_files(published)
    places = list(bounds(list(systems), count, progress))
    openings += [_opening(bound) for bound in places if bound.why]
    closed = sorted((b for b in places if not b.why and b.high), key=lambda b: (b.room, b.size))
    return Result(
        visits=tuple(visits),
        releases=len(published.documents) or len({place[0] for place in published.columns}),
        figures=len(found),
        programmes=count.programmes,
        places=len(places),
        narrowest=tuple(closed[:NARROWEST]),
        openings=_once(openings),
    )


def _two_documents(read: Sequence[tuple[str, Page]]) -> Iterator[Leak]:
    """A document is handed out byte for byte as it was frozen, whoever asks."""
    first: dict[str, bytes] = {}
    for role, page in read:
        if page.kind == "json" and first.setdefault(page.address, page.body) != page.body:
            yield Leak("another document than somebody else gets", "", role, page.address)


def _opening(bound: Bound) -> Leak:
    people = f" ({bound.size} people)" if bound.size else ""
    return Leak(bound.why, f"{bound.bundle}{people}, {bound.stratum}, {bound.question}, {bound.item}", "", "")


def _once(openings: Sequence[Leak]) -> tuple[Leak, ...]:
    """The same fault in the same place, however many pages show it: the first page is named."""
    first: dict[tuple[str, str, str], Leak] = {}
    for leak in openings:
        first.setdefault((leak.why, leak.place, leak.role), leak)
    counted = Counter(leak.why for leak in first.values())
    return tuple(sorted(first.values(), key=lambda leak: (counted[leak.why], leak.why, leak.place, leak.role)))

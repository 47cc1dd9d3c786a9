"""Which views a release would certify: decided from public attributes and counts, before any answer is opened."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from uitzicht.core.disclosure.bundles import Bundle as Closed
from uitzicht.core.disclosure.views import (
    Profiled,
    ViewBundle,
    Witness,
    close_views,
    numbered_views,
    numbered_witnesses,
    witnesses,
)
from uitzicht.core.disclosure.vocabulary import Parameters
from uitzicht.release import cuts, models
from uitzicht.release.models import Member, ViewMember


@dataclass(frozen=True)
class ViewProposal:
    """``people``: everybody in a bundle, this release included. ``closed``: view bundles by code, those of this release
    only; ``earlier``: all before. ``waiting``: (cut, stratum) -> people who are in no view bundle of that cut.
    ``candidates``: how many views there would be if every value that somebody has were one."""

    people: tuple[Profiled, ...] = field(repr=False)
    earlier: Mapping[str, ViewBundle] = field(repr=False)
    closed: Mapping[str, ViewBundle]
    waiting: Mapping[tuple[str, str], int]
    witnesses: tuple[Witness, ...] = field(repr=False)
    candidates: int

    @property
    def bundles(self) -> dict[str, ViewBundle]:
        """All view bundles of all releases, by code."""
        return {**self.earlier, **self.closed}

    @property
    def living(self) -> set[str]:
        """Those people in strata with views whose answers still exist."""
        strata = {bundle.stratum for bundle in self.bundles.values()}
        return {person.handle for person in self.people if person.values and person.stratum in strata}


def propose_views(number: int, bundles: Mapping[str, Closed], parameters: Parameters, *, on: date) -> ViewProposal:
    """Which view bundles would close beside these bundles of release ``number``. Opens no sheet and changes nothing."""
    people = _profiled([*_released(), *_closing(bundles)], on)
    earlier = view_bundles()
    certified = close_views(people, earlier, cuts.menu(parameters), parameters)
    return ViewProposal(
        people=people,
        earlier=earlier,
        closed=numbered_views(certified.closed, number),
        waiting=certified.waiting,
        witnesses=numbered_witnesses(certified, number),
        candidates=len({(*cut, person.stratum) for person in people for cut in person.values.items()}),
    )


def proved_again(parameters: Parameters) -> tuple[Witness, ...]:
    """Witnesses for all views that were ever released, sought anew: from public facts only."""
    return witnesses([*_released()], view_bundles(), parameters)


def view_bundles() -> dict[str, ViewBundle]:
    """All view bundles of all releases, by code. Two queries."""
    members: dict[int, list[str]] = defaultdict(list)
    for bundle, handle in ViewMember.objects.values_list("bundle_id", "handle"):
        members[bundle].append(handle)
    return {
        row.code: ViewBundle(row.cut, row.value, row.stratum, tuple(sorted(members[row.pk])))
        for row in models.ViewBundle.objects.all()
    }


def _released() -> Iterator[Profiled]:
    """Everybody in a bundle of an earlier release, without values. Strata without views are left out."""
    rows = Member.objects.filter(bundle__stratum__in=cuts.STRATA).order_by("handle")
    for handle, code, stratum, known in rows.values_list("handle", "bundle__code", "bundle__stratum", "known"):
        yield Profiled(handle, code, stratum, {}, known)


def _closing(bundles: Mapping[str, Closed]) -> Iterator[Profiled]:
    for code, bundle in bundles.items():
        if bundle.stratum in cuts.STRATA:
            for handle in bundle.members:
                yield Profiled(handle, code, bundle.stratum, {}, handle in bundle.known)


def _profiled(people: Iterable[Profiled], on: date) -> tuple[Profiled, ...]:
    by_handle = {person.handle: person for person in people}
    found = cuts.profiles(by_handle.keys(), on=on)
    return tuple(replace(person, values=found.get(handle, {})) for handle, person in by_handle.items())

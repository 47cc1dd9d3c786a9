"""Each protection switched off or off by one, patched in where the release job calls it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from uitzicht.core.disclosure import repair
from uitzicht.core.disclosure.bundles import Bundle, Closing
from uitzicht.core.disclosure.protection import protect
from uitzicht.core.disclosure.views import Certified, ViewBundle
from uitzicht.core.disclosure.vocabulary import Parameters
from uitzicht.release import attack, proposal, services, view_proposal

Patch = pytest.MonkeyPatch


class Lax(Parameters):
    """Parameters that state what the real ones state and protect less: ``less`` is what is taken away."""

    less: Mapping[str, int]

    @property
    def m(self) -> int:
        return super().m - self.less.get("m", 0)

    @property
    def score_margin(self) -> int:
        return super().score_margin - self.less.get("score_margin", 0)

    def as_json(self) -> dict[str, int]:
        return Parameters().as_json()


def lax(k: int = Parameters().k, k_sensitive: int = Parameters().k_sensitive, **less: int) -> Lax:
    parameters = Lax()
    object.__setattr__(parameters, "k", k)
    object.__setattr__(parameters, "k_sensitive", k_sensitive)
    object.__setattr__(parameters, "less", less)
    return parameters


def protecting(parameters: Parameters) -> Callable[[Patch], None]:
    """Tables are protected with these parameters, whatever the release says."""

    def mutate(patch: Patch) -> None:
        def mutant(table: Any, _: Parameters, widenings: Any = None) -> Any:
            return protect(table, parameters, widenings or {})

        patch.setattr(repair, "protect", mutant)

    return mutate


def closing(change: Callable[[Closing], Closing], parameters: Parameters | None = None) -> Callable[[Patch], None]:
    """Bundles are closed otherwise than the rule says."""
    close = proposal.close_bundles

    def mutate(patch: Patch) -> None:
        def mutant(people: Any, parents: Any, stated: Parameters, *more: Any) -> Closing:
            return change(close(people, parents, parameters or stated, *more))

        patch.setattr(proposal, "close_bundles", mutant)

    return mutate


def _somebody_twice(closed: Closing) -> Closing:
    first, second, *others = closed.bundles
    doubled = replace(second, members=tuple(sorted((*second.members, first.members[0]))))
    return Closing((first, doubled, *others), closed.waiting)


def _one_in_a_bundle_of_their_own(closed: Closing) -> Closing:
    first, *others = closed.bundles
    alone = Bundle(first.unit, first.stratum, first.members[:1])
    rest = replace(first, members=first.members[1:])
    return Closing((alone, rest, *others), closed.waiting)


def published(change: Callable[[dict[str, Any]], None]) -> Callable[[Patch], None]:
    """The document is changed after it was protected."""
    compose = services.document

    def mutate(patch: Patch) -> None:
        def mutant(*args: Any, **fields: Any) -> dict[str, Any]:
            made = compose(*args, **fields)
            change(made)
            return made

        patch.setattr(services, "document", mutant)

    return mutate


def _lower_k(document: dict[str, Any]) -> None:
    document["parameters"]["k"] = 4


def _weaker_m(document: dict[str, Any]) -> None:
    document["parameters"]["m"] = 2


def _no_group_of_the_root(document: dict[str, Any]) -> None:
    root = next(unit for unit, fields in document["units"].items() if fields["parent"] is None)
    document["groups"] = [group for group in document["groups"] if group["unit"] != root]
    for column in document["cells"].values():
        for group in [group for group in column if group.startswith(f"{root}:")]:
            del column[group]


def _part_of_a_bundle(document: dict[str, Any]) -> None:
    document["groups"][-1]["size"] -= 1


def _a_hidden_base(document: dict[str, Any]) -> None:
    """A base under k is told after all."""
    cells = [cell for column in document["cells"].values() for cell in column.values() if cell["items"] is None]
    cells[0]["base"] = 4


def _an_exact_count_for_a_band(document: dict[str, Any]) -> None:
    for column in document["cells"].values():
        for cell in column.values():
            for place, shown in enumerate(cell["items"] or ()):
                if isinstance(shown, str) and shown.startswith("<") and "." not in shown:
                    cell["items"][place] = 0
                    return


MUTANTS: dict[str, Callable[[Patch], None]] = {
    "bundles of four": closing(lambda closed: closed, lax(k=4)),
    "somebody in two bundles": closing(_somebody_twice),
    "a bundle of one": closing(_one_in_a_bundle_of_their_own),
    "no end bands": protecting(lax(m=3, score_margin=7)),
    "end bands of counts one too narrow": protecting(lax(m=1)),
    "end bands of scores one point too narrow": protecting(lax(score_margin=1)),
    "bases under k shown": protecting(lax(k=1)),
    "bases of sensitive questions under their own k shown": protecting(lax(k_sensitive=5)),
    "k stated lower": published(_lower_k),
    "m stated lower": published(_weaker_m),
    "the group of the organisation withheld": published(_no_group_of_the_root),
    "a group of part of a bundle": published(_part_of_a_bundle),
    "a base under k told": published(_a_hidden_base),
    "an exact count instead of a band": published(_an_exact_count_for_a_band),
}


REFUSED_BY_THE_DATABASE = {"bundles of four", "somebody in two bundles", "a bundle of one"}


def bribe(patch: Patch) -> None:
    """The audit before freezing finds nothing, whatever there is; so nothing is repaired either."""
    patch.setattr(attack.Trial, "__call__", lambda self, document, *, questions=None: [])
    patch.setattr(attack, "report", lambda verdict: {"opened": 0})


def _somebody_else(totals: dict[str, Any]) -> None:
    """As if somebody outside the view, who gave the first answer, were counted instead of somebody in it."""
    tally = next(tally for tally in totals.values() if tally["answered"])
    counts = tally["counts"]
    given = next(place for place, count in enumerate(counts) if count)
    counts[given] -= 1
    counts[(given + 1) % len(counts)] += 1


def _another_sheet(patch: Patch) -> None:
    """The totals of the first view bundle are not those of its people."""
    add = attack.Evidence.add_views

    def mutant(self: attack.Evidence, views: Any, truth: dict[str, Any], answers: Any) -> None:
        _somebody_else(truth[min(truth)])
        add(self, views, truth, answers)

    patch.setattr(attack.Evidence, "add_views", mutant)


def viewing(change: Callable[[Certified], Certified]) -> Callable[[Patch], None]:
    """View bundles are closed otherwise than the rule says."""
    close = view_proposal.close_views

    def mutate(patch: Patch) -> None:
        patch.setattr(view_proposal, "close_views", lambda *given: change(close(*given)))

    return mutate


def _without(closed: ViewBundle, handle: str) -> ViewBundle:
    return replace(closed, members=tuple(one for one in closed.members if one != handle))


def _one_woman_left_out(certified: Certified) -> Certified:
    """The bundle less its women and men is she."""
    first, *others = certified.closed
    return replace(certified, closed=(_without(first, first.members[0]), *others))


def _in_the_view_of_men_as_well(certified: Certified) -> Certified:
    first, second, *others = certified.closed
    return replace(
        certified, closed=(first, replace(second, members=tuple(sorted({*second.members, first.members[0]}))), *others)
    )


def _four_in_a_view_bundle(certified: Certified) -> Certified:
    first, *others = certified.closed
    return replace(certified, closed=(replace(first, members=first.members[:4]), *others))


def _no_witness(certified: Certified) -> Certified:
    return replace(certified, witnesses=())


def _witness_one_short(certified: Certified) -> Certified:
    (small, exchange), *others = certified.witnesses
    return replace(certified, witnesses=((small, exchange | {small: exchange[small] - 1}), *others))


def _a_view_withheld(document: dict[str, Any]) -> None:
    gone = document["views"].pop(0)
    for column in document["view_cells"].values():
        del column[gone["id"]]


def _one_more_waits(document: dict[str, Any]) -> None:
    document["view_waiting"][0]["people"] += 1


def _an_exact_count_in_a_view(document: dict[str, Any]) -> None:
    for column in document["view_cells"].values():
        for cell in column.values():
            for place, shown in enumerate(cell["items"] or ()):
                if isinstance(shown, str):
                    cell["items"][place] = 0
                    return


def _a_base_one_higher(document: dict[str, Any]) -> None:
    column = next(iter(document["view_cells"].values()))
    next(cell for cell in column.values() if cell["items"])["base"] += 1


VIEW_MUTANTS: dict[str, Callable[[Patch], None]] = {
    "a sheet of somebody else in the totals of a view": _another_sheet,
    "one woman left out of her view": viewing(_one_woman_left_out),
    "somebody in two views of one cut": viewing(_in_the_view_of_men_as_well),
    "a view bundle of four": viewing(_four_in_a_view_bundle),
    "no witness": viewing(_no_witness),
    "a witness that is one short": viewing(_witness_one_short),
    "a view withheld": published(_a_view_withheld),
    "people who wait for a view miscounted": published(_one_more_waits),
    "an exact count in a view instead of a band": published(_an_exact_count_in_a_view),
    "the base of a view one higher": published(_a_base_one_higher),
}

"""From answers to totals: the step of the release job that opens what was said, once it is decided who counts together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from uitzicht.core.disclosure.bundles import Bundle as Closed
from uitzicht.core.disclosure.tables import BundleTotals, Table, Tally, accumulate, tabulate
from uitzicht.core.disclosure.view_tables import accumulate_views, view_totals
from uitzicht.core.disclosure.vocabulary import Question
from uitzicht.release import facts
from uitzicht.release.attack import Evidence
from uitzicht.release.cuts import VIEW_QUESTIONS
from uitzicht.release.models import Bundle
from uitzicht.release.proposal import parents
from uitzicht.release.view_proposal import ViewProposal

Totals = Mapping[str, Mapping[str, Any]]  # code -> totals by question
ANYTHING = ""
"""In place of a question: how many people the totals of known members are about, whatever they answered."""


@dataclass(frozen=True)
class Counted:
    """``new``, ``known`` and ``views``: totals of the bundles of this release, of their known members, and of its view
    bundles. The tables hold all releases so far."""

    new: Totals = field(repr=False)
    known: Totals = field(repr=False)
    views: Totals = field(repr=False)
    table: Table
    view_table: Table


def count(
    evidence: Evidence, bundles: Mapping[str, Closed], views: ViewProposal, questions: Sequence[Question]
) -> Counted:
    """Open the answers of who is in these bundles, and of everybody in a stratum with views (the attack needs them), count
    them, and add to the evidence what is on trial."""
    answers = facts.answers_of({handle for bundle in bundles.values() for handle in bundle.members} | views.living)
    across = [question for question in questions if question.key in VIEW_QUESTIONS]
    new = {code: tabulate([answers[one] for one in bundle.members], questions) for code, bundle in bundles.items()}
    known = {
        code: tabulate([answers[one] for one in bundle.known], questions) | {ANYTHING: _people(bundle.known)}
        for code, bundle in bundles.items()
        if bundle.known
    }
    seen = {code: tabulate([answers[one] for one in bundle.members], across) for code, bundle in views.closed.items()}
    evidence.add(bundles, new, known)
    evidence.add_views(views, seen, facts.about_views({handle: answers[handle] for handle in views.living}))
    return Counted(
        new=new,
        known=known,
        views=seen,
        table=accumulate(_fitted(_bundles(evidence, bundles), questions), parents(), questions),
        view_table=accumulate_views(_fitted(_view_bundles(evidence, views), across), across),
    )


def _people(handles: Sequence[str]) -> Tally:
    return Tally(answered=len(handles), counts=[])


def _bundles(evidence: Evidence, bundles: Mapping[str, Closed]) -> list[BundleTotals]:
    earlier = [
        BundleTotals(one.code, str(one.unit_id), one.stratum, one.size, evidence.truth[one.code], one.period)
        for one in Bundle.objects.all()
    ]
    new = [
        BundleTotals(code, one.unit, one.stratum, one.size, evidence.truth[code], one.period)
        for code, one in bundles.items()
    ]
    return [*earlier, *new]


def _view_bundles(evidence: Evidence, views: ViewProposal) -> list[BundleTotals]:
    return [view_totals(code, bundle, evidence.view_truth[code]) for code, bundle in views.bundles.items()]


def _fitted(closed: Iterable[BundleTotals], questions: Iterable[Question]) -> list[BundleTotals]:
    """A question may have gained items since a bundle closed; nobody in it can have chosen them."""
    widths = {question.key: question.width for question in questions}

    def fitted(totals: Mapping[str, Any]) -> dict[str, Any]:
        return {
            key: {"answered": tally["answered"], "counts": tally["counts"] + [0] * (widths[key] - len(tally["counts"]))}
            for key, tally in totals.items()
            if key in widths
        }

    return [replace(bundle, totals=fitted(bundle.totals)) for bundle in closed]

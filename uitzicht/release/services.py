"""The release job: facts -> bundles and views -> totals -> protection -> attack -> frozen. All or nothing."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from itertools import chain
from typing import Any

from django.db import transaction
from django.utils import timezone

from uitzicht.core.disclosure.bundles import Bundle as Closed
from uitzicht.core.disclosure.bundles import Closing, numbered
from uitzicht.core.disclosure.document import Views, canonical, certificate, document
from uitzicht.core.disclosure.protection import SafeTable
from uitzicht.core.disclosure.repair import Closed as Repaired
from uitzicht.core.disclosure.repair import StillOpen, protect_with_views
from uitzicht.core.disclosure.vocabulary import Question, QuestionType
from uitzicht.departures.models import Departure
from uitzicht.departures.services import mark_released
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews.models import Interview
from uitzicht.people.queries import unit_tree
from uitzicht.privacy import audit
from uitzicht.privacy.policies import policy_in_force
from uitzicht.release import attack, cuts, facts, respondents, rules
from uitzicht.release.approval import ensure_approved
from uitzicht.release.cards import destroy_cards
from uitzicht.release.counting import count
from uitzicht.release.erasing import erase_requested_sheets
from uitzicht.release.keeping import keep_bundles, keep_views
from uitzicht.release.models import Member, Release, WaitingPerson
from uitzicht.release.proposal import Proposal, parents, propose
from uitzicht.release.public import public_facts
from uitzicht.release.staff.answered import answered
from uitzicht.release.staff.practice import practice_facts
from uitzicht.release.staff.public import staff_facts
from uitzicht.release.view_proposal import ViewProposal, propose_views
from uitzicht.release.vocabulary import Described, Source, Stratum

COUNTED_BEFORE = (Stratum.FOLLOW_UP, Stratum.CARD)
"""Whoever is in these answered when leaving too, or may have."""

Progress = Callable[[str, int, int], None]
Compose = Callable[[SafeTable, SafeTable], dict[str, Any]]


def make_release(*, by: str, at: datetime, on: date, progress: Progress | None = None) -> Release:
    """Close bundles and views, protect, attack, freeze. Raises a Refusal and leaves everything as it was: when the
    calendar says no, when no bundle closes, when another release was made meanwhile, or when the attack opens a figure
    that no wider band can close. Which bundles and views there are is decided before any answer is opened. Everything is
    computed before the one short transaction that writes: whoever types notes meanwhile does not wait for the attack."""
    report = progress or (lambda step, done, total: None)
    report("facts", 0, 1)
    rules.ensure_not_in_future(on, timezone.localdate(at))
    erase_requested_sheets(by=by, at=at)
    proposal = propose(on)
    _ensure_may_release(proposal)
    ensure_approved(proposal)
    bundles = numbered(proposal.closing.bundles, proposal.number)
    closing = {handle for bundle in bundles.values() for handle in bundle.members}
    everybody = {*Member.objects.values_list("handle", flat=True), *proposal.respondents, *closing}
    described = facts.published_questions(everybody)
    questions = [Question(q.key, QuestionType(q.type), q.items, q.sensitive) for q in described]
    report("views", 0, 1)
    views = propose_views(proposal.number, bundles, proposal.parameters, on=on)
    report("totals", 0, 1)
    evidence = attack.evidence()
    counted = count(evidence, bundles, views, questions)
    report("protection", 0, 1)
    compose = _composer(proposal, bundles, views, described)
    trials = attack.Trial(evidence.without_answers(), progress=progress), attack.Trial(evidence, progress=progress)
    try:
        figures, shown = protect_with_views(counted.table, counted.view_table, proposal.parameters, compose, *trials)
    except StillOpen as still_open:
        raise attack.refusal(proposal.number, still_open.openings) from still_open
    with transaction.atomic():
        rules.ensure_next(proposal.number, Release.objects.select_for_update().order_by("-number").first())
        found = attack.report(trials[1 if shown else 0].verdict) | _repaired(figures, shown, views)
        release = _freeze(proposal, shown or figures, found, [figures, shown], by=by, at=at)
        keep_bundles(release, bundles, counted.new, counted.known)
        keep_views(release, views.closed, counted.views)
        _keep_waiting(proposal.closing)
        destroy_cards(closing)
        _mark_departures(by=by, at=at)
        audit.record(
            "release.frozen",
            by=by,
            at=at,
            subject=f"release:{release.number}",
            detail={"certificate": release.certificate, "bundles": len(bundles), "people": proposal.people},
        )
    return release


def _ensure_may_release(proposal: Proposal) -> None:
    last = Release.objects.order_by("-number").values_list("released_on", flat=True).first()
    months = policy_in_force().months_between_releases
    rules.ensure_on_calendar(last, months, proposal.released_on, historical=proposal.new_history)
    after = rules.next_release_on(proposal.released_on, months, proposal.released_on)
    rules.ensure_something_closes(len(proposal.closing.bundles), proposal.parameters.k, after)


def _repaired(figures: Repaired, shown: Repaired | None, views: ViewProposal) -> dict[str, int]:
    """How often something had to be widened, to be frozen with the release."""
    of_views = {
        "views": len({bundle.view for bundle in views.bundles.values()}),
        "candidate_views": views.candidates,
        "views_widened": shown.widened if shown else 0,
        "views_shown": shown.figures if shown else 0,
    }
    return {"widened": figures.widened, "shown": figures.figures} | of_views


def _composer(
    proposal: Proposal, bundles: Mapping[str, Closed], views: ViewProposal, described: list[Described]
) -> Compose:
    names, above = unit_tree().names, parents()
    units = {unit: {"parent": parent, "label": names[int(unit)]} for unit, parent in above.items()}
    public = public_facts(
        respondents.leavers(proposal.released_on),
        above,
        released=Member.objects.exclude(bundle__stratum__in=COUNTED_BEFORE).count()
        + sum(bundle.size for bundle in bundles.values() if bundle.stratum not in COUNTED_BEFORE),
        waiting=sum(person.stratum not in COUNTED_BEFORE for person in proposal.closing.waiting),
    )
    public |= {
        "staff": staff_facts(above, proposal.released_on),
        "practice": practice_facts(proposal.released_on),
        "answered": answered(_answered_so_far(proposal, bundles), above, proposal.released_on),
    }
    menu = cuts.described((bundle.cut, bundle.value) for bundle in views.bundles.values())
    descriptions = {
        q.key: {
            "measure": q.measure,
            "area": q.area,
            "labels": dict(q.labels),
            "item_labels": {i: dict(t) for i, t in q.item_labels.items()},
        }
        for q in described
    }

    def compose(safe: SafeTable, shown: SafeTable) -> dict[str, Any]:
        return document(
            safe,
            release=proposal.number,
            released_on=proposal.released_on.isoformat(),
            units=units,
            bundles=bundles,
            waiting=proposal.closing.waiting,
            descriptions=descriptions,
            public=public,
            views=Views(shown, menu, views.closed, views.waiting),
        )

    return compose


def _answered_so_far(proposal: Proposal, bundles: Mapping[str, Closed]) -> set[str]:
    """Everybody who answered when leaving, in a bundle or waiting: known inside HR."""
    released = Member.objects.exclude(bundle__stratum__in=COUNTED_BEFORE).values_list("handle", flat=True)
    closing = (one.members for one in bundles.values() if one.stratum not in COUNTED_BEFORE)
    waiting = (one.handle for one in proposal.closing.waiting if one.stratum not in COUNTED_BEFORE)
    return {*released, *chain.from_iterable(closing), *waiting}


def _freeze(
    proposal: Proposal,
    final: Repaired,
    found: Mapping[str, Any],
    repairs: list[Repaired | None],
    *,
    by: str,
    at: datetime,
) -> Release:
    previous = Release.objects.order_by("-number").values_list("certificate", flat=True).first() or ""
    return Release.objects.create(
        number=proposal.number,
        released_on=proposal.released_on,
        document=canonical(final.document).decode(),
        certificate=certificate(final.document, previous),
        previous_certificate=previous,
        audit=dict(found),
        widened=[[*step.spot, step.level] for repair in repairs if repair for step in repair.steps],
        frozen_by=by,
        frozen_at=at,
    )


def _mark_departures(*, by: str, at: datetime) -> None:
    """Who is in a bundle is known inside HR, as who left and who spoke is."""
    closed = set(Member.objects.values_list("handle", flat=True))
    coded = Interview.objects.filter(departure__stage=Stage.CODED).values_list("pk", "departure")
    inside = [departure for pk, departure in coded if respondents.handle_of(Source.CONVERSATION, pk) in closed]
    mark_released(Departure.objects.filter(pk__in=inside), by=by, at=at)


def _keep_waiting(closing: Closing) -> None:
    WaitingPerson.objects.all().delete()
    WaitingPerson.objects.bulk_create(
        WaitingPerson(handle=person.handle, unit_id=int(person.unit), stratum=person.stratum, waited=person.waited)
        for person in closing.waiting
        if person.stratum != Stratum.CARD
    )

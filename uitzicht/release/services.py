"""The release job: facts -> bundles -> table -> protection -> attack -> frozen. All or nothing."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from uitzicht.core.disclosure import auditor
from uitzicht.core.disclosure.bundles import Bundle as Closed
from uitzicht.core.disclosure.bundles import Closing, numbered
from uitzicht.core.disclosure.document import canonical, certificate, document
from uitzicht.core.disclosure.protection import SafeTable
from uitzicht.core.disclosure.repair import StillOpen, protect_until_closed
from uitzicht.core.disclosure.tables import BundleTotals, accumulate, tabulate
from uitzicht.core.disclosure.vocabulary import Question, QuestionType
from uitzicht.departures.models import Departure
from uitzicht.departures.services import mark_released
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews.models import Interview
from uitzicht.people.queries import unit_tree
from uitzicht.privacy import audit, vault
from uitzicht.privacy.policies import policy_in_force
from uitzicht.release import attack, facts, respondents, rules
from uitzicht.release.erasing import erase_requested_sheets
from uitzicht.release.models import Bundle, Member, Release, WaitingPerson
from uitzicht.release.proposal import Proposal, parents, propose
from uitzicht.release.public import public_facts
from uitzicht.release.vocabulary import Described, Source, Stratum

Progress = Callable[[str, int, int], None]


def make_release(*, by: str, at: datetime, on: date, progress: Progress | None = None) -> Release:
    """Close bundles, protect, attack, freeze. Raises a Refusal and leaves everything as it was: when the calendar says
    no, when no bundle closes, when another release was made meanwhile, or when the attack opens a figure that no wider
    band can close. Everything is computed before the one short transaction that writes: whoever is typing notes on the
    embedded database does not wait for the attack."""
    report = progress or (lambda step, done, total: None)
    report("facts", 0, 1)
    rules.ensure_not_in_future(on, timezone.localdate(at))
    erase_requested_sheets(by=by, at=at)
    proposal = propose(on)
    _ensure_may_release(proposal)
    bundles = numbered(proposal.closing.bundles, proposal.number)
    described = facts.published_questions({*Member.objects.values_list("handle", flat=True), *proposal.respondents})
    questions = [Question(q.key, QuestionType(q.type), q.items, q.sensitive) for q in described]
    report("totals", 0, 1)
    answers = facts.answers_of({handle for bundle in bundles.values() for handle in bundle.members})
    new = {code: tabulate([answers[h] for h in bundle.members], questions) for code, bundle in bundles.items()}
    evidence = attack.evidence()
    evidence.add({code: bundle.members for code, bundle in bundles.items()}, new)
    closed = [*_earlier(evidence), *(BundleTotals(c, b.unit, b.stratum, b.size, new[c]) for c, b in bundles.items())]
    table = accumulate(_widened_to(closed, questions), parents(), questions)
    report("protection", 0, 1)
    trial = attack.Trial(evidence, progress=report)
    try:
        outcome = protect_until_closed(table, proposal.parameters, _composer(proposal, bundles, described), trial)
    except StillOpen as still_open:
        raise attack.refusal(proposal.number, still_open.openings) from still_open
    with transaction.atomic():
        rules.ensure_next(proposal.number, Release.objects.select_for_update().order_by("-number").first())
        release = _freeze(proposal, outcome.document, trial.verdict, outcome, by=by, at=at)
        _keep_bundles(release, bundles, new)
        _keep_waiting(proposal.closing)
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


def _earlier(evidence: attack.Evidence) -> list[BundleTotals]:
    return [
        BundleTotals(bundle.code, str(bundle.unit_id), bundle.stratum, bundle.size, evidence.truth[bundle.code])
        for bundle in Bundle.objects.all()
    ]


def _widened_to(closed: list[BundleTotals], questions: list[Question]) -> list[BundleTotals]:
    """A question may have gained items since a bundle closed; nobody in it can have chosen them."""
    widths = {question.key: question.width for question in questions}

    def fitted(totals: Mapping[str, Any]) -> dict[str, Any]:
        return {
            key: {"answered": tally["answered"], "counts": tally["counts"] + [0] * (widths[key] - len(tally["counts"]))}
            for key, tally in totals.items()
            if key in widths
        }

    return [BundleTotals(b.id, b.unit, b.stratum, b.size, fitted(b.totals)) for b in closed]


def _composer(
    proposal: Proposal, bundles: Mapping[str, Closed], described: list[Described]
) -> Callable[[SafeTable], dict[str, Any]]:
    names, above = unit_tree().names, parents()
    units = {unit: {"parent": parent, "label": names[int(unit)]} for unit, parent in above.items()}
    public = public_facts(
        respondents.leavers(proposal.released_on),
        above,
        released=Member.objects.exclude(bundle__stratum=Stratum.FOLLOW_UP).count()
        + sum(bundle.size for bundle in bundles.values() if bundle.stratum != Stratum.FOLLOW_UP),
        waiting=sum(person.stratum != Stratum.FOLLOW_UP for person in proposal.closing.waiting),
    )
    descriptions = {
        q.key: {
            "measure": q.measure,
            "area": q.area,
            "labels": dict(q.labels),
            "item_labels": {i: dict(t) for i, t in q.item_labels.items()},
        }
        for q in described
    }

    def compose(safe: SafeTable) -> dict[str, Any]:
        return document(
            safe,
            release=proposal.number,
            released_on=proposal.released_on.isoformat(),
            units=units,
            bundles=bundles,
            waiting=proposal.closing.waiting,
            descriptions=descriptions,
            public=public,
        )

    return compose


def _freeze(
    proposal: Proposal, safe: Mapping[str, Any], verdict: auditor.Verdict | None, outcome: Any, *, by: str, at: datetime
) -> Release:
    previous = Release.objects.order_by("-number").values_list("certificate", flat=True).first() or ""
    return Release.objects.create(
        number=proposal.number,
        released_on=proposal.released_on,
        document=canonical(safe).decode(),
        certificate=certificate(safe, previous),
        previous_certificate=previous,
        audit=attack.report(verdict) | {"widened": outcome.widened, "shown": outcome.figures},
        widened=[[*step.spot, step.level] for step in outcome.steps],
        frozen_by=by,
        frozen_at=at,
    )


def _keep_bundles(release: Release, bundles: Mapping[str, Closed], totals: Mapping[str, Any]) -> None:
    rows = []
    for code, bundle in bundles.items():
        key = vault.new_data_key()
        sealed = vault.seal(json.dumps(totals[code]), key=key, context=f"bundle:{code}")
        wrapped = vault.wrap(key, context=f"bundle:{code}")
        rows.append(
            Bundle(
                code=code,
                release=release,
                stratum=bundle.stratum,
                unit_id=int(bundle.unit),
                size=bundle.size,
                wrapped_key=wrapped,
                sealed_totals=sealed,
            )
        )
    kept = {row.code: row.pk for row in Bundle.objects.bulk_create(rows)}
    members = (
        Member(bundle_id=kept[code], handle=handle) for code, bundle in bundles.items() for handle in bundle.members
    )
    Member.objects.bulk_create(members, batch_size=5000)


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
    )

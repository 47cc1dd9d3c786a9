"""Take along: everything held about a leaver that their own link may read."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import get_language

from uitzicht.alumni import services as alumni
from uitzicht.alumni.queries import member_of
from uitzicht.departures.links import expiry
from uitzicht.departures.models import Consent, Departure, PersonalLink
from uitzicht.departures.queries import appointment_of
from uitzicht.departures.services import subject
from uitzicht.interviews.models import Interview
from uitzicht.interviews.queries import interview_of
from uitzicht.interviews.services.preparation import preparation_of
from uitzicht.interviews.services.summary import LeaverSummary, open_summary_as_leaver
from uitzicht.offboarding.farewell.models import Farewell, Reference
from uitzicht.offboarding.farewell.queries import farewell_of, references_of
from uitzicht.planning.models import Avoided, Wish
from uitzicht.portal.asked import OwnPart, own_parts, version_of
from uitzicht.portal.card import card_given
from uitzicht.portal.drafts import begun_elsewhere, read_draft
from uitzicht.portal.handing_in import erasure_under_way, handed_in_on
from uitzicht.portal.writing import OwnAnswer, Writing
from uitzicht.privacy import audit
from uitzicht.privacy.clocks import months_after
from uitzicht.privacy.models import Policy
from uitzicht.privacy.policies import policy_in_force


@dataclass(frozen=True, slots=True)
class Kept:
    """The last days on which each kind is kept."""

    notes_until: date
    answers_until: date
    pages_until: date


@dataclass(frozen=True, slots=True)
class Held:
    """``writing``: the draft behind this link; ``elsewhere``: another link behind which something was begun. ``given``: what
    the interviewer was allowed to read beforehand. ``avoided``: names. ``parts``: the questions, to put answers beside."""

    departure: Departure
    appointment: Any
    wish: Wish | None
    avoided: tuple[str, ...]
    farewell: Farewell
    references: tuple[Reference, ...]
    consents: tuple[Consent, ...]
    in_touch: dict[str, Any] | None
    links: tuple[PersonalLink, ...]
    parts: tuple[OwnPart, ...]
    writing: Writing
    elsewhere: PersonalLink | None
    handed_in: date | None
    erasing: bool
    given: dict[str, OwnAnswer]
    interview: Interview | None
    summary: LeaverSummary | None
    card: bool
    kept: Kept
    policy: Policy


@transaction.atomic
def take_along(link: PersonalLink, secret: str, *, by: str, at: datetime) -> Held:
    """Read all of it; the trail says that the leaver did, and not what."""
    departure, writing = link.departure, read_draft(link, secret)
    interview, policy = interview_of(departure), policy_in_force()
    version, language = version_of(writing), get_language() or departure.person.language
    audit.record("portal.data_taken", by=by, at=at, subject=subject(departure))
    return Held(
        departure=departure,
        appointment=appointment_of(departure),
        wish=Wish.objects.filter(departure=departure).first(),
        avoided=tuple(one.interviewer.name for one in _avoided(departure)),
        farewell=farewell_of(departure),
        references=tuple(references_of(departure)),
        consents=tuple(Consent.objects.filter(departure=departure).order_by("given_at")),
        in_touch=_in_touch(departure),
        links=tuple(PersonalLink.objects.filter(departure=departure).order_by("made_at")),
        parts=tuple(own_parts(version, language, departure, writing)),
        writing=writing,
        elsewhere=begun_elsewhere(link),
        handed_in=handed_in_on(departure),
        erasing=erasure_under_way(departure),
        given=_given(interview),
        interview=interview,
        summary=open_summary_as_leaver(interview, at=at) if interview and _readable(interview) else None,
        card=card_given(departure),
        kept=_kept(departure, policy),
        policy=policy,
    )


def as_json(held: Held) -> dict[str, Any]:
    """The same, for a machine; keys in English and stable, moments in ISO 8601."""
    departure, person = held.departure, held.departure.person
    return {
        "person": {
            "employee_number": person.employee_number,
            "first_name": person.first_name,
            "last_name": person.last_name,
            "work_email": person.work_email,
            "private_email": person.private_email,
            "language": person.language,
            "birth_year": person.birth_year,
            "gender": person.gender,
            "started_on": person.started_on,
        },
        "departure": {
            "unit": departure.unit.name,
            "position": departure.position.title if departure.position else "",
            "kind": departure.kind,
            "notified_on": departure.notified_on,
            "last_day_worked_on": departure.last_day_worked_on,
            "ends_on": departure.ends_on,
            "destination": departure.destination,
            "desirability": departure.desirability,
            "stage": departure.stage,
        },
        "appointment": _appointment(held),
        "farewell": {
            name: getattr(held.farewell, name)
            for name in ("wish", "wish_note", "wished_at", "starts_at", "minutes", "place", "organiser")
        },
        "references": [
            {"form": one.form, "of": one.writer or one.wanted_from, "state": one.state, "asked_at": one.asked_at}
            for one in held.references
        ],
        "consents": [
            {"purpose": one.purpose, "given_at": one.given_at, "withdrawn_at": one.withdrawn_at}
            for one in held.consents
        ],
        "staying_in_touch": held.in_touch,
        "links": [{"made_at": one.made_at, "expires_on": one.expires_on} for one in held.links],
        "draft": {name: held.writing[name] for name in ("version", "answers", "reasons", "themes")},
        "handed_in_on": held.handed_in,
        "erasure_under_way": held.erasing,
        "read_beforehand_by_the_interviewer": held.given,
        "summary": _summary(held.summary),
        "card_given": held.card,
        "kept": {
            "notes_until": held.kept.notes_until,
            "answers_until": held.kept.answers_until,
            "pages_until": held.kept.pages_until,
        },
    }


def _in_touch(departure: Departure) -> dict[str, Any] | None:
    member = member_of(departure)
    return alumni.held(member) if member else None


def _appointment(held: Held) -> dict[str, Any]:
    appointment, wish = held.appointment, held.wish
    planned = appointment and {
        "starts_at": appointment.starts_at,
        "minutes": appointment.minutes,
        "place": appointment.place,
        "interviewer": appointment.interviewer.name,
        "accepted_at": appointment.accepted_at,
    }
    return {
        "planned": planned,
        "proposed_at": wish.proposed_at if wish else [],
        "other_interviewer": bool(wish and wish.other_interviewer),
        "other_moment": bool(wish and wish.other_moment),
        "rather_not": list(held.avoided),
    }


def _summary(summary: LeaverSummary | None) -> dict[str, Any] | None:
    if summary is None:
        return None
    return {
        "text": summary.text,
        "correction": summary.correction,
        "confirmed_at": summary.confirmed_at,
        "readers": [share.reader.name for share in summary.shares],
    }


def _avoided(departure: Departure) -> list[Avoided]:
    return list(Avoided.objects.filter(departure=departure).select_related("interviewer"))


def _given(interview: Interview | None) -> dict[str, OwnAnswer]:
    if interview is None or interview.erased_on is not None or interview.sealed_preparation is None:
        return {}
    given = preparation_of(interview)
    return {
        item: {"notes": one["notes"], "score": one["score"], "choice": one["choice"]} for item, one in given.items()
    }


def _readable(interview: Interview) -> bool:
    return interview.summary_given and interview.sealed_summary is not None


def _kept(departure: Departure, policy: Policy) -> Kept:
    return Kept(
        notes_until=months_after(departure.ends_on, policy.retention_notes_months),
        answers_until=months_after(departure.ends_on, policy.retention_answers_months),
        pages_until=expiry(departure.ends_on),
    )

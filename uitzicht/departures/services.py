"""What is done to a departure; every verb writes its own audit line."""

from datetime import date, datetime
from typing import Unpack

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures import links, rules
from uitzicht.departures.drafting import checked_dates
from uitzicht.departures.models import Departure, StageChange
from uitzicht.departures.queries import appointment_of, hired_on
from uitzicht.departures.terms import Terms, TermsChange
from uitzicht.departures.vocabulary import BEFORE_THE_TALK, Stage
from uitzicht.people.models import Person, Position
from uitzicht.privacy import audit


@transaction.atomic
def register_departure(
    person: Person,
    *,
    desirability: str = "",
    proposed_on: date | None = None,
    by: str,
    at: datetime,
    **terms: Unpack[TermsChange],
) -> Departure:
    """``terms``: see ``Terms``; ``kind``, ``notified_on`` and ``ends_on`` are needed. ``proposed_on``: the end of the
    contract that was shown; another one then needs its ``ends_on_reason``.

    Refuses dates that do not agree, a colleague without a position, and one who is leaving already.
    """
    given = Terms(**terms)
    _ensure_not_leaving_already(person, given.notified_on)
    departure = Departure(person=person, registered_by=by, registered_at=at, desirability=desirability)
    _settle(departure, given, proposed_on, at)
    departure.position = _position_at_exit(person, departure.last_day_worked_on)
    departure.unit = departure.position.unit
    departure.save(force_insert=True)
    StageChange.objects.create(departure=departure, stage=Stage.REGISTERED, by=by, at=at)
    _audit("departure.registered", departure, by, at)
    return departure


@transaction.atomic
def change_departure(
    departure: Departure,
    *,
    proposed_on: date | None = None,
    by: str,
    at: datetime,
    **terms: Unpack[TermsChange],
) -> Departure:
    """Take over what changes and compute the dates again; personal links follow the end of the contract. The unit at
    exit stays. Refuses like ``register_departure``."""
    rules.ensure_open_to_change(departure.stage)
    _settle(departure, Terms.of(departure).changed(terms), proposed_on, at)
    departure.save()
    departure.personal_links.update(expires_on=links.expiry(departure.ends_on))
    _audit("departure.changed", departure, by, at)
    return departure


@transaction.atomic
def decide_desirability(departure: Departure, desirability: str, *, reason: str = "", by: str, at: datetime) -> None:
    """Refuses without a reason once answers may have been read."""
    before = departure.desirability
    if before == desirability:
        return
    rules.ensure_desirability_open(departure.stage, before, desirability, reason)
    departure.desirability = desirability
    departure.save(update_fields=["desirability"])
    detail = {"before": before, "after": desirability, "reason": reason.strip()}
    audit.record("departure.desirability_decided", by=by, at=at, subject=subject(departure), detail=detail)


@transaction.atomic
def advance(departure: Departure, to: Stage, *, by: str, at: datetime) -> None:
    """Move to the next stage; refuses what ``NEXT`` does not allow."""
    rules.ensure_stage_may_follow(departure.stage, to)
    departure.stage = to
    departure.save(update_fields=["stage"])
    StageChange.objects.create(departure=departure, stage=to, by=by, at=at)
    audit.record("departure.advanced", by=by, at=at, subject=subject(departure), detail={"stage": Stage(to).value})


@transaction.atomic
def mark_released(departures: QuerySet[Departure], *, by: str, at: datetime) -> int:
    """What was said in these conversations counts in published figures from now on; returns of how many. The audit line is
    that of the release."""
    coded = list(departures.filter(stage=Stage.CODED).values_list("pk", flat=True))
    Departure.objects.filter(pk__in=coded).update(stage=Stage.RELEASED)
    StageChange.objects.bulk_create(StageChange(departure_id=pk, stage=Stage.RELEASED, by=by, at=at) for pk in coded)
    return len(coded)


@transaction.atomic
def close_departure(departure: Departure, to: Stage, *, by: str, at: datetime) -> None:
    """The leaver wants no conversation (DECLINED) or does not leave after all (CANCELLED)."""
    stands = appointment_of(departure) is not None and Stage(departure.stage) not in rules.READ
    rules.ensure_no_appointment_stands(stands)
    advance(departure, to, by=by, at=at)


def subject(departure: Departure) -> str:
    """How the audit trail names a departure."""
    return f"departure:{departure.pk}"


def _audit(action: str, departure: Departure, by: str, at: datetime) -> None:
    audit.record(action, by=by, at=at, subject=subject(departure))


def _settle(departure: Departure, terms: Terms, proposed_on: date | None, at: datetime) -> None:
    """Write ``terms`` and the dates that follow from them; refuses what contradicts itself."""
    started_on = departure.person.started_on
    if terms.notified_on < started_on:  # somebody who has come back since
        started_on = hired_on(departure.person, notified_on=terms.notified_on)
    dates = checked_dates(terms, started_on=started_on, on=timezone.localdate(at))
    rules.ensure_end_explained(proposed_on, terms.ends_on, terms.ends_on_reason)
    terms.write_to(departure)
    if proposed_on == terms.ends_on:
        departure.ends_on_reason = ""
    write_dates(departure, dates)


def write_dates(departure: Departure, dates: rules.Dates) -> None:
    """Take over what was computed; the caller saves."""
    departure.last_day_worked_on = dates.last_day_worked_on
    departure.earliest_on, departure.target_on = dates.earliest_on, dates.target_on
    departure.latest_on = dates.latest_on


def _ensure_not_leaving_already(person: Person, notified_on: date) -> None:
    others = person.departures.exclude(stage=Stage.CANCELLED)
    # Also one that ended long ago and was never brought to an end here: the database allows one open departure a person.
    if others.filter(Q(ends_on__gte=notified_on) | Q(stage__in=BEFORE_THE_TALK)).exists():
        raise Refusal(
            "departure.registered_already",
            _(
                "The departure of {name} is registered already. Two at once would count one person twice. "
                "Open the one there is and change it."
            ),
            name=person.name,
        )


def _position_at_exit(person: Person, on: date) -> Position:
    positions = person.positions.select_related("unit").order_by("-valid_from")
    position = positions.filter(valid_from__lte=on).first() or positions.first()
    if position is None:
        raise Refusal(
            "departure.no_position",
            _(
                "It is not known where {name} works, and a departure belongs to a unit. "
                "Add the position in the staff list first."
            ),
            name=person.name,
        )
    return position

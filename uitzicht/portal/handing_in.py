"""Handing in: what a leaver wrote is sealed for the release job, and the draft is destroyed."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from uitzicht.departures.models import Departure, PersonalLink
from uitzicht.departures.queries import appointment_of
from uitzicht.departures.rules import READ
from uitzicht.departures.services import subject
from uitzicht.interviews.queries import interview_of
from uitzicht.interviews.rules import GivenAnswer
from uitzicht.interviews.services.preparation import keep_preparation
from uitzicht.people.models import User
from uitzicht.portal import rules
from uitzicht.portal.drafts import drop_drafts, held_draft, keep_handle
from uitzicht.portal.models import ErasureRequest, HandedIn
from uitzicht.portal.writing import Writing, says_something
from uitzicht.privacy import audit
from uitzicht.privacy.clocks import months_after
from uitzicht.privacy.models import SheetSource
from uitzicht.privacy.policies import policy_in_force
from uitzicht.privacy.sheets import month_end_until, seal_sheet


def handed_in_on(departure: Departure) -> date | None:
    """The day on which this leaver handed in; None when they did not."""
    return HandedIn.objects.filter(departure=departure).values_list("on", flat=True).first()


def erasure_under_way(departure: Departure) -> bool:
    """A sealed sheet of this leaver still waits for the nightly job that erases it."""
    return ErasureRequest.objects.filter(departure=departure).exists()


def who_prepares(departure: Departure) -> User | None:
    """The interviewer of a conversation that is still ahead; None when there is none."""
    appointment = appointment_of(departure)
    return None if appointment is None or departure.stage in READ else appointment.interviewer


def read_beforehand(departure: Departure) -> bool:
    """The leaver let their interviewer read a part, and it is still there to be read."""
    interview = interview_of(departure)
    return interview is not None and interview.sealed_preparation is not None


@transaction.atomic
def hand_in(
    link: PersonalLink, secret: str, *, shared: Collection[str], seen: str, confirmed: bool, by: str, at: datetime
) -> None:
    """Seal everything for the figures. ``shared``: parts that the interviewer may read to prepare; the rest nobody reads.
    ``seen``: ``fingerprint`` of what the leaver looked at. Refuses when another device changed something since."""
    departure = link.departure
    rules.ensure_confirmed(confirmed)
    rules.ensure_nothing_waits(erasure_under_way(departure))
    with held_draft(link, secret) as writing:
        rules.ensure_something_written(writing)
        rules.ensure_same(fingerprint(writing), seen)
        if for_interviewer := _answers_of(writing, shared):
            rules.ensure_somebody_reads(for_interviewer, who_prepares(departure))
            keep_preparation(departure, for_interviewer, by=by, at=at)
        handle = seal_sheet(_sheet(departure, writing), source=SheetSource.OWN, kept_until=kept_until(departure))
    keep_handle(link, secret, handle)
    drop_drafts(departure, besides=link)
    HandedIn.objects.create(departure=departure, on=timezone.localdate(at))
    audit.record("portal.handed_in", by=by, at=at, subject=subject(departure))


def kept_until(departure: Departure) -> date:
    """Until when a sealed sheet of this leaver is kept at most."""
    return month_end_until(months_after(departure.ends_on, policy_in_force().retention_answers_months))


def fingerprint(writing: Writing) -> str:
    """Changes with every save of an answer or reason; says nothing about them."""
    return f"{len(writing['revisions'])}.{sum(writing['revisions'].values())}"


def _answers_of(writing: Writing, parts: Collection[str]) -> dict[str, GivenAnswer]:
    return {
        item: {"notes": given["notes"], "score": given["score"], "choice": given["choice"]}
        for item, given in writing["answers"].items()
        if item.partition(".")[0] in parts and says_something(given)
    }


def _sheet(departure: Departure, writing: Writing) -> dict[str, Any]:
    answers = {item: given for item, given in writing["answers"].items() if says_something(given)}
    return {
        "departure": str(departure.pk),
        "version": writing["version"],
        "answers": answers,
        "reasons": writing["reasons"],
        "themes": {item: themes for item, themes in writing["themes"].items() if item in answers},
    }

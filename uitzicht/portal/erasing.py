"""Erasing on request: everything of a leaver that no release has used, and what the nightly job still has to find."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from uitzicht.alumni.services import leave_of
from uitzicht.core.refusal import Refusal
from uitzicht.departures.consents import withdraw_consent
from uitzicht.departures.models import Consent, Departure, PersonalLink
from uitzicht.departures.services import subject
from uitzicht.departures.vocabulary import Purpose
from uitzicht.interviews.queries import interview_of
from uitzicht.interviews.services.erasing import erase_conversation
from uitzicht.offboarding.farewell.services import erase_what_was_asked
from uitzicht.planning.models import Avoided, Wish
from uitzicht.portal.drafts import drop_drafts, handle_behind
from uitzicht.portal.models import ErasureRequest, HandedIn
from uitzicht.privacy import audit
from uitzicht.privacy.sheets import erase_sheet

SYSTEM = "uitzicht"


@dataclass(frozen=True, slots=True)
class Erased:
    """``kinds``: what there was and is gone. ``waits``: a sealed sheet that only the nightly job can find."""

    kinds: tuple[str, ...]
    waits: bool


@transaction.atomic
def erase_everything(link: PersonalLink, secret: str, *, confirmed: bool, by: str, at: datetime) -> Erased:
    """Destroy what this leaver wrote, said and agreed to. That they left, and that a conversation was held, stays."""
    ensure_confirmed(confirmed)
    departure = link.departure
    handle = handle_behind(link, secret)
    steps: dict[str, Callable[[], bool]] = {
        "sheet": lambda: handle is not None and erase_sheet(handle),
        "draft": lambda: bool(drop_drafts(departure)),
        "conversation": lambda: _erase_conversation(departure, by=by, at=at),
        "wishes": lambda: _erase_wishes(departure),
        "farewell": lambda: erase_what_was_asked(departure),
        "consents": lambda: _erase_consents(departure, by=by, at=at),
    }
    kinds = tuple(kind for kind, erase in steps.items() if erase())
    waits = _ask_the_nightly_job(departure, at=at, found="sheet" in kinds)
    HandedIn.objects.filter(departure=departure).delete()
    audit.record(
        "portal.erased", by=by, at=at, subject=subject(departure), detail={"kinds": list(kinds), "waits": waits}
    )
    return Erased(kinds, waits)


def opens_own_sheet(link: PersonalLink, secret: str) -> bool:
    """Whether this link can point to the sealed sheet, so that it goes at once."""
    return handle_behind(link, secret) is not None


def pending() -> list[UUID]:
    """The departures whose sealed sheets the nightly job has to find and destroy."""
    return list(ErasureRequest.objects.order_by("departure").values_list("departure", flat=True))


@transaction.atomic
def fulfilled(departure_id: UUID, *, by: str = SYSTEM, at: datetime) -> None:
    """The nightly job looked at every sheet: what was this leaver's is gone."""
    count, _rows = ErasureRequest.objects.filter(departure=departure_id).delete()
    if count:
        audit.record("portal.erasure_fulfilled", by=by, at=at, subject=f"departure:{departure_id}")


def ensure_confirmed(confirmed: bool) -> None:
    """What is erased cannot be brought back, so it is asked twice."""
    if not confirmed:
        message = _("Nothing was erased: the box for that was not ticked. Erasing cannot be undone, so we ask first.")
        raise Refusal("portal.erasing_not_confirmed", message)


def _ask_the_nightly_job(departure: Departure, *, at: datetime, found: bool) -> bool:
    """Only the leaver's link knows which sheet is theirs. Behind another link the job that opens sheets looks for it."""
    if not found and HandedIn.objects.filter(departure=departure).exists():
        ErasureRequest.objects.get_or_create(departure=departure, defaults={"asked_on": timezone.localdate(at)})
    return ErasureRequest.objects.filter(departure=departure).exists()


def _erase_conversation(departure: Departure, *, by: str, at: datetime) -> bool:
    interview = interview_of(departure)
    return interview is not None and erase_conversation(interview, by=by, at=at)


def _erase_wishes(departure: Departure) -> bool:
    wishes, _rows = Wish.objects.filter(departure=departure).delete()
    avoided, _rows = Avoided.objects.filter(departure=departure).delete()
    return bool(wishes or avoided)


def _erase_consents(departure: Departure, *, by: str, at: datetime) -> bool:
    """Withdrawn first, so that whatever hangs on one (a follow-up, staying in touch) stops; then the rows themselves."""
    leave_of(departure, by=by, at=at)
    for purpose in Purpose:
        withdraw_consent(departure, purpose, by=by, at=at)
    count, _rows = Consent.objects.filter(departure=departure).delete()
    return bool(count)

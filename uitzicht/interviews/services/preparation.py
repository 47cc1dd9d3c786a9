"""What the leaver wrote beforehand and lets their interviewer read."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.interviews import queries, sealing
from uitzicht.interviews.models import Interview
from uitzicht.interviews.rules import GivenAnswer, ensure_notes_kept, ensure_open
from uitzicht.interviews.services.holding import hold
from uitzicht.interviews.services.sheets import sheet_of
from uitzicht.planning.models import Appointment
from uitzicht.privacy import audit
from uitzicht.questionnaires.queries import current_version


@transaction.atomic
def keep_preparation(departure: Departure, answers: Mapping[str, GivenAnswer], *, by: str, at: datetime) -> Interview:
    """Keep ``answers`` (by item key) for whoever holds the conversation, and return it; replaces what was given before.
    Refuses without an appointment that stands, and once the conversation is finished."""
    interview = sheet_of(_standing_appointment(departure))
    hold(interview)
    ensure_open(interview.status)
    ensure_notes_kept(interview.notes_erased_on)
    if interview.started_at is None:
        # Nothing was asked yet: the talk follows the questions that the leaver has just answered.
        interview.version = current_version() or interview.version
    interview.sealed_preparation = sealing.seal(interview, dict(answers), kind="preparation")
    interview.save(update_fields=["version", "sealed_preparation"])
    audit.record("preparation.shared", by=by, at=at, subject=f"interview:{interview.pk}")
    return interview


def preparation_of(interview: Interview) -> dict[str, GivenAnswer]:
    """By item key, empty when nothing was given. No query; the page that shows it leaves the line in the audit trail."""
    return queries.read_preparation(interview)


def _standing_appointment(departure: Departure) -> Appointment:
    appointment = Appointment.objects.filter(departure=departure, cancelled_at=None).first()
    if appointment is None:
        message = _(
            "There is no appointment, so nobody would read this beforehand. Choose “only in the figures”, or wait until "
            "a conversation is planned."
        )
        raise Refusal("interview.no_appointment", message)
    return appointment

"""The one sheet of a departure: found, made, or passed on to another interviewer while nothing was said yet."""

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.interviews import sealing
from uitzicht.interviews.models import Interview
from uitzicht.interviews.services.holding import hold_appointment
from uitzicht.planning.models import Appointment
from uitzicht.questionnaires.queries import current_version


def sheet_of(appointment: Appointment) -> Interview:
    """The sheet for the conversation of this appointment. Refuses a cancelled one and a conversation that somebody else
    has begun."""
    hold_appointment(appointment)
    if appointment.cancelled_at is not None:
        message = _("This appointment is cancelled, so there is no conversation to hold. Plan a new one first.")
        raise Refusal("interview.appointment_cancelled", message)
    interview = Interview.objects.filter(departure=appointment.departure).select_related("departure", "version").first()
    if interview is None:
        return _new_sheet(appointment)
    if interview.interviewer_id != appointment.interviewer_id:
        _hand_over(interview, appointment)
    return interview


def _new_sheet(appointment: Appointment) -> Interview:
    version = current_version()
    if version is None:
        message = _(
            "No questionnaire is published yet. A conversation needs one, so that answers compare. Publish one first."
        )
        raise Refusal("interview.no_questionnaire", message)
    departure = appointment.departure
    interview = Interview(
        departure=departure, interviewer=appointment.interviewer, version=version, language=departure.person.language
    )
    interview.wrapped_key = sealing.wrapped_key(interview)
    interview.save(force_insert=True)
    return interview


def _hand_over(interview: Interview, appointment: Appointment) -> None:
    """An appointment may move to another interviewer as long as nothing was said; notes never change hands."""
    if interview.started_at is not None:
        message = _(
            "Somebody else has begun this conversation. Notes are read by their own interviewer only. Let that person finish it."
        )
        raise Refusal("interview.begun_by_other", message)
    interview.interviewer, interview.prepared_at = appointment.interviewer, None
    interview.save(update_fields=["interviewer", "prepared_at"])

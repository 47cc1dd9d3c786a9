"""A reply by mail moves the appointment as a click on a page would. Whoever knows the UID, which only the two invited
got, answers under an address of theirs; what a reply can do is therefore no more than they could do themselves."""

from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures import services as departures
from uitzicht.departures.links import LEAVER
from uitzicht.planning import queries
from uitzicht.planning.models import Answer, Appointment, Avoided, Wish
from uitzicht.planning.replies import COUNTER, Reply, read_reply
from uitzicht.planning.services.wishes import accept_appointment, ask_for
from uitzicht.privacy import audit

ANSWER_OF = {
    "ACCEPTED": Answer.ACCEPTED,
    "TENTATIVE": Answer.TENTATIVE,
    "DECLINED": Answer.DECLINED,
    COUNTER: Answer.DECLINED,
}


class Outcome(StrEnum):
    """What a reply did."""

    LEAVER_ACCEPTED = "leaver_accepted"
    LEAVER_ASKS = "leaver_asks"
    LEAVER_UNDECIDED = "leaver_undecided"
    INTERVIEWER_ANSWERED = "interviewer_answered"


@transaction.atomic
def take_reply(raw: bytes, *, at: datetime) -> Outcome:
    """Accept, decline or counter, of the leaver or the interviewer. ``raw``: an .ics file or a whole mail. A reply to an
    earlier version of the invitation, or from somebody who was not invited, is refused and changes nothing."""
    reply = read_reply(raw)
    appointment = queries.standing().filter(pk=reply.appointment).first()
    if appointment is None:
        raise _outdated()
    if reply.sequence < appointment.sequence:
        raise _outdated()
    if reply.attendee == appointment.interviewer.email.lower():
        return _of_interviewer(appointment, reply, at)
    if reply.attendee in _addresses(appointment):
        return _of_leaver(appointment, reply, at)
    raise Refusal(
        "planning.reply_of_a_stranger",
        _("This reply comes from an address that was not invited. Ask the sender to answer from the invited address."),
    )


def _of_leaver(appointment: Appointment, reply: Reply, at: datetime) -> Outcome:
    departure = appointment.departure
    if reply.answer == "ACCEPTED":
        accept_appointment(appointment, by=LEAVER, at=at)
        return Outcome.LEAVER_ACCEPTED
    if reply.answer == "TENTATIVE":
        return Outcome.LEAVER_UNDECIDED
    moments = [reply.starts_at] if reply.starts_at else []
    avoid = [one.interviewer for one in Avoided.objects.filter(departure=departure).select_related("interviewer")]
    if moments:
        ask_for(departure, proposed_at=moments, other_interviewer=False, avoid=avoid, by=LEAVER, at=at)
        return Outcome.LEAVER_ASKS
    _ask_for_another_moment(appointment, at)
    return Outcome.LEAVER_ASKS


def _ask_for_another_moment(appointment: Appointment, at: datetime) -> None:
    """Declining a moment is not declining the conversation. What the leaver asked on their pages says more, and stays."""
    departure = appointment.departure
    Wish.objects.get_or_create(departure=departure, defaults={"other_moment": True, "asked_at": at})
    appointment.accepted_at = None
    appointment.save(update_fields=["accepted_at"])
    detail = {"moments": 0, "other_interviewer": False}
    audit.record("appointment.asked", by=LEAVER, at=at, subject=departures.subject(departure), detail=detail)


def _of_interviewer(appointment: Appointment, reply: Reply, at: datetime) -> Outcome:
    appointment.interviewer_answer = ANSWER_OF[reply.answer]
    appointment.save(update_fields=["interviewer_answer"])
    by = appointment.interviewer.signature
    detail = {"answer": str(appointment.interviewer_answer)}
    audit.record("appointment.answered", by=by, at=at, subject=departures.subject(appointment.departure), detail=detail)
    return Outcome.INTERVIEWER_ANSWERED


def _addresses(appointment: Appointment) -> set[str]:
    person = appointment.departure.person
    return {address.lower() for address in (person.private_email, person.work_email) if address}


def _outdated() -> Refusal:
    return Refusal(
        "planning.reply_outdated",
        _("This reply is about an appointment that was moved or called off since. It changes nothing."),
    )

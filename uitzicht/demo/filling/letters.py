"""Mail of long ago, marked as the rooms mark it; recent mail is written by the rooms themselves."""

from datetime import datetime

from uitzicht.demo.filling.world import World
from uitzicht.departures import services as departures
from uitzicht.departures.links import token_hash
from uitzicht.departures.vocabulary import Stage
from uitzicht.followups.links import new_token
from uitzicht.followups.mail import compose
from uitzicht.followups.models import FollowUp
from uitzicht.interviews import services as interviews
from uitzicht.interviews.models import Interview
from uitzicht.planning.models import Appointment
from uitzicht.planning.services import send_invitation
from uitzicht.privacy import audit


def invite(appointment: Appointment, world: World, at: datetime) -> None:
    """To a conversation; written only for one that is still to come."""
    if appointment.starts_at > world.now:
        send_invitation(appointment, by=world.hr, at=at)
        return
    appointment.invited_at, appointment.invited_interviewer = at, appointment.interviewer
    appointment.save(update_fields=["invited_at", "invited_interviewer"])
    departures.advance(appointment.departure, Stage.INVITED, by=world.hr, at=at)


def ask_to_confirm(interview: Interview, world: World, *, by: str, at: datetime) -> None:
    """The summary stands on the leaver's own pages."""
    if world.writes_letters(at):
        interviews.send_summary(interview, by=by, at=at)
        return
    interview.summary_sent_at = at
    interview.save(update_fields=["summary_sent_at"])
    audit.record("summary.sent", by=by, at=at, subject=f"interview:{interview.pk}")


def ask_again(follow_up: FollowUp, world: World, *, by: str, at: datetime) -> str:
    """The follow-up, or a reminder of it, with a new link. Returns the secret in that link, which the service of the room
    keeps to itself: the invention answers behind it."""
    token, first = new_token(), follow_up.sent_at is None
    if first:
        follow_up.sent_at = at
    else:
        follow_up.reminded_at, follow_up.reminders = at, follow_up.reminders + 1
    follow_up.token_hash, follow_up.link_sent_at = token_hash(token), at
    follow_up.save(update_fields=["sent_at", "reminded_at", "reminders", "token_hash", "link_sent_at"])
    named = departures.subject(follow_up.departure) if first else ""
    audit.record("follow_up.sent", by=by, at=at, subject=named, detail={"reminder": not first})
    if world.writes_letters(at):
        compose(follow_up, token=token).send()
    return token

"""Sending the invitation, and saying how that went."""

from datetime import datetime

from django.contrib import messages
from django.utils.translation import gettext as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures.request import StaffRequest
from uitzicht.planning import services
from uitzicht.planning.models import Appointment


def send(request: StaffRequest, appointment: Appointment, now: datetime, *, as_proposed: bool = False) -> None:
    """The appointment stands also when its mail cannot leave."""
    try:
        services.send_invitation(appointment, as_proposed=as_proposed, by=request.user.signature, at=now)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("The invitation is sent to the leaver and the interviewer."))

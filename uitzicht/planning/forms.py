"""When, where and with whom."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from uitzicht.departures.forms import day_field
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.models import User
from uitzicht.planning.candidates import Candidate
from uitzicht.planning.models import Appointment, PlaceKind, Wish
from uitzicht.planning.rules import MINUTES

USUAL_MINUTES = 60
USUAL_HOUR = time(10)


class AppointmentForm(forms.Form):
    """``candidates``: everybody who can be named; the rules decide who can be chosen."""

    interviewer = forms.TypedChoiceField(label=_("With whom"), coerce=int, widget=forms.RadioSelect)
    on = day_field(_("Day"))
    time = forms.TimeField(label=_("Hour"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=MINUTES[0], max_value=MINUTES[-1])
    place_kind = forms.ChoiceField(label=_("Where"), choices=PlaceKind.choices, widget=forms.RadioSelect)
    place = forms.CharField(label=_("Room or address of the call"), max_length=300)
    send = forms.BooleanField(label=_("Send the invitation now"), required=False)

    def __init__(self, *args: Any, candidates: Sequence[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._users = {candidate.user.pk: candidate.user for candidate in candidates}
        self.fields["interviewer"].choices = [(pk, user.name) for pk, user in self._users.items()]  # type: ignore[attr-defined]

    @property
    def chosen_interviewer(self) -> str:
        """The value of the radio that is on."""
        return str(self["interviewer"].value() or "")

    def answers(self) -> dict[str, Any]:
        """What ``schedule_appointment`` asks for."""
        data = self.cleaned_data
        return {
            "interviewer": self._user(data["interviewer"]),
            "starts_at": timezone.make_aware(datetime.combine(data["on"], data["time"])),
            "minutes": data["minutes"],
            "place_kind": data["place_kind"],
            "place": data["place"],
        }

    def _user(self, pk: int) -> User:
        return self._users[pk]


def initial_of(appointment: Appointment) -> dict[str, Any]:
    local = timezone.localtime(appointment.starts_at)
    return {
        "interviewer": appointment.interviewer_id,
        "on": local.date(),
        "time": local.time(),
        "minutes": appointment.minutes,
        "place_kind": appointment.place_kind,
        "place": appointment.place,
        "send": True,
    }


def moment_of(wish: Wish) -> dict[str, Any]:
    """The moment that the leaver likes best; nothing when they proposed none."""
    if not wish.moments:
        return {}
    local = timezone.localtime(wish.moments[0])
    return {"on": local.date(), "time": local.time()}


class ProposalForm(forms.Form):
    """One of the moments that the leaver proposed, as it was written (ISO 8601)."""

    moment = forms.CharField(max_length=40)

    def clean_moment(self) -> datetime:
        try:
            return datetime.fromisoformat(self.cleaned_data["moment"])
        except ValueError as problem:
            raise forms.ValidationError(_("This is no moment.")) from problem


class CancelForm(forms.Form):
    to = forms.ChoiceField(
        label=_("What now?"),
        choices=[
            (Stage.REGISTERED, _("Plan another appointment later")),
            (Stage.DECLINED, _("The leaver wants no conversation")),
        ],
        widget=forms.RadioSelect,
        initial=Stage.REGISTERED,
    )

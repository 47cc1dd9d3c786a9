"""When, where and with whom."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from uitzicht.departures.forms.days import day_field
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.models import User
from uitzicht.planning.candidates import Candidate
from uitzicht.planning.models import Appointment, PlaceKind, Room, Wish
from uitzicht.planning.rules import MINUTES

USUAL_MINUTES = 60
USUAL_HOUR = time(10)


class AppointmentForm(forms.Form):
    """``candidates``: everybody who can be named; the rules decide who can be chosen. ``rooms``: those in use.

    A moment comes from the week of the interviewer ("slot-<key>") or from day and hour; both at once only when they say
    the same, or when day and hour are as the page proposed them."""

    interviewer = forms.TypedChoiceField(label=_("With whom"), coerce=int, widget=forms.RadioSelect)
    on = day_field(_("Day"), required=False)
    time = forms.TimeField(
        label=_("Hour"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), required=False
    )
    minutes = forms.IntegerField(label=_("Minutes"), min_value=MINUTES[0], max_value=MINUTES[-1])
    place_kind = forms.ChoiceField(label=_("Where"), choices=PlaceKind.choices, widget=forms.RadioSelect)
    room = forms.ChoiceField(label=_("Room"), required=False)
    place = forms.CharField(label=_("Another place, or address of the call"), max_length=300, required=False)
    send = forms.BooleanField(label=_("Send the invitation now"), required=False)
    anyway = forms.BooleanField(label=_("Plan it all the same"), required=False)

    def __init__(self, *args: Any, candidates: Sequence[Candidate], rooms: Sequence[Room] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._users = {candidate.user.pk: candidate.user for candidate in candidates}
        self._rooms = {str(room.pk): room for room in rooms}
        self.fields["interviewer"].choices = [(pk, user.name) for pk, user in self._users.items()]  # type: ignore[attr-defined]
        names = [(pk, room.name) for pk, room in self._rooms.items()]
        self.fields["room"].choices = [("", _("none of these")), *names]  # type: ignore[attr-defined]
        if not rooms:
            del self.fields["room"]
            self.fields["place"].label = _("Room or address of the call")

    @property
    def chosen_interviewer(self) -> str:
        """The value of the radio that is on."""
        return str(self["interviewer"].value() or "")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors.keys() & {"on", "time"}:
            data["starts_at"] = self._moment(data)
        if data.get("place_kind") == PlaceKind.VIDEO:
            data["room"] = ""
        room = self._rooms.get(data.get("room", ""))
        data["place"] = data.get("place") or (room.place if room else "")
        if not data["place"]:
            self.add_error("place", _("Say where: choose a room, or write the place or the address of the call."))
        return data

    def _moment(self, data: dict[str, Any]) -> datetime | None:
        picked = _moment(self.data.get(f"slot-{data.get('interviewer')}", ""))
        on, hour = data.get("on"), data.get("time")
        typed = timezone.make_aware(datetime.combine(on, hour)) if on and hour else None
        if picked and typed and picked != typed and {"on", "time"} & set(self.changed_data):
            self.add_error(
                "on", _("Two moments are chosen: one in the week and one here. Choose “another moment” above.")
            )
        elif picked is None and typed is None:
            self.add_error("on", _("Choose a free hour in the week, or fill in day and hour."))
        return picked or typed

    def answers(self) -> dict[str, Any]:
        """What ``schedule_appointment`` asks for."""
        data = self.cleaned_data
        return {
            "interviewer": self._user(data["interviewer"]),
            "starts_at": data["starts_at"],
            "minutes": data["minutes"],
            "place_kind": data["place_kind"],
            "place": data["place"],
            "room": self._rooms.get(data.get("room", "")),
        }

    def _user(self, pk: int) -> User:
        return self._users[pk]


def _moment(text: str) -> datetime | None:
    """What a radio of the week says; anything else is nothing."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def initial_of(appointment: Appointment) -> dict[str, Any]:
    local = timezone.localtime(appointment.starts_at)
    return {
        "interviewer": appointment.interviewer_id,
        "on": local.date(),
        "time": local.time(),
        "minutes": appointment.minutes,
        "place_kind": appointment.place_kind,
        "place": appointment.place,
        "room": str(appointment.room_id or ""),
        "send": True,
    }


def moment_of(wish: Wish) -> dict[str, Any]:
    """The moment that the leaver likes best; nothing when they proposed none."""
    return moment_in(wish.moments[0]) if wish.moments else {}


def moment_in(moment: datetime) -> dict[str, Any]:
    """The fields that say it."""
    local = timezone.localtime(moment)
    return {"on": local.date(), "time": local.time()}


class WeekForm(forms.Form):
    """Which week a page shows; a day that is none is left out, because addresses are typed."""

    week = day_field(_("Week"), required=False)

    def chosen(self) -> date | None:
        return self.cleaned_data.get("week") if self.is_valid() else None


class ProposalForm(forms.Form):
    """One of the moments that the leaver proposed, as it was written (ISO 8601)."""

    moment = forms.CharField(max_length=40)

    def clean_moment(self) -> datetime:
        found = _moment(self.cleaned_data["moment"])
        if found is None:
            raise forms.ValidationError(_("This is no moment."))
        return found


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

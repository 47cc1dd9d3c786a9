"""Working hours, and the calendar behind them."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.planning import queries, rules
from uitzicht.planning.access import Access, access_of
from uitzicht.planning.models import CalendarKind, Diary, InterviewerDiary, Room


class ClockInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class DiaryForm(forms.Form):
    """``with_address``: only who may set addresses is asked for one; everybody else keeps what is there."""

    weekdays = forms.MultipleChoiceField(
        label=_("Days"),
        choices=[(str(n), name) for n, name in WEEKDAYS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    opens_at = forms.TimeField(label=pgettext_lazy("hours", "From"), widget=ClockInput())
    closes_at = forms.TimeField(label=_("Until"), widget=ClockInput())
    kind = forms.ChoiceField(label=_("Calendar"), choices=CalendarKind.choices, required=False)
    address = forms.URLField(
        label=_("Address of the calendar"),
        max_length=2000,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
    )
    username = forms.CharField(
        label=_("User name there"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    password = forms.CharField(
        label=_("Password there"),
        max_length=500,
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Better a password for this purpose only, if the calendar can make one. Left empty it stays."),
    )

    def __init__(self, data: Any = None, *, diary: Diary, with_address: bool, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=_hours_of(diary) | initial)
        self._before = access_of(diary)
        if not with_address:
            del self.fields["kind"], self.fields["address"]
            if self._before is None:
                del self.fields["username"], self.fields["password"]
        elif self._before is not None:
            self.fields["address"].help_text = _("One is set, at {host}. Left empty it stays.").format(host=diary.host)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["access"] = None if self.errors else self._access(data)
        return data

    def hours(self) -> rules.Hours:
        data = self.cleaned_data
        weekdays = "".join("1" if str(n) in data["weekdays"] else "0" for n in range(7))
        return rules.Hours(weekdays, data["opens_at"], data["closes_at"])

    def _access(self, data: dict[str, Any]) -> Access | None:
        before = self._before
        kind = data.get("kind", before.kind if before else "")
        if not kind:
            return None
        address = data.get("address") or (before.address if before else "")
        if not address:
            self.add_error("address", _("Fill in the address of the calendar, or choose “none”."))
            return None
        # A password goes to the server that it was given for, and to no other.
        kept = before if before and _server(before.address) == _server(address) else None
        username = data.get("username") or (kept.username if kept else "")
        same = kept is not None and username == kept.username
        password = data.get("password") or (kept.password if kept and same else "")
        return Access(kind, address, username, password)


class InterviewerDiaryForm(DiaryForm):
    most_a_week = forms.IntegerField(label=_("Conversations a week at most"), min_value=1, max_value=40)
    keeps_appointments = forms.BooleanField(
        label=_("Write appointments to this calendar"),
        required=False,
        help_text=_("Only a CalDAV calendar can take them."),
    )

    def __init__(self, data: Any = None, *, diary: InterviewerDiary, with_address: bool) -> None:
        own = {"most_a_week": diary.most_a_week, "keeps_appointments": diary.keeps_appointments}
        super().__init__(data, diary=diary, with_address=with_address, initial=own)


class RoomForm(DiaryForm):
    name = forms.CharField(label=_("Name of the room"), max_length=80)
    place = forms.CharField(
        label=_("Where it is"),
        max_length=300,
        help_text=_("As the invitation says it: building, floor, how to get in."),
    )
    in_use = forms.BooleanField(label=_("Can be chosen"), required=False)

    def __init__(self, data: Any = None, *, diary: Room) -> None:
        self._room = diary
        own = {"name": diary.name, "place": diary.place, "in_use": diary.in_use}
        super().__init__(data, diary=diary, with_address=True, initial=own)

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        if queries.room_named(name, besides=self._room):
            raise forms.ValidationError(_("There is a room with this name already."))
        return name


def _hours_of(diary: Diary) -> dict[str, Any]:
    weekdays = [str(n) for n, works in enumerate(diary.weekdays) if works == "1"]
    return {"weekdays": weekdays, "opens_at": diary.opens_at, "closes_at": diary.closes_at, "kind": diary.kind}


def _server(address: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port

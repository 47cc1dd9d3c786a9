"""Whom to plan together, how long and where; and one row changed by hand."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.departures.forms.days import day_field
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.models import User
from uitzicht.planning.forms import USUAL_MINUTES
from uitzicht.planning.models import PlaceKind
from uitzicht.planning.queries.many import OPEN_STAGES
from uitzicht.planning.rules import MINUTES


class ChoiceForm(forms.Form):
    """Filters of the page; live in the address. An unknown value filters nothing."""

    unit = forms.TypedChoiceField(required=False, label=_("Unit"), coerce=int, empty_value=None)
    stage = forms.ChoiceField(
        required=False,
        label=_("Stage"),
        choices=[
            ("", pgettext_lazy("stage filter", "All")),
            (Stage.REGISTERED, _("Without an appointment")),
            (Stage.PLANNED, _("With an appointment, nobody invited yet")),
        ],
    )

    def __init__(self, *args: Any, units: list[tuple[int, int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            ("" if depth == 0 else unit, "\u2007" * 2 * max(depth - 1, 0) + name) for unit, depth, name in units
        ] or [("", _("All"))]

    @property
    def unit_chosen(self) -> int | None:
        self.is_valid()
        return self.cleaned_data.get("unit")

    @property
    def stages(self) -> tuple[str, ...]:
        self.is_valid()
        stage = self.cleaned_data.get("stage")
        return (stage,) if stage else OPEN_STAGES


class ManyForm(forms.Form):
    """``departures``: those that the page offers."""

    departure = forms.MultipleChoiceField(required=False)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=MINUTES[0], max_value=MINUTES[-1], initial=USUAL_MINUTES)
    place_kind = forms.ChoiceField(
        label=_("Where"), choices=PlaceKind.choices, widget=forms.RadioSelect, initial=PlaceKind.ROOM
    )
    place = forms.CharField(label=_("Place, or address of the call"), max_length=300, required=False)

    def __init__(self, *args: Any, departures: Sequence[Departure], has_rooms: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._known = {str(departure.pk): departure for departure in departures}
        self._has_rooms = has_rooms
        self.fields["departure"].choices = [(pk, pk) for pk in self._known]  # type: ignore[attr-defined]
        if has_rooms:
            self.fields["place"].help_text = _("Leave it empty and each conversation gets one of your rooms.")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        may_be_empty = self._has_rooms and data.get("place_kind") == PlaceKind.ROOM
        if not data.get("place", "").strip() and not may_be_empty:
            self.add_error("place", _("Say where, so that the invitation can say it too."))
        return data

    @property
    def chosen(self) -> list[Departure]:
        return [self._known[pk] for pk in self.cleaned_data["departure"]]

    @property
    def answers(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("minutes", "place_kind", "place")}


class RowForm(forms.Form):
    """``users``: who can be named; the rules decide."""

    interviewer = forms.TypedChoiceField(label=_("With whom"), coerce=int)
    on = day_field(_("Day"))
    time = forms.TimeField(label=_("Hour"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))

    def __init__(self, *args: Any, users: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._users = {user.pk: user for user in users}
        self.fields["interviewer"].choices = [(user.pk, user.name) for user in users]  # type: ignore[attr-defined]

    @property
    def answers(self) -> dict[str, Any]:
        data = self.cleaned_data
        moment = timezone.make_aware(datetime.combine(data["on"], data["time"]))
        return {"interviewer": self._users[data["interviewer"]], "starts_at": moment}

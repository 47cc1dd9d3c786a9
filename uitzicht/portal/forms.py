"""What is asked at the door and about the appointment, the consents and the summary."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from uitzicht.departures.vocabulary import Purpose
from uitzicht.offboarding.farewell.vocabulary import FarewellWish, ReferenceForm
from uitzicht.people.models import User
from uitzicht.planning.rules import MOST_MOMENTS
from uitzicht.ui.templatetags.ui import day as spoken_day


class CodeForm(forms.Form):
    """Read generously: capitals, spaces and the dash do not matter."""

    code = forms.CharField(max_length=20)


class AskForm(forms.Form):
    """``days``: those that suit; ``interviewers``: everybody who could be avoided."""

    other_interviewer = forms.BooleanField(label=_("I would rather speak with somebody else"), required=False)
    avoid = forms.MultipleChoiceField(
        label=_("Whom should it not be?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, days: Sequence[date], interviewers: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._interviewers = {str(user.pk): user for user in interviewers}
        self.fields["avoid"].choices = [(pk, user.name) for pk, user in self._interviewers.items()]  # type: ignore[attr-defined]
        choices = [("", "—"), *((day.isoformat(), spoken_day(day)) for day in days)]
        for n in range(1, MOST_MOMENTS + 1) if days else ():
            self.fields[f"day{n}"] = forms.ChoiceField(label=_("Day"), choices=choices, required=False)
            self.fields[f"time{n}"] = forms.TimeField(
                label=_("Hour"),
                required=False,
                widget=forms.TimeInput(attrs={"type": "time", "step": 900}, format="%H:%M"),
            )

    @property
    def moments(self) -> list[tuple[BoundField, BoundField]]:
        """The rows (day, hour) of the page."""
        return [(self[f"day{n}"], self[f"time{n}"]) for n in range(1, MOST_MOMENTS + 1) if f"day{n}" in self.fields]

    def clean(self) -> dict[str, Any]:
        for on, hour in self.moments:
            day, time = self.cleaned_data.get(on.name), self.cleaned_data.get(hour.name)
            if day and not time and hour.name not in self.errors:
                self.add_error(hour.name, _("Choose an hour too."))
            if time and not day and on.name not in self.errors:
                self.add_error(on.name, _("Choose a day too."))
        return self.cleaned_data

    def answers(self) -> dict[str, Any]:
        """What ``ask_for`` asks for."""
        data = self.cleaned_data
        chosen = [(data[on.name], data[hour.name]) for on, hour in self.moments if data[on.name]]
        return {
            "proposed_at": [
                timezone.make_aware(datetime.combine(date.fromisoformat(day), time)) for day, time in chosen
            ],
            "other_interviewer": data["other_interviewer"],
            "avoid": [self._interviewers[pk] for pk in data["avoid"]],
        }


def asked_before(moments: Sequence[datetime], other_interviewer: bool, avoided: set[int]) -> dict[str, Any]:
    """What the form shows at first: what was asked already."""
    initial: dict[str, Any] = {"other_interviewer": other_interviewer, "avoid": [str(pk) for pk in avoided]}
    for n, moment in enumerate(moments, start=1):
        local = timezone.localtime(moment)
        initial |= {f"day{n}": local.date().isoformat(), f"time{n}": local.time()}
    return initial


class ConsentForm(forms.Form):
    """``given``: whether it is agreed to or taken back. ``email``: the private address, where one has to be typed."""

    purpose = forms.TypedChoiceField(choices=Purpose.choices, coerce=Purpose)
    given = forms.BooleanField(required=False)
    email = forms.EmailField(
        label=_("Your private e-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class CorrectionForm(forms.Form):
    correction = forms.CharField(
        label=_("What would you say otherwise?"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class ReadersForm(forms.Form):
    """``readers``: who can be chosen, with their role in words."""

    readers = forms.MultipleChoiceField(label=_("Who may read it?"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, readers: dict[User, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._readers = {str(user.pk): user for user in readers}
        self.fields["readers"].choices = [(str(user.pk), f"{user.name}, {role}") for user, role in readers.items()]  # type: ignore[attr-defined]

    def chosen(self) -> list[User]:
        return [self._readers[pk] for pk in self.cleaned_data["readers"]]


class FarewellForm(forms.Form):
    """How the leaver would like to say goodbye."""

    wish = forms.ChoiceField(
        label=_("How would you like to say goodbye?"),
        choices=[choice for choice in FarewellWish.choices if choice[0]],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("What is good to know about it? (not needed)"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Who should be there, or rather not too many people. Whoever organises it reads this."),
    )


class PrivateAddressForm(forms.Form):
    email = forms.EmailField(
        label=_("Your private e-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )


class ReferenceRequestForm(forms.Form):
    form = forms.ChoiceField(label=_("What would you like?"), choices=ReferenceForm.choices, widget=forms.RadioSelect)
    wanted_from = forms.CharField(
        label=_("From whom? (not needed)"),
        required=False,
        max_length=120,
        help_text=_("Somebody who knows your work. HR asks them; they may say no."),
    )

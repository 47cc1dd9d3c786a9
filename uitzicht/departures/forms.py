"""What is asked at a departure, and how the list is filtered."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Desirability, Destination, Kind, Stage
from uitzicht.people.models import Person

MOST_DAYS_OFF = 200
_NUMBER_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def day_field(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput(), input_formats=["%Y-%m-%d"], **options)


class DepartureForm(forms.Form):
    """Everything but who and desired or undesired."""

    kind = forms.ChoiceField(label=_("Kind of departure"), choices=[("", ""), *Kind.choices])
    notified_on = day_field(_("Date of the notice"), help_text=_("The day on which the departure became known."))
    ends_on = day_field(_("End of the contract"), help_text=_("The last day of the contract, leave included."))
    leave_days = forms.IntegerField(
        label=_("Leave days still to take"),
        min_value=0,
        max_value=MOST_DAYS_OFF,
        initial=0,
        help_text=_("Whole working days, taken at the end."),
    )
    recup_days = forms.IntegerField(
        label=_("Time off in lieu still to take"),
        min_value=0,
        max_value=MOST_DAYS_OFF,
        initial=0,
        help_text=_("Whole working days, taken at the end."),
    )
    working_days = forms.MultipleChoiceField(
        label=_("Works on"),
        choices=[(str(i), name) for i, name in WEEKDAYS.items()],
        widget=forms.CheckboxSelectMultiple,
        initial=["0", "1", "2", "3", "4"],
    )
    destination = forms.ChoiceField(label=_("Next step"), choices=Destination.choices, required=False)

    def clean_working_days(self) -> str:
        chosen = self.cleaned_data["working_days"]
        return "".join("1" if str(i) in chosen else "0" for i in WEEKDAYS)

    @staticmethod
    def initial_of(departure: Departure) -> dict[str, Any]:
        fields = ("kind", "notified_on", "ends_on", "leave_days", "recup_days", "destination")
        days = [str(i) for i, worked in enumerate(departure.working_days) if worked == "1"]
        return {name: getattr(departure, name) for name in fields} | {"working_days": days}


class RegistrationForm(DepartureForm):
    """``people``: who can be chosen, as the datalist offers them."""

    person = forms.CharField(
        label=_("Who is leaving?"),
        help_text=_("Type a name or employee number and choose from the list."),
        widget=forms.TextInput(attrs={"list": "staff", "autocomplete": "off"}),
    )
    desirability = forms.ChoiceField(
        label=_("Desired or undesired?"),
        choices=Desirability.choices,
        required=False,
        help_text=_("Of the departure, never of the person. It is fixed once answers have been read."),
    )
    field_order = ["person", "kind", "notified_on", "ends_on", "leave_days", "recup_days", "working_days"]

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = list(people)

    def clean_person(self) -> Person:
        typed = self.cleaned_data["person"].strip()
        found = self._matching(typed)
        if len(found) == 1:
            return found[0]
        if found:
            raise forms.ValidationError(
                _("Several colleagues are called so. Choose one from the list, with the number.")
            )
        raise forms.ValidationError(
            _("Nobody on the staff list is called “%(typed)s”. Choose from the list, or import the staff list again."),
            params={"typed": typed},
        )

    def _matching(self, typed: str) -> list[Person]:
        in_brackets = _NUMBER_IN_BRACKETS.search(typed)
        number = in_brackets.group(1) if in_brackets else typed
        exact = [person for person in self.people if person.employee_number == number]
        return exact or [person for person in self.people if person.name.casefold() == typed.casefold()]


class CloseForm(forms.Form):
    to = forms.ChoiceField(
        label=_("What happened?"),
        choices=[
            (Stage.DECLINED, _("The leaver wants no conversation")),
            (Stage.CANCELLED, _("This colleague does not leave after all")),
        ],
        widget=forms.RadioSelect,
    )


class DesirabilityForm(forms.Form):
    desirability = forms.ChoiceField(label=_("Desired or undesired?"), choices=Desirability.choices, required=False)
    reason = forms.CharField(
        label=_("Reason for the change"),
        required=False,
        max_length=300,
        widget=forms.TextInput,
        help_text=_("Needed once the conversation was held. It enters the audit trail."),
    )


class FilterForm(forms.Form):
    """Filters of the list; lives in the address. An unknown value filters nothing."""

    q = forms.CharField(
        required=False, label=_("Name, number or position"), widget=forms.TextInput(attrs={"type": "search"})
    )
    unit = forms.TypedChoiceField(required=False, label=_("Unit"), coerce=int, empty_value=None)
    kind = forms.ChoiceField(required=False, label=_("Kind"), choices=[("", _("All")), *Kind.choices])
    stage = forms.ChoiceField(
        required=False,
        label=_("Stage"),
        choices=[("", _("Under way")), ("all", pgettext_lazy("stage filter", "All")), *Stage.choices],
    )
    mine = forms.BooleanField(required=False, label=_("Only with me"))

    def __init__(self, *args: Any, units: list[tuple[int, int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            ("" if depth == 0 else unit, "\u2007" * 2 * max(depth - 1, 0) + name) for unit, depth, name in units
        ] or [("", _("All"))]

    def chosen(self) -> dict[str, Any]:
        """What can be understood of the address; nonsense is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "", False)}

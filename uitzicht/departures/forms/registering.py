"""Registering and changing a departure: who, why it ends, when, and on which days somebody still works."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from uitzicht.core.calendar import Absence, AbsenceKind
from uitzicht.departures import weeks
from uitzicht.departures.forms.days import day_field
from uitzicht.departures.models import Departure
from uitzicht.departures.terms import absences_of
from uitzicht.departures.vocabulary import Desirability, Destination, EndReason, Kind, Off, Service
from uitzicht.people.models import Person
from uitzicht.ui.templatetags.ui import short_day

MOST_DAYS_OFF = 200
MOST_ABSENCES = 3
_NUMBER_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")


def _count_field(label: Any, help_text: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=MOST_DAYS_OFF, required=False, help_text=help_text)


def _week_field(label: Any, **options: Any) -> forms.MultipleChoiceField:
    choices = [(str(i), name) for i, name in WEEKDAYS.items()]
    return forms.MultipleChoiceField(label=label, choices=choices, widget=forms.CheckboxSelectMultiple, **options)


class DepartureForm(forms.Form):
    """Everything but who and desired or undesired. ``on``: today, for the labels of weeks that take turns.

    Cleaned it holds the fields of ``departures.terms.Terms``; ``ends_on`` is None when it is left to the proposal.
    """

    kind = forms.ChoiceField(label=_("Kind of departure"), choices=[("", ""), *Kind.choices])
    notified_on = day_field(
        _("Date of the notice"),
        help_text=_("The day on which it was given or posted, or on which the end became known."),
    )
    service = forms.ChoiceField(
        label=_("How the notice was given"),
        choices=Service.choices,
        required=False,
        help_text=_("In Belgium a registered letter counts later than one that is handed over."),
    )
    ends_on = day_field(
        _("End of the contract"),
        required=False,
        help_text=_(
            "Leave empty after a notice: it is worked out and explained. Leave that is still to take is included."
        ),
    )
    leave_days = _count_field(_("Leave days still to take"), _("Whole working days, taken at the end."))
    recup_days = _count_field(_("Time off in lieu still to take"), _("Whole working days, taken at the end."))
    reduction_days = _count_field(
        _("Days off for a shorter week still to take"),
        _("Whole working days, taken at the end. No notice waits for them."),
    )
    working_days = _week_field(_("Works on"), initial=["0", "1", "2", "3", "4"])
    alternates = forms.BooleanField(label=_("Every other week is different"), required=False)
    other_week = _week_field(_("In the other week"), required=False)
    works_nights = forms.BooleanField(label=_("Works at night"), required=False)
    destination = forms.ChoiceField(label=_("Next step"), choices=Destination.choices, required=False)
    ends_on_reason = forms.ChoiceField(
        label=_("Why another end than proposed?"), choices=EndReason.choices, required=False
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for turn, name in enumerate(("working_days", "other_week")):
            monday = weeks.next_monday(turn, 2, on=on)
            text = _("When weeks take turns: such as the week of {monday}.")
            self.fields[name].help_text = format_lazy(text, monday=short_day(monday))
        for n in range(MOST_ABSENCES):
            self.fields[f"off_{n}_kind"] = forms.ChoiceField(
                label=_("Why not at work"), choices=[("", ""), *Off.choices], required=False
            )
            self.fields[f"off_{n}_first"] = day_field(_("From"), required=False)
            self.fields[f"off_{n}_last"] = day_field(_("Up to and including"), required=False)

    def absence_fields(self) -> list[list[forms.BoundField]]:
        """Kind, first and last day of each row, to be drawn."""
        return [[self[name] for name in _absence_names(n)] for n in range(MOST_ABSENCES)]

    def has_more(self) -> bool:
        """Something is filled in, or wrong, in the part that is folded away."""
        names = ("alternates", "other_week", "works_nights", "reduction_days")
        folded = [*(self[name] for name in names), *(field for row in self.absence_fields() for field in row)]
        return any(field.value() or field.errors for field in folded)

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        for name in ("leave_days", "recup_days", "reduction_days"):
            values[name] = values.get(name) or 0
        every, other = values.get("working_days"), values.pop("other_week", [])
        if every:
            turns = [every, other] if other or values.get("alternates") else [every]
            values["working_days"] = weeks.written(*turns)
        found = [self._absence(n) for n in range(MOST_ABSENCES)]
        values["absences"] = tuple(absence for absence in found if absence)
        raw = {"alternates", *(name for n in range(MOST_ABSENCES) for name in _absence_names(n))}
        return {name: value for name, value in values.items() if name not in raw}

    def _absence(self, n: int) -> Absence | None:
        kind, first_on, last_on = (self.cleaned_data.get(name) for name in _absence_names(n))
        if not (kind or first_on or last_on):
            return None
        if not (kind and first_on and last_on):
            self._ask_for_the_rest(n)
            return None
        if last_on < first_on:
            self.add_error(_absence_names(n)[2], _("The last day comes before the first. Correct one of the two."))
            return None
        return Absence(AbsenceKind(kind), first_on, last_on)

    def _ask_for_the_rest(self, n: int) -> None:
        """At the first empty field; one that was filled in wrongly has its own message already."""
        for name in _absence_names(n):
            if not self.data.get(self.add_prefix(name)):
                self.add_error(name, _("An absence needs a kind, a first and a last day. Fill in all three or none."))
                return

    @staticmethod
    def initial_of(departure: Departure) -> dict[str, Any]:
        names = ("kind", "notified_on", "service", "ends_on", "ends_on_reason", "leave_days", "recup_days")
        more = ("reduction_days", "works_nights", "destination")
        every, *other = weeks.chosen(departure.working_days)
        initial = {name: getattr(departure, name) for name in names + more}
        initial |= {"working_days": every, "alternates": bool(other), "other_week": other[0] if other else []}
        for n, absence in enumerate(absences_of(departure)[:MOST_ABSENCES]):
            kind, first, last = _absence_names(n)
            initial |= {kind: absence.kind.value, first: absence.first_on, last: absence.last_on}
        return initial


def _absence_names(n: int) -> tuple[str, str, str]:
    return f"off_{n}_kind", f"off_{n}_first", f"off_{n}_last"


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

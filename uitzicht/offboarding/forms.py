"""What is asked about checklists, tasks and property."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.offboarding.vocabulary import OwnerRole, PropertyKind
from uitzicht.people.forms import DayInput

BIGGEST_FILE = 10 * 1024 * 1024  # bytes
LONGEST_TEXT = 5000


def _text_area(label: Any, rows: int, **options: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows, "class": "input"})
    return forms.CharField(label=label, required=False, max_length=LONGEST_TEXT, widget=area, **options)


class ProgressForm(forms.Form):
    """Filters of the list; lives in the address. An unknown value filters nothing."""

    q = forms.CharField(
        required=False, label=_("Name or employee number"), widget=forms.TextInput(attrs={"type": "search"})
    )
    unit = forms.TypedChoiceField(required=False, label=_("Unit"), coerce=int, empty_value=None)
    owner = forms.ChoiceField(required=False, label=_("Tasks of"), choices=[("", _("Everybody")), *OwnerRole.choices])
    state = forms.ChoiceField(
        required=False,
        label=_("Show"),
        choices=[
            ("", _("With open tasks")),
            ("late", _("With overdue tasks")),
            ("done", _("All done")),
            ("all", pgettext_lazy("departures", "All")),
        ],
    )

    def __init__(self, *args: Any, units: list[tuple[int, int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            ("" if depth == 0 else unit, "\u2007" * 2 * max(depth - 1, 0) + name) for unit, depth, name in units
        ] or [("", _("Everybody"))]

    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}


class FinishForm(forms.Form):
    note = forms.CharField(label=_("Note (not needed)"), required=False, max_length=500)


class PassOnForm(forms.Form):
    name = forms.CharField(label=_("Name of the colleague"), max_length=120)
    email = forms.EmailField(label=_("Work e-mail address"))


class OwnerForm(forms.Form):
    """Who does a task, and what is good to know about it."""

    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    email = forms.EmailField(label=_("Work e-mail address"), required=False)
    note = forms.CharField(
        label=pgettext_lazy("task", "Note"),
        required=False,
        max_length=500,
        help_text=_("The owner reads it too. Never why somebody leaves."),
    )


class TextsForm(forms.Form):
    """The successor and the texts of a checklist."""

    successor_name = forms.CharField(label=_("Who takes over?"), max_length=120, required=False)
    successor_email = forms.EmailField(label=_("Work e-mail address"), required=False)
    announcement = _text_area(
        _("Announcement"), 5, help_text=_("Who leaves and when, and who takes over. Never the reason for leaving.")
    )
    hand_over = _text_area(_("Hand-over note to the successor"), 10)
    farewell = _text_area(_("Farewell event"), 5, help_text=_("When, where and how; agreed with the leaver."))


class PropertyForm(forms.Form):
    kind = forms.ChoiceField(label=_("What was handed out?"), choices=PropertyKind.choices)
    label = forms.CharField(
        label=_("Label or serial number"), max_length=120, required=False, help_text=_("A number plate, for instance.")
    )
    on = forms.DateField(label=_("Handed out on"), required=False, widget=DayInput(), input_formats=["%Y-%m-%d"])


class ReturnForm(forms.Form):
    signed_by = forms.CharField(label=_("Signed by (name of who gives it back)"), max_length=120)
    condition = forms.CharField(label=_("Condition"), max_length=300, required=False)


class PropertyImportForm(forms.Form):
    file = forms.FileField(
        label=_("List of what was handed out"),
        help_text=_("CSV or Excel (.xlsx), at most 10 MB. The first row names the columns."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx,.xls"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > BIGGEST_FILE:
            raise forms.ValidationError(_("This file is larger than 10 MB. Save only the list itself."))
        return file

"""How the list of departures is filtered."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.departures.vocabulary import Kind, Stage


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

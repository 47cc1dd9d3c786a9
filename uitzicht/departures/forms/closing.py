"""Closing days of the organisation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from uitzicht.departures.forms.days import day_field


class ClosingDayForm(forms.Form):
    name = forms.CharField(
        label=_("What for"), max_length=80, help_text=_("For instance: between Christmas and New Year.")
    )
    first_on = day_field(_("First day"))
    last_on = day_field(_("Last day"), required=False, help_text=_("Leave empty for one day."))

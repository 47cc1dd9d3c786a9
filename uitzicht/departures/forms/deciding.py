"""What is decided about a departure that stands."""

from django import forms
from django.utils.translation import gettext_lazy as _

from uitzicht.departures.vocabulary import Desirability, Stage


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

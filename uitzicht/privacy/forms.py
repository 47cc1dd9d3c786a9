"""The privacy settings as a form, and the filters of the audit trail."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.privacy.models import K_FLOOR, Policy
from uitzicht.privacy.vocabulary import SETTING_HELP, SETTING_LABELS

RANGES = {  # lowest, highest
    "k": (K_FLOOR, 50),
    "k_sensitive": (K_FLOOR, 100),
    "patience": (0, 20),
    "months_between_releases": (1, 24),
    "retention_notes_months": (1, 120),
    "retention_answers_months": (1, 120),
    "portal_days": (1, 365),
}


class PolicyForm(forms.Form):
    """Every setting a person may change, and why it changes."""

    guardian_contact = forms.CharField(
        label=SETTING_LABELS["guardian_contact"],
        help_text=SETTING_HELP["guardian_contact"],
        max_length=200,
        required=False,
    )
    reason = forms.CharField(
        label=_("Reason for the change"),
        help_text=_("Enters the audit trail, beside your name."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, policy: Policy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (lowest, highest) in RANGES.items():
            self.fields[name] = forms.IntegerField(
                label=SETTING_LABELS[name],
                help_text=SETTING_HELP[name],
                min_value=lowest,
                max_value=highest,
                initial=getattr(policy, name),
            )
        self.fields["guardian_contact"].initial = policy.guardian_contact
        self.order_fields([*RANGES, "guardian_contact", "reason"])

    @property
    def settings(self) -> dict[str, Any]:
        """The values as ``policies.decide_policy`` takes them."""
        return {name: self.cleaned_data[name] for name in (*RANGES, "guardian_contact")}


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class AuditFilter(forms.Form):
    """Filters of the trail; everything stands in the address."""

    action = forms.ChoiceField(label=_("Action"), required=False)
    by = forms.CharField(label=_("Who"), required=False)
    subject = forms.CharField(label=pgettext_lazy("audit trail", "About"), required=False)
    since = forms.DateField(label=pgettext_lazy("audit trail", "From"), required=False, widget=DayInput())
    until = forms.DateField(label=pgettext_lazy("audit trail", "Until"), required=False, widget=DayInput())

    def __init__(self, *args: Any, actions: list[tuple[str, object]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["action"].choices = [("", _("All actions")), *actions]  # type: ignore[attr-defined]

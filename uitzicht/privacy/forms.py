"""The privacy settings as a form, and the filters of the audit trail."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.privacy.models import K_FLOOR, Policy
from uitzicht.privacy.policies import SETTINGS
from uitzicht.privacy.vocabulary import SETTING_HELP, SETTING_LABELS, YES_OR_NO, spoken_follow_up

RANGES = {  # lowest, highest
    "k": (K_FLOOR, 50),
    "k_sensitive": (K_FLOOR, 100),
    "patience": (0, 20),
    "months_between_releases": (1, 24),
    "retention_notes_months": (1, 120),
    "retention_answers_months": (1, 120),
    "portal_days": (1, 365),
}
CONTACTS = {"guardian_contact": 200, "confidant_contact": 300}
FOLLOW_UPS = (0, 3, 6, 12)


class PolicyForm(forms.Form):
    """Every setting a person may change, and why it changes."""

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
        self.fields["follow_up_months"] = forms.TypedChoiceField(
            label=SETTING_LABELS["follow_up_months"],
            help_text=SETTING_HELP["follow_up_months"],
            choices=[(months, spoken_follow_up(months)) for months in FOLLOW_UPS],
            coerce=int,
            initial=policy.follow_up_months,
        )
        for name in YES_OR_NO:
            self.fields[name] = forms.BooleanField(
                label=SETTING_LABELS[name],
                help_text=SETTING_HELP[name],
                required=False,
                initial=getattr(policy, name),
            )
        for name, longest in CONTACTS.items():
            self.fields[name] = forms.CharField(
                label=SETTING_LABELS[name],
                help_text=SETTING_HELP[name],
                max_length=longest,
                required=False,
                initial=getattr(policy, name),
            )
        self.order_fields([*SETTINGS, "reason"])

    @property
    def settings(self) -> dict[str, Any]:
        """The values as ``policies.decide_policy`` takes them."""
        return {name: self.cleaned_data[name] for name in SETTINGS}


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

"""What a guardian writes who declines a release."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DeclineForm(forms.Form):
    number = forms.IntegerField(widget=forms.HiddenInput())
    reason = forms.CharField(
        label=_("Reason for declining"),
        help_text=_("The HR lead reads it, and it enters the audit trail beside your name. Name no person."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

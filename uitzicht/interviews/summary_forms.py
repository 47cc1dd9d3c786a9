"""What the pages of the summary send."""

from django import forms

from uitzicht.interviews.forms import Text


class SpokenSummaryForm(forms.Form):
    """The summary as it stands in the talk, together with "Confirmed at the table"."""

    summary = Text()
    summary_revision = forms.IntegerField(min_value=0)

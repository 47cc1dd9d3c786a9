"""What is asked of who tells: three short texts in one language."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 1200


def _text(label: Any, help_text: Any, rows: int = 4) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "class": "input"})
    return forms.CharField(label=label, help_text=help_text, max_length=LONGEST, widget=widget)


class TellingForm(forms.Form):
    said = _text(_("You said, or we saw"), _("The finding as it was released. Simpler is fine, more precise is not."))
    did = _text(_("We did"), _("In the past tense, for people who were not there. Name nobody."))
    brought = _text(_("What it brought"), _("As the releases say it. Never more certain than they are."))

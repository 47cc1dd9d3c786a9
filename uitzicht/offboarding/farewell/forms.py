"""What is asked around a farewell."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.offboarding.farewell.models import Farewell, Reference
from uitzicht.offboarding.farewell.vocabulary import FarewellWish, ReferenceForm, ReferenceState
from uitzicht.people.forms import DayInput
from uitzicht.people.vocabulary import Language

LONGEST_CARD = 2000
_WISHES = [choice for choice in FarewellWish.choices if choice[0]]


class WishForm(forms.Form):
    """As somebody writes it down for the leaver; the own pages ask the same in other words."""

    wish = forms.ChoiceField(label=_("What does the leaver wish?"), choices=_WISHES, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("What is good to know"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class MomentForm(forms.Form):
    day = forms.DateField(label=_("Day"), widget=DayInput(), input_formats=["%Y-%m-%d"])
    hour = forms.TimeField(label=_("Hour"), widget=forms.TimeInput(attrs={"type": "time", "step": 900}, format="%H:%M"))
    minutes = forms.IntegerField(label=_("How long, in minutes"), min_value=10, max_value=600, initial=60)
    place = forms.CharField(label=_("Where"), max_length=200)
    organiser = forms.CharField(label=_("Who organises it?"), max_length=120)

    @classmethod
    def about(cls, farewell: Farewell, data: Any = None) -> "MomentForm":
        """Filled with what is planned already."""
        starts_at = timezone.localtime(farewell.starts_at) if farewell.starts_at else None
        initial = {"minutes": farewell.minutes, "place": farewell.place, "organiser": farewell.organiser}
        if starts_at:
            initial |= {"day": starts_at.date(), "hour": starts_at.time()}
        return cls(data, initial=initial)

    def answers(self) -> dict[str, Any]:
        """What ``plan_moment`` needs."""
        data = self.cleaned_data
        starts_at = timezone.make_aware(datetime.combine(data["day"], data["hour"]))
        return {"starts_at": starts_at, **{name: data[name] for name in ("minutes", "place", "organiser")}}


class CardForm(forms.Form):
    language = forms.ChoiceField(choices=Language.choices, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("What stands on the card"),
        max_length=LONGEST_CARD,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Add something that only you can know: a day, a habit, a joke. That is what a card is kept for."),
    )
    signed_by = forms.CharField(
        label=_("From whom"), required=False, max_length=200, help_text=_("There is room to sign by hand as well.")
    )


class ReferenceAskForm(forms.Form):
    form = forms.ChoiceField(label=_("What is asked for?"), choices=ReferenceForm.choices, widget=forms.RadioSelect)
    wanted_from = forms.CharField(
        label=pgettext_lazy("reference", "Of whom, if that is known"), required=False, max_length=120
    )


class SettleForm(forms.Form):
    """How far a request is. Each stands in a form of its own, told apart by a prefix."""

    writer = forms.CharField(label=_("Who writes it, or may be called?"), required=False, max_length=120)
    state = forms.ChoiceField(label=_("How far is it?"), choices=ReferenceState.choices)

    @classmethod
    def about(cls, reference: Reference, data: Any = None) -> "SettleForm":
        initial = {"writer": reference.writer or reference.wanted_from, "state": reference.state}
        return cls(data, initial=initial, prefix=f"reference-{reference.pk}")


class ReopenForm(forms.Form):
    reason = forms.CharField(
        label=_("Why does it open again?"), max_length=300, help_text=_("The reason enters the audit trail.")
    )

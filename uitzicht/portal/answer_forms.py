"""What the pages send on which a leaver answers alone."""

from collections.abc import Collection

from django import forms
from django.http import QueryDict

from uitzicht.interviews.forms import Text
from uitzicht.portal.card import BELONGS, FELT, Card
from uitzicht.portal.rules import SENTIMENTS, theme_codes
from uitzicht.portal.writing import Theme
from uitzicht.questionnaires.codebook import GROUPS, Codebook

FROM_1_TO_5 = frozenset({"1", "2", "3", "4", "5"})


class AnswerForm(forms.Form):
    """``given``: the value of the chosen answer of a closed question, "" for none."""

    item = forms.CharField(max_length=60)
    notes = Text()
    given = forms.CharField(required=False, max_length=60)
    revision = forms.IntegerField(min_value=0)


class ReasonsForm(forms.Form):
    revision = forms.IntegerField(min_value=0)


class HandInForm(forms.Form):
    seen = forms.CharField(max_length=20)
    confirmed = forms.BooleanField(required=False)


class EraseForm(forms.Form):
    confirmed = forms.BooleanField(required=False)


def shared_of(sent: QueryDict, parts: Collection[str]) -> list[str]:
    """The parts that the interviewer may read beforehand; whatever is not said is for the figures only."""
    return [part for part in parts if sent.get(f"share.{part}") == "interviewer"]


def themes_of(sent: QueryDict, codebook: Codebook) -> list[Theme]:
    """The themes that were given a sentiment, in the order of the codebook."""
    given = ((code, sent.get(f"theme.{code}", "")) for code in theme_codes(codebook))
    return [{"theme": code, "sentiment": sentiment} for code, sentiment in given if sentiment in SENTIMENTS]


def card_of(sent: QueryDict) -> Card:
    """Only what was answered; whatever the card does not offer is left out."""
    belongs = {code: sent.get(f"belongs.{code}", "") for code in BELONGS}
    felt = {code: sent.get(f"felt.{code}", "") for code in FELT}
    reason = sent.get("main_reason", "")
    return {
        "belongs": {code: said for code, said in belongs.items() if said in ("yes", "no")},
        "felt": {code: int(score) for code, score in felt.items() if score in FROM_1_TO_5},
        "main_reason": reason if reason in GROUPS else "",
    }

"""What the pages of coding send."""

from django import forms
from django.http import QueryDict

from uitzicht.coding.codebook import Codebook
from uitzicht.coding.rules import CodedTheme, theme_codes
from uitzicht.interviews.rules import Reason
from uitzicht.interviews.vocabulary import MAX_REASONS


class RevisionForm(forms.Form):
    revision = forms.IntegerField(min_value=0)


def ranking_of(sent: QueryDict, codebook: Codebook) -> list[Reason]:
    """The reasons in their order, empty places closed up; a reason without a force gets its usual one."""
    usual = {reason.code: reason.force for reason in codebook.reasons}
    ranking: list[Reason] = []
    for place in range(1, MAX_REASONS + 1):
        if code := sent.get(f"reason.{place}", ""):
            ranking.append({"reason": code, "force": str(sent.get(f"force.{place}") or usual.get(code, ""))})
    return ranking


def themes_of(sent: QueryDict, codebook: Codebook) -> list[CodedTheme]:
    """The themes that were given a sentiment, in the order of the codebook."""
    given = ((code, sent.get(f"theme.{code}", "")) for code in theme_codes(codebook))
    return [{"theme": code, "sentiment": sentiment} for code, sentiment in given if sentiment]

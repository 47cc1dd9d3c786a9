"""What one screen of the follow-up sends."""

from django import forms
from django.http import QueryDict

from uitzicht.followups.questions import Part
from uitzicht.followups.rules import Answer, answer_to
from uitzicht.interviews.forms import ranking_of
from uitzicht.interviews.rules import Reason
from uitzicht.questionnaires.codebook import load_codebook


class HandInForm(forms.Form):
    """``revision``: of the draft that the page showed."""

    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


def sent_answers(sent: QueryDict, part: Part) -> dict[str, Answer]:
    """By question key; a question without a chosen value is left out."""
    values = {question: sent.get(f"given.{question.key}", "") for question in part.questions}
    return {question.key: answer_to(question, value) for question, value in values.items() if value}


def sent_reasons(sent: QueryDict, part: Part) -> list[Reason]:
    return ranking_of(sent, load_codebook()) if part.asks_reasons else []

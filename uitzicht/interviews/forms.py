"""What the pages of the conversation send."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from uitzicht.interviews.rules import GivenAnswer, ItemShape, Reason
from uitzicht.interviews.vocabulary import MAX_REASONS, PartState, Step
from uitzicht.questionnaires.codebook import Codebook
from uitzicht.questionnaires.vocabulary import POINTS

LONGEST_TEXT = 50_000
SORTS = ("step", "-step", "when", "-when", "name", "-name")


class ConversationFilter(forms.Form):
    q = forms.CharField(label=_("Search by name or unit"), required=False)
    step = forms.ChoiceField(
        label=_("Where it stands"), required=False, choices=[("", _("all conversations")), *Step.choices]
    )
    sort = forms.ChoiceField(required=False, choices=[(sort, sort) for sort in SORTS], widget=forms.HiddenInput)


class Text(forms.CharField):
    """Text as it was typed: spaces stay, line ends are one sign whatever the browser sends."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, strip=False, max_length=LONGEST_TEXT, **options)

    def to_python(self, value: object) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class AnswerForm(forms.Form):
    """``given``: the value of the chosen answer of a closed item, "" for none. ``marks``: codes of themes, with commas."""

    item = forms.CharField(max_length=60)
    notes = Text()
    given = forms.CharField(required=False, max_length=60)
    marks = forms.CharField(required=False, max_length=1000)
    revision = forms.IntegerField(min_value=0)


class SummaryForm(forms.Form):
    text = Text()
    revision = forms.IntegerField(min_value=0)


class ReasonsForm(forms.Form):
    revision = forms.IntegerField(min_value=0)


class PartForm(forms.Form):
    part = forms.SlugField()
    state = forms.ChoiceField(required=False, choices=PartState.choices)
    seconds = forms.IntegerField(min_value=0, max_value=24 * 60 * 60)


def answer_of(shape: ItemShape | None, notes: str, given: str, marks: str) -> GivenAnswer:
    """The answer that the sent values stand for; whether the item offers it is a rule of the room."""
    ticked = [code for code in marks.split(",") if code]
    if shape is not None and shape.kind in POINTS and given.isdecimal():
        return {"notes": notes, "score": int(given), "choice": None, "marks": ticked}
    return {"notes": notes, "score": None, "choice": given or None, "marks": ticked}


def drafts_of(sent: QueryDict, part: str, shapes: Mapping[str, ItemShape]) -> dict[str, tuple[GivenAnswer, int]]:
    """The answers of one page by item key, with the revision each was made from; a malformed one is left out."""
    drafts = {}
    for key, shape in shapes.items():
        values = {name: sent.get(f"{name}.{key}", "") for name in ("notes", "given", "revision")}
        form = AnswerForm({"item": key, "marks": ",".join(sent.getlist(f"marks.{key}"))} | values)
        if shape.part == part and form.is_valid():
            clean = form.cleaned_data
            drafts[key] = (answer_of(shape, clean["notes"], clean["given"], clean["marks"]), clean["revision"])
    return drafts


def ranking_of(sent: QueryDict, codebook: Codebook) -> list[Reason]:
    """The reasons in their order, empty places closed up; a reason without a force gets its usual one."""
    usual = {reason.code: reason.force for reason in codebook.reasons}
    ranking: list[Reason] = []
    for place in range(1, MAX_REASONS + 1):
        if code := sent.get(f"reason.{place}", ""):
            ranking.append({"reason": code, "force": str(sent.get(f"force.{place}") or usual.get(code, ""))})
    return ranking

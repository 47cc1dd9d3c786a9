"""What the pages of a version share: their language, the places they point at, and addresses."""

from typing import Any

from django.http import QueryDict
from django.urls import reverse

from uitzicht.people.request import AccountRequest
from uitzicht.people.vocabulary import Language
from uitzicht.questionnaires import queries
from uitzicht.questionnaires.comparison import Difference
from uitzicht.questionnaires.history_words import place_in_words
from uitzicht.questionnaires.missing import Missing
from uitzicht.questionnaires.models import Item, QuestionnaireVersion
from uitzicht.questionnaires.rules import NewerWording
from uitzicht.questionnaires.wording import LANGUAGES

CONFLICT, INVALID = 409, 422


def page_of(version: QuestionnaireVersion, language: str) -> dict[str, Any]:
    """What every page of a version shows."""
    languages = [(code, Language(code).label) for code in LANGUAGES]
    return {"version": version, "shown_in": language, "languages": languages}


def language_of(request: AccountRequest) -> str:
    """The language that questions are shown in: chosen in the address, else the reader's own."""
    chosen = request.GET.get("language", "")
    if chosen in LANGUAGES:
        return chosen
    own = (getattr(request, "LANGUAGE_CODE", "") or "nl")[:2]
    return own if own in LANGUAGES else "nl"


def questions_of(version: QuestionnaireVersion, language: str) -> dict[str, str]:
    """The questions of a version by key."""
    return {question.key: question.text for question in queries.items_of(version, language)}


def place_of(one: Missing | Difference, said: dict[str, str]) -> str:
    """The question or part that something is about, in words."""
    return said.get(one.item) or place_in_words(one.item or one.part) if one.item or one.part else ""


def address_of(version: QuestionnaireVersion, place: str) -> str:
    return f"{reverse('questionnaire', args=[version.number])}#{place}"


def item_address(item: Item, language: str) -> str:
    return f"{reverse('questionnaire_item', args=[item.version.number, item.key])}?language={language}"


def resent(request: AccountRequest, newer: NewerWording) -> QueryDict:
    """What was sent, made to follow the newer wording: whoever saves now has seen both."""
    sent = request.POST.copy()
    sent["revision"] = str(newer.revision)
    return sent

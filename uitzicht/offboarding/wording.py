"""Texts that an organisation writes itself, in one or more of the four languages."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import get_language

from uitzicht.offboarding.vocabulary import LANGUAGES


def spoken(texts: Mapping[str, str]) -> str:
    """In the language in force; else in that of the organisation, else in the first there is."""
    wishes = ((get_language() or "")[:2], settings.LANGUAGE_CODE, *LANGUAGES)
    return next((texts[language] for language in wishes if texts.get(language)), "")

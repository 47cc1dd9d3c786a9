"""What the page of coding sends."""

from django.http import QueryDict

from uitzicht.coding.rules import CodedTheme, theme_codes
from uitzicht.questionnaires.codebook import Codebook


def themes_of(sent: QueryDict, codebook: Codebook) -> list[CodedTheme]:
    """The themes that were given a sentiment, in the order of the codebook."""
    given = ((code, sent.get(f"theme.{code}", "")) for code in theme_codes(codebook))
    return [{"theme": code, "sentiment": sentiment} for code, sentiment in given if sentiment]

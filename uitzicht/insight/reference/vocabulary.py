"""The words of reference figures, as files write them in four languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.people.list_file import OF_EVERY_LIST

FEWEST_PEOPLE = 10
"""Fewest people under a figure of a survey of one's own: with fewer, a share says something about somebody."""


class ReferenceKind(models.TextChoices):
    FIELD = "field", pgettext_lazy("reference figures", "the field")
    STAYERS = "stayers", pgettext_lazy("reference figures", "those who stay here")


@dataclass(frozen=True, slots=True)
class Value:
    """One figure: ``share`` 0..1 of ``base`` people, or ``mean`` of ``base`` scores from 1 to 5 with ``spread``, their standard
    deviation, where it is known."""

    question: str
    item: str
    share: float | None
    mean: float | None
    base: int
    spread: float | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Figures of one source and year. ``about``: country, sector, or whom it is about."""

    key: int
    kind: str
    source: str
    year: int
    about: str
    note: str
    values: tuple[Value, ...]


KIND_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("field", "veld", "secteur", "branche", "benchmark", "feld"), ReferenceKind.FIELD.value),
    **dict.fromkeys(("stayers", "blijvers", "restants", "bleibende"), ReferenceKind.STAYERS.value),
}
NAMES: Mapping[str, tuple[str, ...]] = {
    "kind": ("kind", "soort", "type", "art"),
    "question": ("question", "vraag", "frage"),
    "item": ("item", "answer", "antwoord", "réponse", "antwort"),
    "share": ("share", "aandeel", "part", "anteil"),
    "mean": ("mean", "gemiddelde", "moyenne", "mittelwert"),
    "base": ("base", "basis"),
    "count": ("count", "aantal", "nombre", "anzahl"),
    "spread": ("spread", "spreiding", "écart-type", "streuung"),
    "source": ("source", "bron", "quelle"),
    "year": ("year", "jaar", "année", "jahr"),
    "about": ("about", "over", "sur", "über"),
    "note": ("note", "opmerking", "remarque", "anmerkung"),
}
REQUIRED = ("kind", "question", "base", "source", "year")
COLUMN_LABELS = {
    "kind": _("kind of figure"),
    "question": _("question"),
    "item": _("answer"),
    "share": _("share"),
    "mean": _("mean"),
    "base": _("number of people"),
    "count": _("number of people with this answer"),
    "spread": _("standard deviation"),
    "source": _("source"),
    "year": _("year"),
    "about": _("country or sector"),
    "note": _("note"),
}

# code -> (the rule, what to do)
RULES = {
    **OF_EVERY_LIST,
    "kind": (_("A figure is of the field or of those who stay."), _("Write field or stayers.")),
    "question": (_("No release asks this question."), _("Use a key of this list: {known}.")),
    "item": (_("This question has no such answer."), _("Use one of: {known}.")),
    "value": (
        _("A figure is either a share, a count, or a mean."),
        _("For this question, fill in: {known}. Leave the others empty."),
    ),
    "share": (_("A share lies from 0 to 1, or from 0 % to 100 %."), _("Write 41 % or 0.41.")),
    "mean": (_("A mean lies from 1 to 5, on the scale of the questionnaire."), _("Convert it to that scale first.")),
    "number": (_("This is not a whole number."), _("Write a number without decimals.")),
    "count": (_("More people gave this answer than answered."), _("Correct one of the two numbers.")),
    "spread": (
        _("A standard deviation of scores from 1 to 5 lies above 0 and is at most 2."),
        _("Correct it, or leave it empty."),
    ),
    "too_few": (
        _("A figure of fewer than {limit} people of here says something about somebody."),
        _("Take the row out, or take groups together."),
    ),
    "year": (_("This is no year of a survey."), _("Write a year such as 2025.")),
    "twice": (_("The same figure stands in row {other}."), _("Take one of the two rows out.")),
}

"""The proposal that people better: the finding as it was, what was done, and what the releases say it brought."""

from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from uitzicht.actions.effect import measured
from uitzicht.actions.effect.vocabulary import Effectiveness, EffectState
from uitzicht.actions.models import Action

LANGUAGES = ("nl", "fr", "en", "de")


@dataclass(frozen=True, slots=True)
class Draft:
    """``did`` is in the language in which the action was written."""

    said: str
    did: str
    brought: str


def draft(action: Action, language: str, *, on: date) -> Draft:
    """In ``language``; the title and steps as somebody typed them."""
    with translation.override(language):
        return Draft(_said(action, language), _did(action), brought(measured(action, on=on)))


def brought(effect: Effectiveness) -> str:
    """For readers who do not know the method: an outcome with its range, or in plain words why there is none."""
    match effect.state:
        case EffectState.SHOWN | EffectState.NOT_SHOWN | EffectState.OPPOSITE:
            return effect.sentence
        case EffectState.NOT_SEPARABLE:
            return _("More was done at the same time, so what this did by itself cannot be told apart.")
        case EffectState.CANNOT_TELL:
            return _("The figures cannot tell whether it helped.")
        case EffectState.NO_FIGURE:
            return _("No figure is followed that could tell whether it helped.")
    return _("It is too early to tell whether it helped. We keep looking.")


def _said(action: Action, language: str) -> str:
    known: dict[str, str] = action.finding
    return known.get(language) or next(iter(known.values()), "")


def _did(action: Action) -> str:
    done = [step.text for step in action.steps.all() if step.done_on]
    lines = [_sentence(action.title), *map(_sentence, done)]
    return " ".join(lines)


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "?", ":")) else f"{text}."

"""What stands on the paper, as plain values in the active language."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.questionnaires.codebook import FORCES, load_codebook
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.queries import PartText, Question, items_of, parts_of
from uitzicht.questionnaires.vocabulary import Audience, ItemType, Part, Status

Json = dict[str, Any]
RANKS = 3


def guide(version: QuestionnaireVersion, language: str, audience: str) -> Json:
    """Everything that the interviewer says and asks, with room to write."""
    return _head(version, language, audience, title=_("Guide for the exit interview")) | {
        "lede": _(
            "For a conversation without a screen. Say what stands after a line, ask what stands in large type, and write "
            "in few words. Enter it in Uitzicht afterwards and destroy the paper."
        ),
        "parts": [_guided(part, questions) for part, questions in _parts(version, language, audience)],
        "reasons": _reasons(language),
    }


def sheet(version: QuestionnaireVersion, language: str, audience: str, promise: Sequence[tuple[str, str]]) -> Json:
    """What the leaver is asked, without anything that only the interviewer reads."""
    asked = [(part, questions) for part, questions in _parts(version, language, audience) if questions]
    return _head(version, language, audience, title=_("Questions about your time here")) | {
        "lede": _("You choose what you answer. Leave open what you would rather not answer."),
        "promise": [{"title": title, "text": text} for title, text in promise],
        "envelope": [
            _("Write on this paper, with a pen. You need not put your name on it."),
            _("Put the paper in an envelope and close it."),
            _("Give the envelope to your interviewer, or have it delivered to that person only."),
            _("Your interviewer reads your answers, enters them in Uitzicht and then destroys the paper."),
        ],
        "parts": [{"title": part.title, "items": [_asked(one) for one in questions]} for part, questions in asked],
        "reasons": _reasons(language),
    }


def _head(version: QuestionnaireVersion, language: str, audience: str, *, title: str) -> Json:
    organisation = settings.UITZICHT.organisation
    about = [organisation, _("version {number}").format(number=version.number)]
    if audience:
        about.append(str(Audience(audience).label))
    if version.status == Status.DRAFT:
        about.append(str(Status.DRAFT.label))
    return {
        "language": language,
        "title": title,
        "organisation": organisation,
        "about": ", ".join(about),
        "words": _words(),
    }


def _parts(version: QuestionnaireVersion, language: str, audience: str) -> list[tuple[PartText, list[Question]]]:
    items = items_of(version, language, audience)
    return [(part, [item for item in items if item.part == part.key]) for part in parts_of(version, language)]


def _guided(part: PartText, questions: Sequence[Question]) -> Json:
    return {
        "title": part.title,
        "minutes": _("{minutes} minutes").format(minutes=part.minutes),
        "script": part.script.splitlines(),
        "hint": part.hint,
        "items": [_asked(one) for one in questions],
        "reasons": part.key == Part.LEAVING,
        "summary": part.key == Part.GOODBYE,
    }


def _asked(question: Question) -> Json:
    return {
        "text": question.text,
        "open": question.type == ItemType.OPEN,
        "probes": list(question.probes),
        "line": question.type in (ItemType.SCORE, ItemType.SCALE),
        "choices": [{"key": choice.key, "label": choice.label} for choice in question.choices],
    }


def _reasons(language: str) -> Json:
    codebook = load_codebook()
    return {
        "ranks": RANKS,
        "forces": [_force(force) for force in FORCES],
        "groups": [
            {"label": _capital(group.labels[language]), "hint": group.hints[language]} for group in codebook.groups
        ],
    }


def _force(force: str) -> str:
    return {
        "push": pgettext("force of a reason", "away from here"),
        "pull": pgettext("force of a reason", "towards something else"),
        "personal": pgettext("force of a reason", "personal"),
    }[force]


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def _words() -> dict[str, str]:
    return {
        "page": pgettext("page 1 of 2", "Page"),
        "of": pgettext("page 1 of 2", "of"),
        "no_answer": pgettext("answer", "no answer"),
        "hint": _("Hint"),
        "notes": _("Notes"),
        "summary": _("Summary, read back"),
        "confirmed": _("The leaver heard this summary and agrees with it."),
        "reasons": _("Reasons for leaving"),
        "reasons_guide": _("From the leaver's own words to at most three reasons, the main one first."),
        "reasons_sheet": _("Which reasons weighed most? Choose at most three from the list, the main one first."),
        "reason": _("Reason"),
        "force": _("Kind of reason"),
        "list": _("The list of reasons"),
        "promise": _("What happens with your answers"),
        "envelope": _("How you hand this in"),
    }

"""What may be saved and when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Required, TypedDict

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.interviews.vocabulary import MAX_REASONS, Force
from uitzicht.questionnaires.codebook import AREAS, Codebook
from uitzicht.questionnaires.vocabulary import POINTS, ItemType
from uitzicht.ui.templatetags.ui import day


class GivenAnswer(TypedDict, total=False):
    """What was answered to one item; None is no answer. ``marks``: codes of themes that the interviewer ticked during the
    talk (``markable``), a help for the summary and the coding; what was sealed before there were marks has none."""

    notes: Required[str]
    score: Required[int | None]
    choice: Required[str | None]
    marks: list[str]


@dataclass(frozen=True, slots=True)
class ItemShape:
    """What an item of a version offers: its part, its type, and for a closed one its choices."""

    part: str
    kind: str
    choices: tuple[str, ...]


class Reason(TypedDict):
    reason: str
    force: str


NOTHING: GivenAnswer = {"notes": "", "score": None, "choice": None, "marks": []}


class NewerText(Refusal):
    """Somebody saved a newer text than the one this save was made from. ``revision`` and ``current`` are what is
    stored now, so that both can be shown side by side."""

    def __init__(self, *, revision: int, current: Any) -> None:
        message = _(
            "A newer text was saved from another window. Yours was not written over it, so that nothing is lost. "
            "Compare the two and choose what stays."
        )
        super().__init__("interview.newer_text", message)
        self.revision = revision
        self.current = current


def ensure_kept(erased_on: date | None) -> None:
    """What was said is still there."""
    if erased_on is not None:
        message = _(
            "This conversation was erased on {day}: its retention period is over, or the leaver asked for it. Nobody can "
            "read any more what was said. That it was held stays known."
        )
        raise Refusal("interview.erased", message, day=day(erased_on))


def ensure_notes_kept(erased_on: date | None) -> None:
    """A conversation that was never finished takes no new notes once the old ones are erased."""
    if erased_on is not None:
        message = _(
            "The notes of this conversation were erased on {day}, because their retention period is over. New ones "
            "would be kept longer than was promised. Leave it as it is."
        )
        raise Refusal("interview.notes_erased", message, day=day(erased_on))


def ensure_open(status: str) -> None:
    """Notes, reasons and summary change only while the conversation is open."""
    if status != "open":
        message = _(
            "This conversation is finished, so its notes no longer change. What was agreed at the table stays as it "
            "was. You can still read the notes and give them themes."
        )
        raise Refusal("interview.finished", message)


def ensure_finished(status: str) -> None:
    """Themes are given after the talk and until processing is done."""
    if status == "open":
        message = _("This conversation is not finished yet. Themes are given afterwards, calmly. Finish it first.")
        raise Refusal("interview.not_finished", message)
    if status != "finished":
        message = _(
            "This conversation is processed already. Its themes no longer change, because a release may use them."
        )
        raise Refusal("interview.coded", message)


def ensure_part(part: str, parts: Sequence[str]) -> None:
    if part not in parts:
        message = _("Part {part} is not in this version of the questionnaire. Open the conversation again.")
        raise Refusal("interview.unknown_part", message, part=part)


def ensure_asked(item_key: str, shapes: Mapping[str, ItemShape]) -> None:
    """The version has this item."""
    if item_key not in shapes:
        message = _("Question {item} is not in this version of the questionnaire. Open the conversation again.")
        raise Refusal("interview.unknown_question", message, item=item_key)


def ensure_fits(item_key: str, given: GivenAnswer, shape: ItemShape) -> None:
    """A closed item takes only what it offers, an open one only notes."""
    score, choice = given["score"], given["choice"]
    score_fits = score is None or (shape.kind in POINTS and str(score) in shape.choices)
    choice_fits = choice is None or (shape.kind == ItemType.CHOICE and choice in shape.choices)
    if not (score_fits and choice_fits):
        message = _("Question {item} does not offer this answer. Choose one of the answers shown, or none.")
        raise Refusal("interview.answer_not_offered", message, item=item_key)


def markable(part: str, codebook: Codebook) -> tuple[str, ...]:
    """The themes that can be ticked in a part: those of its area of work; elsewhere the groups of reasons beyond the
    areas."""
    if part in AREAS:
        return tuple(theme.code for theme in codebook.themes_of(part))
    return tuple(group.code for group in codebook.groups if group.code not in AREAS)


def ensure_marks(item_key: str, marks: Sequence[str], shape: ItemShape, codebook: Codebook) -> None:
    """Only an open question is marked, with themes of its part, each once."""
    offered = markable(shape.part, codebook) if shape.kind == ItemType.OPEN else ()
    if len(set(marks)) < len(marks) or not set(marks) <= set(offered):
        message = _("Question {item} does not offer this theme, or it is ticked twice. Tick only themes shown with it.")
        raise Refusal("interview.theme_not_offered", message, item=item_key)


def ensure_ranking(reasons: Sequence[Reason]) -> None:
    """At most three reasons, each once, each with its force."""
    codes = [reason["reason"] for reason in reasons]
    if len(codes) > MAX_REASONS or len(set(codes)) < len(codes) or not all(codes):
        message = _("Choose at most {most} different reasons. More would no longer say what weighed most.")
        raise Refusal("interview.reasons_ranking", message, most=MAX_REASONS)
    if any(reason["force"] not in Force.values for reason in reasons):
        message = _("Each reason is push, pull or personal. Choose one of the three, as the leaver sees it.")
        raise Refusal("interview.reasons_force", message)


def ensure_known(reasons: Sequence[Reason], codebook: Codebook) -> None:
    """Every reason is a level-2 reason of the codebook."""
    known = {reason.code for reason in codebook.reasons}
    for reason in reasons:
        if reason["reason"] not in known:
            message = _(
                "Reason {reason} is not in the codebook. Only shared reasons can be counted together. "
                "Choose one from the list."
            )
            raise Refusal("interview.unknown_reason", message, reason=reason["reason"])

"""What the leaver wrote beforehand, as the interviewer reads it: by part, in the order of the conversation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from uitzicht.interviews.rules import GivenAnswer
from uitzicht.questionnaires.queries import PartText, Question


@dataclass(frozen=True, slots=True)
class Written:
    """``chosen``: the closed answer in words, or ""."""

    question: Question
    chosen: str
    notes: str


def written_beforehand(
    parts: Sequence[PartText], questions: Sequence[Question], answers: Mapping[str, GivenAnswer]
) -> list[tuple[str, list[Written]]]:
    """(title of the part, what was written in it), parts without any left out."""
    titles = {part.key: part.title for part in parts}
    written = _written(questions, answers)
    return [(titles[part], list(those)) for part, those in groupby(written, key=lambda one: one.question.part)]


def _written(questions: Sequence[Question], answers: Mapping[str, GivenAnswer]) -> Iterator[Written]:
    for question in questions:
        if (given := answers.get(question.key)) is None:
            continue
        one = Written(question, _chosen(question, given), given["notes"].strip())
        if one.chosen or one.notes:
            yield one


def _chosen(question: Question, given: GivenAnswer) -> str:
    """A score says little without the end of its scale."""
    key = str(given["score"]) if given["score"] is not None else given["choice"] or ""
    label = next((choice.label for choice in question.choices if choice.key == key), "")
    if given["score"] is None:
        return label or key
    top = question.choices[-1].key if question.choices else key
    return f"{key} / {top}" + (f", {label}" if label else "")

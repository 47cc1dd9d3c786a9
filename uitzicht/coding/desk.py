"""Coding as its page shows it: the answers of a conversation, and the themes that one of them may get."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from uitzicht.coding.rules import CodedTheme
from uitzicht.interviews.queries import Sheet
from uitzicht.interviews.rules import GivenAnswer
from uitzicht.questionnaires.codebook import AREAS, Codebook
from uitzicht.questionnaires.queries import Question


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer with words or marks in it. ``coded``: somebody decided about its themes, even when there are none."""

    question: Question
    given: GivenAnswer
    coded: bool

    @property
    def mark(self) -> str:
        return "full" if self.coded else ""

    @property
    def suggested(self) -> list[str]:
        """Themes ticked during the talk, until somebody has decided about them."""
        return [] if self.coded else self.given.get("marks", [])

    @property
    def chosen(self) -> str:
        """The label of the closed answer beside the words, or ""."""
        score, choice = self.given["score"], self.given["choice"]
        if score is not None:
            return str(score)
        return next((one.label for one in self.question.choices if one.key == choice), "")


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """``suggested``: ticked during the talk and not decided yet; the page asks for a decision, whatever it is."""

    code: str
    label: str
    sentiment: str
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """``near``: belongs to the part of the question, so it stands open; the others are folded."""

    code: str
    label: str
    near: bool
    themes: tuple[ThemeRow, ...]

    @property
    def used(self) -> bool:
        return any(theme.sentiment for theme in self.themes)


def answer_rows(questions: Sequence[Question], sheet: Sheet, coded: Mapping[str, list[CodedTheme]]) -> list[AnswerRow]:
    """What was answered in words or ticked, in the order of the conversation; a bare score says nothing to code."""
    answered = ((question, sheet.answers.get(question.key)) for question in questions)
    return [
        AnswerRow(question, given, question.key in coded)
        for question, given in answered
        if given and (given["notes"].strip() or given.get("marks"))
    ]


def theme_groups(
    part: str,
    coded: Sequence[CodedTheme],
    codebook: Codebook,
    *,
    language: str,
    other_label: str,
    suggested: Collection[str] = (),
    suggested_label: str = "",
) -> list[ThemeGroup]:
    """The themes of the five areas and the groups of reasons beyond them, the nearest to ``part`` first. Those that were
    ticked during the talk stand in a group of their own before all others, and nowhere else."""
    sentiments = {theme["theme"]: theme["sentiment"] for theme in coded}
    groups = sorted(_groups(part, sentiments, codebook, language, other_label), key=lambda group: not group.near)
    ticked = [replace(row, suggested=True) for group in groups for row in group.themes if row.code in suggested]
    if not ticked:
        return groups
    others = [
        replace(group, themes=tuple(row for row in group.themes if row.code not in suggested)) for group in groups
    ]
    first = ThemeGroup("suggested", suggested_label, near=True, themes=tuple(ticked))
    return [first, *(group for group in others if group.themes)]


def _groups(
    part: str, sentiments: Mapping[str, str], codebook: Codebook, language: str, other_label: str
) -> Iterator[ThemeGroup]:
    for area in AREAS:
        rows = (
            ThemeRow(theme.code, theme.labels[language], sentiments.get(theme.code, ""))
            for theme in codebook.themes_of(area)
        )
        yield ThemeGroup(area, codebook.reason_label(area, language), area == part, tuple(rows))
    beyond = [group for group in codebook.groups if group.code not in AREAS]
    rows = (ThemeRow(group.code, group.labels[language], sentiments.get(group.code, "")) for group in beyond)
    yield ThemeGroup("beyond", other_label, part not in AREAS, tuple(rows))

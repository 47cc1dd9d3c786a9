"""The way through the questionnaire: where somebody goes on, and what comes after what."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from uitzicht.portal.asked import OwnPart, Progress, progress_of
from uitzicht.portal.writing import REASONS, Writing
from uitzicht.questionnaires.vocabulary import Part

ROW_AFTER = Part.LEAVING
"""The reasons in order have a page of their own, after the questions about leaving."""


@dataclass(frozen=True, slots=True)
class Row:
    """A step of the questionnaire: a part, or the reasons. ``mark``: "", "half" or "full"."""

    key: str
    title: str
    mark: str
    address: str
    answered: int
    total: int


def rows_of(parts: Sequence[OwnPart], writing: Writing) -> list[Row]:
    rows = []
    for progress in progress_of(parts, writing):
        rows.append(_part(progress))
        if progress.part.key == ROW_AFTER:
            rows.append(_reasons(writing))
    return rows


def next_row(rows: Sequence[Row], writing: Writing) -> Row | None:
    """What is not done yet, looking onward from where somebody was; None when everything was passed."""
    here = writing["seen"].partition(".")[0]
    place = next((n for n, row in enumerate(rows) if row.key == here), 0)
    return next((row for row in [*rows[place:], *rows[:place]] if row.mark != "full"), None)


def address_of(part: str, number: int) -> str:
    return f"{reverse('my_part', args=[part])}?question={number}"


def after_question(part: OwnPart, number: int) -> str:
    """The next question; after the last one the overview, where somebody sees what is left."""
    if number < len(part.questions):
        return address_of(part.key, number + 1)
    return reverse("my_reasons") if part.key == ROW_AFTER else reverse("my_questions")


def before_question(part: OwnPart, number: int) -> str:
    return address_of(part.key, number - 1) if number > 1 else reverse("my_questions")


def _part(progress: Progress) -> Row:
    part = progress.part
    address = address_of(part.key, progress.next)
    return Row(part.key, part.title, progress.mark, address, progress.answered, progress.total)


def _reasons(writing: Writing) -> Row:
    chosen = len(writing["reasons"])
    mark = "full" if REASONS in writing["revisions"] else ""
    return Row(REASONS, gettext("Your reasons, in order"), mark, reverse("my_reasons"), chosen, 0)

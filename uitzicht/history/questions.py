"""The questions that a survey answers, in the form that the release reads."""

from collections.abc import Iterable, Sequence
from typing import TypedDict

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.history.mapping.terms import Mapping
from uitzicht.history.vocabulary import area_of, form_of
from uitzicht.questionnaires.codebook import GROUPS as REASON_GROUPS
from uitzicht.questionnaires.codebook import NONE


class QuestionData(TypedDict):
    """`type`: tick, choice or score. `items`: codes, ["mean"] for a score. `measure`: reasons, experience, inclusion or
    recommend. `labels`: language -> text, empty where the product has its own words. `item_labels`: item -> labels,
    only for items that the product does not know."""

    key: str
    type: str
    items: list[str]
    measure: str
    area: str | None
    labels: dict[str, str]
    item_labels: dict[str, dict[str, str]]


def questions_of(mapping: Mapping) -> list[QuestionData]:
    """What one survey can answer, reasons first."""
    return [*_reasons(mapping), *(_closed(item.key, dict(item.labels)) for item in mapping.items)]


def _closed(key: str, labels: dict[str, str]) -> QuestionData:
    form = form_of(key)
    if form is None:
        raise ValueError(f"{key} is not a closed question")
    return _question(key, form.type, list(form.items), form.measure, labels=labels, area=area_of(key))


def _reasons(mapping: Mapping) -> list[QuestionData]:
    if (reasons := mapping.reasons) is None:
        return []
    codes = list(reasons.codes)
    own = {code: dict(labels) for code, labels in reasons.own.items() if code in codes}
    questions = [_question("reasons", "tick", codes, "reasons", item_labels=own)]
    if reasons.ranked or reasons.ranks:
        groups = {code.partition(".")[0] for code in codes if code != NONE}
        questions.append(_question("main_reason", "choice", sorted(groups, key=REASON_GROUPS.index), "reasons"))
    return questions


def _question(
    key: str,
    type: str,
    items: list[str],
    measure: str,
    *,
    area: str | None = None,
    labels: dict[str, str] | None = None,
    item_labels: dict[str, dict[str, str]] | None = None,
) -> QuestionData:
    return QuestionData(
        key=key, type=type, items=items, measure=measure, area=area, labels=labels or {}, item_labels=item_labels or {}
    )


def merge(surveys: Iterable[Sequence[QuestionData]]) -> list[QuestionData]:
    """The questions of all surveys together, oldest first: new items come after those that stood there; words that were
    given once stay. An own reason means one thing only: other words for it are refused."""
    merged: dict[str, QuestionData] = {}
    for question in (question for questions in surveys for question in questions):
        known = merged.setdefault(question["key"], question)
        merged[question["key"]] = known if known is question else _join(known, question)
    return list(merged.values())


def _join(known: QuestionData, new: QuestionData) -> QuestionData:
    for item in known["item_labels"].keys() & new["item_labels"].keys():
        if known["item_labels"][item] != new["item_labels"][item]:
            raise Refusal(
                "history.reason_redefined",
                _("The reason {reason} already has other words from an earlier import. Use the same, or another code."),
                reason=item,
            )
    items = list(dict.fromkeys([*known["items"], *new["items"]]))
    if known["key"] == "main_reason":
        items.sort(key=REASON_GROUPS.index)
    return known | {
        "items": items,
        "labels": known["labels"] or new["labels"],
        "item_labels": known["item_labels"] | new["item_labels"],
    }

"""Which questions a release publishes, and how a conversation answers them.

Figures of two sources add up where their question keys are the same; see docs/contracts/release-document.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import override, pgettext_lazy

from uitzicht.coding.rules import theme_codes
from uitzicht.questionnaires.codebook import GROUPS, NONE, load_codebook
from uitzicht.questionnaires.vocabulary import Area
from uitzicht.release.vocabulary import Described

MEAN = ("mean",)
THEMES = ("themes.positive", "themes.negative")
FROM_CONVERSATION = ("reasons", "main_reason", "force")
RECOMMEND = {"low": range(7), "middle": range(7, 9), "high": range(9, 11)}
INCLUSION = {
    "safe": pgettext_lazy("inclusion", "felt safe"),
    "at_home": pgettext_lazy("inclusion", "felt at home"),
    "valued": pgettext_lazy("inclusion", "felt valued"),
}
_LABELS = {
    "reasons": pgettext_lazy("figure", "reasons named"),
    "main_reason": pgettext_lazy("figure", "main reason"),
    "force": pgettext_lazy("figure", "push, pull or personal"),
    "avoidable": pgettext_lazy("figure", "avoidable, in the leaver's view"),
    "written_main_reason": pgettext_lazy("figure", "main reason, written alone and noted in the conversation"),
    "recommend": pgettext_lazy("figure", "would recommend us (0-10)"),
    "themes.positive": pgettext_lazy("figure", "themes spoken of with appreciation"),
    "themes.negative": pgettext_lazy("figure", "themes to improve"),
}
_ITEMS: dict[str, dict[str, Any]] = {
    "force": {
        "push": pgettext_lazy("force", "push: away from here"),
        "pull": pgettext_lazy("force", "pull: towards something else"),
        "personal": pgettext_lazy("force", "personal"),
    },
    "written_main_reason": {
        "same": pgettext_lazy("sources", "the same main reason"),
        "other": pgettext_lazy("sources", "another main reason"),
    },
    "avoidable": {
        "yes": pgettext_lazy("avoidable", "yes"),
        "partly": pgettext_lazy("avoidable", "partly"),
        "no": pgettext_lazy("avoidable", "no"),
    },
    "recommend": {
        "low": pgettext_lazy("recommend", "0 to 6"),
        "middle": pgettext_lazy("recommend", "7 or 8"),
        "high": pgettext_lazy("recommend", "9 or 10"),
    },
    "change": {
        "keep": pgettext_lazy("change", "keep as it is"),
        "improve": pgettext_lazy("change", "improve"),
    },
}


def conversation_questions() -> list[Described]:
    """The questions that a conversation with questionnaire v1 answers."""
    book = load_codebook()
    groups = {code: dict(book.group(code).labels) for code in GROUPS}
    themes = {code: _theme_labels(code) for code in theme_codes(book)}
    reasons = {reason.code: dict(reason.labels) for reason in book.reasons} | {NONE: dict(book.none)}
    questions = [
        _described("reasons", "tick", reasons, "reasons"),
        _described("main_reason", "choice", groups, "reasons"),
        _described("force", "choice", _in_all_languages(_ITEMS["force"]), "reasons"),
        _described("avoidable", "choice", _in_all_languages(_ITEMS["avoidable"]), "reasons"),
        _described("written_main_reason", "choice", _in_all_languages(_ITEMS["written_main_reason"]), "agreement"),
    ]
    for area in Area:
        questions.append(_described(f"satisfaction.{area.value}", "score", {}, "experience", area))
        questions.append(
            _described(f"change.{area.value}", "choice", _in_all_languages(_ITEMS["change"]), "experience", area)
        )
    questions += [
        Described(f"inclusion.{key}", "score", MEAN, "inclusion", None, everywhere(label), {})
        for key, label in INCLUSION.items()
    ]
    questions.append(_described("recommend", "choice", _in_all_languages(_ITEMS["recommend"]), "recommend"))
    # Themes come from open answers: their figures cover at least k_sensitive people, as the promise says.
    questions += [replace(_described(key, "tick", themes, "themes"), sensitive=True) for key in THEMES]
    return questions


def merged(*sources: Iterable[Described]) -> list[Described]:
    """One list; a question that two sources ask keeps its items in order and gains those of the later source."""
    by_key: dict[str, Described] = {}
    for question in (q for source in sources for q in source):
        known = by_key.get(question.key)
        by_key[question.key] = _joined(known, question) if known else question
    return list(by_key.values())


def continued(questions: Iterable[Described], published: Iterable[Mapping[str, Any]]) -> list[Described]:
    """Totals are kept by position: items stay where earlier releases (``published``: the questions of the latest
    document) put them, and new ones come after."""
    before = {question["key"]: question for question in published}
    return [_after(question, before[question.key]) if question.key in before else question for question in questions]


def labelled(question: Described) -> Described:
    """The same question with the product's own labels where its source has none (an import names only what is its own)."""
    own = _own_labels().get(question.key)
    if own is None:
        return question
    items = {item: question.item_labels.get(item) or own.item_labels.get(item, {}) for item in question.items}
    return replace(question, labels=question.labels or own.labels, item_labels=items)


@cache
def _own_labels() -> dict[str, Described]:
    return {question.key: question for question in conversation_questions()}


def given_answers(
    given: Mapping[str, Mapping[str, Any]],
    reasons: Sequence[Any],
    themes: Mapping[str, Iterable[Mapping[str, Any]]],
) -> dict[str, Any]:
    """What one person answered, in a conversation or alone, as answers by question key. ``given``: by item key; ``reasons``:
    the main one first; ``themes``: by item key."""
    answers: dict[str, Any] = {}
    for key, answer in given.items():
        part, _, name = key.partition(".")
        if name == "satisfaction" and answer["score"] is not None:
            answers[f"satisfaction.{part}"] = answer["score"]
        elif name == "change" and answer["choice"]:
            answers[f"change.{part}"] = answer["choice"]
        elif part == "inclusion" and name in INCLUSION and answer["score"] is not None:
            answers[key] = answer["score"]
        elif key == "closing.recommend" and answer["score"] is not None:
            answers["recommend"] = next(c for c, points in RECOMMEND.items() if answer["score"] in points)
        elif key == "leaving.avoidable" and answer["choice"]:
            answers["avoidable"] = answer["choice"]
    if reasons:
        answers["reasons"] = [reason["reason"] for reason in reasons]
        answers["main_reason"] = reasons[0]["reason"].partition(".")[0]
        answers["force"] = reasons[0]["force"]
    marks = [mark for coded in themes.values() for mark in coded]
    for sentiment in ("positive", "negative"):
        answers[f"themes.{sentiment}"] = sorted({mark["theme"] for mark in marks if mark["sentiment"] == sentiment})
    return answers


def with_own_answers(said: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """One person who did both: what they wrote themselves stands where they answered a closed question alone; reasons
    count as they were noted in the conversation, where there are any. Themes of both are put together. Whether the two
    main reasons are the same is a question of its own."""
    joined = {**own, **{key: value for key, value in said.items() if key in FROM_CONVERSATION or key not in own}}
    for key in THEMES:
        if key in said or key in own:
            joined[key] = sorted({*said.get(key, ()), *own.get(key, ())})
    if "main_reason" in said and "main_reason" in own:
        joined["written_main_reason"] = "same" if said["main_reason"] == own["main_reason"] else "other"
    return joined


def _theme_labels(code: str) -> dict[str, str]:
    book = load_codebook()
    return dict((book.theme(code) if "." in code else book.group(code)).labels)


def _described(
    key: str, kind: str, items: Mapping[str, Mapping[str, str]], measure: str, area: Area | None = None
) -> Described:
    label = area.label if area else _LABELS[key]
    return Described(key, kind, tuple(items) or MEAN, measure, area.value if area else None, everywhere(label), items)


def _joined(first: Described, second: Described) -> Described:
    items = tuple(dict.fromkeys((*first.items, *second.items)))
    return replace(first, items=items, item_labels={**second.item_labels, **first.item_labels})


def _after(question: Described, before: Mapping[str, Any]) -> Described:
    items = tuple(dict.fromkeys((*before["items"], *question.items)))
    return replace(question, items=items, item_labels={**before["item_labels"], **question.item_labels})


def _in_all_languages(labels: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    return {key: everywhere(label) for key, label in labels.items()}


def everywhere(label: str | Promise) -> dict[str, str]:
    """A label in all languages."""
    texts = {}
    for language, _ in settings.LANGUAGES:
        with override(language):
            texts[language] = str(label)
    return texts

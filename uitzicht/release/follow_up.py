"""What the follow-up adds to a release: the reasons as they are seen from later, and whether they are still the same.

Questions of the follow-up have a stratum of their own, and keys that begin with ``follow_up.``: they are never added to
what people said when they left. Published are what was said later and whether the main reason is the same; what the very
same people said when they left is not published again: subtracted from their bundle it would speak of the few who did
not answer again. See docs/methods/agreement.md.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import pgettext_lazy

from uitzicht.questionnaires.vocabulary import Area
from uitzicht.release.questions import MEAN, conversation_questions, everywhere, given_answers
from uitzicht.release.vocabulary import Described

PREFIX = "follow_up."
MEASURE = "follow_up"
_AGAIN = (
    "main_reason",
    "avoidable",
    "recommend",
    *(f"satisfaction.{area.value}" for area in Area),
    *("inclusion.safe", "inclusion.at_home", "inclusion.valued"),
)
_SAME = {
    "same": pgettext_lazy("follow-up", "the same main reason as when leaving"),
    "other": pgettext_lazy("follow-up", "another main reason"),
}
_RETURN = {
    "yes": pgettext_lazy("would return", "yes"),
    "maybe": pgettext_lazy("would return", "perhaps"),
    "no": pgettext_lazy("would return", "no"),
}


def follow_up_questions() -> list[Described]:
    """Questions about what was said later, and the comparison with the answers at leaving."""
    again = {question.key: question for question in conversation_questions()}
    return [
        *(replace(again[key], key=PREFIX + key, measure=MEASURE) for key in _AGAIN),
        _choice("same_main_reason", _SAME, pgettext_lazy("figure", "main reason, then and now")),
        _choice("return", _RETURN, pgettext_lazy("figure", "would come back")),
        Described(
            PREFIX + "openness",
            "score",
            MEAN,
            MEASURE,
            None,
            everywhere(pgettext_lazy("figure", "could speak openly at the time")),
            {},
        ),
    ]


def follow_up_answers(content: Mapping[str, Any] | None, at_exit: Mapping[str, Any]) -> dict[str, Any]:
    """One follow-up sheet (None when it was erased since) as answers by question key. ``at_exit``: the same person's
    answers when leaving, empty when none are left."""
    if content is None:
        return {}
    said = given_answers(content["answers"], content["reasons"], {})
    answers = {PREFIX + key: said[key] for key in _AGAIN if key in said}
    if "main_reason" in said and "main_reason" in at_exit:
        answers[PREFIX + "same_main_reason"] = "same" if said["main_reason"] == at_exit["main_reason"] else "other"
    for key in ("return", "openness", "avoidable"):
        given = content["answers"].get(PREFIX + key)
        if given and (value := given["score"] if key == "openness" else given["choice"]) is not None:
            answers[PREFIX + key] = value
    return answers


def _choice(key: str, items: Mapping[str, Any], label: Any) -> Described:
    labels = {item: everywhere(text) for item, text in items.items()}
    return Described(PREFIX + key, "choice", tuple(items), MEASURE, None, everywhere(label), labels)

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.disclosure.organisations import CONTENT, MAIN, QUESTIONS, REASONS, sheets
from uitzicht.core.disclosure.tables import Answer, tabulate


def test_answers_are_counted_by_item_and_scores_as_a_histogram() -> None:
    counted = tabulate(
        [
            {"reasons": ["career", "pay"], "main_reason": "pay", "satisfaction.content": 4},
            {"reasons": ["pay"], "satisfaction.content": 4},
            {"reasons": [], "main_reason": "career"},
            {},
        ],
        QUESTIONS,
    )
    assert counted == {
        "reasons": {"answered": 3, "counts": [1, 0, 2]},
        "main_reason": {"answered": 2, "counts": [1, 0, 1]},
        "satisfaction.content": {"answered": 2, "counts": [0, 0, 0, 2, 0]},
    }


def test_nothing_ticked_is_an_answer_and_a_missing_key_is_none() -> None:
    assert tabulate([{"reasons": []}], [REASONS])["reasons"]["answered"] == 1
    assert tabulate([{}], [REASONS])["reasons"]["answered"] == 0


@given(sheets(), st.randoms())
def test_the_order_of_the_sheets_inside_a_bundle_changes_nothing(
    bundle: list[dict[str, Answer]], chance: random.Random
) -> None:
    assert tabulate(chance.sample(bundle, len(bundle)), QUESTIONS) == tabulate(bundle, QUESTIONS)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (REASONS, ["canary"]),
        (REASONS, "canary"),
        (MAIN, "canary"),
        (MAIN, ["canary"]),
        (CONTENT, 6),
        (CONTENT, 0),
        (CONTENT, True),
        (CONTENT, "canary"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_without_repeating_it(question: object, answer: Answer) -> None:
    with pytest.raises(ValueError, match="question ") as refused:
        tabulate([{question.key: answer}], [question])  # type: ignore[attr-defined, list-item]
    assert "canary" not in str(refused.value)

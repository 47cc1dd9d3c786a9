"""Numbers and bands in words: decimal comma or point, and edges that stay true."""

import pytest
from django.utils import translation

from uitzicht.insight import words
from uitzicht.insight.cells import HIDDEN, Above, Below, Exact, Range, Shown


@pytest.mark.parametrize(
    ("shown", "score", "text"),
    [
        (Exact(12), False, "12"),
        (Below(3), False, "fewer than 3"),
        (Above(9), False, "more than 9"),
        (Range(4, 7), False, "4 to 7"),
        (Range(0, 3), False, "fewer than 4"),
        (Exact(3.9), True, "3.9"),
        (Below(2.4), True, "below 2.4"),
        (Below(1.5833), True, "below 1.6"),
        (Above(4.4167), True, "above 4.4"),
        (Range(3.0, 3.4), True, "3.0 to 3.4"),
        (HIDDEN, False, "not shown"),
    ],
)
def test_every_form_has_its_words(shown: Shown, score: bool, text: str) -> None:
    with translation.override("en"):
        assert words.value(shown, score=score) == text


@pytest.mark.parametrize(("language", "text"), [("nl", "onder 1,6"), ("fr", "inférieur à 1,6"), ("de", "unter 1,6")])
def test_decimals_follow_the_language(language: str, text: str) -> None:
    with translation.override(language):
        assert words.value(Below(1.5833), score=True) == text


def test_a_certificate_is_shown_by_its_first_sixteen_digits() -> None:
    assert words.certificate("b7e241c90d5f8a36" + "0" * 48) == "b7e2 41c9 0d5f 8a36"

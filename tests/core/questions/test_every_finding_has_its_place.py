"""Whatever the text: no error, places inside it, the same answer again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.questions.examples import LANGUAGES, bad
from uitzicht.core.questions import Fault, check

PIECES = [word for *_, text in bad() for word in text.split()]
language = st.sampled_from(LANGUAGES)
strange = st.text(max_size=300)
jumbled = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(list("?!.,:;()'’-–\n "))), max_size=40)


def _check_places(text: str, language: str) -> None:
    findings = check(text, language)
    assert findings == check(text, language)
    for finding in findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.excerpt
        assert finding.proposal.strip()
    assert [f.start for f in findings] == sorted(f.start for f in findings)
    assert Fault.CLOSED not in {f.kind for f in check(text, language, closed_item=True)}


@given(strange, language)
def test_any_text(text: str, language: str) -> None:
    _check_places(text, language)


@given(jumbled.map(" ".join), language)
def test_any_words_of_questions(text: str, language: str) -> None:
    _check_places(text, language)


def test_a_language_without_rules_is_refused() -> None:
    with pytest.raises(ValueError):
        check("Come va?", "it")

"""A faulty question gets its fault, at its place."""

from collections import Counter

import pytest

from tests.core.questions.examples import LANGUAGES, bad, bad_somewhere
from uitzicht.core.questions import Fault, check


@pytest.mark.parametrize(("language", "kind", "place", "text"), bad())
def test_the_fault_is_found_where_it_is(language: str, kind: str, place: str, text: str) -> None:
    start = text.index(place)
    places = [(f.start, f.end) for f in check(text, language) if f.kind == kind]
    assert any(
        (low <= start and start + len(place) <= high) or (start <= low and high <= start + len(place))
        for low, high in places
    ), places


@pytest.mark.parametrize(("language", "kind", "text"), bad_somewhere())
def test_other_wordings_of_a_fault_are_found(language: str, kind: str, text: str) -> None:
    assert kind in {f.kind for f in check(text, language)}


def test_each_kind_has_examples_in_each_language() -> None:
    counted = Counter((language, kind) for language, kind, _, _ in bad())
    assert set(counted) == {(language, kind) for language in LANGUAGES for kind in Fault}
    assert min(counted.values()) >= 7
    assert all(sum(n for (of, _), n in counted.items() if of == language) >= 40 for language in LANGUAGES)


def test_a_curly_apostrophe_is_an_apostrophe() -> None:
    [finding] = check("L’ambiance était bonne, n’est-ce pas ?", "fr")
    assert (finding.kind, finding.excerpt) == (Fault.LEADING, "n’est-ce pas")

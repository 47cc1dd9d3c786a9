"""A score or a choice may be closed in form, and nothing else is forgiven."""

import pytest

from uitzicht.core.questions import Fault, check

CLOSED = [
    ("Had je al een aanbod toen je besliste?", "nl"),
    ("Aviez-vous déjà une offre ?", "fr"),
    ("Did it come expected or unexpected?", "en"),
    ("Hatten Sie schon ein Angebot?", "de"),
]


@pytest.mark.parametrize(("text", "language"), CLOSED)
def test_the_form_is_a_fault_in_an_open_question_only(text: str, language: str) -> None:
    assert [f.kind for f in check(text, language)] == [Fault.CLOSED]
    assert check(text, language, closed_item=True) == []


def test_a_loaded_word_stays_a_fault() -> None:
    assert [f.kind for f in check("Had je een oneerlijke leidinggevende?", "nl", closed_item=True)] == [Fault.LOADED]

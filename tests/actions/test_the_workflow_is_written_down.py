"""The table in the guide and in the decision is the table in the code."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import translation

from uitzicht.actions.vocabulary import NEXT, State

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize(
    ("file", "language", "word"),
    [
        ("decisions/0026-actions.md", "en", lambda state: state.value),
        ("guide/nl/acties.md", "nl", lambda state: str(state.label)),
    ],
)
def test_the_table_of_states_is_printed(file: str, language: str, word: Callable[[State], str]) -> None:
    with translation.override(language):
        rows = [f"| {word(state)} | {', '.join(word(after) for after in NEXT[state])} |" for state in State]
    text = (DOCS / file).read_text(encoding="utf-8").replace("| |", "|  |")
    assert "\n".join(rows) in text

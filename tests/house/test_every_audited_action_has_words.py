"""The audit trail is read by people: each action that the code can write has a label in the four languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.messages import ROOT
from uitzicht.privacy.vocabulary import ACTION_LABELS

RECORDS = {"record", "_audit", "_log", "record_change"}


def test_every_action_has_a_label_and_every_label_an_action() -> None:
    written = {action for file in ROOT.rglob("*.py") for action in _actions(file)}
    assert len(written) > 40
    assert written == set(ACTION_LABELS)


def _actions(file: Path) -> Iterator[str]:
    """Dotted words given first, or after the thing they are about, to whatever writes a line."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in RECORDS:
            for word in (one for argument in node.args[:2] for one in ast.walk(argument)):
                if isinstance(word, ast.Constant) and isinstance(word.value, str) and "." in word.value:
                    yield word.value


def _name(function: ast.expr) -> str:
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )

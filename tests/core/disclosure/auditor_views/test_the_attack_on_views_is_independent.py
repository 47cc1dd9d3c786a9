"""The attack on views imports nothing of what it judges: neither the views nor the figures of the protection."""

import ast
from pathlib import Path

import uitzicht.core.disclosure.auditor.views as views

HOME = "uitzicht.core.disclosure.auditor"


def test_it_imports_only_the_auditor_and_mathematics() -> None:
    imported: set[str] = set()
    for file in Path(views.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0
                imported.add(node.module or "")
    outside = {name.split(".")[0] for name in imported if not name.startswith(f"{HOME}.")}
    assert outside == {"collections", "dataclasses", "functools", "itertools", "numpy", "scipy", "typing"}

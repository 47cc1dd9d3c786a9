"""The auditor imports nothing of what it judges, and nothing that could reach outside."""

import ast
from pathlib import Path

import uitzicht.core.disclosure.auditor as auditor

HOME = "uitzicht.core.disclosure.auditor"
ALLOWED = {
    "collections",
    "dataclasses",
    "fractions",
    "functools",
    "itertools",
    "math",
    "numpy",
    "re",
    "scipy",
    "typing",
}


def test_it_imports_only_itself_and_mathematics() -> None:
    imported: set[str] = set()
    for file in Path(auditor.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0
                imported.add(node.module or "")
    own = {name for name in imported if name == HOME or name.startswith(f"{HOME}.")}
    assert {name.split(".")[0] for name in imported - own} <= ALLOWED

"""Which texts the code shows to people: read from templates and Python files without any system tool."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2] / "uitzicht"
FUNCTIONS = {
    "_": 1,
    "gettext": 1,
    "gettext_lazy": 1,
    "gettext_noop": 1,
    "ngettext": 2,
    "ngettext_lazy": 2,
    "pgettext": 1,
    "pgettext_lazy": 1,
    "npgettext": 2,
    "npgettext_lazy": 2,
}
CALL = re.compile(r"\b(p?n?p?gettext|_)\((?P<args>.*?)\)\s", re.S)

Message = tuple[str | None, str]  # context, msgid


def messages_of(room: Path) -> set[Message]:
    """(context, msgid) of every text of a room; plurals under their singular."""
    found: set[Message] = set()
    for file in room.rglob("*.py"):
        if "migrations" not in file.parts:
            found.update(_in_python(file.read_text(encoding="utf-8")))
    for pattern in ("*.html", "*.txt"):
        for file in room.rglob(f"templates/**/{pattern}"):
            found.update(_in_template(file.read_text(encoding="utf-8")))
    return found


def _in_python(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = (
            node.func.id
            if isinstance(node.func, ast.Name)
            else node.func.attr
            if isinstance(node.func, ast.Attribute)
            else ""
        )
        if name not in FUNCTIONS:
            continue
        texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if not texts:
            continue
        yield (texts[0], texts[1]) if "pgettext" in name and len(texts) > 1 else (None, texts[0])


def _in_template(source: str) -> Iterator[Message]:
    """``templatize`` turns tags into calls such as `` ngettext(u'a', u'b', count) `` between blanked-out text."""
    for piece in re.findall(
        r"\b(?:npgettext|pgettext|ngettext|gettext|_)\((?:[^()'\"]|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|\"\"\".*?\"\"\")*\)",
        templatize(source),
        re.S,
    ):
        yield from _in_python(piece.replace("(u'", "('"))

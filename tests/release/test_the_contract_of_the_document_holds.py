"""docs/contracts/release-document.md is true of a real document, and its recipe checks a real chain."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cast import Cast
from tests.release.leavers import DAY, LEFT, QUARTER, left_before, months_later, release, spoke

CONTRACT = (Path(__file__).parents[2] / "docs" / "contracts" / "release-document.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", CONTRACT, re.DOTALL)
    assert found
    return found[1]


def kinds(value: Any) -> Any:
    """The shape of a document: names of fields, without what is in them."""
    if isinstance(value, dict):
        return sorted(value)
    return kinds(value[0]) if isinstance(value, list) and value else None


@pytest.fixture
def document(house: Cast) -> dict[str, Any]:
    left_before(60, 4)
    spoke(house, 3, unit=house.techniek)
    return dict(json.loads(release(DAY).document))


def test_the_example_has_the_fields_of_a_real_document(document: dict[str, Any]) -> None:
    example = json.loads(block("json"))
    assert sorted(example) == sorted(document)
    for name in ("parameters", "bundles", "questions", "groups", "waiting", "public"):
        assert kinds(example[name]) == kinds(document[name]), name
    assert example["format"] == document["format"]


def test_every_cell_is_written_in_one_of_the_ways_of_the_contract(document: dict[str, Any]) -> None:
    count, mean = re.compile(r"[<>]\d+|\d+\.\.\d+"), re.compile(r"[<>]\d(\.\d+)?|\d\.\d\.\.\d\.\d")
    questions = {question["key"]: question for question in document["questions"]}
    for key, column in document["cells"].items():
        exact, band = (float, mean) if questions[key]["type"] == "score" else (int, count)
        hidden = "<10" if questions[key]["sensitive"] else "<5"
        for cell in column.values():
            assert (cell["items"] is None) == (cell["base"] == hidden)
            assert isinstance(cell["base"], int) or cell["base"] == hidden
            assert all(isinstance(shown, exact) or band.fullmatch(shown) for shown in cell["items"] or ())


def test_the_recipe_gives_the_certificates_of_a_real_chain(house: Cast, tmp_path: Path) -> None:
    spoke(house, 5)
    first = release(DAY)
    spoke(house, 5, left_on=LEFT.replace(month=3))
    second = release(months_later(DAY, QUARTER))
    recipe = tmp_path / "check.py"
    recipe.write_text(block("python"), encoding="utf-8")
    names = []
    for made in (first, second):
        (tmp_path / f"release-{made.number}.json").write_bytes(made.document.encode())
        names.append(f"release-{made.number}.json")
    done = subprocess.run([sys.executable, recipe, *names], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [names[0], first.certificate, names[1], second.certificate]

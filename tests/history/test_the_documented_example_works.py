import re
from pathlib import Path

from tests.history.survey_files import TODAY, told
from uitzicht.history.mapping import load_mapping
from uitzicht.history.oddities import Rule
from uitzicht.history.reading import read_grid
from uitzicht.history.survey import Reading, read_survey

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "contracts" / "mapping.md").read_text(encoding="utf-8")


def example(name: str) -> str:
    found = re.search(rf"<!-- example: {re.escape(name)} -->\n```\w+\n(.*?)```", PAGE, re.S)
    assert found
    return found[1]


def reading() -> Reading:
    mapping = load_mapping(example("exits.toml"), file="exits.toml")
    grid = read_grid(example("exits.csv").encode("cp1252"), file="exits.csv", source=mapping.file)
    return read_survey(grid, mapping=mapping, today=TODAY)


def test_it_imports_what_the_page_says():
    first, second, third = reading().records
    assert (first.path, first.left_precision, first.answers["recommend"]) == (("Terminal", "Kade Noord"), "day", "high")
    assert (second.left_precision, second.answers["reasons"]) == ("month", ["family.family", "none"])
    assert (third.kind, third.left_precision, third.answers["reasons"]) == ("retirement", "year", [])
    assert dict(reading().missing) == {"Sfeer": 1, "Aanbevelen": 1}


def test_it_reports_what_the_page_says():
    assert told(reading()) == [
        (3, "Geen van deze", "x", "none_with_reason"),
        (4, "", "", "nothing_ticked"),
        (5, "Soort", "Overplaatsing", "kind_unknown"),
    ]


def test_the_page_explains_every_rule():
    assert not [rule.value for rule in Rule if f"`{rule.value}`" not in PAGE]

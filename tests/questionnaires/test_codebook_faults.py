"""Reading a codebook names the place of a fault."""

from pathlib import Path

import pytest

import uitzicht.questionnaires.codebook
from uitzicht.questionnaires.codebook import read_codebook

TEXT = Path(uitzicht.questionnaires.codebook.__file__).with_name("codebook.toml").read_text(encoding="utf-8")

FAULTS = {
    "a language is missing": ('nl = "te veel werk", ', "", "workload_wellbeing.workload: no text in nl"),
    "a label is blank": ('nl = "te veel werk"', 'nl = " "', "workload_wellbeing.workload: no text in nl"),
    "a force is unknown": (
        'stress = { force = "push"',
        'stress = { force = "shove"',
        "workload_wellbeing.stress: force is 'shove'",
    ),
    "a force is missing": ('stress = { force = "push", ', "stress = { ", "workload_wellbeing.stress: force is None"),
    "a group is unknown": ("[groups.commute]\n", "[groups.commuting]\n", "groups: unknown key commuting"),
    "a language is unknown": ('nl = "afwisseling"', 'xx = "afwisseling"', "themes.content.variety: no text in nl"),
    "a key is misspelt": ("hint.nl = ", "hnt.nl = ", "unknown key hnt"),
    "none has no label": ('fr = "aucune de ces raisons"\n', "", "none: no text in fr"),
}


def test_the_codebook_that_ships_has_no_fault() -> None:
    assert read_codebook(TEXT).reasons


@pytest.mark.parametrize(("before", "after", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_named_with_its_place(before: str, after: str, message: str) -> None:
    assert before in TEXT
    with pytest.raises(ValueError, match=message):
        read_codebook(TEXT.replace(before, after, 1))


def test_a_group_with_one_reason_is_too_thin() -> None:
    lines = [line for line in TEXT.splitlines() if not line.startswith("unsuitable_work")]
    with pytest.raises(ValueError, match=r"groups\.health\.reasons: 1 entries, expected 2 to 6"):
        read_codebook("\n".join(lines))

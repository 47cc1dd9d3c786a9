"""``uitzicht report``: every kind, in the form that the name of the file asks for."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from tests.cli.command import Terminal


@pytest.mark.parametrize("kind", ["yearly", "psychosocial", "works_council", "benchmark"])
def test_every_kind_of_the_whole_is_written(released: Terminal, kind: str) -> None:
    done = released("report", "--kind", kind, "--language", "nl", f"{kind}.pdf")
    assert done.code == 0, done.err
    reader = PdfReader(released.home / f"{kind}.pdf")
    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert "release 1" in done.out


def test_the_ending_of_the_file_says_which_form(released: Terminal) -> None:
    for name, opened in {"a.pptx": Presentation, "A.XLSX": load_workbook}.items():
        done = released("report", name)
        assert done.code == 0, done.err
        assert opened(str(released.home / name)) is not None


def test_a_unit_is_named_by_its_path(released: Terminal) -> None:
    path = _a_unit(released)
    done = released("report", "--kind", "unit", "--unit", path.upper(), "unit.pdf")
    assert done.code == 0, done.err
    text = " ".join(page.extract_text() for page in PdfReader(released.home / "unit.pdf").pages)
    assert path in " ".join(text.split())


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("why.docx",), "report.unknown_form"),
        (("why",), "report.unknown_form"),
        (("--kind", "unit", "why.pdf"), "report.unit_missing"),
        (("--kind", "unit", "--unit", "Nowhere", "why.pdf"), "report.unknown_unit"),
        (("--unit", "Nowhere", "why.pdf"), "report.unit_not_asked"),
        (("--release", "9", "why.pdf"), "insight.no_release"),
    ],
)
def test_what_cannot_be_made_is_refused_and_leaves_no_file(
    released: Terminal, options: tuple[str, ...], code: str
) -> None:
    assert released("report", *options).refused(code)
    assert not list(Path(released.home).glob("why*"))


def test_before_the_first_release_only_the_works_council_has_something(uitzicht: Terminal) -> None:
    done = uitzicht("report", "--kind", "works_council", "dossier.pdf")
    assert done.code == 0, done.err
    assert "before the first release" in done.out
    assert uitzicht("report", "yearly.pdf").refused("insight.no_release")


def _a_unit(terminal: Terminal) -> str:
    """The path of some unit, as the refusal of another one gives an example."""
    refused = terminal("report", "--kind", "unit", "--unit", "Nowhere", "x.pdf")
    return refused.err.partition("for instance ")[2].partition(".")[0]

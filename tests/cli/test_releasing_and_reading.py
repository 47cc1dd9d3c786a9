"""``release``, ``attack``, ``figures``, ``report``: from imported leavers to protected figures."""

import csv
import io
import json
from datetime import date, timedelta
from typing import Any

import pytest
from pypdf import PdfReader

from tests import survey
from tests.cli.command import Terminal
from tests.cli.conftest import import_survey

GROUP = {"group", "unit", "question", "base", "items"}
ITEM = {"key", "label", "share", "interval"}


def counts() -> dict[str, int]:
    """Reasons of those who resigned, counted in the file itself."""
    rows = [line.split(",") for line in survey.survey(60, 4).decode().splitlines()[1:]]
    resigned = [row for row in rows if row[3] == "resigned"]
    return {code: sum(row[5 + n] == "x" for row in resigned) for n, code in enumerate(survey.codes())}


def figures(terminal: Terminal, *options: str) -> Any:
    done = terminal("figures", *options, "--format", "json")
    assert done.code == 0, done.err
    assert not done.err
    return json.loads(done.out)


def test_a_dry_run_shows_public_counts_and_changes_nothing(uitzicht: Terminal) -> None:
    import_survey(uitzicht)
    first, again = uitzicht("release", "--dry-run"), uitzicht("release", "--dry-run")
    assert first == again
    assert "with 60 people." in first.out
    assert "0 people would wait. Nothing was changed." in first.out
    assert uitzicht("figures", "reasons").refused("insight.no_release")


def test_a_release_names_its_bundles_and_certificate(uitzicht: Terminal) -> None:
    import_survey(uitzicht)
    done = uitzicht("release")
    assert done.code == 0
    assert "Release 1 is frozen: " in done.out
    assert "60 people in all releases." in done.out
    assert len(done.lines[-1].removeprefix("Certificate ")) == 64


def test_a_release_of_nobody_is_refused(uitzicht: Terminal) -> None:
    assert uitzicht("release").refused("release.too_few")


def test_a_second_release_on_the_same_day_is_too_soon(released: Terminal) -> None:
    assert released("release").refused("release.too_soon")


def test_a_release_in_the_future_is_refused(uitzicht: Terminal) -> None:
    import_survey(uitzicht)
    later = (date.today() + timedelta(days=2)).isoformat()
    assert uitzicht("release", "--on", later).refused("release.in_future")


def test_an_attack_that_opens_nothing_exits_with_0(released: Terminal) -> None:
    done = released("attack", "--format", "json")
    found = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert list(found) == ["releases", "figures", "respondents", "opened", "certificate", "views"]
    assert (found["releases"], found["respondents"], found["opened"]) == (1, 60, 0)
    assert "nothing opened." in released("attack").out


def test_before_any_release_the_attack_finds_nothing(uitzicht: Terminal) -> None:
    done = uitzicht("attack", "--format", "json")
    assert done.code == 0
    assert json.loads(done.out) == {
        "releases": 0,
        "figures": 0,
        "respondents": 0,
        "opened": 0,
        "certificate": "",
        "views": "audited",
    }


def test_an_attack_on_a_forged_release_exits_with_1(uitzicht: Terminal) -> None:
    if uitzicht.variables:
        pytest.skip("the forger here knows SQLite; tests/release forges on both")
    import sqlite3

    import_survey(uitzicht)
    uitzicht("release")
    with sqlite3.connect(uitzicht.home / "uitzicht.sqlite3") as database:
        database.execute("DROP TRIGGER release_release_no_update")
        database.execute(
            'UPDATE release_release SET document = replace(document, \'"label":"T0001"\', \'"label":"X"\')'
        )
    database.close()
    done = uitzicht("attack")
    assert done.code == 1
    assert "Release 1 does not fit its certificate." in done.out
    assert json.loads(uitzicht("attack", "--format", "json").out)["opened"] == 1


def test_figures_as_json_keep_their_contract(released: Terminal) -> None:
    found = figures(released, "reasons", "--where", "kind=resignation")
    contract = {"release", "released_on", "parameters", "certificate", "measure", "view", "groups"}
    assert set(found) == contract
    assert (found["release"], found["measure"], found["view"]) == (1, "reasons", "organisation")
    assert found["released_on"] == date.today().isoformat()
    assert found["parameters"]["k"] == 5
    (group,) = found["groups"]
    assert set(group) == GROUP
    for item in group["items"]:
        assert set(item) - ITEM in ({"count"}, {"band"})


def test_figures_are_those_of_the_file_or_a_band_around_them(released: Terminal) -> None:
    (group,) = figures(released, "reasons", "--where", "kind=resignation")["groups"]
    shown = {item["key"]: item for item in group["items"]}
    for code, count in counts().items():
        assert shown[code].get("count", count) == count
        assert ("band" in shown[code]) == (count < 3 or count > group["base"] - 3)


def test_figures_by_unit_give_one_group_for_each(released: Terminal) -> None:
    found = figures(released, "reasons", "--view", "units", "--where", "kind=other")
    assert len(found["groups"]) > 1
    assert len({group["group"] for group in found["groups"]}) == len(found["groups"])


def test_figures_as_csv_have_one_line_for_each_item(released: Terminal) -> None:
    done = released("figures", "reasons", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff"))))
    (group,) = figures(released, "reasons")["groups"]
    assert [row["item"] for row in rows] == [item["key"] for item in group["items"]]
    assert {row["certificate"] for row in rows} == {figures(released, "reasons")["certificate"]}


def test_figures_as_a_table_show_base_threshold_and_certificate(released: Terminal) -> None:
    done = released("figures", "reasons")
    assert done.code == 0
    assert "(base 60)" in done.out
    assert "Threshold 5. Certificate " in done.out


@pytest.mark.parametrize(("language", "word"), [("nl", "genoemde redenen"), ("en", "reasons named")])
def test_figures_speak_the_language_asked_for(released: Terminal, language: str, word: str) -> None:
    assert word in released("figures", "reasons", "--language", language).out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("nonsense",), "insight.unknown_measure"),
        (("reasons", "--release", "9"), "insight.no_release"),
        (("reasons", "--view", "people"), "insight.view_not_on_menu"),
        (("reasons", "--where", "gender=woman"), "insight.view_not_on_menu"),
        (("reasons", "--where", "unit=Nowhere"), "insight.view_not_on_menu"),
        (("reasons", "--where", "kind"), "figures.condition"),
    ],
)
def test_what_is_not_on_the_menu_is_refused(released: Terminal, options: tuple[str, ...], code: str) -> None:
    assert released("figures", *options).refused(code)


def test_the_report_is_a_pdf_of_the_release(released: Terminal) -> None:
    done = released("report", "why.pdf")
    assert done.code == 0, done.err
    file = released.home / "why.pdf"
    certificate = figures(released, "reasons")["certificate"]
    text = "".join(page.extract_text() for page in PdfReader(file).pages).replace("\n", "").replace(" ", "")
    assert certificate[:8] in text
    assert "release 1" in done.out


def test_a_report_in_an_unknown_form_is_refused(released: Terminal) -> None:
    assert released("report", "why.docx").refused("report.unknown_form")
    assert not (released.home / "why.docx").exists()


def test_a_folder_that_is_not_there_is_one_line(released: Terminal) -> None:
    done = released("report", "nowhere/why.pdf")
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert "nowhere" in done.err

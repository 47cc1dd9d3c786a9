"""``import staff`` and ``import exits``: a dry run changes nothing, an error names its cell, all or nothing."""

import pytest

from tests import survey
from tests.cli.command import Terminal
from tests.cli.conftest import import_survey

HEADER = "Personeelsnummer;Voornaam;Achternaam;Afdeling;Functie;In dienst\n"
GOOD = HEADER + "1;Ann;Claes;Terminal / Kade;Planner;01/02/2020\n2;Bert;Wuyts;Terminal / Kade;Kraanman;01/03/2021\n"
BAD = HEADER + "1;Ann;Claes;Terminal / Kade;Planner;01/02/2020\n2;Bert;Wuyts;Terminal / Kade;Kraanman;31/02/2021\n"


def employed(terminal: Terminal, number: str) -> bool:
    """Whether an account can be made for this employee, which needs them on the staff list."""
    address = f"{number}@example.org"
    done = terminal("user", "add", address, "--name", "X", "--role", "admin", "--employee", number)
    return done.code == 0


def test_a_dry_run_of_a_staff_list_shows_and_changes_nothing(uitzicht: Terminal) -> None:
    done = uitzicht("import", "staff", uitzicht.file("staff.csv", GOOD), "--dry-run")
    assert done.code == 0
    assert "2 would be added, 0 would be changed, 0 would be ended" in done.out
    assert "Nothing was changed." in done.out
    assert not employed(uitzicht, "1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_staff_list_comes_in(uitzicht: Terminal, encoding: str) -> None:
    file = uitzicht.file("staff.csv", GOOD.replace("Ann", "Zoë").encode(encoding))
    done = uitzicht("import", "staff", file)
    assert done.code == 0
    assert "2 added, 0 changed, 0 ended, 0 unchanged." in done.out
    assert "Zoë" in done.out
    assert employed(uitzicht, "2")


def test_a_staff_list_again_changes_nothing(uitzicht: Terminal) -> None:
    file = uitzicht.file("staff.csv", GOOD)
    uitzicht("import", "staff", file)
    assert "0 added, 0 changed, 0 ended, 2 unchanged." in uitzicht("import", "staff", file).out


def test_one_bad_cell_is_named_and_nobody_comes_in(uitzicht: Terminal) -> None:
    done = uitzicht("import", "staff", uitzicht.file("staff.csv", BAD))
    assert done.code == 2
    assert "row 3, column 'In dienst', value '31/02/2021': " in done.out
    assert "1 error; nothing was imported." in done.err
    assert len(done.err.splitlines()) == 1
    assert not employed(uitzicht, "1")


def test_a_dry_run_of_a_bad_file_fails_as_the_import_would(uitzicht: Terminal) -> None:
    done = uitzicht("import", "staff", uitzicht.file("staff.csv", BAD), "--dry-run")
    assert done.code == 2
    assert "row 3" in done.out


def test_a_mapping_file_says_which_column_is_which(uitzicht: Terminal) -> None:
    strange = GOOD.replace("Personeelsnummer", "Nr intern")
    file = uitzicht.file("staff.csv", strange)
    assert uitzicht("import", "staff", file).code == 2
    mapping = uitzicht.file("staff.toml", '[columns]\nemployee_number = "Nr intern"\n')
    done = uitzicht("import", "staff", file, "--mapping", mapping)
    assert done.code == 0, done.err
    assert "2 added" in done.out


def test_a_file_that_is_not_there_is_named(uitzicht: Terminal) -> None:
    done = uitzicht("import", "staff", "nowhere.csv")
    assert done.code == 2
    assert "nowhere.csv" in done.err


def test_a_dry_run_of_a_survey_reports_and_stores_nothing(uitzicht: Terminal) -> None:
    done = import_survey(uitzicht, "--dry-run")
    assert done.code == 0
    assert "60 of 60 rows would be imported" in done.out
    assert "Release 1 would close 0 bundles" in uitzicht("release", "--dry-run").out


def test_a_survey_comes_in_once(uitzicht: Terminal) -> None:
    assert "60 of 60 rows imported" in import_survey(uitzicht).out
    assert import_survey(uitzicht).refused("history.already_imported")
    assert import_survey(uitzicht, "--again").code == 0


def test_an_odd_cell_of_a_survey_names_row_column_and_value(uitzicht: Terminal) -> None:
    rows = survey.survey(60, 4).decode().splitlines()
    cells = rows[7].split(",")
    cells[10] = "eleven"
    rows[7] = ",".join(cells)
    file = uitzicht.file("odd.csv", "\n".join(rows) + "\n")
    done = uitzicht("import", "exits", file, "--mapping", uitzicht.file("survey.toml", survey.mapping()))
    assert done.code == 0
    assert f"row 8, column '{survey.AREAS[0]}', value 'eleven': " in done.out
    assert "60 of 60 rows imported" in done.out


def test_a_mapping_with_a_fault_is_one_line(uitzicht: Terminal) -> None:
    file = uitzicht.file("survey.csv", survey.survey(60, 4))
    faulty = survey.mapping().replace('column = "kind"', 'column = "sort"')
    done = uitzicht("import", "exits", file, "--mapping", uitzicht.file("survey.toml", faulty))
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert "sort" in done.err
    assert "Release 1 would close 0 bundles" in uitzicht("release", "--dry-run").out

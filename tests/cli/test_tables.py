"""``uitzicht tables protect``: all or nothing, on a bare machine; small cells stay empty and the rest is as it was."""

import csv
from pathlib import Path

import numpy as np
import pytest

from tests.cli.command import Done, Terminal

HEADER = "region,province,family,leavers,workload"
OPTIONS = ("--people", "leavers", "--count", "workload", "--by", "region>province", "--by", "family")


def sector() -> str:
    """Two regions of three provinces by four families, about 12 leavers in a cell."""
    dice = np.random.default_rng(7)
    lines = [HEADER]
    for province in range(6):
        for family in ("care", "office", "=logistics", "IT"):
            people = int(dice.poisson(12))
            lines.append(f"R{province // 3},P{province},{family},{people},{dice.binomial(people, 0.3)}")
    return "\n".join(lines)


def protect(terminal: Terminal, content: str | bytes, *options: str) -> Done:
    return terminal("tables", "protect", terminal.file("sector.csv", content), *OPTIONS, "--out", "safe.csv", *options)


def read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_small_cells_are_empty_and_the_others_as_they_were(bare: Terminal) -> None:
    done = protect(bare, sector())
    assert done.code == 0, done.err
    written, given = read(bare.home / "safe.csv"), list(csv.DictReader(sector().splitlines()))
    assert len(written) == 9 * 5
    assert set(written[0]) == {*HEADER.split(","), "status"}
    by_place = {(row["province"], row["family"].removeprefix("'")): row for row in written}
    for row in given:
        shown = by_place[row["province"], row["family"]]
        assert shown["leavers"] == row["leavers"]
        is_small = not 3 <= int(row["workload"]) <= int(row["leavers"]) - 3 or int(row["leavers"]) < 5
        assert (shown["status"] == "suppressed: small") == is_small
        assert shown["workload"] == (row["workload"] if shown["status"] == "published" else "")


def test_it_says_how_much_is_hidden_and_that_nothing_was_opened(bare: Terminal) -> None:
    done = protect(bare, sector())
    hidden = [row["status"] for row in read(bare.home / "safe.csv") if row["status"] != "published"]
    assert done.lines[0].startswith(f"{len(hidden)} of 45 cells hidden: {hidden.count('suppressed: small')} small")
    assert "opened none" in done.out


def test_totals_are_added_with_a_word_of_their_own(bare: Terminal) -> None:
    protect(bare, sector())
    total = next(row for row in read(bare.home / "safe.csv") if {row["region"], row["family"]} == {"(total)"})
    given = list(csv.DictReader(sector().splitlines()))
    assert total["province"] == "(total)"
    assert total["leavers"] == str(sum(int(row["leavers"]) for row in given))


def test_no_cell_is_run_as_a_formula(bare: Terminal) -> None:
    protect(bare, sector())
    families = {row["family"] for row in read(bare.home / "safe.csv")}
    assert "'=logistics" in families
    assert "=logistics" not in families


def test_a_dry_run_writes_nothing(bare: Terminal) -> None:
    done = protect(bare, sector(), "--dry-run")
    assert done.code == 0
    assert done.lines[-1] == "Nothing was written."
    assert [file.name for file in bare.home.iterdir()] == ["sector.csv"]


def test_the_main_reason_may_be_a_dimension(bare: Terminal) -> None:
    lines = ["family,reason,people,count"]
    for family in range(4):
        counts = [14, 9, 2, 8] if family == 1 else [8, 9, 7, 12]
        lines += [f"F{family},R{number},{sum(counts)},{count}" for number, count in enumerate(counts)]
    file = bare.file("reasons.csv", "\n".join(lines))
    by = ("--people", "people", "--count", "count", "--by", "family", "--by", "reason")
    done = bare("tables", "protect", file, *by, "--answer", "reason", "--out", "safe.csv")
    assert done.code == 0, done.err
    rows = read(bare.home / "safe.csv")
    assert all(row["count"] == row["people"] for row in rows if row["reason"] == "(total)")
    assert next(row for row in rows if (row["family"], row["reason"]) == ("F1", "R2"))["status"] == "suppressed: small"
    assert bare("tables", "protect", file, *by, "--answer", "people", "--out", "x.csv").refused("tables.answer")


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("R0,P0,care,9,12", "row 26, column 'workload', value '12': is more than the number of people."),
        ("R0,P0,HR,nine,2", "row 26, column 'leavers', value 'nine': is not a whole number"),
        ("R0,,HR,9,2", "row 26, column 'province', value '': is empty"),
        ("(total),P0,HR,9,2", "row 26, column 'region', value '(total)': is a total"),
        (
            "R0,P0,care,9,2",
            "row 26, column 'region>province, family', value 'R0 > P0 / care': is a cell that row 2 has",
        ),
        ("R0,P0,HR,9,2,7", "row 26, column '', value '': has more cells"),
    ],
)
def test_every_error_names_row_column_value_and_rule_and_nothing_is_written(
    bare: Terminal, broken: str, said: str
) -> None:
    done = protect(bare, f"{sector()}\n{broken}")
    assert done.code == 2
    assert done.lines[0].startswith(said)
    assert done.err.endswith("[tables.file_has_errors]\n")
    assert not (bare.home / "safe.csv").exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "tables.empty"),
        (HEADER, "tables.empty"),
        (b"\xff\xfe\x00", "tables.not_utf8"),
        ("region,province,family,leavers\nR,P,F,9", "tables.column"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(bare: Terminal, content: str | bytes, code: str) -> None:
    assert protect(bare, content).refused(code)


def test_an_earlier_file_stays_when_the_table_is_refused(bare: Terminal) -> None:
    bare.file("safe.csv", "as it was")
    file = bare.file("one.csv", "family,reason,people,count\nF0,R0,9,9\nF1,R0,12,12")
    options = ("--people", "people", "--count", "count", "--by", "family", "--by", "reason", "--answer", "reason")
    assert bare("tables", "protect", file, *options, "--out", "safe.csv").refused("suppression.no_other_world")
    assert (bare.home / "safe.csv").read_text() == "as it was"


def test_help_shows_an_example() -> None:
    from click.testing import CliRunner

    from uitzicht.cli import uitzicht

    shown = CliRunner().invoke(uitzicht, ["tables", "protect", "--help"]).output
    assert "uitzicht tables protect sector.csv" in shown

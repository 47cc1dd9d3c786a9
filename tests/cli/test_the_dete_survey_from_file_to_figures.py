"""The real survey of 822 leavers, as its reader walks: import, release, figures, attack. Skipped where it is absent."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.cli.command import REPOSITORY, Terminal
from tests.cli.conftest import installation
from tests.history.conftest import DETE
from tests.history.test_the_dete_survey_gives_its_published_figures import TABLE

pytestmark = pytest.mark.skipif(not DETE.exists(), reason="the DETE survey is not at ../shared/data/dete")


@pytest.fixture(scope="module")
def dete(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    for terminal in installation(tmp_path_factory.mktemp("dete")):
        assert terminal("init").code == 0
        read = terminal("import", "exits", DETE, "--mapping", REPOSITORY / "examples" / "dete.toml")
        assert "822 of 822 rows imported" in read.out
        done = terminal("release")
        assert "822 people in all releases." in done.out
        yield terminal


def reasons(terminal: Terminal, *options: str) -> tuple[int, dict[str, dict[str, Any]]]:
    """Base and items by key, at organisation level."""
    (group,) = json.loads(terminal("figures", "reasons", *options, "--format", "json").out)["groups"]
    return group["base"], {item["key"]: item for item in group["items"]}


def test_the_resignations_are_those_of_the_published_table(dete: Terminal) -> None:
    base, items = reasons(dete, "--where", "kind=resignation")
    assert base == 311
    assert {key: items[key].get("count") for key in TABLE} == {key: resigned for key, (_, resigned) in TABLE.items()}


def test_all_leavers_together_are_those_of_the_published_table_where_exact(dete: Terminal) -> None:
    base, items = reasons(dete)
    assert base == 822
    exact = {key: items[key]["count"] for key in TABLE if "count" in items[key]}
    assert exact == {key: TABLE[key][0] for key in exact}
    assert len(exact) >= len(TABLE) - 2
    for key in TABLE.keys() - exact.keys():
        low, high = (int(end) for end in items[key]["band"].split(".."))
        assert low <= TABLE[key][0] <= high


def test_others_are_what_is_left(dete: Terminal) -> None:
    base, items = reasons(dete, "--where", "kind=other")
    assert base == 822 - 311
    for key, (everybody, resigned) in TABLE.items():
        assert items[key].get("count", everybody - resigned) == everybody - resigned


def test_the_attack_opens_nothing(dete: Terminal) -> None:
    done = dete("attack", "--format", "json")
    found = json.loads(done.out)
    assert (done.code, found["opened"], found["respondents"]) == (0, 0, 822)


def test_the_report_is_written(dete: Terminal) -> None:
    assert dete("report", "dete.pdf", "--language", "nl").code == 0
    assert (dete.home / "dete.pdf").read_bytes().startswith(b"%PDF")

"""``--help``: what a command does, and an example to copy."""

import pytest
from click.testing import CliRunner

from uitzicht.cli import uitzicht

COMMANDS = [
    ("init",),
    ("serve",),
    ("import", "staff"),
    ("import", "exits"),
    ("release",),
    ("figures",),
    ("report",),
    ("attack",),
    ("doctor",),
    ("user", "add"),
    ("calendar",),
    ("tables", "protect"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_shows_an_example(command: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(uitzicht, [*command, "--help"])
    assert shown.exit_code == 0
    examples = [line for line in shown.output.splitlines() if f"uitzicht {' '.join(command)}" in line]
    assert any(not line.startswith("Usage") for line in examples)


def test_the_command_itself_shows_the_way_from_nothing_to_figures() -> None:
    shown = CliRunner().invoke(uitzicht, ["--help"]).output
    steps = ("uitzicht init", "uitzicht import staff", "uitzicht serve", "uitzicht import exits", "uitzicht release")
    places = [shown.index(step) for step in steps]
    assert places == sorted(places)
    for command in (*uitzicht.commands,):
        assert f"  {command} " in shown


def test_help_needs_no_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UITZICHT_HOME", "nowhere")
    assert CliRunner().invoke(uitzicht, ["figures", "--help"]).exit_code == 0

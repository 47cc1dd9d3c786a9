from tests.cli.command import Terminal
from uitzicht.cli import uitzicht as program


def test_what_is_no_reply_is_one_clear_line(uitzicht: Terminal) -> None:
    file = uitzicht.file("reply.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    assert uitzicht("planning", "reply", file).refused("planning.no_reply")


def test_a_file_that_is_not_there_is_said(uitzicht: Terminal) -> None:
    assert uitzicht("planning", "reply", "gone.ics").code == 2


def test_the_command_explains_what_a_reply_does() -> None:
    text = str(program.commands["planning"].commands["reply"].help)
    assert all(word in text for word in ("accepted", "declined", "countered"))

"""``uitzicht planning``: what a mailbox hands over."""

from typing import BinaryIO

import click

from uitzicht.cli.console import configured, out


@click.group()
def planning() -> None:
    """Appointments, from the command line."""


@planning.command()
@click.argument("file", type=click.File("rb"))
def reply(file: BinaryIO) -> None:
    """Take the reply to an invitation: an .ics file or the whole mail; '-' reads it from standard input.

    \b
    accepted   by the leaver: the appointment is marked as accepted
    declined   by the leaver: another moment is asked for; by the interviewer: HR sees that
    countered  the moment goes to HR as a proposal, if the rules allow it

    A mail server can hand over every mail that arrives at the address of the invitations:

    \b
      uitzicht planning reply reply.ics
      uitzicht planning reply - < mail.eml
    """
    configured()
    from django.utils import timezone

    from uitzicht.planning.replies import MOST_BYTES
    from uitzicht.planning.services import Outcome, take_reply

    told = {
        Outcome.LEAVER_ACCEPTED: "The leaver accepts: the appointment is marked as accepted.",
        Outcome.LEAVER_ASKS: "The leaver asks for another moment: HR sees it on Today.",
        Outcome.LEAVER_UNDECIDED: "The leaver does not know yet: nothing is changed.",
        Outcome.INTERVIEWER_ANSWERED: "The answer of the interviewer is kept.",
    }
    out.print(told[take_reply(file.read(MOST_BYTES + 1), at=timezone.now())])

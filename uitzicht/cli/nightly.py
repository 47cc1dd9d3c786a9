"""``uitzicht nightly``: everything that has to happen by itself, once a day."""

import sys

import click

from uitzicht.cli.console import configured, operator, out
from uitzicht.cli.erase import erase_due


@click.command()
def nightly() -> None:
    """Erase what is due, send reminders and follow-ups. Run it every night; a night that was missed is made up for.

    \b
    erases     everything that 'uitzicht erase' erases
    reminds    of a conversation the working day before, of a task, of themes still to give, of a summary still to confirm;
               asks once again after a conversation that was missed; of an action in the week before its day and once
               when it is overdue
    farewell   thanks and says what happens with the data, once, to the private address of who has left
    follow-up  plans and mails it to those who agreed, to their private address
    reports    after a release, tells who waits for a report where it is
    alumni     asks former colleagues once a year whether their address holds; sends what is left of a newsletter

    Needs the release key for requests to erase a sealed sheet. Nobody gets the same mail twice.

    \b
      uitzicht nightly
    """
    configured()
    from django.utils import timezone

    from uitzicht.actions import services as actions
    from uitzicht.actions.reminders import remind_owners as remind_of_actions
    from uitzicht.alumni import services as alumni
    from uitzicht.followups import services as followups
    from uitzicht.interviews import reminders
    from uitzicht.offboarding.farewell.final_mail import send_final_mails
    from uitzicht.offboarding.reminders import remind_owners
    from uitzicht.planning import services as planning
    from uitzicht.reports.announcing import announce_due

    by, at = operator(), timezone.now()
    clean = erase_due(by=by, at=at)
    lines = {
        "reminders of a conversation": planning.remind_of_appointments(by=by, at=at),
        "conversations that were missed, asked again": planning.ask_missed_again(by=by, at=at),
        "calendars brought up to date": planning.write_late(at=at),
        "reminders of a task": remind_owners(by=by, at=at),
        "reminders to give themes": reminders.remind_to_code(by=by, at=at),
        "reminders to confirm a summary": reminders.remind_to_confirm(by=by, at=at),
        "follow-ups planned": followups.plan_follow_ups(by=by, at=at),
        "mails about a follow-up": followups.send_due(by=by, at=at),
        "questions to former colleagues": alumni.remind(on=timezone.localdate(at), by=by, at=at),
        "newsletters to former colleagues": alumni.send_rest(by=by, at=at),
        "last mails": send_final_mails(by=by, at=at),
        "mails about a report": announce_due(by=by, at=at),
        "actions whose effect is measured from now on": actions.begin_measuring(by=by, at=at),
        "reminders of an action": remind_of_actions(by=by, at=at),
    }
    for name, count in lines.items():
        out.print(f"{count:>6}  {name}")
    sys.exit(0 if clean else 1)

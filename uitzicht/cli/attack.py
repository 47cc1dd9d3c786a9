"""``uitzicht attack``: from inside, with the truth; and from outside, as a role over HTTP."""

import json
import os
import sys
from collections.abc import Sequence

import click

from uitzicht.cli.console import counted, out, progress
from uitzicht.cli.outsider.attack import Result
from uitzicht.cli.outsider.attack import attack as attack_from_outside
from uitzicht.cli.outsider.visit import HOMES, Limits, visit
from uitzicht.cli.release import attack as attack_from_inside

MOST_SHOWN = 20
PASSWORD = "UITZICHT_ATTACK_PASSWORD"  # noqa: S105 - the name of the variable


@click.command()
@click.option(
    "--as",
    "roles",
    multiple=True,
    type=click.Choice(tuple(HOMES)),
    help="Attack from outside as this role; repeatable.",
)
@click.option("--url", help="Address of the server to attack from outside.")
@click.option("--email", "emails", multiple=True, help="Account of each --as, in the same order (default: asked).")
@click.option("--choices", type=click.IntRange(0), help="Combine at most so many filters (default: any number).")
@click.option(
    "--most", type=click.IntRange(1), default=Limits().most, show_default=True, help="Addresses for each role."
)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.pass_context
def attack(
    context: click.Context,
    roles: tuple[str, ...],
    url: str | None,
    emails: tuple[str, ...],
    choices: int | None,
    most: int,
    form: str,
) -> None:
    """Attack everything that was ever released, again. Exit code 1 when anything is open.

    Without --as: from inside, with the true totals, in this installation. With --as and --url: from outside, without any
    truth. It signs in, reads every page, file and release of that role, and tries to open them. Several roles together
    attack as one. Passwords are asked, or come from UITZICHT_ATTACK_PASSWORD, from UITZICHT_ATTACK_PASSWORD_HR_LEAD and so
    on, or from standard input, one line for each role.

    \b
      uitzicht attack
      uitzicht attack --format json   {"releases", "figures", "respondents", "opened", "certificate"}
      uitzicht attack --as leader --url https://exit.example.org --email els@example.org
      uitzicht attack --as hr_lead --as leader --url https://exit.example.org --format json
    """
    if not roles:
        if url or emails:
            raise click.UsageError("--url and --email need --as: as which role?")
        context.invoke(attack_from_inside, form=form)
        return
    if not url:
        raise click.UsageError("--as needs --url: which server?")
    if emails and len(emails) != len(roles):
        raise click.UsageError("Give one --email for each --as, in the same order.")
    limits = Limits(most, choices)
    accounts = [(role, *_account(role, emails[place] if emails else "")) for place, role in enumerate(roles)]
    with progress() as report:
        visits = [visit(role, url, email, password, limits, report) for role, email, password in accounts]
        result = attack_from_outside(visits, report)
    if form == "json":
        print(json.dumps(result.to_json()))
    else:
        _show(result)
    if not result.green:
        sys.exit(1)


def _account(role: str, email: str) -> tuple[str, str]:
    """E-mail and password. A password is never an argument: arguments stand in the list of processes."""
    email = email or click.prompt(f"E-mail of the {role}", err=True)
    password = os.environ.get(f"{PASSWORD}_{role.upper()}") or os.environ.get(PASSWORD)
    if not password and not sys.stdin.isatty():
        password = sys.stdin.readline().rstrip("\n")
    return email, password or click.prompt(f"Password of {email}", hide_input=True, err=True)


def _show(result: Result) -> None:
    out.print("What an attacker would see", markup=False)
    for one in result.visits:
        pages = counted(len(one.pages) - one.files, "page", "pages")
        out.print(f"  as {one.role}: {pages} and {counted(one.files, 'file', 'files')} read", markup=False)
        if one.unread:
            out.print(f"  {counted(one.unread, 'address', 'addresses')} not read: raise --most or lower --choices.")
    out.print(
        f"{counted(result.releases, 'release', 'releases')}, {result.figures} figures compared, {result.places} places tried with {result.programmes} linear programmes."
    )
    if result.narrowest:
        out.print("Narrowest places that stay closed:")
    for place in result.narrowest:
        people = f"{place.size} people, " if place.size else ""
        out.print(
            f"  {place.bundle}, {place.stratum}, {place.question} {place.item}: {people}{counted(place.high - place.low + 1, 'value', 'values')} possible",
            markup=False,
        )
    out.print(f"Opened: {len(result.openings)}.")
    for opening in result.openings[:MOST_SHOWN]:
        where = f" ({opening.role} {opening.address})" if opening.address else ""
        out.print(f"  {opening.why}: {opening.place}{where}", markup=False)
    _rest(result.openings)


def _rest(openings: Sequence[object]) -> None:
    if len(openings) > MOST_SHOWN:
        out.print(f"  and {len(openings) - MOST_SHOWN} more: --format json names them all.")

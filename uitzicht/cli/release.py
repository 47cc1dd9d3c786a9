"""``uitzicht release`` and ``uitzicht attack``."""

import json
import sys
from datetime import date, datetime

import click

from uitzicht.cli.console import configured, counted, operator, out, progress


@click.command()
@click.option("--dry-run", is_flag=True, help="Show which bundles would close and who waits; change nothing.")
@click.option("--by", default="", help="Who asked for it, for the audit trail (default: the account that runs this).")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Day of the release (default: today).")
def release(dry_run: bool, by: str, on: datetime | None) -> None:
    """Close bundles, protect the tables, attack them, and freeze what stays closed.

    Shows public counts only: how many people in how many bundles, never an answer.

    \b
      uitzicht release --dry-run
      uitzicht release
    """
    configured()
    from django.utils import timezone

    from uitzicht.release.proposal import propose
    from uitzicht.release.services import make_release

    day: date = on.date() if on else timezone.localdate()
    if dry_run:
        proposal = propose(day)
        out.print(
            f"Release {proposal.number} would close {counted(len(proposal.closing.bundles), 'bundle', 'bundles')} with {_people(proposal.people)}."
        )
        out.print(f"{_people(len(proposal.closing.waiting))} would wait. Nothing was changed.")
        return
    with progress() as report:
        made = make_release(by=by or operator(), at=timezone.now(), on=day, progress=report)
    found = made.audit
    out.print(
        f"Release {made.number} is frozen: {counted(made.bundles.count(), 'bundle', 'bundles')}, {_people(found['respondents'])} in all releases."
    )
    out.print(
        f"Attacked and not opened: {found['figures']} figures, {found['worlds']} counter-worlds, {found['widened']} figures widened."
    )
    out.print(f"Certificate {made.certificate}")


@click.command()
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def attack(form: str) -> None:
    """Attack everything that was ever released, again. Exit code 1 when anything is open.

    \b
      uitzicht attack
      uitzicht attack --format json   {"releases", "figures", "respondents", "opened", "certificate"}
    """
    configured()
    from uitzicht.release.attack import attack_everything

    with progress() as report:
        result = attack_everything(progress=report)
    if form == "json":
        print(json.dumps(result.to_json()))
    else:
        verdict = result.verdict
        out.print(
            f"{counted(verdict.releases, 'release', 'releases')}, {verdict.figures} figures, {_people(verdict.respondents)}: "
            + ("nothing opened." if result.green else f"{result.to_json()['opened']} opened.")
        )
        for number in result.tampered:
            out.print(f"Release {number} does not fit its certificate.")
        if not result.views_attacked:
            out.print("Figures of views were not attacked: no release key. Their rules and certificates were checked.")
        for opening in verdict.openings[:20]:
            out.print(
                f"Release {opening.release}, group {opening.group}, {opening.question} {opening.item}: {opening.why}"
            )
        if result.certificate:
            out.print(f"Certificate {result.certificate}")
    if not result.green:
        sys.exit(1)


def _people(number: int) -> str:
    return counted(number, "person", "people")

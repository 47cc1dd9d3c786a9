"""The one command: ``uitzicht``. Every refusal is one clear line and exit code 2."""

import sys

import click

from uitzicht.cli.attack import attack
from uitzicht.cli.calendar import calendar
from uitzicht.cli.console import configured, refused
from uitzicht.cli.demo import demo
from uitzicht.cli.doctor import doctor
from uitzicht.cli.erase import erase
from uitzicht.cli.figures import figures
from uitzicht.cli.imports import imports
from uitzicht.cli.nightly import nightly
from uitzicht.cli.planning import planning
from uitzicht.cli.release import release
from uitzicht.cli.report import report
from uitzicht.cli.setup import init, serve
from uitzicht.cli.tables import tables
from uitzicht.cli.user import user

__all__ = ["configured", "main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def uitzicht() -> None:
    """Exit interviews that leavers can be honest in, and organisations can learn from.

    Configuration comes from UITZICHT_* variables (docs/guide/configuration.md). A first start:

    \b
      uitzicht init                               make the keys and the database
      uitzicht user add ann@example.org --name "Ann" --role hr_lead
      uitzicht import staff staff.csv --dry-run   see what would happen
      uitzicht import staff staff.csv
      uitzicht serve

    From an earlier exit survey to protected figures:

    \b
      uitzicht import exits survey.csv --mapping survey.toml
      uitzicht release
      uitzicht figures reasons --where kind=resignation
    """


for command in (
    init,
    serve,
    demo,
    imports,
    release,
    figures,
    report,
    attack,
    nightly,
    planning,
    erase,
    doctor,
    user,
    calendar,
    tables,
):
    uitzicht.add_command(command)


def main() -> None:
    """Console script."""
    try:
        uitzicht(standalone_mode=False)
    except click.exceptions.Abort:
        print("Stopped. Nothing was changed.", file=sys.stderr)
        sys.exit(130)
    except click.ClickException as fault:
        fault.show()
        sys.exit(fault.exit_code)
    except Exception as fault:
        if not (line := refused(fault)):
            raise
        print(line, file=sys.stderr)
        sys.exit(2)

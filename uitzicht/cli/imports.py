"""``uitzicht import staff`` and ``uitzicht import exits``."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uitzicht.cli.console import configured, counted, operator, out, progress
from uitzicht.core.refusal import Refusal

if TYPE_CHECKING:
    from uitzicht.history.report import Report
    from uitzicht.people.staff_plan import Line, Plan

SHOWN = 20
ODDITIES_SHOWN = 200
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("import")
def imports() -> None:
    """Bring in a staff list or an earlier exit survey."""


@imports.command()
@click.argument("file", type=FILE)
@click.option("--mapping", type=FILE, help="TOML file that says which column is which (docs/contracts/staff.md).")
@click.option("--complete", is_flag=True, help="The file names everybody in service: who is missing has ended.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Day from which changes hold (default: today).")
@click.option("--dry-run", is_flag=True, help="Show what would happen; change nothing.")
def staff(file: Path, mapping: Path | None, complete: bool, on: datetime | None, dry_run: bool) -> None:
    """Import a staff list (CSV or XLSX). All or nothing: with one error in the file nothing is imported.

    \b
      uitzicht import staff staff.csv --dry-run
      uitzicht import staff staff.xlsx --mapping staff.toml --complete
    """
    configured()
    from django.utils import timezone

    from uitzicht.people.services import import_staff
    from uitzicht.people.staff_file import load_mapping, read_staff
    from uitzicht.people.staff_plan import plan_import

    day: date = on.date() if on else timezone.localdate()
    with progress() as report:
        read = read_staff(file, load_mapping(mapping.read_text(encoding="utf-8")) if mapping else None)
        plan = plan_import(read, on=day, complete=complete, progress=report)
        if not plan.problems and not dry_run:
            import_staff(plan, by=operator(), at=timezone.now(), progress=report)
    _show_plan(plan, dry_run)


@imports.command()
@click.argument("file", type=FILE)
@click.option(
    "--mapping", type=FILE, required=True, help="TOML file that explains the survey (docs/contracts/mapping.md)."
)
@click.option("--dry-run", is_flag=True, help="Read everything and report; store nothing.")
@click.option(
    "--drop-duplicates", is_flag=True, help="Leave out rows that are the same in everything but their number."
)
@click.option("--again", is_flag=True, help="Import a file that was imported before; its people then count twice.")
@click.option("--all-oddities", is_flag=True, help=f"Name every odd cell, not only the first {SHOWN}.")
def exits(file: Path, mapping: Path, dry_run: bool, drop_duplicates: bool, again: bool, all_oddities: bool) -> None:
    """Import an earlier exit survey (CSV or XLSX). What is sound comes in; what is odd is told, never guessed.

    \b
      uitzicht import exits survey.csv --mapping survey.toml --dry-run
      uitzicht import exits survey.csv --mapping survey.toml
      uitzicht release
    """
    configured()
    from django.utils import timezone

    from uitzicht.history.mapping import load_mapping
    from uitzicht.history.services import import_exits
    from uitzicht.questionnaires.codebook import load_codebook

    known = {reason.code for reason in load_codebook().reasons}
    read = load_mapping(mapping.read_text(encoding="utf-8"), file=mapping.name, known_reasons=known)
    with progress() as report:
        result = import_exits(
            file.read_bytes(),
            file=file.name,
            mapping=read,
            by=operator(),
            at=timezone.now(),
            dry_run=dry_run,
            drop_duplicates=drop_duplicates,
            again=again,
            progress=report,
        )
    _show_report(result, len(result.oddities) if all_oddities else SHOWN)


def _show_plan(plan: "Plan", dry_run: bool) -> None:
    for problem in plan.problems[:ODDITIES_SHOWN]:
        out.print(
            f"row {problem.row}, column {problem.column!r}, value {problem.value!r}: {problem.rule} {problem.remedy}",
            markup=False,
        )
    if plan.problems:
        raise Refusal(
            "staff.file_has_errors",
            "{count}; nothing was imported. Correct the file, or name its columns in a mapping file, and try again.",
            count=counted(len(plan.problems), "error", "errors"),
        )
    for name, lines in (("added", plan.added), ("changed", plan.changed), ("ended", plan.ended)):
        _show_lines(name, lines)
    would = "would be " if dry_run else ""
    out.print(
        f"{len(plan.added)} {would}added, {len(plan.changed)} {would}changed, {len(plan.ended)} {would}ended, {plan.unchanged} unchanged."
        + (" Nothing was changed." if dry_run else "")
    )


def _show_lines(name: str, lines: "Sequence[Line]") -> None:
    for line in lines[:SHOWN]:
        changes = ", ".join(f"{change.field}: {change.old or '-'} -> {change.new or '-'}" for change in line.changes)
        out.print(f"{name:8} {line.employee_number} {line.name}" + (f" ({changes})" if changes else ""), markup=False)
    if len(lines) > SHOWN:
        out.print(f"{name:8} and {len(lines) - SHOWN} more")


def _show_report(report: "Report", shown: int) -> None:
    for oddity in report.oddities[:shown]:
        out.print(
            f"row {oddity.row}, column {oddity.column!r}, value {oddity.value!r}: {oddity.title}. {oddity.what_to_do}",
            markup=False,
        )
    if len(report.oddities) > shown:
        out.print(f"... and {len(report.oddities) - shown} more (--all-oddities names them)", markup=False)
    for rule, count in report.totals.items():
        out.print(f"{count:6}  {rule.value}")
    for column in report.unmapped:
        out.print(f"column {column!r} is not in the mapping and was not read", markup=False)
    for column, why in report.ignored.items():
        out.print(f"column {column!r} is left out: {why}", markup=False)
    verb = "would be imported" if report.dry_run else "imported"
    kinds = ", ".join(f"{kind} {count}" for kind, count in report.kinds.items())
    out.print(f"{report.name}: {report.kept} of {report.rows} rows {verb} ({kinds}).", markup=False)

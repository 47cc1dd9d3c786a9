"""``uitzicht tables protect``: a dense table of counts, with totals, that may leave the house."""

import csv
from pathlib import Path

import click

from uitzicht.cli.console import counted, out
from uitzicht.cli.table_file import Columns, read_table
from uitzicht.core.disclosure.suppression import Rule, ShownCell, Status, SuppressedTable, suppress
from uitzicht.core.refusal import Refusal

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
TOTAL = "(total)"
SHOWN = 20
SPARSE = 0.5
WORDS = {Status.PUBLISHED: "published", Status.SMALL: "suppressed: small", Status.BESIDE: "suppressed: beside"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@click.group()
def tables() -> None:
    """Protect an extra table, for instance one that a sector body asks for."""


@tables.command()
@click.argument("file", type=FILE)
@click.option("--people", required=True, metavar="COL", help="Column with the number of people in a cell (public).")
@click.option("--count", required=True, metavar="COL", help="Column with how many of them gave the answer (secret).")
@click.option(
    "--by", required=True, multiple=True, metavar="COL[>COL]", help="A dimension: its columns from high to low."
)
@click.option(
    "--answer", metavar="COL", help="The dimension that is the answer itself: one row for each, for everybody."
)
@click.option("--out", "target", required=True, type=click.Path(dir_okay=False, path_type=Path), help="File to write.")
@click.option("--k", type=click.IntRange(min=5), default=5, show_default=True, help="Fewest people of a shown count.")
@click.option("--dry-run", is_flag=True, help="Protect and report; write nothing.")
def protect(
    file: Path, people: str, count: str, by: tuple[str, ...], answer: str | None, target: Path, k: int, dry_run: bool
) -> None:
    """Hide the small cells of a table and, beside them, what would give them away. For dense tables only.

    FILE is a CSV with one row for each cell and no totals; they are added. All or nothing.

    \b
      uitzicht tables protect sector.csv --people leavers --count workload \\
          --by "region>province" --by family --out protected.csv --dry-run

    When the answer is a dimension itself (main reason), name it: --by reason --answer reason. How it protects, and what
    not: docs/methods/suppression.md.
    """
    columns = Columns(people, count, tuple(tuple(part.strip() for part in one.split(">")) for one in by), answer)
    read = read_table(file.read_bytes(), columns, reserved=TOTAL)
    for problem in read.problems[:SHOWN]:
        out.print(
            f"row {problem.row}, column {problem.column!r}, value {problem.value!r}: {problem.rule}", markup=False
        )
    if read.table is None:
        raise Refusal(
            "tables.file_has_errors",
            "{count}; nothing was written. Correct the file and try again.",
            count=counted(len(read.problems), "error", "errors"),
        )
    safe = suppress(read.table, Rule(k=k))
    if not dry_run:
        _write(safe, columns, target)
    _report(safe, None if dry_run else target)


def _write(safe: SuppressedTable, columns: Columns, target: Path) -> None:
    """The whole file, or the old one as it was."""
    beside = target.with_name(f".{target.name}.part")
    try:
        with beside.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream)
            headings = [name for levels in columns.by for name in levels]
            writer.writerow([_harmless(name) for name in (*headings, columns.people, columns.count, "status")])
            writer.writerows(_row(cell, columns) for cell in safe.cells)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _row(cell: ShownCell, columns: Columns) -> list[str | int]:
    labels = [
        _harmless(path[level]) if level < len(path) else TOTAL
        for path, levels in zip(cell.path, columns.by, strict=True)
        for level in range(len(levels))
    ]
    return [*labels, cell.people, "" if cell.count is None else cell.count, WORDS[cell.status]]


def _report(safe: SuppressedTable, target: Path | None) -> None:
    everything, small, beside = safe.number(*Status), safe.number(Status.SMALL), safe.number(Status.BESIDE)
    out.print(
        f"{small + beside} of {counted(everything, 'cell', 'cells')} hidden: {small} small (fewer than {safe.rule.k}"
        f" people, or a count under {safe.rule.m} from either end), {beside} beside."
    )
    out.print(
        f"Checked exactly: every small cell keeps other values. The attack by linear programming tried"
        f" {safe.attacked} of {small} and opened none."
    )
    if small + beside > SPARSE * everything:
        out.print("More than half is hidden: this table is too sparse to say much. Fewer or larger rows show more.")
    out.print(f"{target}: {counted(everything, 'cell', 'cells')}." if target else "Nothing was written.", markup=False)


def _harmless(text: str) -> str:
    """A spreadsheet must not take a text for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text

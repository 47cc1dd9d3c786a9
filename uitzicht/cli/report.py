"""``uitzicht report``: a report of a release as PDF, slides or workbook."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from uitzicht.cli.console import configured, operator, out
from uitzicht.cli.figures import LANGUAGE
from uitzicht.core.refusal import Refusal

if TYPE_CHECKING:
    from uitzicht.release.queries import Released
    from uitzicht.reports.definition import Format

KINDS = ("yearly", "unit", "psychosocial", "works_council", "benchmark")


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--kind", type=click.Choice(KINDS), default="yearly", show_default=True, help="For whom the report is.")
@click.option("--unit", metavar="PATH", default="", help='Of a unit report, for instance "Terminal / Kade Noord".')
@click.option("--release", type=int, help="Number of the release (default: the latest).")
@click.option("--language", type=LANGUAGE, help="Language of the report (default: UITZICHT_LANGUAGE).")
def report(file: Path, kind: str, unit: str, release: int | None, language: str | None) -> None:
    """Write a report: FILE.pdf (accessible, PDF/UA-1), FILE.pptx (slides) or FILE.xlsx (workbook).

    \b
    yearly         everything a release tells, for management
    unit           one unit, for its manager: what its size allows
    psychosocial   the five areas of work and turnover, for the prevention adviser
    works_council  purpose, data, readers, periods, protection: from the settings in force
    benchmark      the organisation beside published figures

    \b
      uitzicht report why-people-left.pdf
      uitzicht report --kind unit --unit "Terminal / Kade Noord" --language nl kade.pptx
      uitzicht report --kind psychosocial --release 3 --language fr dossier.pdf
    """
    configured()
    from django.conf import settings
    from django.utils import timezone

    from uitzicht.reports.definition import ReportKind
    from uitzicht.reports.services import export_report

    form = _form(file)
    released = _release(release, kind)
    made = export_report(
        ReportKind(kind),
        released,
        form=form,
        language=language or settings.UITZICHT.language,
        unit=_unit(unit, kind, released),
        by=operator(),
        at=timezone.now(),
    )
    file.write_bytes(made)
    told = f"release {released.number}" if released else "before the first release"
    out.print(f"{file}: {told}, {len(made) // 1024} kB.", markup=False)


def _form(file: Path) -> "Format":
    from uitzicht.reports.definition import Format

    try:
        return Format(file.suffix.lower().removeprefix("."))
    except ValueError:
        raise Refusal(
            "report.unknown_form",
            "{file} ends in none of .pdf, .pptx and .xlsx: the ending says which form the report gets.",
            file=file.name,
        ) from None


def _release(number: int | None, kind: str) -> "Released | None":
    """Before the first release only the works council's dossier can be made."""
    from uitzicht.insight.figures import the_release
    from uitzicht.release import queries

    if kind == "works_council" and number is None and not queries.numbers():
        return None
    return the_release(number)


def _unit(path: str, kind: str, released: "Released | None") -> str:
    """The id of a unit in the document of the release."""
    if kind != "unit":
        if path:
            raise Refusal(
                "report.unit_not_asked", "--unit belongs to --kind unit; a {kind} report has none.", kind=kind
            )
        return ""
    if not path or released is None:
        raise Refusal("report.unit_missing", '--kind unit needs --unit, for instance --unit "Terminal / Kade Noord".')
    from uitzicht.insight.published import published

    of = published(released)
    wanted = _folded(path)
    found = [unit for unit in of.ordered if unit != of.root and _folded(of.label(unit)) == wanted]
    if len(found) != 1:
        raise Refusal(
            "report.unknown_unit",
            "Release {number} has no unit {unit}. Write the path below the organisation, for instance {example}.",
            number=released.number,
            unit=path,
            example=next((of.label(unit) for unit in of.ordered if unit != of.root), "-"),
        )
    return found[0]


def _folded(path: str) -> list[str]:
    return [step.strip().casefold() for step in path.split("/")]

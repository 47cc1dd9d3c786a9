"""``uitzicht figures``: what a frozen release says, nothing else."""

import json
from typing import TYPE_CHECKING

import click
from rich.table import Table

from uitzicht.cli.console import configured, out
from uitzicht.core.refusal import Refusal

if TYPE_CHECKING:
    from uitzicht.insight.vocabulary import Figure, FigureGroup

LANGUAGE = click.Choice(("nl", "fr", "en", "de"))


@click.command()
@click.argument("measure")
@click.option("--view", default="organisation", show_default=True, help="organisation, or units (one group for each).")
@click.option("--release", type=int, help="Number of the release (default: the latest).")
@click.option(
    "--where",
    multiple=True,
    metavar="KEY=VALUE",
    help="kind=resignation|other|all or unit=PATH; may be given more than once.",
)
@click.option("--by", metavar="CUT", help="One group for each value of a certified cut: gender, age, tenure ...")
@click.option("--format", "form", type=click.Choice(("table", "json", "csv")), default="table", show_default=True)
@click.option("--language", type=LANGUAGE, help="Language of the labels (default: UITZICHT_LANGUAGE).")
def figures(
    measure: str,
    view: str,
    release: int | None,
    where: tuple[str, ...],
    by: str | None,
    form: str,
    language: str | None,
) -> None:
    """Read a measure of a release: reasons, main_reason, experience, change, recommend, inclusion, who_left ...

    \b
      uitzicht figures reasons --where kind=resignation
      uitzicht figures experience --view units --format csv
      uitzicht figures main_reason --by gender
      uitzicht figures reasons --format json        (contract: docs/contracts/figures.md)
    """
    configured()
    from django.conf import settings

    from uitzicht.insight.exports import as_csv
    from uitzicht.insight.figures import figure

    conditions = _conditions(where) | ({"by": by} if by else {})
    found = figure(
        measure, view=view, release=release, where=conditions, language=language or settings.UITZICHT.language
    )
    if form == "json":
        print(json.dumps(found.to_json(), ensure_ascii=False))
    elif form == "csv":
        print(as_csv([found]), end="")
    else:
        _show(found)


def _conditions(where: tuple[str, ...]) -> dict[str, str]:
    conditions = {}
    for condition in where:
        key, equals, value = condition.partition("=")
        if not equals or not key or not value:
            raise Refusal(
                "figures.condition",
                "--where {condition} is not KEY=VALUE: write for instance --where kind=resignation.",
                condition=condition,
            )
        conditions[key.strip()] = value.strip()
    return conditions


def _show(figure: "Figure") -> None:
    out.print(f"{figure.measure}, release {figure.release} of {figure.released_on}")
    for group in figure.groups:
        out.print(_table(group))
    out.print(f"Threshold {figure.parameters['k']}. Certificate {figure.certificate}")


def _table(group: "FigureGroup") -> Table:
    shown = group.to_json()
    table = Table(
        title=f"{shown['unit']}, {group.kind}: {group.question_label} (base {shown['base']})", title_justify="left"
    )
    for heading in ("", "", "figure", "share", "95 % interval"):
        table.add_column(heading, justify="right" if heading else "left")
    for item in shown["items"] or ():
        value = next((item[name] for name in ("count", "mean", "band") if item.get(name) is not None), "")
        share = f"{item['share'] * 100:.1f} %" if item.get("share") is not None else ""
        interval = item.get("interval")
        scale = 100 if item.get("share") is not None else 1
        table.add_row(
            item["key"],
            item["label"],
            str(value),
            share,
            " - ".join(f"{end * scale:.1f}" for end in interval) if interval else "",
        )
    return table

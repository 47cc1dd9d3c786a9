"""A report in its three forms, of an organisation that lost 100,000 people: seconds, cold and warm.

The release document is that of ``benchmarks.insight``. Telling: from the release to plain values; then each form is written
from the same values. First time: with reading the document, fonts and translations in it. "12 measures" is the yearly report
up to the part in which it has twelve.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from benchmarks.house import fresh_house
from benchmarks.insight.document import a_large_document, freeze
from benchmarks.measuring import Row, median, seconds, show

TIMES, AIM, MEASURES = 5, 5.0, 12
Telling = Callable[[], Any]


def up_to(measures: int, tell: Telling) -> Any:
    """The first parts of a report, until they draw on so many measures."""
    report = tell()
    parts: list[Any] = []
    found: set[str] = set()
    for part in report.parts:
        if len(found) >= measures:
            break
        parts.append(part)
        found |= set(part.measures)
    figures = tuple(figure for figure in report.figures if figure.measure in found)
    return replace(report, parts=tuple(parts), figures=figures)


def measured(name: str, tell: Telling) -> Row:
    from uitzicht.reports.definition import Format
    from uitzicht.reports.services import written

    first = seconds(tell)
    report = tell()
    forms = [partial(written, report, form) for form in Format]
    first += sum(seconds(form) for form in forms)
    warm = [median(tell, TIMES), *(median(form, TIMES) for form in forms)]
    return name, len(report.figures), *warm, sum(warm), first


def main() -> None:
    with fresh_house():
        from uitzicht.release import queries as releases
        from uitzicht.reports.definition import ReportKind
        from uitzicht.reports.services import report_of

        freeze(a_large_document())
        released = releases.latest()
        assert released is not None
        a_unit = next(unit for unit, row in released.document["units"].items() if row["parent"])
        units = {ReportKind.UNIT: a_unit}
        ways: dict[str, Telling] = {
            kind.value: partial(report_of, kind, released, language="nl", unit=units.get(kind, ""))
            for kind in ReportKind
        }
        ways[f"{MEASURES} measures"] = partial(up_to, MEASURES, ways["yearly"])
        rows = [measured(name, tell) for name, tell in ways.items()]
    headings = ("", "measures", "telling", "PDF", "slides", "workbook", "all, warm", "all, first time")
    show(f"Reports of 100,000 leavers (seconds, median of {TIMES})", headings, rows)
    twelve: Any = rows[-1][6]
    print(f"{MEASURES} measures in three forms: {twelve:.1f} s (aim: under {AIM:.0f})")


if __name__ == "__main__":
    main()

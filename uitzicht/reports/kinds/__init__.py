"""The kinds of report, each told by its own file; all of them are told from a frozen release and the settings in force."""

from collections.abc import Callable, Mapping

from django.utils import translation

from uitzicht.reports.definition import LANGUAGES, Report, ReportKind
from uitzicht.reports.kinds import benchmark, psychosocial, unit, works_council, yearly
from uitzicht.reports.telling import Asked

TELLERS: Mapping[ReportKind, Callable[[Asked], Report]] = {
    ReportKind.YEARLY: yearly.report,
    ReportKind.UNIT: unit.report,
    ReportKind.PSYCHOSOCIAL: psychosocial.report,
    ReportKind.WORKS_COUNCIL: works_council.report,
    ReportKind.BENCHMARK: benchmark.report,
}


def tell(kind: ReportKind, asked: Asked) -> Report:
    """A report in the language asked for. The same release, settings, brand and question give the same report.

    Raises ValueError for a language that the product does not speak.
    """
    if asked.language not in LANGUAGES:
        raise ValueError(f"no report in language {asked.language!r}")
    with translation.override(asked.language):
        return TELLERS[kind](asked)

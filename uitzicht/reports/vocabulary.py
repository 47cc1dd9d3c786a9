"""What each kind of report holds and for whom it is, in words for the page that offers them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from uitzicht.reports.definition import ReportKind

HOLDS: Mapping[ReportKind, Promise | str] = {
    ReportKind.YEARLY: _(
        "Everything that this release tells: findings first, then each measure with its drawing and table, the methods and"
        " the certificate last."
    ),
    ReportKind.UNIT: _("What the size of one unit allows, and plainly what is not shown and why."),
    ReportKind.PSYCHOSOCIAL: _(
        "The five areas of work as Belgian law names them, the main reasons, and turnover as an indicator."
    ),
    ReportKind.WORKS_COUNCIL: _(
        "Purpose, data, who reads what, how long it is kept, the threshold, the result of the test attack, and what is not"
        " protected: from the settings in force, without figures of answers."
    ),
    ReportKind.BENCHMARK: _(
        "Reasons and turnover beside published figures, each with its source, year, base and warning."
    ),
}
FOR_WHOM: Mapping[ReportKind, Promise | str] = {
    ReportKind.YEARLY: _("For management."),
    ReportKind.UNIT: _("For the manager of that unit."),
    ReportKind.PSYCHOSOCIAL: _("For the prevention adviser and the committee."),
    ReportKind.WORKS_COUNCIL: _("For the works council."),
    ReportKind.BENCHMARK: _("For whoever compares the organisation with others."),
}

"""Reads for reports: who may have which, how the organisation looks, what is announced."""

from collections.abc import Collection, Mapping

from django.conf import settings
from django.db.models import QuerySet

from uitzicht.insight.menu import tops
from uitzicht.insight.published import Published, published
from uitzicht.insight.queries import visible_units
from uitzicht.people.models import User
from uitzicht.people.vocabulary import Role
from uitzicht.release import queries as releases
from uitzicht.release.queries import Released
from uitzicht.reports import definition
from uitzicht.reports.definition import ReportKind
from uitzicht.reports.models import Brand, Recipient, Standing

READERS: Mapping[ReportKind, tuple[Role, ...]] = {
    ReportKind.YEARLY: (Role.HR_LEAD, Role.GUARDIAN),
    ReportKind.UNIT: (Role.HR_LEAD, Role.GUARDIAN, Role.LEADER),
    ReportKind.PSYCHOSOCIAL: (Role.HR_LEAD, Role.GUARDIAN, Role.PREVENTION),
    ReportKind.WORKS_COUNCIL: (Role.HR_LEAD, Role.GUARDIAN),
    ReportKind.BENCHMARK: (Role.HR_LEAD, Role.GUARDIAN),
}


def kinds_of(user: User) -> tuple[ReportKind, ...]:
    """Kinds of report that an account may make."""
    return tuple(kind for kind, roles in READERS.items() if user.has_role(*roles))


def units_of(user: User, of: Published) -> tuple[str, ...]:
    """Units of a release that an account may have a report on, in reading order; a unit without figures has one that says so.
    Who reads everything has the yearly report on the organisation."""
    if ReportKind.UNIT not in kinds_of(user):
        return ()
    allowed = visible_units(user)
    return tuple(unit for unit in of.ordered if (unit in allowed if allowed is not None else unit != of.root))


def may_read(user: User, kind: ReportKind, unit: str, released: Released | None) -> bool:
    """Whether an account may have this report of this release. Before the first release only one kind can be made."""
    if kind not in kinds_of(user):
        return False
    if released is None:
        return kind is ReportKind.WORKS_COUNCIL
    return kind is not ReportKind.UNIT or unit in units_of(user, published(released))


def readers_of_figures(user: User, released: Released) -> Collection[str] | None:
    """Units of the general report for this account (None: all); () when it may read none."""
    units = visible_units(user)
    return units if units is None or tops(published(released), units) else ()


def attack_on(number: int) -> dict[str, int]:
    """What the independent check examined before release ``number`` was frozen, in numbers; {} when nothing was kept."""
    return dict(releases.frozen().filter(number=number).values_list("audit", flat=True).first() or {})


def brand_row() -> Brand | None:
    """The last decision on the look, None where nobody decided."""
    return Brand.objects.first()


def brand() -> definition.Brand:
    """The look in force."""
    row = brand_row()
    if row is None:
        return definition.Brand()
    logo = bytes(row.logo)
    return definition.Brand(row.name, row.colour, logo or None, "png" if logo else "")


def organisation() -> str:
    """The name of the organisation where no release gives it."""
    return str(settings.UITZICHT.organisation)


def standing() -> QuerySet[Standing]:
    """Announced reports with their recipients, in the order in which they were added."""
    return Standing.objects.prefetch_related("recipients__user")


def to_tell(number: int) -> QuerySet[Recipient]:
    """Who has not been told of release ``number`` yet; accounts that are closed are left out."""
    waiting = Recipient.objects.filter(told_of__lt=number, user__is_active=True)
    return waiting.select_related("standing", "user").order_by("pk")


def possible_recipients() -> QuerySet[User]:
    """Active accounts of a role that may have some report, by name."""
    roles = {role for allowed in READERS.values() for role in allowed}
    return User.objects.filter(is_active=True, grants__role__in=roles).distinct().order_by("name", "email")

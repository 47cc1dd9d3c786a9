"""Today: what needs you now, at most five things, the pressing ones first. Every role sees its own."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.config.today import hr, others
from uitzicht.config.today.vocabulary import Coming, Task
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.models import Person, User
from uitzicht.people.vocabulary import Role
from uitzicht.planning.models import Appointment
from uitzicht.ui.templatetags.ui import clock

MOST = 5
WEEK = timedelta(days=7)


def tasks(user: User, now: datetime) -> list[Task]:
    """All tasks of a user's roles, the pressing ones first."""
    today = timezone.localdate(now)
    found: list[Task] = []
    if user.has_role(Role.HR_LEAD):
        found += [
            *hr.to_answer(),
            *hr.declined(now),
            *hr.not_planned(user, today),
            *hr.to_invite(today),
            *hr.release_due(today),
            *hr.references(user),
        ]
    if user.has_role(Role.INTERVIEWER):
        found += [*others.talks(user, now), *others.to_code(user, today)]
    if user.has_role(Role.LEADER, Role.GUARDIAN):
        found += others.to_read(today)
    if user.has_role(Role.GUARDIAN, Role.HR_LEAD):
        found += others.to_approve(user)
    if user.has_role(Role.HR_LEAD, Role.LEADER):
        found += others.actions(user, today)
    if user.has_role(Role.PREVENTION):
        found += others.shared(user, today)
    found += others.checklist(user, today)
    if user.has_role(Role.ADMIN, Role.HR_LEAD) and not Person.objects.exists():
        found.append(
            Task(
                _("To begin"),
                _("Import your staff list"),
                _(
                    "A CSV or Excel file from the HR system. First you see what would happen; nothing is stored before you agree."
                ),
                reverse("staff_import"),
                _("Choose a file"),
                today,
            )
        )
    return sorted(found, key=lambda task: (not task.pressing, task.order, task.title))


def coming(user: User, now: datetime) -> list[Coming]:
    """The coming seven days: conversations, and for the HR lead also last days worked."""
    today = timezone.localdate(now)
    planned = Appointment.objects.filter(
        cancelled_at=None, starts_at__gte=now - timedelta(hours=1), starts_at__lt=now + WEEK
    )
    if not user.has_role(Role.HR_LEAD):
        planned = planned.filter(interviewer=user)
    lines = [
        Coming(
            timezone.localdate(a.starts_at),
            clock(a.starts_at),
            _("Conversation of %(who)s with %(interviewer)s")
            % {"who": a.departure.person.name, "interviewer": a.interviewer.name},
            reverse("departure", args=[a.departure_id]),
        )
        for a in planned.select_related("departure__person", "interviewer")
    ]
    if user.has_role(Role.HR_LEAD):
        leaving = Departure.objects.filter(last_day_worked_on__gte=today, last_day_worked_on__lt=today + WEEK).exclude(
            stage=Stage.CANCELLED
        )
        lines += [
            Coming(
                d.last_day_worked_on,
                "",
                _("Last day worked of %(who)s") % {"who": d.person.name},
                reverse("departure", args=[d.pk]),
            )
            for d in leaving.select_related("person")
        ]
    return sorted(lines, key=lambda line: (line.at, line.time))


def lede(count: int, pressing: int) -> str:
    """The one sentence that answers the page's question."""
    if not count:
        return _("Nothing needs you today.")
    first = ngettext("%(count)s thing needs you today.", "%(count)s things need you today.", count) % {"count": count}
    if not pressing:
        return first
    return first + " " + ngettext("%(count)s cannot wait.", "%(count)s cannot wait.", pressing) % {"count": pressing}

"""What needs the HR lead: wishes, plans, invitations, the next release."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from uitzicht.config.today.vocabulary import Task
from uitzicht.departures.queries import to_plan
from uitzicht.offboarding.farewell.queries import references_waiting
from uitzicht.people.models import User
from uitzicht.planning.models import Appointment
from uitzicht.planning.queries import declined_by_interviewers, open_wishes
from uitzicht.privacy.policies import policy_in_force
from uitzicht.release.models import Release
from uitzicht.release.rules import next_release_on
from uitzicht.ui.templatetags.ui import day

SOON = timedelta(days=3)


def to_answer() -> Iterator[Task]:
    """What leavers ask about their appointment. Whom they would rather not meet is never among it."""
    for wish in open_wishes():
        name = wish.departure.person.name
        asks = _("%(who)s would like to speak with somebody else")
        if wish.proposed_at:
            asks = _("%(who)s proposes another time")
        elif wish.other_moment:
            asks = _("%(who)s cannot make it then")
        yield Task(
            _("Asked"),
            asks % {"who": name},
            _("Asked on %(day)s. Until you answer, the appointment stands as it is.") % {"day": day(wish.asked_at)},
            reverse("departure", args=[wish.departure_id]),
            _("Answer"),
            timezone.localdate(wish.asked_at),
            pressing=True,
        )


def declined(now: datetime) -> Iterator[Task]:
    """Appointments that their interviewer declined in the calendar."""
    for appointment in declined_by_interviewers(at=now):
        yield Task(
            _("Declined"),
            _("%(interviewer)s cannot hold the conversation with %(who)s")
            % {"interviewer": appointment.interviewer.name, "who": appointment.departure.person.name},
            _("Planned on %(day)s. Choose another time or somebody else.") % {"day": day(appointment.starts_at)},
            reverse("plan", args=[appointment.departure_id]),
            _("Plan it anew"),
            timezone.localdate(appointment.starts_at),
            pressing=True,
        )


def not_planned(user: User, today: date) -> Iterator[Task]:
    for departure in to_plan(user, on=today):
        target = departure.target_on or departure.last_day_worked_on
        pressing = target <= today + SOON
        yield Task(
            _("Pressing") if pressing else day(target),
            _("Plan a conversation with %(who)s") % {"who": departure.person.name},
            _("The last day worked is %(last)s. The target day is %(target)s.")
            % {"last": day(departure.last_day_worked_on), "target": day(target)},
            reverse("plan", args=[departure.pk]),
            _("Choose a slot"),
            target,
            pressing,
        )


def to_invite(today: date) -> Iterator[Task]:
    unsent = Appointment.objects.filter(cancelled_at=None, invited_at=None, starts_at__date__gte=today)
    for appointment in unsent.select_related("departure__person"):
        yield Task(
            _("Not sent"),
            _("Send the invitation to %(who)s") % {"who": appointment.departure.person.name},
            _("The appointment on %(day)s stands, but the invitation has not left.")
            % {"day": day(appointment.starts_at)},
            reverse("departure", args=[appointment.departure_id]),
            _("Open the departure"),
            timezone.localdate(appointment.starts_at),
            pressing=True,
        )


def release_due(today: date) -> Iterator[Task]:
    last = Release.objects.order_by("-number").values_list("released_on", flat=True).first()
    if last is None or next_release_on(last, policy_in_force().months_between_releases, today) > today:
        return
    yield Task(
        _("This week"),
        _("Look at the next release"),
        _("The last release is of %(day)s. The desk shows which bundles would close now.") % {"day": day(last)},
        reverse("releases"),
        _("To the release desk"),
        today,
    )


def references(user: User) -> Iterator[Task]:
    """Leavers who ask for a reference, apart from their conversation."""
    for one in references_waiting(user):
        yield Task(
            _("Asked"),
            _("%(who)s asks for a reference") % {"who": one.departure.person.name},
            _("Asked on %(day)s. It has nothing to do with the conversation.") % {"day": day(one.asked_at)},
            reverse("references", args=[one.departure_id]),
            _("Answer"),
            timezone.localdate(one.asked_at),
        )

"""What needs everybody else: conversations, a proposal, figures and summaries to read, tasks of a checklist."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.actions.queries import needing
from uitzicht.config.today.vocabulary import Task
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.queries import shared_with
from uitzicht.offboarding.queries import tasks_for
from uitzicht.people.models import User
from uitzicht.people.vocabulary import Role
from uitzicht.planning.models import Appointment
from uitzicht.release import queries as releases
from uitzicht.ui.templatetags.ui import clock, day

CODE_WITHIN = timedelta(days=7)
WEEK = timedelta(days=7)


def talks(user: User, now: datetime) -> Iterator[Task]:
    today = timezone.localdate(now)
    mine = Appointment.objects.filter(
        interviewer=user, cancelled_at=None, departure__stage__in=[Stage.PLANNED, Stage.INVITED, Stage.PREPARED]
    )
    for appointment in (
        mine.filter(starts_at__date__lte=today + WEEK).select_related("departure__person").order_by("starts_at")
    ):
        on = timezone.localdate(appointment.starts_at)
        over = on < today
        yield Task(
            clock(appointment.starts_at) if on == today else day(on),
            _("Conversation with %(who)s") % {"who": appointment.departure.person.name},
            _("The planned time has passed. Hold the conversation, finish it, or plan it again.")
            if over
            else _("%(place)s, about an hour. Read the career first; that takes some ten minutes.")
            % {"place": appointment.place},
            reverse("prepare", args=[appointment.departure_id]),
            _("Prepare"),
            on,
            pressing=over,
        )


def to_code(user: User, today: date) -> Iterator[Task]:
    held = Interview.objects.filter(interviewer=user, status=InterviewStatus.FINISHED)
    for interview in held.select_related("departure__person").order_by("finished_at"):
        due = timezone.localdate(interview.finished_at) + CODE_WITHIN
        yield Task(
            _("By %(day)s") % {"day": day(due)},
            _("Code the conversation with %(who)s") % {"who": interview.departure.person.name},
            _("You decide which themes were spoken of. Only then can the answers count in a release."),
            reverse("code", args=[interview.pk]),
            _("Code themes"),
            due,
            pressing=due < today,
        )


def to_approve(user: User) -> Iterator[Task]:
    """A proposed release waits for the guardian, an approved one for the HR lead."""
    approval = releases.open_approval()
    if approval is None:
        return
    if approval.approved_by and user.has_role(Role.HR_LEAD):
        title, action = _("Release %(number)s is approved: freeze it"), _("To the release desk")
    elif not approval.approved_by and user.has_role(Role.GUARDIAN):
        title, action = _("Approve or decline release %(number)s"), _("Look at the proposal")
    else:
        return
    yield Task(
        _("Asked"),
        title % {"number": approval.number},
        _("Proposed on %(day)s.") % {"day": day(approval.proposed_at)},
        reverse("releases"),
        action,
        timezone.localdate(approval.proposed_at),
        pressing=True,
    )


def to_read(today: date) -> list[Task]:
    last = releases.latest()
    if last is None or last.released_on < today - timedelta(days=31):
        return []
    return [
        Task(
            _("New"),
            _("Release %(number)s is out") % {"number": last.number},
            _("Frozen on %(day)s. What leavers taught us, in figures that stay closed.")
            % {"day": day(last.released_on)},
            reverse("insight"),
            _("Read the figures"),
            today,
        )
    ]


def shared(user: User, today: date) -> Iterator[Task]:
    """Summaries that may be read from this week on."""
    for interview in shared_with(user, on=today).filter(departure__last_day_worked_on__gte=today - WEEK):
        departure = interview.departure
        yield Task(
            _("New"),
            _("%(who)s lets you read the summary of the conversation") % {"who": departure.person.name},
            _("Shared with you by name. It can be taken back at any moment."),
            reverse("shared_summary", args=[interview.pk]),
            _("Read the summary"),
            departure.last_day_worked_on,
        )


def checklist(user: User, today: date) -> Iterator[Task]:
    """Tasks of a checklist that are due within a week, for whose account carries their owner's address."""
    for line in tasks_for(user, today):
        if line.due_on > today + WEEK:
            return
        yield Task(
            _("Late") if line.late else day(line.due_on),
            _("%(task)s, for %(who)s") % {"task": line.task.name, "who": line.departure.person.name},
            _("Due on %(day)s. The last day worked is %(last)s.")
            % {"day": day(line.due_on), "last": day(line.departure.last_day_worked_on)},
            reverse("my_tasks"),
            _("To your tasks"),
            line.due_on,
            pressing=line.late,
        )


def actions(user: User, today: date) -> Iterator[Task]:
    """Actions of this account: overdue, due within a week, with a step that is, or still to be agreed on."""
    for one in needing(user, today):
        says = {
            "overdue": _("It was to be done by %(day)s. Say that it is done, or choose another day."),
            "soon": _("It is to be done by %(day)s."),
            "step": _("A step of it is due on %(day)s."),
            "agree": _("It was proposed to you, to be done by %(day)s. Agree, or hand it over."),
        }[one.why]
        yield Task(
            pgettext("task", "Overdue") if one.pressing else _("Proposed") if one.why == "agree" else day(one.on),
            one.action.title,
            says % {"day": day(one.on)},
            reverse("action", args=[one.action.pk]),
            _("To the action"),
            one.on,
            pressing=one.pressing,
        )

"""Today: what needs you now, at most five things, the pressing ones first. Every role sees its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.departures.models import Departure
from uitzicht.departures.queries import to_plan
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.queries import shared_with
from uitzicht.offboarding.queries import tasks_for
from uitzicht.people.models import Person, User
from uitzicht.people.vocabulary import Role
from uitzicht.planning.models import Appointment
from uitzicht.planning.queries import declined_by_interviewers, open_wishes
from uitzicht.privacy.policies import policy_in_force
from uitzicht.release import queries as releases
from uitzicht.release.models import Release
from uitzicht.release.rules import next_release_on
from uitzicht.ui.templatetags.ui import clock, day

MOST = 5
SOON = timedelta(days=3)
CODE_WITHIN = timedelta(days=7)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Task:
    """``when``: a word or two; ``order``: the day it is for, the earliest first within pressing and the rest."""

    when: str
    title: str
    text: str
    url: str
    action: str
    order: date
    pressing: bool = False


@dataclass(frozen=True)
class Coming:
    """One line of the coming week."""

    at: date
    time: str
    text: str
    url: str


def tasks(user: User, now: datetime) -> list[Task]:
    """All tasks of a user's roles, the pressing ones first."""
    today = timezone.localdate(now)
    found: list[Task] = []
    if user.has_role(Role.HR_LEAD):
        found += [*_to_answer(), *_declined(now), *_to_plan(user, today), *_to_invite(today), *_release_due(today)]
    if user.has_role(Role.INTERVIEWER):
        found += [*_talks(user, now), *_to_code(user, today)]
    if user.has_role(Role.LEADER, Role.GUARDIAN):
        found += _to_read(today)
    if user.has_role(Role.GUARDIAN, Role.HR_LEAD):
        found += _to_approve(user)
    if user.has_role(Role.PREVENTION):
        found += _shared(user, today)
    found += _checklist(user, today)
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


def _to_answer() -> Iterator[Task]:
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


def _declined(now: datetime) -> Iterator[Task]:
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


def _to_plan(user: User, today: date) -> Iterator[Task]:
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


def _to_invite(today: date) -> Iterator[Task]:
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


def _release_due(today: date) -> Iterator[Task]:
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


def _talks(user: User, now: datetime) -> Iterator[Task]:
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


def _to_code(user: User, today: date) -> Iterator[Task]:
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


def _to_approve(user: User) -> Iterator[Task]:
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


def _to_read(today: date) -> list[Task]:
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


def _shared(user: User, today: date) -> Iterator[Task]:
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


def _checklist(user: User, today: date) -> Iterator[Task]:
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


def lede(count: int, pressing: int) -> str:
    """The one sentence that answers the page's question."""
    if not count:
        return _("Nothing needs you today.")
    first = ngettext("%(count)s thing needs you today.", "%(count)s things need you today.", count) % {"count": count}
    if not pressing:
        return first
    return first + " " + ngettext("%(count)s cannot wait.", "%(count)s cannot wait.", pressing) % {"count": pressing}

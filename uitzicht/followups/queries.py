"""Which follow-ups are still wanted, which mail is due, and what may be known of them together."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncQuarter
from django.utils import timezone

from uitzicht.departures.links import token_hash
from uitzicht.departures.models import Consent, Departure
from uitzicht.departures.vocabulary import Kind, Purpose, Stage
from uitzicht.followups.models import FollowUp
from uitzicht.followups.rules import BETWEEN_MAILS, MOST_REMINDERS, OPEN_FOR
from uitzicht.people.models import Person, Position
from uitzicht.privacy.clocks import months_after
from uitzicht.privacy.policies import policy_in_force


@dataclass(frozen=True, slots=True)
class Quarter:
    """Follow-ups whose first mail is due in the quarter that begins on ``begins_on``."""

    begins_on: date
    planned: int
    sent: int
    answered: int
    stopped: int

    @property
    def number(self) -> int:
        return (self.begins_on.month + 2) // 3

    @property
    def counts(self) -> tuple[int, int, int, int]:
        return self.planned, self.sent, self.answered, self.stopped


def wanted_departures() -> QuerySet[Departure]:
    """Departures of who agreed to a follow-up; nobody who died, whose departure was called off, or who came back."""
    agreed = Consent.objects.filter(departure=OuterRef("pk"), purpose=Purpose.FOLLOW_UP, withdrawn_at=None)
    came_back = Position.objects.filter(person=OuterRef("person"), valid_from__gt=OuterRef("ends_on"))
    return (
        Departure.objects.filter(Exists(agreed), ~Exists(came_back))
        .exclude(kind=Kind.DEATH)
        .exclude(stage=Stage.CANCELLED)
    )


def standing() -> QuerySet[FollowUp]:
    """Follow-ups that are wanted and neither answered nor stopped."""
    return FollowUp.objects.filter(departure__in=wanted_departures(), answered_on=None, stopped_at=None)


def withdrawn() -> QuerySet[FollowUp]:
    """Standing follow-ups whose consent was taken back."""
    agreed = Consent.objects.filter(departure=OuterRef("departure"), purpose=Purpose.FOLLOW_UP, withdrawn_at=None)
    return FollowUp.objects.filter(~Exists(agreed), answered_on=None, stopped_at=None)


def open_on(on: date) -> QuerySet[FollowUp]:
    """Standing follow-ups that may be mailed and answered on this day."""
    return standing().filter(due_on__lte=on, due_on__gte=on - OPEN_FOR)


def over(on: date) -> QuerySet[FollowUp]:
    """Follow-ups that can be answered no longer and still hold a link or a draft."""
    return FollowUp.objects.filter(due_on__lt=on - OPEN_FOR).exclude(token_hash="", sealed_draft=None)


def mail_due(at: datetime) -> QuerySet[FollowUp]:
    """Who is due a first mail or a reminder and has a private address."""
    on = timezone.localdate(at)
    last = on - BETWEEN_MAILS
    waited = Q(reminded_at=None, sent_at__date__lte=last) | Q(reminded_at__date__lte=last)
    again = Q(sent_at__isnull=False, reminders__lt=MOST_REMINDERS) & waited
    due = open_on(on).exclude(departure__person__private_email="")
    return due.filter(Q(sent_at=None) | again).order_by("due_on", "pk")


def without_address(on: date) -> int:
    """How many follow-ups are due a first mail and cannot get it, because no private address is known."""
    return open_on(on).filter(sent_at=None, departure__person__private_email="").count()


def follow_up_behind(token: str, *, on: date) -> FollowUp | None:
    """The follow-up that this link opens, with departure and person; None for a link that opens nothing (any more)."""
    found = open_on(on).filter(token_hash=token_hash(token), sent_at__isnull=False)
    return found.select_related("departure__person").first()


def numbered(pk: int | None) -> FollowUp | None:
    """With departure and person; None when it does not exist."""
    return FollowUp.objects.filter(pk=pk).select_related("departure__person").first() if pk else None


def awaiting_address(on: date) -> QuerySet[Person]:
    """People whose private address a follow-up still needs: planned, sent and not answered, or agreed to and not planned
    yet. Nobody where the settings want no follow-ups."""
    months = policy_in_force().follow_up_months
    if not months:
        return Person.objects.none()
    begun = Q(follow_up__answered_on=None, follow_up__stopped_at=None, follow_up__due_on__gte=on - OPEN_FOR)
    to_plan = Q(follow_up=None, ends_on__gte=months_after(on - OPEN_FOR, -months))
    needed = wanted_departures().filter(Q(follow_up__isnull=False) & begun | to_plan)
    return Person.objects.filter(departures__in=needed)


def quarters() -> list[Quarter]:
    """Counts per quarter of the first mail, latest first. One query."""
    rows = (
        FollowUp.objects.annotate(begins_on=TruncQuarter("due_on"))
        .values("begins_on")
        .annotate(
            planned=Count("pk"),
            sent=Count("pk", filter=Q(sent_at__isnull=False)),
            answered=Count("pk", filter=Q(answered_on__isnull=False)),
            stopped=Count("pk", filter=Q(stopped_at__isnull=False)),
        )
        .order_by("-begins_on")
    )
    return [Quarter(**row) for row in rows]

"""Reading what belongs to a farewell."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from uitzicht.departures.models import Departure
from uitzicht.departures.queries import appointment_of, hired_on
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.offboarding.farewell import rules
from uitzicht.offboarding.farewell.models import Card, Farewell, FinalMail, Reference
from uitzicht.offboarding.farewell.vocabulary import Occasion, ReferenceState
from uitzicht.offboarding.models import Checklist, Property, Task
from uitzicht.offboarding.vocabulary import Step
from uitzicht.people.models import Person, Position, User
from uitzicht.people.vocabulary import Role
from uitzicht.privacy.policies import policy_in_force

MADE_UP_FOR = timedelta(days=14)
"""Nights that were missed are made up for during so many days; a last mail that comes later would only surprise."""


def farewells_visible_to(user: User) -> QuerySet[Departure]:
    """Departures that somebody may plan a farewell for: every one for the HR lead; for everybody else those whose farewell
    they were asked to take care of. None after a death or a cancellation."""
    going = _going().select_related("person", "unit", "position", "farewell", "thanks_card")
    if user.has_role(Role.HR_LEAD):
        return going
    asked = Task.objects.filter(step=Step.FAREWELL, owner_email__iexact=user.email).exclude(asked_at=None)
    return going.filter(checklist__in=asked.values("checklist"))


def farewell_of(departure: Departure) -> Farewell:
    """What is known; an unsaved row where nothing is."""
    return Farewell.objects.filter(departure=departure).first() or Farewell(departure=departure)


def card_of(departure: Departure) -> Card | None:
    return Card.objects.filter(departure=departure).first()


def occasion_of(departure: Departure) -> tuple[Occasion, int]:
    """What a card is written for, and the whole years of this contract. Two statements."""
    since = hired_on(departure.person, notified_on=departure.notified_on)
    last_day = departure.last_day_worked_on
    return rules.occasion(departure.kind, hired_on=since, last_day=last_day), rules.whole_years(since, last_day)


def references_visible_to(user: User) -> QuerySet[Departure]:
    """Departures whose requests for a reference this account may read: the HR lead's, but none whose conversation they
    hold themselves."""
    if not user.has_role(Role.HR_LEAD):
        return Departure.objects.none()
    going = _going().select_related("person", "unit", "appointment__interviewer")
    return going.exclude(appointment__interviewer=user, appointment__cancelled_at=None)


def reference_desk(departure: Departure) -> bool:
    """Whether somebody in HR can take care of a request without being the interviewer of this conversation."""
    appointment = appointment_of(departure)
    leads = User.objects.filter(is_active=True, grants__role=Role.HR_LEAD)
    if appointment is not None:
        leads = leads.exclude(pk=appointment.interviewer_id)
    return leads.exists()


def references_of(departure: Departure) -> QuerySet[Reference]:
    return Reference.objects.filter(departure=departure)


def references_waiting(user: User) -> QuerySet[Reference]:
    """Requests that nobody answered yet, the oldest first: what HR finds among today's tasks."""
    waiting = Reference.objects.filter(state=ReferenceState.ASKED, departure__in=references_visible_to(user))
    return waiting.select_related("departure__person")


def final_mail_due(at: datetime) -> QuerySet[Departure]:
    """Who gets the last mail now and did not get it yet."""
    return final_mail_possible(at).filter(final_mail=None)


def final_mail_possible(at: datetime) -> QuerySet[Departure]:
    """Whom a last mail would still reach in time: gone since yesterday or a few days, own pages still open. Nobody after a
    death or a cancellation, and nobody without a private address."""
    on = timezone.localdate(at)
    lately = Q(last_day_worked_on__gte=on - MADE_UP_FOR) | Q(registered_at__gte=at - MADE_UP_FOR)
    gone = _going().filter(lately, last_day_worked_on__lt=on)
    open_until = on - timedelta(days=policy_in_force().portal_days)
    return gone.filter(ends_on__gte=open_until).exclude(person__private_email="").select_related("person")


def final_mail_of(departure: Departure) -> FinalMail | None:
    return FinalMail.objects.filter(departure=departure).first()


def things_out(person: Person) -> QuerySet[Property]:
    return Property.objects.filter(person=person, returned_at=None)


def property_is_closed(person: Person) -> bool:
    """Whether the register of this person rests: the checklist of their last departure is closed, and they did not come
    back since."""
    last = Checklist.objects.filter(departure__person=person).exclude(departure__stage=Stage.CANCELLED)
    found = last.select_related("departure").order_by("-departure__ends_on").first()
    if found is None or found.closed_at is None:
        return False
    return not Position.objects.filter(person=person, valid_from__gt=found.departure.ends_on).exists()


def _going() -> QuerySet[Departure]:
    return Departure.objects.exclude(kind=Kind.DEATH).exclude(stage=Stage.CANCELLED)

"""Closing days of the organisation: departures that they touch are computed again at once."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import ClosingDay, Departure
from uitzicht.departures.queries import closing_days, dates_from
from uitzicht.departures.rules import spoken
from uitzicht.departures.services import write_dates
from uitzicht.departures.vocabulary import BEFORE_THE_TALK
from uitzicht.privacy import audit

MOST_DAYS = 60
COMPUTED = ("last_day_worked_on", "earliest_on", "target_on", "latest_on")


@transaction.atomic
def add_closing_day(*, name: str, first_on: date, last_on: date | None, by: str, at: datetime) -> int:
    """``last_on`` None: one day. Returns how many departures got other dates. Refuses days the wrong way round."""
    last_on = last_on or first_on
    _ensure_days_agree(first_on, last_on)
    ClosingDay.objects.create(name=name.strip(), first_on=first_on, last_on=last_on)
    detail = {"first_on": first_on.isoformat(), "last_on": last_on.isoformat()}
    audit.record("closing_day.added", by=by, at=at, detail=detail)
    return _compute_again(at)


@transaction.atomic
def remove_closing_day(closing: ClosingDay, *, by: str, at: datetime) -> int:
    """Returns how many departures got other dates."""
    detail = {"first_on": closing.first_on.isoformat(), "last_on": closing.last_on.isoformat()}
    closing.delete()
    audit.record("closing_day.removed", by=by, at=at, detail=detail)
    return _compute_again(at)


def _ensure_days_agree(first_on: date, last_on: date) -> None:
    if last_on < first_on:
        raise Refusal(
            "departure.closing_day_ends_first",
            _("The last closing day ({last_on}) comes before the first ({first_on}). Correct one of the two."),
            first_on=spoken(first_on),
            last_on=spoken(last_on),
        )
    if (last_on - first_on).days >= MOST_DAYS:
        raise Refusal(
            "departure.closed_too_long",
            _(
                "A closing of more than {most} days is probably a slip of the year, and would move every date of every "
                "departure. Enter shorter periods."
            ),
            most=MOST_DAYS,
        )


def _compute_again(at: datetime) -> int:
    """Only of who still has the conversation ahead: a last day worked that has passed does not change any more."""
    on, closed, moved = timezone.localdate(at), closing_days(), []
    for departure in Departure.objects.filter(stage__in=BEFORE_THE_TALK, last_day_worked_on__gte=on):
        before = [getattr(departure, name) for name in COMPUTED]
        write_dates(departure, dates_from(departure, on=on, closed=closed))
        if before != [getattr(departure, name) for name in COMPUTED]:
            moved.append(departure)
    Departure.objects.bulk_update(moved, COMPUTED)
    return len(moved)

"""How conversations are held here, as public counts: what HR sees on its boards anyway, and nothing that anybody said."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.followups.models import FollowUp
from uitzicht.interviews.models import Interview
from uitzicht.interviews.queries import audience_behind
from uitzicht.planning.models import Appointment
from uitzicht.portal.models import HandedIn
from uitzicht.privacy.clocks import months_after
from uitzicht.questionnaires.models import Item
from uitzicht.questionnaires.vocabulary import Part

Json = dict[str, Any]
MONTHS = 12
ABOUT_A_WEEK = range(4, 11)  # days before the last day worked; the brief of a good talk is a week


def practice_facts(on: date) -> Json:
    """Everybody who left in the twelve months before ``on`` and could be asked, in counts of people:

    ``since``, ``until``: ISO days, the second not included. ``leavers``; ``offered``: a conversation, of which ``declined``;
    ``held``; ``when``: of those held, by ``before_the_last_day``; ``independent`` and ``structured``: all of them, because
    no other conversation can be held here; ``inclusion_asked``: with a questionnaire that asks it of people who leave like
    that; ``coded``; ``interviewers``: who held them; ``alone``: wrote alone; ``follow_up``: ``asked`` and ``answered`` in
    the same months. Not who named a reason: that is an answer, so it stands in the figures of the release.
    """
    since = months_after(on, -MONTHS)
    departures = list(
        Departure.objects.filter(last_day_worked_on__gte=since, last_day_worked_on__lt=on)
        .exclude(stage=Stage.CANCELLED)
        .exclude(kind=Kind.DEATH)
        .select_related("position")
    )
    gone = {departure.pk for departure in departures}
    talks = _held(gone)
    appointments = dict(Appointment.objects.filter(departure__in=gone).values_list("departure", "starts_at"))
    declined = {departure.pk for departure in departures if departure.stage == Stage.DECLINED}
    held_on = {
        talk.departure_id: timezone.localdate(appointments.get(talk.departure_id) or talk.finished_at) for talk in talks
    }
    return {
        "since": since.isoformat(),
        "until": on.isoformat(),
        "leavers": len(departures),
        "offered": len({*appointments, *declined, *held_on}),
        "declined": len(declined),
        "held": len(talks),
        "when": before_the_last_day(departures, held_on),
        "independent": len(talks),
        "structured": len(talks),
        "inclusion_asked": _inclusion_asked(talks),
        "coded": sum(talk.coded_at is not None for talk in talks),
        "interviewers": len({talk.interviewer_id for talk in talks}),
        "alone": HandedIn.objects.filter(departure__in=gone).count(),
        "follow_up": _follow_up(since, on),
    }


def before_the_last_day(departures: Iterable[Departure], held_on: Mapping[Any, date]) -> dict[str, int]:
    """Conversations by when they were held: ``earlier``, about a ``week`` before the last day worked, ``later``, or on the
    ``last_day`` itself or after it."""
    days = (
        (departure.last_day_worked_on - held_on[departure.pk]).days
        for departure in departures
        if departure.pk in held_on
    )
    counts = Counter(_moment(before) for before in days)
    return {moment: counts[moment] for moment in ("earlier", "week", "later", "last_day")}


def _moment(days: int) -> str:
    if days in ABOUT_A_WEEK:
        return "week"
    if days <= 0:
        return "last_day"
    return "later" if days < ABOUT_A_WEEK.start else "earlier"


def _held(departures: Collection[Any]) -> list[Interview]:
    """Conversations that took place, their notes erased or not."""
    finished = Interview.objects.filter(departure__in=departures, finished_at__isnull=False)
    return list(finished.select_related("departure__position").defer("sealed_summary", "sealed_preparation"))


def _inclusion_asked(talks: Sequence[Interview]) -> int:
    items = Item.objects.filter(part=Part.INCLUSION, version__in={talk.version_id for talk in talks})
    left_out: dict[int, list[list[str]]] = {}
    for version, not_asked in items.values_list("version", "not_asked"):
        left_out.setdefault(version, []).append(not_asked)
    return sum(
        any(audience_behind(talk.departure) not in not_asked for not_asked in left_out.get(talk.version_id, ()))
        for talk in talks
    )


def _follow_up(since: date, on: date) -> Json:
    answered = Q(answered_on__gte=since, answered_on__lt=on)
    asked = Q(sent_at__date__gte=since, sent_at__date__lt=on) | answered
    return {
        "asked": FollowUp.objects.filter(asked).count(),
        "answered": FollowUp.objects.filter(answered).count(),
    }

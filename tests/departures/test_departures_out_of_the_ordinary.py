"""Somebody dismissed today, long absent, already gone, far from leaving, on nights, or leaving for the second time."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW
from tests.departures.cases import BY, register
from uitzicht.core.calendar import Absence, AbsenceKind
from uitzicht.departures.drafting import draft
from uitzicht.departures.models import Departure
from uitzicht.departures.queries import under_way
from uitzicht.departures.services import change_departure, close_departure
from uitzicht.departures.vocabulary import Stage

TODAY = NOW.date()


def drafted(person, **changes):
    usual = {"kind": "resignation", "notified_on": TODAY, "ends_on": date(2026, 5, 31), "on": TODAY}
    return draft(person, **(usual | changes))


def absent(kind, first_on, last_on):
    return (Absence(AbsenceKind(kind), first_on, last_on),)


def test_dismissed_today_leaves_no_day_for_a_conversation(cast):
    found = drafted(cast.leaver, kind="dismissal", ends_on=TODAY)
    assert (found.dates.last_day_worked_on, found.dates.target_on) == (TODAY, None)
    assert found.advice == ("at_once",)


def test_released_from_work_the_last_day_is_today_while_the_contract_goes_on(cast):
    exempt = absent("exempt", TODAY + timedelta(days=1), date(2026, 5, 31))
    found = drafted(cast.leaver, kind="dismissal", absences=exempt)
    assert found.dates.last_day_worked_on == TODAY
    assert found.advice == ("at_once",)


def test_who_is_absent_until_the_end_is_not_asked_to_come_in(cast):
    ill = absent("suspended", date(2025, 9, 1), date(2026, 5, 31))
    found = drafted(cast.leaver, absences=ill)
    assert found.dates.last_day_worked_on == date(2025, 8, 29)
    assert found.dates.target_on is None
    assert found.advice == ("absent",)


def test_who_is_absent_until_the_end_stays_on_the_list_until_then(cast):
    ill = absent("suspended", date(2025, 9, 1), date(2026, 5, 31))
    departure = register(cast.leaver, absences=ill, ends_on=date(2026, 5, 31), leave_days=0)
    assert departure in under_way(Departure.objects.all(), on=date(2026, 5, 31))
    assert departure not in under_way(Departure.objects.all(), on=date(2026, 6, 1))


def test_their_page_can_be_read(cast, signed_in):
    ill = absent("suspended", date(2024, 9, 2), date(2026, 5, 31))
    departure = register(cast.leaver, absences=ill, ends_on=date(2026, 5, 31), leave_days=0)
    address = reverse("departure", args=[departure.pk])
    assert "the reason is not kept" in signed_in("hr_lead").get(address).content.decode()


def test_an_interviewer_does_not_read_when_somebody_was_absent(cast, signed_in):
    from tests.departures.cases import register_from_today, schedule

    now = timezone.now()
    departure = register_from_today(cast.leaver)
    schedule(departure, cast, at=now)
    ill = absent("suspended", timezone.localdate(now) + timedelta(days=1), timezone.localdate(now) + timedelta(days=1))
    change_departure(departure, absences=ill, by=BY, at=now)
    page = signed_in("interviewer").get(reverse("departure", args=[departure.pk])).content.decode()
    assert "the reason is not kept" not in page


def test_who_has_gone_already_can_still_be_registered(cast):
    found = drafted(cast.leaver, notified_on=date(2026, 2, 2), ends_on=date(2026, 3, 6))
    assert found.dates.target_on is None
    assert found.advice == ("gone",)


def test_a_retirement_in_eight_months_asks_for_nothing_yet(cast):
    found = drafted(cast.leaver, kind="retirement", ends_on=date(2026, 11, 10))
    assert found.dates.target_on == date(2026, 11, 3)
    assert found.advice == ("far",)


def test_on_nights_the_conversation_belongs_beside_a_shift(cast):
    assert drafted(cast.leaver, works_nights=True).advice == ("nights",)


def test_leave_in_the_last_weeks_is_pointed_at(cast):
    found = drafted(cast.leaver, absences=absent("leave", date(2026, 5, 18), date(2026, 5, 22)))
    assert found.advice == ("away",)


def test_after_a_death_nothing_is_advised(cast):
    assert drafted(cast.leaver, kind="death", ends_on=TODAY).advice == ()


def test_a_changed_notice_moves_the_dates(cast):
    departure = register(cast.leaver)
    changed = change_departure(departure, notified_on=date(2026, 3, 9), ends_on=date(2026, 5, 24), by=BY, at=NOW)
    assert changed.target_on > date(2026, 5, 1)


def test_after_a_withdrawn_notice_a_new_one_begins_afresh(cast):
    close_departure(register(cast.leaver), Stage.CANCELLED, by=BY, at=NOW)
    again = register(cast.leaver)
    assert again.stage == Stage.REGISTERED
    assert cast.leaver.departures.count() == 2


@pytest.mark.parametrize("later", [date(2026, 6, 1), date(2027, 1, 4)])
def test_who_came_back_leaves_a_second_time(cast, later):
    first = register(cast.leaver)
    close_departure(first, Stage.DECLINED, by=BY, at=NOW)
    at = NOW + timedelta(days=400)
    second = register(cast.leaver, at=at, notified_on=later, ends_on=later + timedelta(days=30))
    assert set(cast.leaver.departures.all()) == {first, second}

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW
from tests.departures.cases import BY, register, register_from_today
from uitzicht.core.refusal import Refusal
from uitzicht.departures.closing import add_closing_day, remove_closing_day
from uitzicht.departures.models import ClosingDay
from uitzicht.departures.queries import dates_from, work_of
from uitzicht.privacy.models import AuditEntry

THURSDAY = date(2026, 3, 26)  # Sofie's last day worked


def close(first_on=THURSDAY, last_on=None, name="Inventaris"):
    return add_closing_day(name=name, first_on=first_on, last_on=last_on, by=BY, at=NOW)


def test_a_closing_day_moves_the_last_day_of_who_is_leaving(cast):
    departure = register(cast.leaver)
    assert close() == 1
    departure.refresh_from_db()
    assert departure.last_day_worked_on == date(2026, 3, 25)
    assert departure.target_on == date(2026, 3, 18)
    assert THURSDAY not in work_of(departure, first=THURSDAY, last=THURSDAY)


def test_taking_it_away_moves_it_back(cast):
    departure = register(cast.leaver)
    close()
    assert remove_closing_day(ClosingDay.objects.get(), by=BY, at=NOW) == 1
    departure.refresh_from_db()
    assert departure.last_day_worked_on == THURSDAY


def test_a_departure_registered_later_counts_it_at_once(cast):
    close()
    departure = register(cast.leaver)
    assert departure.last_day_worked_on == date(2026, 3, 25)
    assert dates_from(departure, on=NOW.date()).last_day_worked_on == date(2026, 3, 25)


def test_days_elsewhere_move_nobody(cast):
    register(cast.leaver)
    assert close(date(2026, 7, 20), date(2026, 7, 31)) == 0


def test_a_conversation_is_never_aimed_at_a_closing_day(cast):
    departure = register(cast.leaver)
    close(departure.target_on)
    departure.refresh_from_db()
    assert departure.target_on == date(2026, 3, 18)


@pytest.mark.parametrize(
    ("last_on", "code"),
    [
        (THURSDAY - timedelta(days=1), "departure.closing_day_ends_first"),
        (THURSDAY + timedelta(days=365), "departure.closed_too_long"),
    ],
)
def test_days_that_make_no_sense_are_refused(db, last_on, code):
    with pytest.raises(Refusal) as refusal:
        close(last_on=last_on)
    assert refusal.value.code == code


def test_the_trail_knows_who_closed(cast):
    close()
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.by) == ("closing_day.added", BY)


def test_the_page_adds_and_takes_away(cast, signed_in):
    browser, day = signed_in("hr_lead"), timezone.localdate() + timedelta(days=10)
    register_from_today(cast.leaver, days=10)
    address = reverse("closing_days")
    added = browser.post(address, {"name": "Brugdag", "first_on": day.isoformat(), "last_on": ""}, follow=True)
    assert "Brugdag" in added.content.decode()
    closing = ClosingDay.objects.get()
    assert closing.last_on == day
    gone = browser.post(reverse("closing_day_remove", args=[closing.pk]), follow=True)
    assert "Brugdag" not in gone.content.decode()


def test_a_slip_is_said_at_the_field(signed_in):
    browser, day = signed_in("hr_lead"), timezone.localdate()
    wrong = {"name": "Brugdag", "first_on": day.isoformat(), "last_on": (day - timedelta(days=1)).isoformat()}
    response = browser.post(reverse("closing_days"), wrong)
    assert "last_on" in response.context["form"].errors


@pytest.mark.parametrize("who", ["interviewer", "leader", "guardian", "admin", "outsider", ""])
def test_only_the_hr_lead_closes(signed_in, who):
    assert signed_in(who).get(reverse("closing_days")).status_code in (302, 404)

from datetime import date, timedelta

import pytest

from tests.cast import NOW
from tests.departures.cases import BY, register
from uitzicht.core.calendar import Absence, AbsenceKind
from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.departures.services import change_departure

TODAY = NOW.date()


def away(first_on, last_on, kind="leave"):
    return Absence(AbsenceKind(kind), first_on, last_on)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"notified_on": TODAY + timedelta(days=1)}, "departure.notice_in_the_future"),
        ({"notified_on": date(2019, 9, 1)}, "departure.notice_before_start"),
        ({"ends_on": date(2026, 2, 9)}, "departure.ends_before_notice"),
        ({"ends_on": date(2206, 3, 31)}, "departure.slip_of_the_year"),
        ({"leave_days": 0, "reduction_days": 60}, "departure.leave_does_not_fit"),
        ({"absences": (away(date(2026, 4, 1), date(2026, 4, 3)),)}, "departure.absence_outside_contract"),
        ({"absences": (away(date(2019, 8, 1), date(2019, 8, 3)),)}, "departure.absence_outside_contract"),
        (
            {"absences": (away(date(2026, 3, 12), date(2026, 3, 16)), away(date(2026, 3, 16), date(2026, 3, 17)))},
            "departure.absences_overlap",
        ),
    ],
)
def test_each_contradiction_has_its_reason(cast, changes, code):
    with pytest.raises(Refusal) as refusal:
        register(cast.leaver, **changes)
    assert refusal.value.code == code
    assert "{" not in str(refusal.value)
    assert not Departure.objects.exists()


def test_a_change_is_refused_in_the_same_way_and_keeps_what_was(cast):
    departure = register(cast.leaver)
    with pytest.raises(Refusal):
        change_departure(departure, notified_on=TODAY + timedelta(days=1), by=BY, at=NOW)
    departure.refresh_from_db()
    assert departure.notified_on == date(2026, 2, 10)


def test_a_change_of_one_answer_leaves_the_others_alone(cast):
    departure = register(cast.leaver, works_nights=True, reduction_days=1)
    changed = change_departure(departure, ends_on=date(2026, 4, 30), by=BY, at=NOW)
    assert (changed.works_nights, changed.reduction_days, changed.leave_days) == (True, 1, 3)

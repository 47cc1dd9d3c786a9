from datetime import date, timedelta

import pytest

from tests.cast import NOW, TODAY
from tests.departures.cases import BY
from tests.offboarding.cases import begun, task
from uitzicht.core.calendar import workdays
from uitzicht.departures.models import ClosingDay
from uitzicht.departures.services import change_departure
from uitzicht.offboarding import queries, rules
from uitzicht.offboarding.calendar import working_days
from uitzicht.offboarding.services import finish_task, reopen_task

WORK = workdays("1111100", [date(2026, 4, 6)])  # Easter Monday
LONG_AGO = date(2025, 1, 1)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (0, date(2026, 4, 3)),
        (-1, date(2026, 4, 2)),
        (-5, date(2026, 3, 27)),
        (1, date(2026, 4, 7)),
        (2, date(2026, 4, 8)),
    ],
)
def test_working_days_count_from_the_last_day_worked(due, expected):
    assert rules.due_day(date(2026, 4, 3), due, started_on=LONG_AGO, work=WORK) == expected


def test_a_last_day_that_is_no_working_day_counts_from_the_one_before():
    assert rules.due_day(date(2026, 4, 5), 1, started_on=LONG_AGO, work=WORK) == date(2026, 4, 7)


def test_nothing_is_due_before_the_checklist_began():
    assert rules.due_day(date(2026, 4, 3), -20, started_on=date(2026, 4, 4), work=WORK) == date(2026, 4, 7)


def test_late_before_is_due_day_the_other_way_round():
    days = [date(2026, 3, 1) + timedelta(days=n) for n in range(60)]
    for due in (-12, -1, 0, 1, 4):
        for on in days[20:40]:
            border = rules.late_before(on, due, WORK)
            for last_day in days:
                late = rules.due_day(last_day, due, started_on=LONG_AGO, work=WORK) < on
                assert late == (last_day < border), (due, on, last_day)


def moved(checklist, ends_on):
    change_departure(checklist.departure, ends_on=ends_on, by=BY, at=NOW)


def day_of(checklist, code):
    found = queries.tasks_of(checklist).get(template__code=code)
    return queries.line(found, on=TODAY).due_on


def test_a_change_of_dates_moves_open_tasks_and_never_finished_ones(cast):
    checklist = begun(cast)
    assert day_of(checklist, "property-it") == date(2026, 3, 26)
    finish_task(task(checklist, "interview-plan"), by=BY, at=NOW)
    stood = day_of(checklist, "interview-plan")
    moved(checklist, date(2026, 4, 30))
    assert day_of(checklist, "property-it") == checklist.departure.last_day_worked_on == date(2026, 4, 27)
    assert day_of(checklist, "interview-plan") == stood


def test_a_task_that_is_opened_again_follows_the_departure_again(cast):
    checklist = begun(cast)
    finish_task(task(checklist, "property-it"), by=BY, at=NOW)
    moved(checklist, date(2026, 4, 30))
    assert day_of(checklist, "property-it") == date(2026, 3, 26)
    reopen_task(task(checklist, "property-it"), by=BY, at=NOW)
    assert day_of(checklist, "property-it") == date(2026, 4, 27)


@pytest.mark.django_db
def test_the_organisation_has_weekends_and_public_holidays():
    work = working_days([date(2026, 5, 1)])
    assert date(2026, 5, 1) not in work
    assert date(2026, 5, 2) not in work
    assert date(2026, 5, 4) in work


@pytest.mark.django_db
def test_a_closing_day_of_the_organisation_does_not_count():
    ClosingDay.objects.create(name="brugdag", first_on=date(2026, 5, 15), last_on=date(2026, 5, 15))
    assert date(2026, 5, 15) not in working_days([date(2026, 5, 1)])

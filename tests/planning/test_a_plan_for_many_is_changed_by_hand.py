"""Lock, plan again, change one, take one out."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import register_from_today
from tests.planning.many import a_plan, page_of


@pytest.fixture
def leavers(cast):
    people = [cast.leaver, *(cast.another_person(private_email=f"x{n}@example.org") for n in range(4))]
    return [register_from_today(person) for person in people]


@pytest.fixture
def browser(signed_in):
    return signed_in("hr_lead")


def test_a_locked_row_stays_and_the_rest_moves_around_it(leavers, browser):
    plan = a_plan(browser, leavers)
    locked = plan.rows[-1]
    browser.post(reverse("many_plan", args=[plan.pk]), {"lock": [locked["departure"]]})
    plan.refresh_from_db()
    assert locked | {"locked": True} in plan.rows
    assert sum(row["locked"] for row in plan.rows) == 1
    taken = [(row["interviewer"], row["starts_at"]) for row in plan.rows]
    assert len(set(taken)) == len(leavers)


def test_a_row_changed_by_hand_is_locked(cast, leavers, browser):
    plan = a_plan(browser, leavers)
    day = leavers[0].latest_on
    sent = {"interviewer": cast.second_interviewer.pk, "on": day.isoformat(), "time": "16:00"}
    browser.post(reverse("many_row", args=[plan.pk, leavers[0].pk]), sent)
    plan.refresh_from_db()
    (row,) = [row for row in plan.rows if row["departure"] == str(leavers[0].pk)]
    moment = timezone.localtime(plan.moment_of(row))
    assert (moment.date(), moment.hour, row["locked"]) == (day, 16, True)


def test_a_hand_cannot_break_a_rule(cast, leavers, browser):
    plan = a_plan(browser, leavers)
    address = reverse("many_row", args=[plan.pk, leavers[0].pk])
    other = next(row for row in plan.rows if row["departure"] != str(leavers[0].pk))
    moment = timezone.localtime(plan.moment_of(other))
    taken = {"interviewer": other["interviewer"], "on": moment.date().isoformat(), "time": f"{moment:%H:%M}"}
    late = taken | {"on": leavers[0].last_day_worked_on.isoformat()}
    assert "has another conversation" in browser.post(address, taken).context["form"].non_field_errors()[0]
    assert "last day worked" in browser.post(address, late).context["form"].non_field_errors()[0]
    before = plan.rows
    plan.refresh_from_db()
    assert plan.rows == before


def test_one_can_be_taken_out(leavers, browser):
    plan = a_plan(browser, leavers)
    browser.post(reverse("many_row", args=[plan.pk, leavers[0].pk]), {"leave_out": "1"})
    plan.refresh_from_db()
    assert str(leavers[0].pk) not in plan.keys


def test_an_accepted_plan_does_not_change_any_more(leavers, browser):
    plan = a_plan(browser, leavers)
    browser.post(reverse("many_accept", args=[plan.pk]))
    for address in ("many_plan", "many_accept"):
        response = browser.post(reverse(address, args=[plan.pk]))
        assert response.status_code == 422
    assert "The appointments are made" in page_of(browser, plan).content.decode()

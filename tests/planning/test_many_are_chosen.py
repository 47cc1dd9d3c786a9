"""Whom to plan together, how long and where."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import register_from_today, schedule
from tests.planning.many import a_plan, propose
from uitzicht.planning.erasing import erase_wishes
from uitzicht.planning.models import MassPlan, Wish


@pytest.fixture
def leavers(cast):
    people = [cast.leaver, *(cast.another_person(private_email=f"x{n}@example.org") for n in range(4))]
    return [register_from_today(person) for person in people]


@pytest.fixture
def browser(signed_in):
    return signed_in("hr_lead")


def test_everybody_without_an_appointment_is_ticked(cast, leavers, browser):
    schedule(leavers[0], cast, at=timezone.now())
    rows = browser.get(reverse("many")).context["rows"]
    assert {departure.pk: ticked for departure, _, ticked in rows} == {one.pk: one != leavers[0] for one in leavers}


def test_unit_and_stage_filter_the_choice(cast, leavers, browser):
    schedule(leavers[0], cast, at=timezone.now())
    assert len(browser.get(reverse("many"), {"stage": "planned"}).context["rows"]) == 1
    assert not browser.get(reverse("many"), {"unit": cast.techniek.pk}).context["rows"]
    assert len(browser.get(reverse("many"), {"unit": cast.terminal.pk}).context["rows"]) == len(leavers)


def test_who_asked_for_something_is_answered_one_by_one(leavers, browser):
    Wish.objects.create(departure=leavers[0], asked_at=timezone.now())
    assert leavers[0] not in [row[0] for row in browser.get(reverse("many")).context["rows"]]


def test_without_rooms_a_place_is_needed(leavers, browser):
    assert propose(browser, leavers, place="").context["form"].errors["place"]


def test_nobody_chosen_is_refused(leavers, browser):
    assert "Nobody is chosen" in propose(browser, []).context["form"].non_field_errors()[0]


def test_old_plans_are_not_kept(leavers, browser):
    plan, now = a_plan(browser, leavers), timezone.now()
    assert erase_wishes(by="night", at=now) == 0
    MassPlan.objects.filter(pk=plan.pk).update(made_at=now - timedelta(days=32))
    assert erase_wishes(by="night", at=now) == 1
    assert not MassPlan.objects.exists()


def test_statements_do_not_grow_with_the_choice(cast, leavers, browser, django_assert_max_num_queries):
    with django_assert_max_num_queries(35):
        propose(browser, leavers)
    more = [register_from_today(cast.another_person()) for _ in range(12)]
    with django_assert_max_num_queries(35):
        propose(browser, [*leavers, *more])


def test_the_plan_is_for_the_hr_lead(leavers, browser, signed_in):
    plan = a_plan(browser, leavers)
    addresses = [
        reverse("many"),
        *(reverse(name, args=[plan.pk]) for name in ("many_plan", "many_accept", "many_send")),
        reverse("many_row", args=[plan.pk, leavers[0].pk]),
    ]
    for who in ("interviewer", "leader", "guardian", "admin", "outsider"):
        for address in addresses:
            assert signed_in(who).post(address, {}).status_code == 404

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import NOW, Cast
from tests.interviews.setting import BRAM, NOON, planned
from uitzicht.departures.models import Departure
from uitzicht.interviews import queries, services
from uitzicht.planning.models import Appointment

SignedIn = Callable[[str], Client]


def crowd(cast: Cast, size: int) -> list[Appointment]:
    """Plain rows, as planning would refuse so many conversations at once."""
    appointments = []
    for _ in range(size):
        person = cast.another_person()
        departure = Departure.objects.create(
            person=person,
            unit=cast.kade_noord,
            kind="resignation",
            notified_on=date(2026, 2, 2),
            ends_on=date(2026, 3, 27),
            last_day_worked_on=date(2026, 3, 27),
            earliest_on=date(2026, 3, 9),
            target_on=date(2026, 3, 20),
            latest_on=date(2026, 3, 26),
            stage="planned",
            registered_by=BRAM,
            registered_at=NOW,
        )
        appointments.append(
            Appointment.objects.create(
                departure=departure,
                interviewer=cast.interviewer,
                starts_at=NOON,
                place="Zaal",
                planned_by=BRAM,
                planned_at=NOW,
            )
        )
    return appointments


@pytest.mark.parametrize("size", [5, 50])
def test_the_number_of_statements_does_not_grow_with_the_rows(
    cast: Cast, signed_in: SignedIn, size: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    crowd(cast, size)
    client = signed_in("interviewer")
    with django_assert_max_num_queries(7):
        page = client.get(reverse("interviews"))
    assert len(page.context["page"].object_list) == size


def test_a_conversation_passes_through_every_step(cast: Cast) -> None:
    appointment = planned(cast)
    steps = [step(cast)]
    services.mark_prepared(appointment, by=BRAM, at=NOON)
    steps.append(step(cast))
    interview = services.open_interview(appointment, by=BRAM, at=NOON)
    steps.append(step(cast))
    services.finish_interview(interview, by=BRAM, at=NOON)
    steps.append(step(cast))
    assert steps == ["to_prepare", "planned", "open", "to_code"]


def step(cast: Cast) -> str:
    return str(queries.conversations_of(cast.interviewer).values_list("step", flat=True).get())


def test_search_filter_and_sort_are_in_the_address(cast: Cast, signed_in: SignedIn) -> None:
    planned(cast)
    crowd(cast, 2)
    client = signed_in("interviewer")
    found = client.get(reverse("interviews"), {"q": "martens"}).context["page"]
    assert [row.departure.person for row in found] == [cast.leaver]
    assert not client.get(reverse("interviews"), {"step": "open"}).context["page"].object_list
    by_name = client.get(reverse("interviews"), {"sort": "-name"}).context["page"]
    assert by_name[0].departure.person == cast.leaver

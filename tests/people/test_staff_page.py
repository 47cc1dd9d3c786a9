from datetime import date

import pytest

from tests.cast import Cast
from uitzicht.people import queries
from uitzicht.people.models import Position


def _names(browser, **query: str) -> list[str]:
    return [person.name for person, _unit in browser.get("/staff/", query).context["rows"]]


def test_everybody_in_service_is_shown_with_unit_position_and_manager(cast: Cast, signed_in):
    answer = signed_in("hr_lead").get("/staff/")
    page = answer.content.decode()
    assert len(answer.context["rows"]) == 8
    for word in ("Sofie Martens", "Terminal / Kade Noord", "Terminalplanner", "Els Maes"):
        assert word in page


@pytest.mark.parametrize("search", ["martens", "Sofie MAR", "1003", "sofie.1003@"])
def test_people_are_found_by_name_number_and_address(cast: Cast, signed_in, search):
    assert _names(signed_in("hr_lead"), q=search) == ["Sofie Martens"]


def test_a_unit_shows_everybody_below_it(cast: Cast, signed_in):
    assert _names(signed_in("hr_lead"), unit=str(cast.terminal.pk)) == [
        "Stijn Claes",
        "Els Maes",
        "Sofie Martens",
        "Jan Peeters",
    ]
    assert "Stijn Claes" not in _names(signed_in("hr_lead"), unit=str(cast.kade_noord.pk))


def test_the_list_is_sorted_both_ways(cast: Cast, signed_in):
    up, down = (_names(signed_in("hr_lead"), sort=sort) for sort in ("name", "-name"))
    assert up[0] == "Stijn Claes"
    assert down == up[::-1]
    assert len(_names(signed_in("hr_lead"), sort="nonsense")) == 8


def test_who_has_left_is_shown_with_their_last_position(cast: Cast, signed_in):
    cast.leaver.ended_on = date(2020, 5, 31)
    cast.leaver.save()
    Position.objects.filter(person=cast.leaver).update(valid_to=date(2020, 6, 1))
    assert "Sofie Martens" not in _names(signed_in("hr_lead"))
    answer = signed_in("hr_lead").get("/staff/", {"state": "left"})
    assert [(person.name, unit) for person, unit in answer.context["rows"]] == [
        ("Sofie Martens", "Terminal / Kade Noord")
    ]


def test_a_person_stands_on_the_list_once_whatever_they_did_before(cast: Cast):
    held = Position.objects.get(person=cast.leaver)
    held.valid_to = date(2023, 1, 1)
    held.save()
    Position.objects.create(person=cast.leaver, unit=cast.techniek, title="Technicus", valid_from=date(2023, 1, 1))
    for state in queries.STAFF_STATES:
        listed = [person.pk for person in queries.staff_list(date(2026, 3, 10), state=state)]
        assert len(listed) == len(set(listed))
    (sofie,) = queries.staff_list(date(2026, 3, 10), search="sofie")
    assert sofie.title == "Technicus"


@pytest.mark.parametrize("people", [5, 50])
def test_the_list_costs_the_same_for_many(cast: Cast, signed_in, django_assert_max_num_queries, people):
    for _n in range(people):
        cast.another_person()
    browser = signed_in("hr_lead")
    with django_assert_max_num_queries(8):
        browser.get("/staff/")


@pytest.mark.django_db
def test_an_empty_list_teaches_what_to_do(client, django_user_model):
    from uitzicht.people.models import RoleGrant

    user = django_user_model.objects.create_user("a@example.org", None, name="A", language="en")
    RoleGrant.objects.create(user=user, role="admin")
    client.force_login(user)
    assert "/staff/import/example.csv" in client.get("/staff/").content.decode()

import pytest
from django.urls import reverse

from tests.cast import NOW, TODAY
from tests.departures.cases import BY, register, register_from_today, schedule
from uitzicht.departures import queries
from uitzicht.departures.services import advance
from uitzicht.departures.vocabulary import Stage
from uitzicht.planning.services import cancel_appointment


def test_the_hr_lead_sees_all_and_an_interviewer_only_their_own(cast):
    own, other = register(cast.leaver), register(cast.colleague)
    schedule(own, cast)
    assert set(queries.visible_to(cast.hr_lead)) == {own, other}
    assert set(queries.visible_to(cast.interviewer)) == {own}
    for who in (cast.second_interviewer, cast.leader, cast.guardian, cast.admin, cast.outsider):
        assert not queries.visible_to(who).exists()


def test_an_appointment_that_was_called_off_shows_the_interviewer_nothing_any_more(cast):
    departure = register(cast.leaver)
    cancel_appointment(schedule(departure, cast), by=BY, at=NOW)
    assert not queries.visible_to(cast.interviewer).exists()


def test_open_are_those_still_here_and_those_still_to_process(cast):
    here, held, gone, cancelled = (
        register(cast.another_person(), ends_on=day, leave_days=0)
        for day in (TODAY.replace(month=4), TODAY.replace(day=31), TODAY.replace(day=31), TODAY.replace(month=5))
    )
    schedule(held, cast)
    advance(held, Stage.HELD, by=BY, at=NOW)
    advance(cancelled, Stage.CANCELLED, by=BY, at=NOW)
    assert set(queries.open_departures(cast.hr_lead, on=TODAY.replace(month=4, day=2))) == {here, held}
    assert gone in queries.open_departures(cast.hr_lead, on=TODAY)


def test_to_plan_are_those_with_room_left_and_no_appointment(cast):
    later, sooner, planned = (
        register(cast.another_person(), ends_on=TODAY.replace(month=month)) for month in (5, 4, 6)
    )
    schedule(planned, cast)
    register(cast.another_person(), kind="death")
    assert list(queries.to_plan(cast.hr_lead, on=TODAY)) == [sooner, later]
    assert list(queries.to_plan(cast.hr_lead, on=later.latest_on)) == [later]


@pytest.mark.parametrize("name", ["departure", "departure_change", "departure_cancel"])
def test_outsiders_find_no_page(cast, signed_in, name):
    departure = register_from_today(cast.leaver)
    address = reverse(name, args=[departure.pk])
    assert signed_in("hr_lead").get(address).status_code == 200
    for who in ("interviewer", "leader", "guardian", "admin", "outsider"):
        assert signed_in(who).get(address).status_code == 404
    assert signed_in("").get(address).status_code == 302


@pytest.mark.parametrize("name", ["departures", "departure_new"])
def test_the_list_and_registration_are_for_the_hr_lead(signed_in, name):
    assert signed_in("hr_lead").get(reverse(name)).status_code == 200
    for who in ("interviewer", "leader", "guardian", "admin", "outsider"):
        assert signed_in(who).get(reverse(name)).status_code == 404

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import BRUSSELS, register_from_today, schedule
from tests.planning.calendars import diary_of, event, ics, publishing
from uitzicht.planning.access import Access
from uitzicht.planning.models import Appointment, Room, Wish


@pytest.fixture
def departure(cast):
    return register_from_today(cast.leaver)


@pytest.fixture
def room(cast):
    return Room.objects.create(name="Vuurtoren", place="Gelijkvloers, links")


@pytest.fixture
def answers(cast, departure):
    return {
        "interviewer": cast.interviewer.pk,
        "on": departure.target_on.isoformat(),
        "time": "10:00",
        "minutes": "60",
        "place_kind": "room",
        "place": "Kamer Vuurtoren",
    }


def open_page(browser, departure, query=""):
    return browser.get(reverse("plan", args=[departure.pk]) + query)


def submit(browser, departure, answers, **more):
    return browser.post(reverse("plan", args=[departure.pk]), answers | more)


def slot(departure, hour, *, days=0):
    return datetime.combine(departure.target_on + timedelta(days=days), datetime.min.time(), BRUSSELS).replace(
        hour=hour
    )


def test_each_interviewer_offers_a_week_and_its_best_hour(cast, departure, signed_in):
    offers = open_page(signed_in("hr_lead"), departure).context["offers"]
    assert [offer.candidate.user for offer in offers.each] == [cast.interviewer, cast.second_interviewer]
    assert offers.each[0].proposed == slot(departure, 10)
    assert offers.monday == departure.target_on - timedelta(days=departure.target_on.weekday())


def test_picking_an_hour_is_enough(cast, departure, answers, signed_in):
    picked = slot(departure, 15)
    submit(signed_in("hr_lead"), departure, answers, **{f"slot-{cast.interviewer.pk}": picked.isoformat()})
    assert Appointment.objects.get().starts_at == picked


def test_the_hour_of_somebody_else_does_not_count(cast, departure, answers, signed_in):
    other = {f"slot-{cast.second_interviewer.pk}": slot(departure, 15).isoformat()}
    submit(signed_in("hr_lead"), departure, answers, **other)
    assert Appointment.objects.get().starts_at == slot(departure, 10)


def test_two_moments_at_once_are_asked_about(cast, departure, answers, signed_in):
    both = {f"slot-{cast.interviewer.pk}": slot(departure, 15).isoformat(), "time": "16:00"}
    response = submit(signed_in("hr_lead"), departure, answers, **both)
    assert "Two moments are chosen" in response.context["form"].errors["on"][0]
    assert not Appointment.objects.exists()


@pytest.mark.parametrize("nonsense", ["", "tomorrow", "2026-03-19T10:00:00"])
def test_without_any_moment_it_is_asked_for(cast, departure, answers, signed_in, nonsense):
    answers |= {"on": "", "time": "", f"slot-{cast.interviewer.pk}": nonsense}
    assert "on" in submit(signed_in("hr_lead"), departure, answers).context["form"].errors


def test_other_weeks_are_a_link_away(departure, signed_in):
    browser = signed_in("hr_lead")
    first = open_page(browser, departure).context["offers"]
    earlier = open_page(browser, departure, f"?week={first.earlier}").context["offers"]
    assert earlier.monday == first.monday - timedelta(days=7)
    assert open_page(browser, departure, "?week=nonsense").context["offers"].monday == first.monday
    assert open_page(browser, departure, "?week=1999-01-01").context["offers"].earlier is None


def test_what_stands_or_is_wished_for_comes_first(cast, departure, signed_in):
    schedule(departure, cast, at=timezone.now(), starts_at=slot(departure, 11))
    browser = signed_in("hr_lead")
    assert open_page(browser, departure).context["offers"].each[0].proposed == slot(departure, 11)
    wished = [slot(departure, 13).isoformat()]
    Wish.objects.create(departure=departure, proposed_at=wished, asked_at=timezone.now())
    assert open_page(browser, departure).context["offers"].each[0].proposed == slot(departure, 13)


def test_a_moment_between_the_hours_is_not_moved_by_looking(cast, departure, signed_in):
    schedule(departure, cast, at=timezone.now(), starts_at=slot(departure, 11) + timedelta(minutes=30))
    response = open_page(signed_in("hr_lead"), departure)
    assert response.context["offers"].each[0].proposed is None
    assert str(response.context["form"]["time"].value()) == "11:30:00"


def test_a_room_fills_in_the_place_and_is_kept(departure, answers, signed_in, room):
    submit(signed_in("hr_lead"), departure, answers, room=str(room.pk), place="")
    made = Appointment.objects.get()
    assert (made.room, made.place) == (room, "Gelijkvloers, links")


def test_a_video_call_takes_no_room_and_needs_an_address(departure, answers, signed_in, room):
    browser = signed_in("hr_lead")
    video = {"place_kind": "video", "room": str(room.pk)}
    assert "place" in submit(browser, departure, answers, place="", **video).context["form"].errors
    submit(browser, departure, answers, place="https://video.example/1", **video)
    assert Appointment.objects.get().room is None


def test_an_objection_of_a_calendar_can_be_overruled(cast, departure, answers, signed_in):
    day = departure.target_on
    with publishing() as publisher:
        whole_day = {"DTSTART;VALUE=DATE": f"{day:%Y%m%d}", "DTEND;VALUE=DATE": f"{day + timedelta(days=1):%Y%m%d}"}
        publisher.text = ics(event(**whole_day))
        diary_of(cast.interviewer, Access("ics", publisher.address))
        browser = signed_in("hr_lead")
        page = submit(browser, departure, answers).content.decode()
        assert "The calendar of Bram Nijs is taken at that hour." in page
        assert "Tandarts" not in page
        assert not Appointment.objects.exists()
        submit(browser, departure, answers, anyway="on")
    assert Appointment.objects.exists()


def test_a_dead_calendar_is_told_and_blocks_nothing(cast, departure, answers, signed_in):
    diary_of(cast.interviewer, Access("ics", "http://127.0.0.1:9/x"))
    browser = signed_in("hr_lead")
    assert "the calendar does not answer" in open_page(browser, departure).content.decode()
    submit(browser, departure, answers)
    assert Appointment.objects.exists()


def test_a_proposal_that_a_calendar_does_not_bear_goes_to_the_plan(cast, departure, signed_in):
    now = timezone.now()
    schedule(departure, cast, at=now, starts_at=slot(departure, 11))
    diary_of(cast.interviewer, opens_at="09:00", closes_at="12:00")
    moment = slot(departure, 15).isoformat()
    Wish.objects.create(departure=departure, proposed_at=[moment], asked_at=now)
    response = signed_in("hr_lead").post(reverse("wish_accept", args=[departure.pk]), {"moment": moment})
    assert response.url == reverse("plan", args=[departure.pk])
    assert Appointment.objects.get().starts_at == slot(departure, 11)


def test_statements_do_not_grow_with_interviewers(cast, departure, signed_in, django_assert_max_num_queries):
    from uitzicht.people.models import RoleGrant, User

    for n in range(12):
        user = User.objects.create_user(f"i{n}@havenlicht.example", None, name=f"Extern {n}", language="nl")
        RoleGrant.objects.create(user=user, role="interviewer")
    browser = signed_in("hr_lead")
    with django_assert_max_num_queries(24):
        open_page(browser, departure)


def test_the_first_free_room_is_proposed(cast, departure, signed_in, room):
    Room.objects.create(name="Aula", place="Kelder", weekdays="0000001")
    assert open_page(signed_in("hr_lead"), departure).context["form"]["room"].value() == str(room.pk)


def test_the_hours_of_the_days_stand_beside_one_another(cast, departure, signed_in):
    other = register_from_today(cast.another_person())
    schedule(other, cast, at=timezone.now(), starts_at=slot(departure, 12))
    offer = next(
        offer
        for offer in open_page(signed_in("hr_lead"), departure).context["offers"].each
        if offer.candidate.user == cast.interviewer
    )
    busy_day = next(day for day in offer.days if day.on == departure.target_on)
    assert busy_day.hours[3] is None
    assert all(len(day.hours) == 8 for day in offer.days if day.suits)

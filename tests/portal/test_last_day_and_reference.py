from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import BY
from uitzicht.offboarding.farewell import services
from uitzicht.offboarding.farewell.queries import farewell_of
from uitzicht.offboarding.models import Farewell, FinalMail, Reference
from uitzicht.offboarding.services import hand_out, take_back
from uitzicht.people.models import Person
from uitzicht.planning.models import Appointment

LAST_DAY, REFERENCE = "/my/last-day/", "/my/reference/"


def page(sofie, address):
    return sofie.get(address).content.decode()


def plan(sofie):
    services.plan_moment(
        sofie.departure,
        starts_at=timezone.now() + timedelta(days=9),
        minutes=60,
        place="Kantine",
        organiser="Els Maes",
        by=BY,
        at=timezone.now(),
    )


def step(sofie, route):
    return next(step for step in sofie.get("/my/").context["steps"] if step.route == route)


def test_the_leaver_says_how_they_want_to_say_goodbye(sofie):
    assert step(sofie, "my_last_day").asks != ""
    assert sofie.post(LAST_DAY, do="wish", wish="small", note="Alleen de ploeg").status_code == 302
    found = farewell_of(sofie.departure)
    assert (found.wish, found.wish_note, found.wished_by) == ("small", "Alleen de ploeg", "leaver")
    assert step(sofie, "my_last_day").mark == "full"
    assert step(sofie, "my_last_day").asks == ""


def test_nothing_is_chosen_beforehand_and_nothing_chosen_is_no_wish(sofie):
    assert "checked" not in page(sofie, LAST_DAY)
    assert sofie.post(LAST_DAY, do="wish", note="Taart").status_code == 200
    assert not Farewell.objects.exists()


def test_what_is_planned_is_seen_and_can_be_refused(sofie):
    assert sofie.get("/my/farewell.ics").status_code == 404
    plan(sofie)
    assert "Kantine" in page(sofie, LAST_DAY)
    assert b"LOCATION:Kantine" in sofie.get("/my/farewell.ics").content
    sofie.post(LAST_DAY, do="wish", wish="nothing", note="")
    assert farewell_of(sofie.departure).starts_at is None
    assert "Kantine" not in page(sofie, LAST_DAY)


def test_what_is_still_out_stands_there_and_what_is_back_does_not(sofie):
    for label in ("LT-7", "LT-8"):
        thing = hand_out(sofie.departure.person, kind="laptop", label=label, on=None, by=BY, at=timezone.now())
    take_back(thing, signed_by="Sofie", condition="", by=BY, at=timezone.now())
    shown = page(sofie, LAST_DAY)
    assert "LT-7" in shown
    assert "LT-8" not in shown


def test_the_private_address_is_masked_and_can_be_given(sofie):
    assert "s…@example.org" in page(sofie, LAST_DAY)
    Person.objects.filter(pk=sofie.departure.person_id).update(private_email="")
    assert "Without a private address it is not sent" in page(sofie, LAST_DAY)
    sofie.post(LAST_DAY, do="address", email="thuis@example.net")
    assert Person.objects.get(pk=sofie.departure.person_id).private_email == "thuis@example.net"


def test_after_the_last_mail_the_page_says_that_it_left(sofie):
    FinalMail.objects.create(departure=sofie.departure, sent_at=timezone.now())
    assert "There comes no other" in page(sofie, LAST_DAY)


def test_a_reference_is_asked_and_taken_back(sofie):
    assert sofie.post(REFERENCE, form="letter", wanted_from="Els Maes").status_code == 302
    reference = Reference.objects.get()
    assert (reference.asked_by, reference.state) == ("leaver", "asked")
    assert step(sofie, "my_reference").mark == "full"
    assert "Els Maes" in page(sofie, REFERENCE)
    sofie.post(REFERENCE, back=reference.pk)
    assert not Reference.objects.exists()


def test_the_page_says_that_the_conversation_plays_no_part(sofie):
    shown = page(sofie, REFERENCE)
    assert "plays no part in it" in shown
    assert "Your interviewer does not see this page" in shown


def test_a_request_that_was_answered_is_not_taken_back(sofie):
    sofie.post(REFERENCE, form="letter", wanted_from="")
    reference = Reference.objects.get()
    services.settle_reference(reference, state="given", writer="Els", by=BY, at=timezone.now())
    assert "answered already" in sofie.post(REFERENCE, back=reference.pk).content.decode()
    assert Reference.objects.exists()


@pytest.mark.parametrize("key", ["999", "a", ""])
def test_only_own_requests_are_taken_back(sofie, key):
    sofie.post(REFERENCE, form="letter", wanted_from="")
    assert sofie.post(REFERENCE, back=key).status_code == 200
    assert Reference.objects.count() == 1


def test_where_only_the_interviewer_could_read_it_the_page_sends_elsewhere(sofie, cast):
    Appointment.objects.update(interviewer=cast.hr_lead)
    shown = page(sofie, REFERENCE)
    assert "Ask for it" not in shown
    assert "directly" in shown
    assert sofie.post(REFERENCE, form="letter", wanted_from="").status_code == 200
    assert not Reference.objects.exists()


def test_both_are_taken_along_and_erased(sofie):
    sofie.post(LAST_DAY, do="wish", wish="small", note="Kanarie taart")
    sofie.post(REFERENCE, form="letter", wanted_from="Kanarie Els")
    plan(sofie)
    held = sofie.get(reverse("my_data_json")).json()
    assert held["farewell"]["wish_note"] == "Kanarie taart"
    assert held["references"][0]["of"] == "Kanarie Els"
    assert page(sofie, reverse("my_data")).count("Kanarie") == 2
    sofie.post(reverse("my_erase"), confirmed="on")
    assert not Reference.objects.exists()
    found = farewell_of(sofie.departure)
    assert (found.wish, found.wish_note, found.place) == ("", "", "Kantine")


def test_more_things_and_requests_take_no_more_statements(sofie):
    counts = []
    for more in (1, 20):
        for number in range(more):
            person = sofie.departure.person
            hand_out(person, kind="key", label=f"K{number}", on=None, by=BY, at=timezone.now())
        with CaptureQueriesContext(connection) as statements:
            sofie.get(LAST_DAY)
        counts.append(len(statements))
    assert counts[0] == counts[1]
    assert sofie.get(REFERENCE).status_code == 200


@pytest.mark.parametrize("address", [LAST_DAY, REFERENCE, "/my/farewell.ics"])
def test_without_a_link_they_stay_closed(client, db, address):
    assert client.get(address).status_code == 404

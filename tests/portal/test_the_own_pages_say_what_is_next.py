import pytest
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import BY
from tests.portal.alone import words
from uitzicht.departures.services import advance
from uitzicht.departures.vocabulary import Purpose, Stage
from uitzicht.interviews import services as interviews
from uitzicht.planning.services import accept_appointment, cancel_appointment, decline_conversation
from uitzicht.portal.consents import asked_consents
from uitzicht.privacy.policies import decide_policy


def step(sofie, route):
    return next((step for step in sofie.get("/my/").context["steps"] if step.route == route), None)


def next_route(sofie):
    step = sofie.get("/my/").context["next"]
    return step.route if step else None


def test_everything_stands_in_the_order_of_the_journey(sofie):
    routes = [step.route for step in sofie.get("/my/").context["steps"]]
    assert routes == ["my_promise", "my_appointment", "my_questions", "my_last_day", "my_reference", "my_consents"]
    for route in routes:
        assert sofie.get(reverse(route)).status_code == 200


def test_first_the_appointment_then_the_questions(sofie):
    assert next_route(sofie) == "my_appointment"
    accept_appointment(sofie.departure.appointment, by="leaver", at=timezone.now())
    assert step(sofie, "my_appointment").mark == "full"
    assert next_route(sofie) == "my_questions"


def test_what_is_begun_shows_and_what_is_handed_in_is_done(sofie):
    assert step(sofie, "my_questions").mark == ""
    sofie.answer("content.variety", words("Rustig."))
    assert step(sofie, "my_questions").mark == "half"
    assert sofie.hand_in().status_code == 302
    assert step(sofie, "my_questions").mark == "full"


def test_a_summary_that_waits_comes_before_everything(sofie):
    interview = interviews.open_interview(sofie.departure.appointment, by=BY, at=timezone.now())
    interviews.save_summary(interview, "Kort.", revision=0, by=BY, at=timezone.now())
    interviews.finish_interview(interview, by=BY, at=timezone.now())
    interview.refresh_from_db()
    assert step(sofie, "my_summary") is None
    interviews.send_summary(interview, by=BY, at=timezone.now())
    assert next_route(sofie) == "my_summary"
    interviews.confirm_summary(interview, by="leaver", at=timezone.now())
    assert step(sofie, "my_summary").mark == "full"
    assert step(sofie, "my_appointment").mark == "full"


def test_the_card_is_there_only_where_the_organisation_has_one(sofie):
    assert step(sofie, "my_card") is None
    decide_policy(by=BY, at=timezone.now(), reason="asked for by the council", inclusion_card=True)
    assert step(sofie, "my_card").mark == ""


def test_consents_are_offered_and_never_asked_for(sofie):
    accept_appointment(sofie.departure.appointment, by="leaver", at=timezone.now())
    assert step(sofie, "my_consents").asks == ""
    sofie.post(reverse("my_consents"), purpose=Purpose.QUOTES, given="1")
    assert step(sofie, "my_consents").mark == "full"
    assert [asked.given_at is not None for asked in asked_consents(sofie.departure)] == [False, True, False]


def test_who_declined_reads_that_it_is_fine(sofie):
    decline_conversation(sofie.departure, by="leaver", at=timezone.now())
    assert "fine" in step(sofie, "my_appointment").line
    assert next_route(sofie) == "my_questions"


def test_without_an_appointment_nothing_is_asked_about_one(sofie):
    cancel_appointment(sofie.departure.appointment, by=BY, at=timezone.now())
    assert step(sofie, "my_appointment").asks == ""


def test_after_the_conversation_everything_else_stays_open(sofie):
    advance(sofie.departure, Stage.HELD, by=BY, at=timezone.now())
    assert step(sofie, "my_appointment").mark == "full"
    assert sofie.get(reverse("my_questions")).status_code == 200


def test_the_page_says_until_when_it_is_open(sofie):
    page = sofie.get("/my/").content.decode()
    assert str(sofie.link.expires_on.year) in page or sofie.link.expires_on.strftime("%-d") in page


@pytest.mark.parametrize("name", ["my_data", "my_erase", "my_code"])
def test_data_and_devices_are_one_step_away(sofie, name):
    assert reverse(name) in sofie.get("/my/").content.decode()


def test_the_page_takes_few_statements(sofie, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        sofie.get("/my/")

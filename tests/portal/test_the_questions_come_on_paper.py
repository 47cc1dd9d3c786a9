import pytest
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import BY, register_from_today, schedule
from uitzicht.departures.vocabulary import Kind
from uitzicht.questionnaires import content
from uitzicht.questionnaires.services import publish_version


@pytest.fixture
def departure(cast):
    departure = register_from_today(cast.leaver)
    schedule(departure, cast, at=timezone.now())
    return departure


def paper(departure):
    return reverse("paper", args=[departure.pk])


@pytest.mark.parametrize("who", ["hr_lead", "interviewer"])
def test_hr_and_its_interviewer_print_it(signed_in, departure, who):
    publish_version(content.load(1), by=BY, at=timezone.now())
    response = signed_in(who).get(paper(departure))
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("who", ["second_interviewer", "leader", "guardian", "admin", "outsider"])
def test_nobody_else_does(signed_in, departure, who):
    assert signed_in(who).get(paper(departure)).status_code == 404


def test_before_a_questionnaire_is_published_it_says_so(signed_in, departure):
    response = signed_in("hr_lead").get(paper(departure))
    assert response.status_code == 422
    assert "Publish a version first" in response.content.decode()


def test_after_a_death_nothing_is_printed(signed_in, cast):
    departure = register_from_today(cast.colleague, kind=Kind.DEATH)
    assert signed_in("hr_lead").get(paper(departure)).status_code == 422
    assert paper(departure) not in signed_in("hr_lead").get(reverse("departure", args=[departure.pk])).content.decode()


def test_the_page_of_the_departure_offers_it(signed_in, departure):
    assert paper(departure) in signed_in("hr_lead").get(reverse("departure", args=[departure.pk])).content.decode()

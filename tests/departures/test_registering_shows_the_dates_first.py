from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import register_from_today
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage


@pytest.fixture
def answers(cast):
    today = timezone.localdate()
    return {
        "person": f"Sofie Martens ({cast.leaver.employee_number})",
        "kind": "resignation",
        "notified_on": today.isoformat(),
        "ends_on": (today + timedelta(days=40)).isoformat(),
        "leave_days": "2",
        "recup_days": "1",
        "working_days": ["0", "1", "2", "3"],
        "destination": "study",
        "desirability": "undesired",
        "ends_on_reason": "agreed",
    }


def submit(browser, answers, **more):
    return browser.post(reverse("departure_new"), answers | more)


def seen_in(response):
    return response.context["dates"].last_day_worked_on.isoformat()


def test_the_first_submit_only_shows_what_follows(signed_in, answers):
    response = submit(signed_in("hr_lead"), answers)
    page = response.content.decode()
    assert "Last day worked" in page
    assert "Target day" in page
    assert not Departure.objects.exists()


def test_the_second_submit_registers(signed_in, answers):
    browser = signed_in("hr_lead")
    response = submit(browser, answers, seen=seen_in(submit(browser, answers)))
    departure = Departure.objects.get()
    assert response.url == reverse("departure", args=[departure.pk])
    assert (departure.working_days, departure.destination) == ("1111000", "study")
    assert departure.desirability == "undesired"
    assert departure.registered_by == "Noor Verlinden <noor@havenlicht.example>"


def test_an_answer_changed_in_between_is_shown_again_before_it_is_kept(signed_in, answers):
    browser = signed_in("hr_lead")
    seen = seen_in(submit(browser, answers))
    response = submit(browser, answers, seen=seen, leave_days="9")
    assert response.status_code == 200
    assert not Departure.objects.exists()
    assert seen_in(response) != seen


@pytest.mark.parametrize("typed", ["1003", "sofie martens", "Sofie Martens (1003)"])
def test_a_colleague_is_found_by_name_or_number(signed_in, answers, typed):
    assert submit(signed_in("hr_lead"), answers, person=typed).context["dates"]


@pytest.mark.parametrize(("typed", "error"), [("Nobody At All", "Nobody on the staff list"), ("Twin Extra", "Several")])
def test_who_is_not_found_or_not_alone_is_asked_again(cast, signed_in, answers, typed, error):
    for _ in range(2):
        twin = cast.another_person(first_name="Twin")
        twin.last_name = "Extra"
        twin.save()
    response = submit(signed_in("hr_lead"), answers, person=typed)
    assert error in response.content.decode()
    assert response.context["dates"] is None


def test_dates_that_do_not_agree_are_said_at_once(signed_in, answers):
    wrong = answers | {"ends_on": (timezone.localdate() - timedelta(days=5)).isoformat()}
    response = submit(signed_in("hr_lead"), wrong)
    assert "Correct one of the two dates" in response.content.decode()
    assert response.context["dates"] is None
    assert not Departure.objects.exists()


def test_a_week_without_a_day_of_work_is_refused(signed_in, answers):
    response = submit(signed_in("hr_lead"), answers, working_days=[])
    assert "working_days" in response.context["form"].errors


def test_who_is_leaving_already_is_not_on_offer(cast, signed_in, answers):
    register_from_today(cast.leaver)
    page = signed_in("hr_lead").get(reverse("departure_new")).content.decode()
    assert "(1004)" in page
    assert "(1003)" not in page


def test_a_change_is_shown_before_it_is_kept(cast, signed_in, answers):
    departure = register_from_today(cast.leaver)
    browser, address = signed_in("hr_lead"), reverse("departure_change", args=[departure.pk])
    shown = browser.post(address, answers | {"leave_days": "5"})
    departure.refresh_from_db()
    assert departure.leave_days == 0
    browser.post(address, answers | {"leave_days": "5", "seen": seen_in(shown)})
    departure.refresh_from_db()
    assert departure.leave_days == 5


@pytest.mark.parametrize("to", [Stage.DECLINED, Stage.CANCELLED])
def test_a_departure_can_be_closed(cast, signed_in, to):
    departure = register_from_today(cast.leaver)
    signed_in("hr_lead").post(reverse("departure_cancel", args=[departure.pk]), {"to": to.value})
    departure.refresh_from_db()
    assert departure.stage == to

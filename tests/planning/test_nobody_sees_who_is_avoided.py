import pytest
from django.urls import reverse
from django.utils import timezone, translation

from tests.departures.cases import register_from_today, schedule
from uitzicht.core.refusal import Refusal
from uitzicht.people.models import User
from uitzicht.planning import services
from uitzicht.planning.models import Appointment, Avoided, Wish
from uitzicht.planning.queries import avoided_by, candidates
from uitzicht.privacy.models import AuditEntry


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def appointment(cast):
    return schedule(register_from_today(cast.leaver), cast, at=timezone.now())


def avoid(departure, *users, other=False):
    services.ask_for(departure, proposed_at=[], other_interviewer=other, avoid=users, by="leaver", at=timezone.now())


def unavailable(departure):
    found = candidates(departure, on=timezone.localdate())
    return {candidate.user.name: candidate.why for candidate in found if not candidate.independent}


def test_an_avoided_colleague_is_not_available_like_any_other(signed_in, cast, appointment):
    avoid(appointment.departure, cast.second_interviewer)
    assert unavailable(appointment.departure) == {"Ilse Danckaert": []}
    page = signed_in("hr_lead").get(reverse("plan", args=[appointment.departure_id])).content.decode()
    assert "Not available for this conversation: Ilse Danckaert. Why is not shown." in page


def test_the_refusal_says_tie_or_wish_and_not_which(cast, appointment):
    avoid(appointment.departure, cast.second_interviewer)
    with pytest.raises(Refusal) as wished:
        schedule(appointment.departure, cast, at=timezone.now(), interviewer=cast.second_interviewer)
    Avoided.objects.all().delete()
    User.objects.filter(pk=cast.second_interviewer.pk).update(person=cast.colleague)
    with pytest.raises(Refusal) as tied:
        schedule(appointment.departure, cast, at=timezone.now(), interviewer=cast.second_interviewer)
    assert str(wished.value) == str(tied.value)
    assert "which of the two" in str(wished.value)


def test_avoiding_somebody_else_than_the_interviewer_asks_hr_nothing(cast, appointment):
    avoid(appointment.departure, cast.second_interviewer)
    assert not Wish.objects.exists()
    assert Appointment.objects.get(pk=appointment.pk).stands


def test_avoiding_the_interviewer_and_asking_for_another_look_the_same(cast, appointment):
    avoid(appointment.departure, cast.interviewer)
    named = (Wish.objects.get().other_interviewer, avoided_by(appointment.departure))
    Avoided.objects.all().delete()
    avoid(appointment.departure, other=True)
    assert named == (Wish.objects.get().other_interviewer, avoided_by(appointment.departure))
    assert set(unavailable(appointment.departure)) == {"Bram Nijs"}


def test_no_page_and_no_line_of_the_trail_names_who_is_avoided(signed_in, cast, appointment):
    avoid(appointment.departure, cast.second_interviewer)
    for who in ("hr_lead", "interviewer"):
        page = signed_in(who).get(reverse("departure", args=[appointment.departure_id])).content.decode()
        assert "Ilse" not in page
    details = AuditEntry.objects.filter(action="appointment.asked").values_list("detail", flat=True)
    assert list(details) == [{"moments": 0, "other_interviewer": False}]


def test_a_wish_of_one_leaver_says_nothing_about_another(cast, appointment):
    avoid(appointment.departure, cast.second_interviewer)
    other = register_from_today(cast.another_person(unit=cast.techniek))
    assert unavailable(other) == {}


def test_when_everybody_is_avoided_somebody_from_outside_is_needed(cast, appointment):
    avoid(appointment.departure, cast.interviewer, cast.second_interviewer)
    with pytest.raises(Refusal) as refused:
        schedule(appointment.departure, cast, at=timezone.now())
    assert refused.value.code == "planning.nobody_independent"

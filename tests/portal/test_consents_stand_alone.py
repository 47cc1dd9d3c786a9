import pytest
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import BY
from uitzicht.departures.consents import consents_of
from uitzicht.departures.models import Consent
from uitzicht.departures.vocabulary import Purpose
from uitzicht.portal.consents import asked_consents, masked
from uitzicht.privacy.models import AuditEntry
from uitzicht.privacy.policies import decide_policy

ADDRESS = "sofie.thuis@example.net"


def give(sofie, purpose, **data):
    return sofie.post(reverse("my_consents"), purpose=purpose, given="1", **data)


def take_back(sofie, purpose):
    return sofie.post(reverse("my_consents"), purpose=purpose)


def without_address(sofie):
    person = sofie.departure.person
    person.private_email = ""
    person.save()


@pytest.mark.parametrize("purpose", Purpose)
def test_giving_one_gives_no_other(sofie, purpose):
    assert give(sofie, purpose).status_code == 302
    assert consents_of(sofie.departure) == {purpose}
    assert "You agreed on" in sofie.get(reverse("my_consents")).content.decode()


@pytest.mark.parametrize("purpose", Purpose)
def test_taking_one_back_leaves_the_others(sofie, purpose):
    for each in Purpose:
        give(sofie, each)
    take_back(sofie, purpose)
    assert consents_of(sofie.departure) == set(Purpose) - {purpose}
    assert Consent.objects.get(purpose=purpose).withdrawn_at is not None


def test_nothing_is_given_beforehand_and_an_unknown_purpose_changes_nothing(sofie):
    assert give(sofie, "everything").status_code == 200
    assert consents_of(sofie.departure) == set()


def test_the_known_private_address_is_shown_masked_only(sofie):
    page = sofie.get(reverse("my_consents")).content.decode()
    assert "s…@example.org" in page
    assert "sofie@example.org" not in page


@pytest.mark.parametrize(
    ("address", "shown"), [("sofie@example.org", "s…@example.org"), ("a@b.be", "a…@b.be"), ("", "")]
)
def test_an_address_is_masked(address, shown):
    assert masked(address) == shown


def test_a_follow_up_needs_a_private_address(sofie):
    without_address(sofie)
    response = give(sofie, Purpose.FOLLOW_UP)
    assert "Type your private e-mail address" in response.content.decode()
    assert consents_of(sofie.departure) == set()
    assert give(sofie, Purpose.FOLLOW_UP, email="no address").status_code == 200
    assert give(sofie, Purpose.FOLLOW_UP, email=ADDRESS).status_code == 302
    sofie.departure.person.refresh_from_db()
    assert sofie.departure.person.private_email == ADDRESS
    assert consents_of(sofie.departure) == {Purpose.FOLLOW_UP}


def test_another_address_replaces_the_known_one_and_enters_no_trail(sofie):
    give(sofie, Purpose.FOLLOW_UP, email=ADDRESS)
    sofie.departure.person.refresh_from_db()
    assert sofie.departure.person.private_email == ADDRESS
    assert not any(ADDRESS in f"{entry.detail}{entry.subject}{entry.by}" for entry in AuditEntry.objects.all())


def test_a_follow_up_is_asked_for_only_where_there_is_one(sofie):
    decide_policy(by=BY, at=timezone.now(), reason="no follow-up here", follow_up_months=0)
    assert [asked.purpose for asked in asked_consents(sofie.departure)] == [Purpose.QUOTES, Purpose.ALUMNI]


def test_a_follow_up_that_was_agreed_to_can_always_be_taken_back(sofie):
    give(sofie, Purpose.FOLLOW_UP)
    decide_policy(by=BY, at=timezone.now(), reason="no follow-up here", follow_up_months=0)
    assert asked_consents(sofie.departure)[0].purpose == Purpose.FOLLOW_UP
    take_back(sofie, Purpose.FOLLOW_UP)
    assert consents_of(sofie.departure) == set()


def test_the_page_says_after_how_many_months(sofie):
    decide_policy(by=BY, at=timezone.now(), reason="sooner", follow_up_months=3)
    assert "3 months after you leave" in sofie.get(reverse("my_consents")).content.decode()

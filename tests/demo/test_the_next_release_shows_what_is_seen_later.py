"""The whole demo, as a visitor has it: the release that is due can be made, and the follow-up speaks in it."""

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.demo.conftest import AT, for_a_while
from uitzicht.insight.cells import count_bounds
from uitzicht.insight.figures import figure
from uitzicht.people.models import User
from uitzicht.release.models import Bundle, Release
from uitzicht.release.services import make_release
from uitzicht.release.vocabulary import Stratum

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def released(django_db_setup, django_db_blocker) -> Iterator[Release]:
    with django_db_blocker.unblock(), for_a_while(scale=1):
        yield make_release(by="test", at=AT, on=AT.date())


@pytest.fixture
def page(released) -> str:
    browser = Client()
    browser.force_login(User.objects.get(grants__role="hr_lead"))
    return browser.get("/insight/candour/").content.decode()


def _bounds(measure: str, reason: str) -> tuple[float, float]:
    """The smallest and largest share of a reason that the shown figures allow."""
    (group,) = figure(measure, language="en").groups
    item = next(item for item in group.items if item.key == reason)
    base = count_bounds(group.base, 0)[1]
    low, high = count_bounds(item.shown, base)
    return low / base, high / base


def test_it_is_the_second_one_and_was_attacked_in_vain(released):
    assert released.number == 2
    assert released.audit["opened"] == 0


def test_the_follow_up_has_bundles_of_its_own(released):
    sizes = Bundle.objects.filter(stratum=Stratum.FOLLOW_UP).values_list("size", flat=True)
    assert min(sizes) >= 5
    assert sum(sizes) >= 20


def test_the_page_says_how_many_name_the_same_reason_later(page):
    assert "die later antwoordden" in page


def test_management_comes_up_more_often_later_whatever_the_bands_hide(released):
    assert _bounds("later_reason", "management")[0] > _bounds("main_reason", "management")[1] + 0.1


def test_some_wrote_another_main_reason_than_was_noted(released):
    assert 0 < _bounds("written", "other")[0] < 0.5

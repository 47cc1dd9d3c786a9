from django.utils import timezone

from tests.departures.cases import register_from_today
from tests.portal.alone import CANARY, behind_a_new_link, words
from uitzicht.departures.links import make_link


def door_of(departure):
    return make_link(departure, at=timezone.now()).removeprefix("http://127.0.0.1:8000")


def test_what_was_begun_behind_the_older_link_of_this_device_comes_along(sofie):
    sofie.answer("content.variety", words(CANARY))
    newer = door_of(sofie.departure)
    sofie.browser.post(newer)
    assert sofie.browser.cookies["my"].value == newer.rstrip("/").rpartition("/")[2]
    assert "half" in sofie.get("/my/").content.decode()
    assert sofie.draft["answers"] == {}


def test_nothing_comes_along_to_somebody_else(cast, sofie):
    sofie.answer("content.variety", words(CANARY))
    other = behind_a_new_link(register_from_today(cast.colleague))
    sofie.browser.post(door_of(other.departure))
    assert sofie.draft["answers"]["content.variety"]["notes"] == CANARY
    assert other.draft["answers"] == {}

import re
from datetime import timedelta

import icalendar
import pytest
import vobject
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import register_from_today, schedule
from uitzicht.config.logs import LINK
from uitzicht.people.models import RoleGrant
from uitzicht.planning.models import FeedKey


@pytest.fixture
def talks(cast):
    """Sofie with Bram, somebody else with Ilse, in the week of the target day."""
    now = timezone.now()
    first = schedule(register_from_today(cast.leaver), cast, at=now)
    other = register_from_today(cast.another_person(first_name="Amira"))
    return first, schedule(other, cast, at=now, interviewer=cast.second_interviewer)


def week(browser, talk, **query):
    query = {"week": timezone.localdate(talk.starts_at).isoformat()} | query
    return browser.get(reverse("planning_calendar"), query).content.decode()


def make_feed(browser):
    page = browser.post(reverse("planning_feed_make")).content.decode()
    return re.search(r"/planning/feed/[\w-]+\.ics", page)[0]


def test_the_hr_lead_sees_everybody_and_an_interviewer_the_own(talks, signed_in):
    for kind in ("week", "month"):
        page = week(signed_in("hr_lead"), talks[0], view=kind)
        assert "Sofie Martens" in page
        assert "Amira" in page
        own = week(signed_in("interviewer"), talks[0], view=kind)
        assert "Sofie Martens" in own
        assert "Amira" not in own


def test_what_was_called_off_is_gone(talks, signed_in):
    type(talks[0]).objects.filter(pk=talks[0].pk).update(cancelled_at=timezone.now())
    assert "Sofie Martens" not in week(signed_in("hr_lead"), talks[0])


def test_an_interviewer_who_declined_is_told(talks, signed_in):
    type(talks[0]).objects.filter(pk=talks[0].pk).update(interviewer_answer="declined")
    assert "Bram Nijs cannot make it" in week(signed_in("hr_lead"), talks[0])


def test_any_week_can_be_typed(signed_in):
    browser = signed_in("hr_lead")
    for typed in ("nonsense", "2031-12-31", ""):
        assert browser.get(reverse("planning_calendar"), {"week": typed}).status_code == 200


def test_statements_do_not_grow_with_conversations(cast, talks, signed_in, django_assert_max_num_queries):
    browser = signed_in("hr_lead")
    for n in range(8):
        departure = register_from_today(cast.another_person())
        starts_at = talks[0].starts_at.replace(hour=7 + n, minute=0) - timedelta(days=1 if n < 8 else 0)
        if starts_at.weekday() < 5:
            schedule(departure, cast, at=timezone.now(), starts_at=starts_at)
    with django_assert_max_num_queries(8):
        week(browser, talks[0])


def test_the_feed_shows_the_same_and_no_leaver(talks, signed_in):
    address = make_feed(signed_in("hr_lead"))
    answer = signed_in("").get(address)
    assert answer["Content-Type"].startswith("text/calendar")
    text = answer.content.decode()
    assert "Sofie" not in text
    assert "Amira" not in text
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert {event.decoded("DTSTART") for event in events} == {talk.starts_at for talk in talks}
    assert {str(event["CLASS"]) for event in events} == {"PRIVATE"}
    assert len(vobject.readOne(text).vevent_list) == 2


def test_the_feed_of_an_interviewer_is_the_own(talks, signed_in):
    text = signed_in("").get(make_feed(signed_in("interviewer"))).content.decode()
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Gesprek"


def test_only_a_hash_of_the_address_is_kept_and_no_log_has_it(cast, talks, signed_in):
    address = make_feed(signed_in("hr_lead"))
    token = address.split("/")[-1].removesuffix(".ics")
    assert token not in str(FeedKey.objects.values())
    assert token not in LINK.sub(r"\1...", f'"GET {address} HTTP/1.1" 200')


def test_a_new_address_replaces_the_old_one_and_it_can_be_withdrawn(talks, signed_in):
    browser, visitor = signed_in("hr_lead"), signed_in("")
    first, second = make_feed(browser), make_feed(browser)
    assert [visitor.get(first).status_code, visitor.get(second).status_code] == [404, 200]
    browser.post(reverse("planning_feed_revoke"))
    assert visitor.get(second).status_code == 404


def test_who_loses_the_role_or_the_account_loses_the_feed(cast, talks, signed_in):
    address, visitor = make_feed(signed_in("interviewer")), signed_in("")
    RoleGrant.objects.filter(user=cast.interviewer).delete()
    assert "VEVENT" not in visitor.get(address).content.decode()
    cast.interviewer.is_active = False
    cast.interviewer.save()
    assert visitor.get(address).status_code == 404


def test_guessing_is_slowed_down(talks, signed_in):
    address, visitor = make_feed(signed_in("hr_lead")), signed_in("")
    for n in range(31):
        visitor.get(reverse("planning_feed", args=[f"guess{n}"]))
    assert visitor.get(address).status_code == 404


def test_the_address_page_is_kept_by_no_cache(signed_in):
    answer = signed_in("hr_lead").post(reverse("planning_feed_make"))
    assert "no-store" in answer["Cache-Control"]

import pytest
from django.urls import reverse

from tests.cast import NOW
from tests.departures.cases import BY
from tests.planning.calendars import event, ics, publishing
from uitzicht.core.refusal import Refusal
from uitzicht.planning.access import Access, access_of, ensure_callable
from uitzicht.planning.models import InterviewerDiary, Room
from uitzicht.planning.rules import Hours
from uitzicht.planning.services import set_diary
from uitzicht.privacy.models import AuditEntry

USUAL = {"weekdays": ["0", "1", "2"], "opens_at": "08:30", "closes_at": "16:00", "most_a_week": "3", "kind": ""}
ROOM = {"weekdays": ["0"], "opens_at": "08:30", "closes_at": "16:00", "kind": "", "name": "Vuurtoren", "place": "Links"}


def keep(browser, user, **more):
    return browser.post(reverse("interviewer_diary", args=[user.pk]), USUAL | more)


@pytest.fixture
def publisher():
    with publishing() as found:
        found.text = ics(event(DTSTART="20260317T090000Z", DTEND="20260317T100000Z"))
        yield found


def test_the_hr_lead_sets_hours_and_calendar(cast, signed_in, publisher):
    browser = signed_in("hr_lead")
    keep(browser, cast.interviewer, kind="ics", address=publisher.address, username="b", password="p")
    diary = InterviewerDiary.objects.get(interviewer=cast.interviewer)
    assert (diary.weekdays, diary.most_a_week, diary.host) == ("1110000", 3, "127.0.0.1")
    assert access_of(diary) == Access("ics", publisher.address, "b", "p")
    assert publisher.address.encode() not in bytes(diary.sealed_access)
    page = browser.get(reverse("interviewer_hours")).content.decode()
    assert "The calendar can be read." in page
    assert "Mon–Wed" in page


def test_neither_address_nor_password_is_shown_again_or_written_in_the_trail(cast, signed_in, publisher):
    browser = signed_in("hr_lead")
    keep(browser, cast.interviewer, kind="ics", address=publisher.address, username="b", password="sesam")
    page = browser.get(reverse("interviewer_diary", args=[cast.interviewer.pk])).content.decode()
    trail = str(list(AuditEntry.objects.values_list("detail", flat=True)))
    for text in ("sesam", publisher.address):
        assert text not in page
        assert text not in trail


def test_a_calendar_that_does_not_answer_is_kept_and_told(cast, signed_in):
    browser = signed_in("hr_lead")
    keep(browser, cast.interviewer, kind="ics", address="http://127.0.0.1:9/x.ics")
    page = browser.get(reverse("interviewer_hours")).content.decode()
    assert "could not be read: the calendar does not answer" in page


def test_an_interviewer_sets_the_own_hours_and_password_but_no_address(cast, signed_in, publisher):
    keep(signed_in("hr_lead"), cast.interviewer, kind="ics", address=publisher.address)
    own = signed_in("interviewer")
    page = own.get(reverse("interviewer_diary", args=[cast.interviewer.pk])).content.decode()
    assert 'name="address"' not in page
    keep(own, cast.interviewer, kind="", address="http://169.254.169.254/", username="bram", password="geheim")
    diary = InterviewerDiary.objects.get(interviewer=cast.interviewer)
    assert access_of(diary) == Access("ics", publisher.address, "bram", "geheim")
    assert own.get(reverse("interviewer_diary", args=[cast.second_interviewer.pk])).status_code == 404


def test_a_password_never_moves_to_another_server(cast, signed_in, publisher):
    browser = signed_in("hr_lead")
    keep(browser, cast.interviewer, kind="ics", address=publisher.address, username="b", password="sesam")
    keep(browser, cast.interviewer, kind="ics", address="http://localhost:9/x.ics")
    assert access_of(InterviewerDiary.objects.get()) == Access("ics", "http://localhost:9/x.ics")


def test_left_empty_everything_stays_and_none_takes_it_away(cast, signed_in, publisher):
    browser = signed_in("hr_lead")
    keep(browser, cast.interviewer, kind="ics", address=publisher.address, username="b", password="sesam")
    keep(browser, cast.interviewer, kind="ics")
    assert access_of(InterviewerDiary.objects.get()) == Access("ics", publisher.address, "b", "sesam")
    keep(browser, cast.interviewer)
    assert access_of(InterviewerDiary.objects.get()) is None


@pytest.mark.parametrize(
    ("access", "code"),
    [
        (Access("ics", "file:///etc/passwd"), "planning.calendar_address"),
        (Access("ics", "ftp://calendar.example/x"), "planning.calendar_address"),
        (Access("ics", "https://"), "planning.calendar_address"),
        (Access("ics", "https://[::1/x"), "planning.calendar_address"),
        (Access("ics", "https://a:b@calendar.example/x"), "planning.calendar_address"),
        (Access("caldav", "http://calendar.example/x", "a", "b"), "planning.calendar_in_the_clear"),
    ],
)
def test_addresses_that_may_not_be_called_are_refused(cast, access, code):
    with pytest.raises(Refusal) as refusal:
        ensure_callable(access)
    assert refusal.value.code == code
    diary = InterviewerDiary(interviewer=cast.interviewer)
    with pytest.raises(Refusal):
        set_diary(diary, hours=Hours(), most_a_week=5, keeps_appointments=False, access=access, by=BY, at=NOW)
    assert not InterviewerDiary.objects.exists()


def test_a_sealed_address_opens_for_its_own_diary_only(cast):
    from cryptography.exceptions import InvalidTag

    from tests.planning.calendars import diary_of

    one = diary_of(cast.interviewer, Access("ics", "https://calendar.example/1"))
    other = diary_of(cast.second_interviewer, Access("ics", "https://calendar.example/2"))
    other.sealed_access, other.wrapped_key = one.sealed_access, one.wrapped_key
    with pytest.raises(InvalidTag):
        access_of(other)


@pytest.mark.parametrize("wrong", [{"weekdays": []}, {"closes_at": "08:00"}, {"kind": "ics"}, {"most_a_week": "0"}])
def test_hours_that_cannot_be_are_said_beside_the_form(cast, signed_in, wrong):
    response = keep(signed_in("hr_lead"), cast.interviewer, **wrong)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not InterviewerDiary.objects.exists()


def test_a_room_is_added_changed_and_named_once(cast, signed_in):
    browser = signed_in("hr_lead")
    browser.post(reverse("room_new"), ROOM | {"in_use": "on"})
    room = Room.objects.get()
    assert (room.place, room.in_use, room.weekdays) == ("Links", True, "1000000")
    assert browser.post(reverse("room_new"), ROOM | {"name": "vuurtoren"}).context["form"].errors
    browser.post(reverse("room", args=[room.pk]), ROOM)
    room.refresh_from_db()
    assert not room.in_use
    assert "not in use" in browser.get(reverse("rooms")).content.decode()


@pytest.mark.parametrize("who", ["leader", "guardian", "admin", "outsider", "prevention"])
def test_nobody_else_sees_hours_or_rooms(cast, signed_in, who):
    browser = signed_in(who)
    for name in ("interviewer_hours", "rooms", "room_new", "planning_calendar"):
        assert browser.get(reverse(name)).status_code == 404
    assert browser.get(reverse("interviewer_diary", args=[cast.interviewer.pk])).status_code == 404


def test_rooms_are_for_the_hr_lead(signed_in):
    assert signed_in("interviewer").get(reverse("rooms")).status_code == 404

from datetime import date, timedelta

import pytest

from tests.cast import Cast
from tests.departures.cases import BY, register
from tests.release.leavers import noon
from uitzicht.departures import erasing
from uitzicht.departures.links import departure_behind, make_link
from uitzicht.departures.models import Departure, PersonalLink
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.models import Person, Position
from uitzicht.privacy.models import AuditEntry

ENDS_ON = date(2026, 3, 31)
LAST = date(2026, 4, 30)  # thirty days later: the last day of link and address
ONE_DAY = timedelta(days=1)


@pytest.fixture
def departure(cast: Cast) -> Departure:
    return register(cast.leaver, ends_on=ENDS_ON)


def erase_addresses(on: date, *needed: Person) -> int:
    still = Person.objects.filter(pk__in=[person.pk for person in needed])
    return erasing.erase_addresses(by=BY, at=noon(on), needed=still)


def log() -> list[dict[str, object]]:
    return [entry.detail for entry in AuditEntry.objects.filter(action="retention.erased").order_by("id")]


def test_a_link_is_deleted_the_day_after_it_expired(departure: Departure) -> None:
    token = make_link(departure, at=noon(date(2026, 3, 1))).rstrip("/").rpartition("/")[2]
    assert erasing.erase_links(by=BY, at=noon(LAST)) == 0
    assert departure_behind(token, on=LAST) == departure
    assert erasing.erase_links(by=BY, at=noon(LAST + ONE_DAY)) == 1
    assert not PersonalLink.objects.exists()
    assert log() == [{"kind": "links", "count": 1}]


def test_a_private_address_is_emptied_the_day_after_the_own_pages_closed(departure: Departure) -> None:
    assert erase_addresses(LAST) == 0
    assert erase_addresses(LAST + ONE_DAY) == 1
    departure.person.refresh_from_db()
    assert departure.person.private_email == ""
    assert departure.person.work_email
    assert log() == [{"kind": "addresses", "count": 1}]
    assert erase_addresses(LAST + ONE_DAY) == 0


def test_colleagues_who_stay_keep_their_address(departure: Departure, cast: Cast) -> None:
    Person.objects.filter(pk=cast.colleague.pk).update(private_email="jan@example.org")
    erase_addresses(LAST + ONE_DAY)
    cast.colleague.refresh_from_db()
    assert cast.colleague.private_email == "jan@example.org"


def test_whom_a_follow_up_is_still_to_reach_keeps_it(departure: Departure, cast: Cast) -> None:
    assert erase_addresses(LAST + ONE_DAY, cast.leaver) == 0
    assert erase_addresses(LAST + ONE_DAY) == 1


def test_who_does_not_leave_after_all_keeps_it(departure: Departure) -> None:
    Departure.objects.update(stage=Stage.CANCELLED)
    assert erase_addresses(LAST + ONE_DAY) == 0


def test_who_came_back_keeps_it(departure: Departure, cast: Cast) -> None:
    Position.objects.filter(person=cast.leaver).update(valid_to=ENDS_ON + ONE_DAY)
    Position.objects.create(person=cast.leaver, unit=cast.techniek, valid_from=date(2026, 4, 20))
    assert erase_addresses(LAST + ONE_DAY) == 0


def test_who_leaves_a_second_time_keeps_it_until_that_period_is_over(departure: Departure, cast: Cast) -> None:
    Departure.objects.update(stage=Stage.DECLINED)
    register(cast.leaver, notified_on=date(2026, 4, 10), ends_on=date(2026, 6, 30), at=noon(date(2026, 4, 10)))
    assert erase_addresses(LAST + ONE_DAY) == 0
    assert erase_addresses(date(2026, 7, 30)) == 0
    assert erase_addresses(date(2026, 7, 31)) == 1


def test_who_left_by_the_staff_list_only_is_erased_too(cast: Cast) -> None:
    Person.objects.filter(pk=cast.leaver.pk).update(ended_on=ENDS_ON)
    assert [erase_addresses(LAST), erase_addresses(LAST + ONE_DAY)] == [0, 1]

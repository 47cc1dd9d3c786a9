"""A leaver whose link cannot point to their sheet asked to erase it: the job that opens sheets finds it."""

import pytest

from tests.cast import Cast
from tests.release.alone import wrote_again, wrote_alone
from tests.release.leavers import DAY, noon, release
from tests.survey import codes
from tests.world import BY
from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.portal.models import ErasureRequest, HandedIn
from uitzicht.privacy import release_key
from uitzicht.privacy.models import AuditEntry, SealedSheet
from uitzicht.release.erasing import erase_requested_sheets
from uitzicht.release.models import Member


def asks(departure: Departure) -> None:
    ErasureRequest.objects.create(departure=departure, asked_on=departure.last_day_worked_on)
    HandedIn.objects.filter(departure=departure).delete()


def test_only_their_sheets_are_destroyed(house: Cast) -> None:
    first, second = wrote_alone(house, 2)
    wrote_again(first, on=DAY, reason=codes()[0])
    asks(first)
    assert erase_requested_sheets(by=BY, at=noon(DAY)) == 1
    left = [content["departure"] for source in ("own", "follow_up") for _, content in release_key.open_sheets(source)]
    assert left == [str(second.pk)]
    assert not ErasureRequest.objects.exists()
    assert erase_requested_sheets(by=BY, at=noon(DAY)) == 0


def test_it_is_done_before_the_next_release_at_the_latest(house: Cast) -> None:
    departures = wrote_alone(house, 6)
    asks(departures[0])
    release(DAY)
    assert SealedSheet.objects.count() == Member.objects.count() == 5
    assert not Member.objects.filter(handle__contains=str(departures[0].pk)).exists()


def test_without_the_release_key_the_request_stays(house: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    asks(wrote_alone(house, 1)[0])
    monkeypatch.delenv(release_key.VARIABLE)
    with pytest.raises(Refusal):
        erase_requested_sheets(by=BY, at=noon(DAY))
    assert ErasureRequest.objects.count() == SealedSheet.objects.count() == 1


def test_the_trail_says_that_it_was_done_and_nothing_else(house: Cast) -> None:
    departure = wrote_alone(house, 1)[0]
    asks(departure)
    erase_requested_sheets(by=BY, at=noon(DAY))
    entry = AuditEntry.objects.get(action="portal.erasure_fulfilled")
    assert (entry.subject, entry.detail) == (f"departure:{departure.pk}", {})

"""A processed conversation is taken back as long as no release can have used it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.interviews.afterwards import DAY, LAST_DAY, gone, held_today
from tests.interviews.setting import BRAM, NOON
from uitzicht.coding import queries, services
from uitzicht.core.refusal import Refusal
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews.models import Interview
from uitzicht.privacy.models import AuditEntry

SignedIn = Callable[[str], Client]
ITEM = "content.variety"
WRONG, RIGHT = ([{"theme": ITEM, "sentiment": sentiment}] for sentiment in ("positive", "negative"))
AFTER = NOON.replace(month=3, day=LAST_DAY.day) + DAY


@pytest.fixture
def coded(finished: Interview) -> Interview:
    services.code_answer(finished, ITEM, WRONG, by=BRAM, at=NOON)
    services.finish_coding(finished, by=BRAM, at=NOON)
    return finished


def test_taken_back_mended_and_finished_again(coded: Interview) -> None:
    services.reopen_coding(coded, by=BRAM, at=NOON + DAY)
    assert coded.status == "finished"
    services.code_answer(coded, ITEM, RIGHT, by=BRAM, at=NOON + DAY)
    services.finish_coding(coded, by=BRAM, at=NOON + 2 * DAY)
    fresh = Interview.objects.select_related("departure").get()
    assert queries.coded_themes(fresh)[ITEM] == RIGHT
    assert (fresh.status, fresh.coded_at, fresh.departure.stage) == ("coded", NOON + 2 * DAY, Stage.CODED)
    line = AuditEntry.objects.get(action="interview.reopened")
    assert (line.by, line.subject, line.detail) == (BRAM, f"interview:{coded.pk}", {})


def test_on_the_last_day_worked_still_and_the_day_after_no_more(coded: Interview) -> None:
    services.reopen_coding(coded, by=BRAM, at=AFTER - DAY)
    services.finish_coding(coded, by=BRAM, at=AFTER - DAY)
    with pytest.raises(Refusal) as refused:
        services.reopen_coding(coded, by=BRAM, at=AFTER)
    assert refused.value.code == "coding.released"


def test_who_knows_the_releases_decides_by_them(coded: Interview) -> None:
    with pytest.raises(Refusal) as refused:
        services.reopen_coding(coded, released={f"interview:{coded.pk}"}, by=BRAM, at=NOON)
    assert refused.value.code == "coding.released"
    services.reopen_coding(coded, released=set(), by=BRAM, at=AFTER + 30 * DAY)
    assert coded.status == "finished"


def test_what_is_not_processed_is_not_taken_back(finished: Interview) -> None:
    with pytest.raises(Refusal) as refused:
        services.reopen_coding(finished, by=BRAM, at=NOON)
    assert refused.value.code == "coding.not_coded"


@pytest.fixture
def processed_today(cast: Cast) -> Interview:
    interview = held_today(cast)
    services.finish_coding(interview, by=BRAM, at=timezone.now())
    return interview


def test_the_page_offers_it_with_what_it_means(processed_today: Interview, signed_in: SignedIn) -> None:
    bram, address = signed_in("interviewer"), reverse("code", args=[processed_today.pk])
    assert "Take it back and mend" in bram.get(address).content.decode()
    assert bram.post(address, {"go": "reopen"})["Location"] == address
    processed_today.refresh_from_db()
    assert processed_today.status == "finished"


def test_after_the_last_day_worked_the_page_no_longer_offers_it(
    processed_today: Interview, signed_in: SignedIn
) -> None:
    gone(processed_today)
    bram, address = signed_in("interviewer"), reverse("code", args=[processed_today.pk])
    assert "Take it back and mend" not in bram.get(address).content.decode()
    assert bram.post(address, {"go": "reopen"}).status_code == 422


def test_the_page_leads_to_the_summary(processed_today: Interview, signed_in: SignedIn) -> None:
    page = signed_in("interviewer").get(reverse("code", args=[processed_today.pk])).content.decode()
    assert reverse("summary", args=[processed_today.pk]) in page
    assert "Not sent yet" in page

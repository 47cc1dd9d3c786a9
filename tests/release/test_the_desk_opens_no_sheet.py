"""The release desk shows public counts: it opens nothing that was said, and asks the database a fixed number of times."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.release.leavers import DAY, left_before, release, spoke
from uitzicht.privacy import vault

SignedIn = Callable[[str], Client]


def test_looking_at_what_would_be_released_unseals_nothing(
    house: Cast, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoke(house, 5)
    spoke(house, 3, unit=house.techniek)
    left_before(60, 4)
    desk = signed_in("hr_lead")

    def refuse(*args: object, **context: object) -> None:
        raise AssertionError("a page opened a sealed text")

    monkeypatch.setattr(vault, "unseal", refuse)
    monkeypatch.setattr(vault, "unwrap", refuse)
    page = desk.get("/releases/").content.decode()
    assert "Release 1 would add 65 people, sealed in" in page
    assert "3 people" in page
    assert "at least 2 more are needed" in page


def test_the_desk_does_not_ask_more_often_when_more_people_answered(
    house: Cast, signed_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    desk = signed_in("hr_lead")
    left_before(30, 2, seed=1)
    with django_assert_max_num_queries(24) as few:
        desk.get("/releases/")
    left_before(600, 20, seed=2)
    with django_assert_max_num_queries(len(few)):
        desk.get("/releases/")


def test_the_document_is_handed_out_as_it_was_frozen(house: Cast, signed_in: SignedIn) -> None:
    spoke(house, 5)
    made = release(DAY)
    response = signed_in("guardian").get("/releases/1/document.json")
    assert response.content.decode() == made.document
    assert signed_in("guardian").get("/releases/2/document.json").status_code == 404

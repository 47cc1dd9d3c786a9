"""The swap test: exchange two answer sheets inside a bundle, and every page, export and mail of every role stays the same,
byte for byte. Its twin exchanges sheets of two bundles and must see it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.db import transaction
from django.test import Client

from tests import survey
from tests.cast import NOW, TODAY, Cast
from tests.house.test_every_route_as_every_role import address as address  # a fixture
from tests.portal.alone import behind_a_new_link
from tests.release.alone import wrote
from tests.release.leavers import LEFT, noon, spoke
from tests.wall.walk import Told, due_tonight, everything
from tests.world import BY, World, leaving
from uitzicht.departures.models import Departure
from uitzicht.history.mapping import load_mapping
from uitzicht.history.services import import_exits
from uitzicht.release import facts
from uitzicht.release.models import Member
from uitzicht.release.respondents import handle_of
from uitzicht.release.services import make_release
from uitzicht.release.vocabulary import Source

Patch = pytest.MonkeyPatch
Walk = Callable[[], Told]


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    """Pages show the time; it stands still."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def walk(_clock: None, world: World, address: Callable[[str], str], signed_in: Callable[[str], Client]) -> Walk:
    """Release, read everything, and take it all back."""
    due_tonight(world.cast)
    mail.outbox.clear()
    leaver = behind_a_new_link(world.departure).browser

    def walked() -> Told:
        with transaction.atomic():
            make_release(by=BY, at=NOW, on=TODAY)
            told = everything(world.cast, leaver, address, signed_in)
            transaction.set_rollback(True)
        return told

    return walked


def more_history() -> None:
    """A file that came in today, so that a release need not wait for the calendar."""
    head, *rows = survey.survey(12, 1, seed=9).decode().splitlines()
    renumbered = "\n".join([head, *(f"9{row}" for row in rows)]).encode()
    mapping = load_mapping(survey.mapping(), file="invented.toml")
    import_exits(renumbered, file="later.csv", mapping=mapping, by=BY, at=NOW)


def exchanged(pair: Mapping[str, str], patch: Patch) -> None:
    """The sheets of these people change places where the release job reads them: no page is in between."""
    read = facts.answers_of

    def reading(handles: set[str]) -> dict[str, Any]:
        answers = read(set(handles))
        return {handle: answers[pair.get(handle, handle)] for handle in answers}

    patch.setattr(facts, "answers_of", reading)


def handles_of(spoken: list[Any]) -> list[str]:
    return [handle_of(Source.CONVERSATION, interview.pk) for interview in spoken]


def test_exchanging_two_sheets_of_a_bundle_changes_nothing_anywhere(
    world: World, walk: Walk, monkeypatch: Patch
) -> None:
    more_history()
    one, other, *_ = handles_of(spoke(world.cast, 6, left_on=LEFT))
    said = facts.answers_of({one, other})
    assert said[one] != said[other]
    plain = walk()
    with monkeypatch.context() as patch:
        exchanged({one: other, other: one}, patch)
        swapped = walk()
    assert not different(plain, swapped)
    assert len(plain) > 900
    assert sum(status == 200 for status, _ in plain.values()) > 300
    assert {place.partition(" ")[2] for role, place in plain if role == "mail"} >= {
        "['ines@example.org']",
        "['ilse@havenlicht.example']",
    }
    assert Member.objects.filter(handle=one).count() == 0


def test_exchanging_sheets_of_two_bundles_is_seen(world: World, walk: Walk, monkeypatch: Patch) -> None:
    """The twin: the comparison can fail."""
    more_history()
    here = handles_of(spoke(world.cast, 6, left_on=LEFT, scores=(1, 2)))
    there = handles_of(spoke(world.cast, 6, left_on=LEFT, scores=(4, 5), unit=world.cast.techniek))
    plain = walk()
    with monkeypatch.context() as patch:
        pairs = zip(here, there, strict=True)
        exchanged({one: two for pair in pairs for one, two in (pair, pair[::-1])}, patch)
        swapped = walk()
    changed = {address.partition("?")[0] for _, address in different(plain, swapped)}
    assert {"/insight/experience/", "/insight/experience.csv", "/releases/2/document.json"} <= changed


def test_sealed_sheets_that_change_places_in_the_store_change_nothing_anywhere(
    world: World, walk: Walk, cast: Cast
) -> None:
    """Not at the reading but in the database: the two sealed the answers of each other."""
    more_history()
    people = [leaving(cast.another_person(), on=LEFT, at=noon(LEFT.replace(month=1))) for _ in range(6)]
    scores = [1, 5, 3, 2, 4, 3]
    told = []
    for order in (scores, [scores[1], scores[0], *scores[2:]]):
        with transaction.atomic():
            _seal(people, order)
            told.append(walk())
            transaction.set_rollback(True)
    assert not different(*told)


def _seal(people: list[Departure], scores: list[int]) -> None:
    for departure, score in zip(people, scores, strict=True):
        wrote(departure, score=score, reason=survey.codes()[score % 3])


def different(one: Told, other: Told) -> list[tuple[str, str]]:
    """Where the two differ, by role and address; mails by number and reader."""
    assert one.keys() == other.keys()
    return [place for place in one if one[place] != other[place]]

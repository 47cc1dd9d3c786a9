"""The desk tells what would be published, who waits and how many are missing, and when those who wait move up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from tests.cast import Cast
from uitzicht.core.disclosure.bundles import Bundle, Closing, Waiting
from uitzicht.core.disclosure.vocabulary import Parameters
from uitzicht.people.queries import unit_tree
from uitzicht.people.tree import UnitTree
from uitzicht.release import preview
from uitzicht.release.picture import picture
from uitzicht.release.proposal import Proposal

SignedIn = Callable[[str], Client]
DOCUMENT = {
    "cuts": [{"key": "gender", "labels": {"en": "gender", "nl": "geslacht"}, "values": []}],
    "views": [
        {"id": "gender:woman:resignation", "cut": "gender", "size": 30, "bundles": []},
        {"id": "gender:man:resignation", "cut": "gender", "size": 12, "bundles": []},
    ],
    "view_waiting": [
        {"cut": "gender", "stratum": "resignation", "people": 4},
        {"cut": "gender", "stratum": "other", "people": 3},
    ],
    "cells": {"a": {"1": {"base": 9, "items": [4, "<3", "2..5"]}, "2": {"base": "<5", "items": None}}},
    "view_cells": {"a": {"gender:woman:resignation": {"base": 30, "items": [3.4, ">27", 12]}}},
    "waiting": [{"unit": "1", "stratum": "other", "people": 2}, {"unit": "2", "stratum": "other", "people": 1}],
}


@pytest.fixture
def tree(cast: Cast) -> UnitTree:
    return unit_tree()


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


def _proposal(bundles: tuple[Bundle, ...] = (), waiting: tuple[Waiting, ...] = ()) -> Proposal:
    return Proposal(3, date(2026, 3, 2), Parameters(), Closing(bundles, waiting), {}, False, date(2026, 3, 2))


def _waiting(unit: int, people: int, *, waited: int = 1, stratum: str = "resignation") -> tuple[Waiting, ...]:
    return tuple(Waiting(f"{unit}:{stratum}:{n}", str(unit), stratum, waited) for n in range(people))


def test_what_would_be_published_what_waits_and_what_happens_first(cast: Cast, tree: UnitTree) -> None:
    bundle = Bundle(str(cast.kade_noord.pk), "resignation", tuple("abcdef"))
    proposal = _proposal((bundle,), _waiting(cast.techniek.pk, 2))
    first, second, third = preview.sentences(tree, proposal, due=True)
    assert first == "Release 3 would add 6 people, sealed in 1 bundle of at least 5."
    assert second.startswith("2 people wait")
    assert "separate program" in third


def test_before_its_day_the_first_sentence_names_the_day(cast: Cast, tree: UnitTree) -> None:
    bundle = Bundle(str(cast.kade_noord.pk), "resignation", tuple("abcdef"))
    first = preview.sentences(tree, _proposal((bundle,)), due=False)[0]
    assert "6 people stand ready" in first
    assert "Monday 2 March" in first


def test_too_few_says_where_it_comes_nearest_and_how_many_are_missing(cast: Cast, tree: UnitTree) -> None:
    waiting = (*_waiting(cast.techniek.pk, 4), *_waiting(cast.kade_noord.pk, 1))
    first = preview.sentences(tree, _proposal(waiting=waiting), due=True)[0]
    assert "Techniek" in first
    assert "at least 1 more person is needed" in first


def test_with_nobody_new_there_is_nothing_to_publish(tree: UnitTree) -> None:
    first, second, _third = preview.sentences(tree, _proposal(), due=True)
    assert first.startswith("Nothing can be published yet")
    assert second.startswith("Nobody has to wait")


def test_who_moves_up_soonest_stands_first_and_the_top_of_the_tree_last(cast: Cast, tree: UnitTree) -> None:
    waiting = (
        *_waiting(cast.root.pk, 3),
        *_waiting(cast.kade_noord.pk, 2, waited=1),
        *_waiting(cast.techniek.pk, 1, waited=2),
    )
    soon, later, never = preview.queues(tree, _proposal(waiting=waiting))
    assert soon.title.startswith("At the next release")
    assert [row.label for row in soon.rows] == ["Techniek"]
    assert soon.rows[0].notes == ("Too few: at least 4 more are needed.", "First to Havenlicht.")
    assert later.title.startswith("After 1 more release")
    assert never.title.startswith("There is no unit above")
    assert len(never.rows[0].notes) == 1


def test_inclusion_cards_ask_for_more_people(cast: Cast, tree: UnitTree) -> None:
    (queue,) = preview.queues(tree, _proposal(waiting=_waiting(cast.root.pk, 6, stratum="card")))
    assert queue.rows[0].notes == ("Too few: at least 4 more are needed.",)


def test_a_place_never_tells_how_many_showed_somebody_their_summary(cast: Cast, tree: UnitTree) -> None:
    waiting = _waiting(cast.techniek.pk, 6)
    known = tuple(replace(person, known=True) for person in waiting[:2])
    (queue,) = preview.queues(tree, _proposal(waiting=(*known, *waiting[2:])))
    assert queue.rows[0].notes[0] == "Too few: at least 1 more is needed."


def test_breakdowns_say_what_is_certified_and_who_waits() -> None:
    assert preview.breakdowns(DOCUMENT) == [preview.Breakdown("gender", views=2, people=42, waiting=7)]
    assert preview.breakdowns({"release": 1}) == []


def test_the_picture_of_an_attacker_counts_every_figure_once() -> None:
    seen = picture(DOCUMENT)
    assert (seen.figures, seen.exact, seen.bands, seen.ranges) == (6, 3, 2, 1)
    assert (seen.withheld, seen.views, seen.waiting) == (1, 2, 3)

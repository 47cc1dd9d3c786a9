"""Inclusion cards: a pile without names, counted together at the top as soon as ten lie there, and then destroyed."""

import json

import pytest
from django.db import connection

from tests.cast import Cast
from tests.release.alone import LEFT
from tests.release.leavers import DAY, QUARTER, months_later, noon, release, spoke
from tests.world import leaving
from uitzicht.core.refusal import Refusal
from uitzicht.portal.card import Card, give_card
from uitzicht.portal.models import InclusionCard
from uitzicht.release.attack import attack_everything
from uitzicht.release.cards import card_questions, destroy_cards
from uitzicht.release.models import Member, WaitingPerson
from uitzicht.release.proposal import propose
from uitzicht.release.vocabulary import Stratum

NEXT = months_later(DAY, QUARTER)


def gave_a_card(cast: Cast, people: int, *, origin: str = "yes", points: int = 4) -> None:
    for _ in range(people):
        departure = leaving(cast.another_person(), on=LEFT, at=noon(DAY))
        give_card(departure, Card(belongs={"origin": origin}, felt={"safe": points}, main_reason=""))


def test_nine_cards_wait_and_stay_sealed(house: Cast) -> None:
    gave_a_card(house, 9)
    spoke(house, 5)
    made = release(DAY)
    assert InclusionCard.objects.count() == 9
    assert {"unit": str(house.root.pk), "stratum": "card", "people": 9} in json.loads(made.document)["waiting"]
    assert not WaitingPerson.objects.exists()


def test_the_tenth_card_lets_a_release_count_all_and_destroy_them(house: Cast) -> None:
    gave_a_card(house, 6)
    gave_a_card(house, 5, origin="no", points=2)
    keys = [bytes(key) for key in InclusionCard.objects.values_list("wrapped_key", flat=True)]
    made = release(DAY)
    (bundle,) = made.bundles.all()
    assert (bundle.stratum, bundle.unit, bundle.size) == (Stratum.CARD, house.root, 11)
    assert not InclusionCard.objects.exists()
    document = json.loads(made.document)
    cell = document["cells"]["card.origin.safe"][f"{house.root.pk}:card"]
    items = next(one["items"] for one in document["questions"] if one["key"] == "card.origin.safe")
    assert cell["base"] == 11
    assert dict(zip(items, cell["items"], strict=True))["yes_low"] == "<3"
    assert attack_everything().green
    assert len(keys) == 11
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM portal_inclusioncard")
            assert cursor.fetchone() == (0,)


def test_which_figures_there_are_does_not_depend_on_what_the_cards_say(house: Cast) -> None:
    gave_a_card(house, 10, origin="no", points=3)
    made = json.loads(release(DAY).document)
    asked = {question["key"] for question in made["questions"]}
    assert {question.key for question in card_questions()} <= asked
    assert len(card_questions()) == 15
    assert all(question["sensitive"] for question in made["questions"] if question["key"].startswith("card."))
    assert made["cells"]["card.belief.valued"][f"{house.root.pk}:card"] == {"base": "<10", "items": None}


def test_a_member_of_a_card_bundle_names_nobody(house: Cast) -> None:
    gave_a_card(house, 10)
    release(DAY)
    handles = list(Member.objects.values_list("handle", flat=True))
    assert len({*handles}) == 10
    assert {handle.partition(":")[0] for handle in handles} == {"card"}


def test_a_card_given_while_a_release_is_computed_stays_in_the_pile(house: Cast) -> None:
    gave_a_card(house, 10)
    (bundle,) = propose(DAY).closing.bundles
    gave_a_card(house, 1)
    destroy_cards(bundle.members)
    assert InclusionCard.objects.count() == 1


def test_a_card_is_never_counted_twice(house: Cast) -> None:
    gave_a_card(house, 10)
    (bundle,) = propose(DAY).closing.bundles
    destroy_cards(bundle.members)
    with pytest.raises(Refusal) as refused:
        destroy_cards(bundle.members)
    assert refused.value.code == "release.cards_gone"


def test_looking_twice_at_a_pile_shows_the_same(house: Cast) -> None:
    gave_a_card(house, 10)
    assert propose(DAY).closing == propose(DAY).closing


def test_cards_are_not_counted_as_people_who_answered(house: Cast) -> None:
    gave_a_card(house, 10)
    spoke(house, 5)
    public = json.loads(release(DAY).document)["public"]
    assert (public["released"], public["waiting"]) == (5, 0)

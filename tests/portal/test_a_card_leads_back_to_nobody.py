import json
import logging
from collections import Counter

import pytest
from django.conf import settings
from django.core import mail
from django.utils import timezone
from nacl.public import SealedBox

from tests.portal.alone import Alone, behind_a_new_link
from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.portal import card
from uitzicht.portal.card import Card, give_card
from uitzicht.portal.models import CardGiven, InclusionCard
from uitzicht.privacy import vault
from uitzicht.privacy.models import AuditEntry
from uitzicht.privacy.policies import decide_policy
from uitzicht.privacy.release_key import private_key

ADDRESS = "/my/card/"
FULL = {
    **{f"belongs.{code}": "yes" for code in card.BELONGS},
    **{f"felt.{code}": "2" for code in card.FELT},
    "main_reason": "values_inclusion",
}


@pytest.fixture
def asked(sofie: Alone) -> Alone:
    decide_policy(by="test", at=timezone.now(), reason="after consultation", inclusion_card=True)
    return sofie


def opened() -> list[Card]:
    """What the release job reads, in the order of the rows."""
    box = SealedBox(private_key())
    pile = InclusionCard.objects.raw("SELECT * FROM portal_inclusioncard")
    return [
        json.loads(vault.unseal(bytes(one.sealed), key=box.decrypt(bytes(one.wrapped_key)), context=card.CONTEXT))
        for one in pile
    ]


def one(score: int) -> Card:
    return {"belongs": {}, "felt": {"safe": score}, "main_reason": ""}


def colleagues(departure: Departure, count: int, cast) -> list[Departure]:
    from tests.departures.cases import register_from_today

    return [register_from_today(cast.another_person()) for _ in range(count)]


def test_where_the_organisation_asks_for_none_there_is_no_such_page(sofie: Alone) -> None:
    assert sofie.get(ADDRESS).status_code == 404
    assert sofie.post(ADDRESS, **FULL).status_code == 404
    assert not card.card_wanted(sofie.departure)


def test_every_question_may_stay_open(asked: Alone) -> None:
    assert asked.post(ADDRESS, **{"felt.safe": "4"})["Location"] == ADDRESS
    assert opened() == [one(4)]


def test_a_whole_card_is_kept_as_it_was_given(asked: Alone) -> None:
    assert card.card_wanted(asked.departure)
    asked.post(ADDRESS, **FULL)
    assert opened() == [
        {
            "belongs": dict.fromkeys(card.BELONGS, "yes"),
            "felt": dict.fromkeys(card.FELT, 2),
            "main_reason": "values_inclusion",
        }
    ]
    assert not card.card_wanted(asked.departure)


def test_what_the_card_does_not_offer_is_left_out(asked: Alone) -> None:
    asked.post(ADDRESS, **{"felt.safe": "9", "felt.valued": "3", "belongs.origin": "maybe", "main_reason": "x"})
    assert opened() == [{"belongs": {}, "felt": {"valued": 3}, "main_reason": ""}]


def test_an_empty_card_is_not_taken(asked: Alone) -> None:
    assert asked.post(ADDRESS).status_code == 422
    assert not CardGiven.objects.exists()


def test_a_second_card_is_refused_behind_any_link(asked: Alone) -> None:
    asked.post(ADDRESS, **FULL)
    assert "Thank you for your card" in asked.get(ADDRESS).content.decode()
    assert behind_a_new_link(asked.departure).post(ADDRESS, **FULL).status_code == 422
    assert len(opened()) == 1


def test_no_row_of_it_points_to_a_person_or_a_moment(asked: Alone) -> None:
    asked.post(ADDRESS, **FULL)
    assert {field.name for field in InclusionCard._meta.get_fields()} == {"id", "wrapped_key", "sealed"}
    assert {field.name for field in CardGiven._meta.get_fields()} == {"id", "departure"}


def test_the_audit_trail_holds_no_line_for_it(asked: Alone, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    before = AuditEntry.objects.count()
    asked.post(ADDRESS, **FULL)
    assert AuditEntry.objects.count() == before
    assert "values_inclusion" not in caplog.text + "".join(message.body for message in mail.outbox)


def test_every_card_is_as_long_as_every_other(asked: Alone, cast) -> None:
    small, large = colleagues(asked.departure, 2, cast)
    give_card(small, one(1))
    give_card(
        large,
        {
            "belongs": dict.fromkeys(card.BELONGS, "yes"),
            "felt": dict.fromkeys(card.FELT, 5),
            "main_reason": "workload_wellbeing",
        },
    )
    assert len({len(bytes(row.sealed)) for row in InclusionCard.objects.all()}) == 1


def test_the_largest_card_fits_in_the_length_of_all() -> None:
    longest = max(card.GROUPS, key=len)
    full: Card = {
        "belongs": dict.fromkeys(card.BELONGS, "yes"),
        "felt": dict.fromkeys(card.FELT, 5),
        "main_reason": longest,
    }
    assert len(json.dumps(full)) < card.LENGTH


def test_each_new_card_shuffles_the_pile(asked: Alone, cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a known shuffle (backwards) the newest card comes first: its place follows from chance only."""

    class Backwards:
        def shuffle(self, pile: list[InclusionCard]) -> None:
            pile.reverse()

    monkeypatch.setattr(card, "_chance", Backwards())
    first, second = colleagues(asked.departure, 2, cast)
    give_card(first, one(1))
    ids = set(InclusionCard.objects.values_list("pk", flat=True))
    give_card(second, one(2))
    assert opened() == [one(2), one(1)]
    assert ids.isdisjoint(InclusionCard.objects.values_list("pk", flat=True))  # rows of before cannot be told either


def test_the_place_of_the_last_card_is_left_to_chance(asked: Alone, cast) -> None:
    places: Counter[int] = Counter()
    for number, leaver in enumerate(colleagues(asked.departure, 24, cast)):
        give_card(leaver, one(1 + number % 2))
        places[opened().index(one(1 + number % 2))] += 1
    assert len(opened()) == 24
    assert len(places) > 2


def test_it_is_shuffled_with_the_chance_of_the_operating_system() -> None:
    assert type(card._chance).__name__ == "SystemRandom"
    assert settings.UITZICHT.release_public_key


def test_a_refused_card_leaves_no_trace_that_one_was_given(asked: Alone) -> None:
    with pytest.raises(Refusal):
        give_card(asked.departure, {"belongs": {}, "felt": {}, "main_reason": ""})
    assert not CardGiven.objects.exists()

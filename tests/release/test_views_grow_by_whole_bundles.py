"""Views over several releases: they grow by whole view bundles, and who is in none yet waits without being shown."""

import json
from collections import Counter
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.release.across import left_with, people
from tests.release.leavers import DAY, QUARTER, months_later, release
from uitzicht.history.models import PastExit
from uitzicht.release.attack import attack_everything
from uitzicht.release.models import ViewBundle, ViewMember

WOMEN, MEN = "gender:woman:resignation", "gender:man:resignation"
SECOND, THIRD = months_later(DAY, QUARTER), months_later(DAY, 2 * QUARTER)


def read(made: Any) -> dict[str, Any]:
    return dict(json.loads(made.document))


def view(document: dict[str, Any], name: str) -> dict[str, Any]:
    return next(view for view in document["views"] if view["id"] == name)


def waiting(document: dict[str, Any], cut: str = "gender") -> int:
    return sum(one["people"] for one in document["view_waiting"] if one["cut"] == cut)


@pytest.fixture
def first(house: Cast) -> dict[str, Any]:
    """Fifteen women and fifteen men of one unit, released."""
    left_with(people(woman=15, man=15), unit=house.techniek)
    return read(release(DAY))


def test_everybody_of_a_value_closes_one_view_bundle(first: dict[str, Any]) -> None:
    assert (view(first, WOMEN)["size"], view(first, MEN)["size"]) == (15, 15)
    assert waiting(first) == 0
    assert set(Counter(ViewMember.objects.values_list("cut", "handle")).values()) == {1}


def test_one_new_woman_waits_and_the_men_beside_her_do_not_give_her_away(first: dict[str, Any], house: Cast) -> None:
    """Her bundle less the men in it would be her alone, so neither of the two closes a view bundle."""
    left_with(people(woman=1, man=6), unit=house.techniek, seed=2, day=SECOND)
    second = read(release(SECOND))
    assert view(second, WOMEN)["bundles"] == view(first, WOMEN)["bundles"]
    assert view(second, MEN)["bundles"] == view(first, MEN)["bundles"]
    assert waiting(second) == 7
    assert sum(group["size"] for group in second["groups"] if group["id"] == f"{house.techniek.pk}:resignation") == 37
    assert attack_everything().green


def test_who_waited_joins_as_soon_as_it_is_certified(first: dict[str, Any], house: Cast) -> None:
    alone = left_with(people(woman=1, man=6), unit=house.techniek, seed=2, day=SECOND)
    release(SECOND)
    more = left_with(people(woman=12, man=12), unit=house.techniek, seed=3, day=THIRD)
    third = read(release(THIRD))
    joined = set(ViewMember.objects.filter(cut="gender", bundle__release__number=3).values_list("handle", flat=True))
    assert set(more) <= joined
    assert joined <= {*more, *alone}
    assert view(third, MEN)["bundles"][0] == view(first, MEN)["bundles"][0]
    assert set(Counter(ViewMember.objects.values_list("cut", "handle")).values()) == {1}
    assert waiting(third) == 37 + 24 - view(third, WOMEN)["size"] - view(third, MEN)["size"]
    assert attack_everything().green


def test_whose_answers_are_gone_enters_no_new_view(first: dict[str, Any], house: Cast) -> None:
    waits = left_with(people(woman=1, man=6), unit=house.techniek, seed=2, day=SECOND)
    release(SECOND)
    gone = waits[0]
    PastExit.objects.filter(pk=gone.removeprefix("exit:")).delete()
    left_with(people(woman=12, man=12), unit=house.techniek, seed=3, day=THIRD)
    third = read(release(THIRD))
    assert not ViewMember.objects.filter(cut="gender", handle=gone).exists()
    assert waiting(third) >= 1
    assert attack_everything().green


def test_a_view_bundle_is_sealed_like_any_bundle(first: dict[str, Any]) -> None:
    kept = ViewBundle.objects.get(code=view(first, WOMEN)["bundles"][0])
    assert kept.size == 15
    assert b"satisfaction" not in bytes(kept.sealed_totals)


def test_a_release_asks_the_same_number_of_queries_for_more_people(house: Cast) -> None:
    counts = []
    for seed, genders in enumerate((people(woman=6, man=6), people(woman=12, man=12)), start=1):
        with transaction.atomic():
            left_with(genders, unit=house.techniek, seed=seed)
            with CaptureQueriesContext(connection) as asked:
                release(DAY)
            counts.append(len(asked))
            transaction.set_rollback(True)
    assert counts[0] == counts[1]

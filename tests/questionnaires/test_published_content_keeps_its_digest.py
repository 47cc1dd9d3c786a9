"""Databases hold the digest of what was published: content that reads otherwise tomorrow would look changed."""

import pytest

from tests.cast import NOW
from uitzicht.questionnaires import queries
from uitzicht.questionnaires.content import latest, load
from uitzicht.questionnaires.services import publish_version

DIGESTS = {
    1: "65fb70674c527b01b3b19e87bf776d10f2474f7b99a1ac620046ca39487cf38a",
    2: "9d5eeb71e337f142fce1082d3ce2c329b3fb66e366a2a129c5eaf85ade9db062",
}


@pytest.mark.parametrize("number", DIGESTS)
def test_what_ships_reads_the_same_as_when_it_was_published(number: int) -> None:
    assert load(number).digest == DIGESTS[number]


def test_the_newest_that_ships_is_pinned_too() -> None:
    assert latest().number == max(DIGESTS)


@pytest.mark.django_db
@pytest.mark.parametrize("number", DIGESTS)
def test_what_is_stored_reads_the_same_as_what_ships(number: int) -> None:
    stored = publish_version(load(number), by="hr", at=NOW)
    assert queries.content_of(stored).digest == stored.digest == DIGESTS[number]

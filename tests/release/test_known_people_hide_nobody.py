"""Whoever showed somebody their summary may be known to them: a bundle holds k others."""

import json

import pytest
from django.db import DatabaseError, transaction

from tests.cast import NOW, Cast
from tests.release.leavers import DAY, noon, release, spoke
from tests.world import BY
from uitzicht.core.refusal import Refusal
from uitzicht.interviews.models import Interview, SummaryShare
from uitzicht.interviews.services.erasing import erase_answers
from uitzicht.privacy import audit
from uitzicht.release.attack import attack_everything
from uitzicht.release.erasing import erase_known_answers
from uitzicht.release.models import Bundle, Member
from uitzicht.release.proposal import propose


def shown(interview: Interview, cast: Cast, *, revoked: bool = False) -> None:
    reader = interview.interviewer
    SummaryShare.objects.create(interview=interview, reader=reader, given_at=NOW, revoked_at=NOW if revoked else None)


@pytest.mark.parametrize("revoked", [False, True])
def test_five_of_whom_one_showed_the_summary_wait_for_a_sixth(house: Cast, revoked: bool) -> None:
    shown(spoke(house, 5)[0], house, revoked=revoked)
    with pytest.raises(Refusal) as refused:
        release(DAY)
    assert refused.value.code == "release.too_few"
    spoke(house, 1)
    release(DAY)
    bundle = Bundle.objects.get()
    assert bundle.size == 6
    assert bundle.sealed_known is not None
    assert Member.objects.filter(known=True).count() == 1
    assert attack_everything().green


def test_a_share_that_went_with_the_notes_is_still_known(house: Cast) -> None:
    held = spoke(house, 5)[0]
    audit.record("summary.shared", by=BY, at=NOW, subject=f"interview:{held.pk}")
    assert not propose(DAY).closing.bundles


def test_who_waits_is_told_how_many_others_are_missing(house: Cast) -> None:
    shown(spoke(house, 4)[0], house)
    (wait,) = propose(DAY).waits()
    assert (wait.people, wait.others, wait.missing, wait.releases_left) == (4, 3, 2, 1)
    assert wait.unit == str(house.kade_noord.pk)
    assert wait.moves_to == str(house.kade_noord.parent_id)


def test_what_a_bundle_keeps_of_a_known_person_goes_with_their_conversation(house: Cast) -> None:
    held = spoke(house, 7)
    shown(held[0], house)
    made = release(DAY)
    assert erase_known_answers(by=BY, at=noon(DAY)) == 0
    erase_answers(held[0], on=DAY)
    assert erase_known_answers(by=BY, at=noon(DAY)) == 1
    bundle = Bundle.objects.get()
    assert bundle.sealed_known is None
    assert Member.objects.filter(known=True).count() == 1
    assert json.loads(made.document)["bundles"][0]["size"] == 7
    assert attack_everything().green


def test_the_database_lets_nothing_else_of_a_bundle_change(house: Cast) -> None:
    shown(spoke(house, 6)[0], house)
    release(DAY)
    for change in ({"sealed_known": b"other"}, {"sealed_known": None, "size": 9}, {"period": "2020"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Bundle.objects.update(**change)

"""The theorem, on the real thing: exchange two sheets inside a bundle and everything published stays the same."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tests.cast import Cast
from tests.release.leavers import DAY, left_before, release, spoke
from uitzicht.release import facts
from uitzicht.release.models import Member, Release

PAGES = ("/insight/", "/insight/reasons/", "/insight/experience/", "/releases/", "/releases/1/document.json")
ROLES = ("hr_lead", "leader", "guardian")
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')


def released_with(swaps: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> tuple[Release, list[set[str]]]:
    """Release with these sheets exchanged, take it back, and return what was frozen and who was in which bundle."""
    read = facts.answers_of

    def exchanged(handles: set[str]) -> dict[str, Mapping[str, Any]]:
        answers = read(handles)
        return {handle: answers[swaps.get(handle, handle)] for handle in answers}

    with monkeypatch.context() as patch, transaction.atomic():
        patch.setattr(facts, "answers_of", exchanged)
        made = release(DAY)
        members = [set(bundle.members.values_list("handle", flat=True)) for bundle in made.bundles.all()]
        transaction.set_rollback(True)
    return made, members


def different(first: str, bundle: set[str], answers: Mapping[str, Any]) -> str:
    return next(one for one in sorted(bundle) if answers[one] != answers[first])


def test_the_document_and_its_certificate_are_the_same_byte_for_byte(
    house: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_before(60, 4)
    spoke(house, 6)
    plain, members = released_with({}, monkeypatch)
    answers = facts.answers_of({handle for bundle in members for handle in bundle})
    swaps: dict[str, str] = {}
    for bundle in members:
        one = min(bundle)
        other = different(one, bundle, answers)
        swaps |= {one: other, other: one}
    swapped, _ = released_with(swaps, monkeypatch)
    assert swapped.document == plain.document
    assert swapped.certificate == plain.certificate
    assert swapped.audit == plain.audit


def test_exchanging_sheets_of_two_bundles_does_change_it(house: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin that shows that the comparison can fail."""
    spoke(house, 6, scores=(1,))
    spoke(house, 6, unit=house.techniek, scores=(5,))
    plain, members = released_with({}, monkeypatch)
    one, other = min(members[0]), min(members[1])
    swapped, _ = released_with({one: other, other: one}, monkeypatch)
    assert swapped.certificate != plain.certificate


def test_the_pages_of_every_role_are_the_same(house: Cast, monkeypatch: pytest.MonkeyPatch, signed_in: Any) -> None:
    spoke(house, 6)
    seen = []
    for exchange in (False, True):
        with monkeypatch.context() as patch, transaction.atomic():
            if exchange:
                patch.setattr(facts, "answers_of", _exchanged(facts.answers_of))
            release(DAY)
            seen.append([_page(signed_in(role), address) for role in ROLES for address in PAGES])
            transaction.set_rollback(True)
    assert seen[0] == seen[1]
    assert Member.objects.count() == 0


def _exchanged(read: Any) -> Any:
    def reading(handles: set[str]) -> dict[str, Any]:
        answers = read(handles)
        one = min(answers)
        other = different(one, set(answers), answers)
        return answers | {one: answers[other], other: answers[one]}

    return reading


def _page(client: Client, address: str) -> tuple[int, bytes]:
    """The page without its form token, which is new each time."""
    response = client.get(address)
    return response.status_code, TOKEN.sub(b"", response.content)

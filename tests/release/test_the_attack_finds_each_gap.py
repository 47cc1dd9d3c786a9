"""Mutants: each protection switched off or off by one, where the release job calls it, must stop the release or turn
the attack red. The unmutated twin of every one of them is green."""

import pytest
from django.db import IntegrityError, transaction

from tests.cast import Cast
from tests.release.leavers import DAY, LEFT, QUARTER, left_before, months_later, release, spoke
from tests.release.mutants import MUTANTS, REFUSED_BY_THE_DATABASE, Patch, bribe
from uitzicht.core.refusal import Refusal
from uitzicht.release import attack, services
from uitzicht.release.attack import attack_everything
from uitzicht.release.models import Release

NEXT = months_later(DAY, QUARTER)


@pytest.fixture
def people(house: Cast) -> Cast:
    """Conversations and an import, small units among them: every protection has something to do."""
    left_before(120, 12, seed=5)
    spoke(house, 5, scores=(1, 1, 2))
    return house


@pytest.mark.usefixtures("people")
def test_unmutated_the_release_goes_out_and_the_attack_is_green() -> None:
    made = release(DAY)
    assert attack_everything().green
    assert made.audit["opened"] == 0


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("mutant", MUTANTS)
def test_the_release_does_not_go_out_with(mutant: str, monkeypatch: Patch) -> None:
    MUTANTS[mutant](monkeypatch)
    with pytest.raises(Refusal) as refused:
        release(DAY)
    assert refused.value.code == "release.attack_succeeded"
    assert not Release.objects.exists()


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("mutant", sorted(MUTANTS.keys() - REFUSED_BY_THE_DATABASE))
def test_with_a_bribed_judge_the_attack_afterwards_is_red_about(mutant: str, monkeypatch: Patch) -> None:
    with monkeypatch.context() as patch:
        MUTANTS[mutant](patch)
        bribe(patch)
        release(DAY)
    found = attack_everything()
    assert not found.green
    assert found.to_json()["opened"] > 0


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("mutant", sorted(REFUSED_BY_THE_DATABASE))
def test_with_a_bribed_judge_the_database_still_refuses(mutant: str, monkeypatch: Patch) -> None:
    MUTANTS[mutant](monkeypatch)
    bribe(monkeypatch)
    with pytest.raises(IntegrityError), transaction.atomic():
        release(DAY)


@pytest.mark.usefixtures("people")
def test_without_the_audit_nothing_is_frozen(monkeypatch: Patch) -> None:
    monkeypatch.setattr(attack.Trial, "__call__", lambda self, document, *, questions=None: [])
    with pytest.raises(ValueError, match="only a whole, green verdict is frozen"):
        release(DAY)
    assert not Release.objects.exists()


@pytest.mark.usefixtures("house")
def test_without_repair_siblings_give_away_what_a_band_hides(monkeypatch: Patch) -> None:
    """A parent minus its other children undoes a band. End bands alone do not close that; widening does."""
    left_before(400, 20, seed=2)
    with transaction.atomic():
        assert release(DAY).audit["widened"] > 0
        assert attack_everything().green
        transaction.set_rollback(True)
    with monkeypatch.context() as patch:
        bribe(patch)
        release(DAY)
    assert not attack_everything().green


def test_a_certificate_that_does_not_hold_on_to_the_one_before_is_found(house: Cast, monkeypatch: Patch) -> None:
    spoke(house, 5)
    release(DAY)
    spoke(house, 5, left_on=LEFT.replace(month=3))
    sign = services.certificate
    monkeypatch.setattr(services, "certificate", lambda document, previous: sign(document))
    release(NEXT)
    assert attack_everything().tampered == (2,)

"""Mutants of views: each of their protections switched off or off by one, where the release job calls it, must stop the
release. The unmutated twin of all of them is green."""

import pytest

from tests.cast import Cast
from tests.release.across import left_with, people
from tests.release.leavers import DAY, release
from tests.release.mutants import VIEW_MUTANTS, Patch
from uitzicht.core.refusal import Refusal
from uitzicht.release.models import Release


@pytest.fixture(autouse=True)
def leavers(house: Cast) -> None:
    """Women and men in two units, so few men in one of them that they need a witness; one person is neither and waits."""
    left_with(people(woman=8, man=4), unit=house.techniek)
    left_with(people(woman=8, man=9), unit=house.kade_noord, seed=2)


def test_unmutated_the_release_goes_out_with_its_views() -> None:
    made = release(DAY)
    assert made.audit["opened"] == 0
    assert {view.cut for view in made.view_bundles.all()} == {"gender", "age", "tenure", "working_time", "contract"}


@pytest.mark.parametrize("mutant", VIEW_MUTANTS)
def test_the_release_does_not_go_out_with(mutant: str, monkeypatch: Patch) -> None:
    VIEW_MUTANTS[mutant](monkeypatch)
    with pytest.raises(Refusal) as refused:
        release(DAY)
    assert refused.value.code == "release.attack_succeeded"
    assert not Release.objects.exists()

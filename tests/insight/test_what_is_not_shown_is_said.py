"""Beside a band a table has a dash that is also read aloud; a reader without figures reads why, and when to look again."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from tests.cast import Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_document, freeze
from uitzicht.insight import overview

SignedIn = Callable[[str], Client]
DASH = '<span aria-hidden="true">–</span><span class="sr">not shown</span>'


def a_leader_without_figures(cast: Cast, *, waiting: bool) -> None:
    units = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    ids = {key: str(unit.pk) for key, unit in units.items()}
    made = a_document(ids, release=8) if waiting else a_document(ids, release=8, waiting=[])
    made["groups"] = [group for group in made["groups"] if group["unit"] != ids[KADE]]
    freeze(made)


def test_a_share_and_a_range_beside_a_band_are_a_dash_that_is_read_aloud(cast: Cast, signed_in: SignedIn) -> None:
    freeze()
    page = signed_in("hr_lead").get(f"/insight/reasons/?unit={KADE}&kind=resignation").content.decode()
    assert f'<td class="figure">more than 9</td><td class="figure">{DASH}</td><td class="figure">{DASH}</td>' in page
    assert '<td class="figure"></td>' not in page


@pytest.mark.parametrize("waiting", [True, False])
def test_a_unit_without_figures_is_not_counted_but_explained(cast: Cast, signed_in: SignedIn, waiting: bool) -> None:
    a_leader_without_figures(cast, waiting=waiting)
    page = signed_in("leader").get("/insight/").content.decode()
    assert "Terminal / Kade Noord does not stand in this release: too few people answered there." in page
    assert "wait for more, or count with the unit above." in page
    assert "Look again" in page
    assert "0 of the" not in page
    assert ("3 leavers, not yet enough answers." in page) is waiting


def test_a_reader_with_figures_is_not_told_to_look_again(cast: Cast, signed_in: SignedIn) -> None:
    freeze()
    assert "Look again" not in signed_in("hr_lead").get("/insight/").content.decode()


def test_a_unit_that_a_release_does_not_know_is_explained_too(cast: Cast, signed_in: SignedIn) -> None:
    freeze()
    cast.leader.grants.update(unit=cast.hr)
    page = signed_in("leader").get("/insight/").content.decode()
    assert "Your unit does not stand in this release." in page
    assert "Too few people answered there" in page
    assert "Look again" in page


def test_a_fresh_organisation_reads_when_its_first_release_can_be_made(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in("leader").get("/insight/").content.decode()
    assert "There are no figures yet." in page
    assert "It can be made once at least 5 people have left and answered." in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Kijk opnieuw na de volgende release, vanaf 2 juni 2026."),
        ("fr", "Revenez après la prochaine publication, à partir du 2 juin 2026."),
        ("en", "Look again after the next release, from 2 June 2026 on."),
        ("de", "Schauen Sie nach der nächsten Freigabe wieder vorbei, ab dem 2. Juni 2026."),
    ],
)
def test_the_next_release_has_a_date(language: str, said: str) -> None:
    with translation.override(language):
        assert overview.look_again(date(2026, 3, 2), date(2026, 3, 3)) == said


@pytest.mark.django_db
def test_a_release_that_is_due_has_no_date_in_the_past() -> None:
    with translation.override("en"):
        assert overview.look_again(date(2020, 3, 2), date(2026, 3, 3)).startswith("Look again soon")

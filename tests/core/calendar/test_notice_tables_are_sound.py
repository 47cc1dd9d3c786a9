"""The tables themselves: no gap, no overlap, each with its source."""

import itertools
from datetime import date, timedelta

import pytest

from uitzicht.core.calendar.notice import Giver, schemes

COUNTRIES = ["BE", "NL"]


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("by", Giver)
def test_one_scheme_follows_the_other_until_today(country, by):
    found = sorted((s for s in schemes(country) if s.by == by), key=lambda s: s.valid_from)
    for before, after in itertools.pairwise(found):
        assert before.valid_to + timedelta(days=1) == after.valid_from
    assert found[-1].valid_to is None
    assert found[0].valid_from <= date(2014, 1, 1)


@pytest.mark.parametrize("country", COUNTRIES)
def test_longer_service_never_means_a_shorter_notice(country):
    for scheme in schemes(country):
        counts = [scheme.term(months).count for months in range(600)]
        assert counts == sorted(counts)
        assert counts[0] >= 1
        assert scheme.rows[0][0] == 0


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_scheme_names_its_source(country):
    for scheme in schemes(country):
        assert scheme.source
        assert scheme.address.startswith("https://")


def test_in_belgium_who_resigns_never_waits_more_than_thirteen_weeks():
    resigning = [s for s in schemes("BE") if s.by == Giver.EMPLOYEE]
    assert max(s.term(600).count for s in resigning) == 13

"""The effect of an action in words, drawn and as a table: for the reader, and never with more than the design carries."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from tests.actions.effect_documents import EAST, NORTH, ROOT, SOUTH, a_document, counts, group, years
from tests.cast import NOW, Cast
from tests.insight.documents import freeze
from uitzicht.actions.effect import measured
from uitzicht.actions.effect.vocabulary import EffectState
from uitzicht.actions.models import Action
from uitzicht.insight.models import CostLine

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 10)
RATES = {
    NORTH: [(80, 400.0), (80, 400.0), (40, 400.0), (40, 400.0)],
    SOUTH: [(60, 500.0)] * 4,
    EAST: [(60, 500.0)] * 4,
}


@pytest.fixture(autouse=True)
def in_english() -> Any:
    with translation.override("en"):
        yield


def released(rates: dict[str, list[tuple[int, float]]] | None = None, *, number: int = 2) -> None:
    """Releases 1 (before) and ``number`` (now), with departures of 2022 to 2025."""
    freeze(a_document(1, "2023-12-20", groups=[group(NORTH, ["1-1"], size=60)], cells={}))
    document = a_document(number, "2026-01-15")
    periods = years(2022, 4)
    rows = {u: {p[0]: counts(*c) for p, c in zip(periods, each, strict=True)} for u, each in (rates or RATES).items()}
    turnover = {"periods": periods, "units": rows}
    document["public"]["staff"] = {"observed_from": "2022-01-01", "turnover": turnover}
    freeze(document)


def an_action(cast: Cast, **changes: Any) -> Action:
    usual: dict[str, Any] = {
        "title": "Rosters four weeks ahead",
        "release": 1,
        "certificate": "c" * 64,
        "story": "turnover",
        "section": "turnover",
        "finding_kind": "all",
        "finding": {"en": "Turnover in 2023 was 20%."},
        "measure": "turnover",
        "question": "turnover.2023",
        "item": "voluntary",
        "unit": NORTH,
        "kind": "all",
        "before": {},
        "direction": "down",
        "owner": cast.hr_lead,
        "due_on": date(2024, 1, 1),
        "state": "measuring",
        "created_by": "Noor",
        "created_at": NOW,
        "effective_on": date(2024, 1, 1),
    }
    return Action.objects.create(**(usual | changes))


def test_the_finding_has_the_change_and_its_interval_and_claims_no_cause(cast: Cast) -> None:
    released()
    effect = measured(an_action(cast), on=ON, units=None)
    assert effect.state is EffectState.SHOWN
    assert effect.sentence == (
        "Voluntary turnover in Noord is 50% lower than if it had gone as in comparable units (between 31% and 64%)."
    )
    said = " ".join(effect.more)
    assert "Compared with 2 units of the same level where nothing was done about this figure (Oost, Zuid)." in said
    assert "not what changed only here at the same time" in said
    assert effect.ratio == pytest.approx(0.5)
    assert effect.difference is None
    assert effect.release == 2


def test_a_unit_that_stood_out_gets_the_warning_of_the_middle(cast: Cast) -> None:
    released()
    assert any("stood out" in one for one in measured(an_action(cast), on=ON).more)


def test_a_unit_that_was_like_the_others_gets_no_such_warning(cast: Cast) -> None:
    low = RATES | {SOUTH: [(120, 500.0)] * 4, EAST: [(120, 500.0)] * 4}
    released(low)
    assert not any("stood out" in one for one in measured(an_action(cast), on=ON).more)


def test_the_drawing_is_described_and_the_table_has_the_same_figures(cast: Cast) -> None:
    released()
    effect = measured(an_action(cast), on=ON, units=None)
    assert effect.chart
    assert effect.table
    assert effect.chart.title == effect.sentence
    assert "2022 20.0% (15.9 to 24.9)" in effect.chart.description
    assert "comparable units together: 2022 12.0%" in effect.chart.description
    assert "Works from 1 January 2024." in effect.chart.description
    assert [row.cells[2] for row in effect.table.rows] == ["20.0%", "20.0%", "10.0%", "10.0%"]
    assert [row.cells[4] for row in effect.table.rows] == ["12.0%"] * 4


def test_who_reads_one_unit_reads_no_figures_of_others_and_no_cost(cast: Cast) -> None:
    a_line()
    released()
    effect = measured(an_action(cast), on=ON, units=[NORTH])
    assert effect.state is EffectState.SHOWN
    assert "Compared with 2 units of the same level where nothing was done about this figure." in effect.more[0]
    assert "Zuid" not in " ".join(effect.more)
    assert effect.chart
    assert "12.0%" not in effect.chart.description
    assert effect.table
    assert len(effect.table.columns) == 5
    assert effect.worth is None


def test_two_actions_on_one_figure_are_both_named_and_nothing_is_concluded(cast: Cast) -> None:
    released()
    first = an_action(cast)
    second = an_action(cast, title="Another foreman", unit=ROOT, effective_on=date(2024, 6, 1), item="all")
    effect = measured(first, on=ON)
    assert effect.state is EffectState.NOT_SEPARABLE
    assert effect.shared_with == (second,)
    assert "“Another foreman”" in effect.sentence
    assert not any("confirm" in one for one in effect.more)
    assert measured(second, on=ON).shared_with == (first,)


def test_a_unit_with_an_action_of_its_own_is_no_comparison(cast: Cast) -> None:
    released()
    an_action(cast, unit=SOUTH, effective_on=None, state="under_way")
    assert measured(an_action(cast), on=ON, units=None).comparison == (EAST,)


def test_the_whole_organisation_has_nothing_beside_it_and_says_so(cast: Cast) -> None:
    released({ROOT: [(200, 1000.0)] * 2 + [(100, 1000.0)] * 2})
    effect = measured(an_action(cast, unit=ROOT), on=ON)
    assert effect.sentence == "Voluntary turnover in Havenlicht is 50% lower than before (between 41% and 58%)."
    assert "nothing rules out that it changed everywhere" in effect.more[0]


def test_nothing_is_measured_before_it_works(cast: Cast) -> None:
    released()
    later = an_action(cast, state="done", effective_on=date(2026, 5, 1))
    assert measured(later, on=ON).state is EffectState.NOT_BEGUN
    assert measured(an_action(cast, state="agreed", effective_on=None), on=ON).state is EffectState.NOT_BEGUN


def test_a_figure_that_releases_do_not_follow_is_said_to_be_one(cast: Cast) -> None:
    released()
    assert measured(an_action(cast, measure="maturity", question="x", item="y"), on=ON).state is EffectState.NO_FIGURE
    assert measured(an_action(cast, unit="gender:woman"), on=ON).state is EffectState.NO_FIGURE


def test_a_release_after_the_day_that_is_asked_about_does_not_count(cast: Cast) -> None:
    released()
    assert measured(an_action(cast), on=date(2025, 12, 31)).release == 1


def test_a_day_that_has_passed_is_never_promised(cast: Cast) -> None:
    released()
    effect = measured(an_action(cast, effective_on=date(2025, 9, 1)), on=date(2027, 5, 4))
    assert effect.state is EffectState.TOO_EARLY
    assert effect.needed
    assert effect.sentence.endswith("That is about May 2027.")


def test_what_is_avoided_is_worth_what_the_lines_of_cost_say(cast: Cast) -> None:
    a_line()
    released()
    worth = measured(an_action(cast, cost=Decimal("20000")), on=ON, units=None).worth
    assert worth
    assert worth.measured
    assert worth.exits == 40  # a rate of 20 % among 400 people, halved
    assert worth.low < worth.likely < worth.high
    assert 40 * 10000 == pytest.approx(worth.likely, rel=0.05)
    assert "€20,000" in worth.sentences[-1]


def test_before_an_effect_is_shown_one_in_four_gives_an_order_of_size(cast: Cast) -> None:
    a_line()
    released()
    worth = measured(an_action(cast, effective_on=None, state="agreed"), on=ON, units=None).worth
    assert worth
    assert (worth.measured, worth.exits) == (False, 15)  # a quarter of 15 % among 400 people
    assert "nothing about whether this action brings that about" in " ".join(worth.sentences)


def test_without_lines_of_cost_nothing_is_worth_anything(cast: Cast) -> None:
    released()
    assert measured(an_action(cast), on=ON, units=None).worth is None


def a_line() -> None:
    """Every exit costs about 10,000 euros."""
    CostLine.objects.create(
        job_family="",
        line="whole",
        low=8000,
        likely=10000,
        high=12000,
        source="hours kept",
        decided_by="Noor",
        decided_at=NOW,
    )

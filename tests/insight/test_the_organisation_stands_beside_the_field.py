"""Published figures of the field beside the range of here: a difference only outside it, never a rank."""

from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_release, freeze
from tests.insight.fields import a_field, staff
from uitzicht.core.statistics.rates import poisson_rate
from uitzicht.core.statistics.shares import wilson
from uitzicht.insight.cells import HIDDEN, Below, Exact, Range, Shown
from uitzicht.insight.exports.text import as_csv
from uitzicht.insight.field.benchmarks import benchmarks, elsewhere
from uitzicht.insight.figures import drawn
from uitzicht.insight.measures.field import any_of, field
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published
from uitzicht.insight.stories.field import sections
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.vocabulary import Kind, View
from uitzicht.questionnaires.codebook import load_codebook

LANGUAGES = {"nl", "fr", "en", "de"}


def reading(document: dict[str, Any], unit: str = ROOT, language: str = "en") -> Reading:
    return Reading(Published(a_release(document)), Selection(View.ORGANISATION, (unit,), Kind.ALL), language)


def told(document: dict[str, Any], unit: str = ROOT, language: str = "en") -> tuple[Section, Section]:
    with translation.override(language):
        reasons, turnover = sections(reading(document, unit, language))
    return reasons, turnover


def text(section: Section) -> str:
    return " ".join((section.about, section.finding, *section.more))


def test_the_shipped_figures_are_those_that_were_published() -> None:
    regioplus, securex = benchmarks()
    assert [figure.share for figure in regioplus.figures] == [0.255, 0.237, 0.2, 0.2, 0.179]
    total, *parts = (figure.share for figure in securex.figures)
    assert sum(parts) == pytest.approx(total) == 0.1776
    assert dict(elsewhere().shares) == {"reasons": 0.55, "inclusion": 0.15, "groups": 0.10}


def test_every_shipped_figure_has_its_source_base_and_warning_in_four_languages() -> None:
    for benchmark in benchmarks():
        assert benchmark.source
        assert benchmark.address.startswith("https://")
        assert benchmark.base > 17_000 - 1
        assert set(benchmark.about) == set(benchmark.warning) == LANGUAGES
        for figure in benchmark.figures:
            assert set(figure.label) == LANGUAGES
            assert figure.ours or set(figure.why_not) == LANGUAGES
    assert set(elsewhere().warning) == LANGUAGES


def test_a_figure_compares_with_reasons_that_exist_and_with_each_of_them_once() -> None:
    known = {reason.code for reason in load_codebook().reasons}
    ours = [code for figure in benchmarks()[0].figures for code in figure.ours]
    assert set(ours) <= known
    assert len(ours) == len(set(ours))


def test_a_difference_is_the_published_figure_outside_the_range_of_here() -> None:
    reasons, turnover = told(a_field())
    assert reasons.finding == (
        "“too little development” is named more often here than in RegioPlus 2024: 40.0 to 55.0% here, 25.5% there."
    )
    assert "“content of the work” is named less often here" in reasons.more[0]
    assert "workload" not in " ".join(reasons.more)
    assert turnover.finding == "Turnover (voluntary) is higher here than in Securex 2024: 15.0% here, 10.78% there."


def test_no_difference_is_said_as_such_and_not_as_equality() -> None:
    reasons, _turnover = told(a_field(40, (6, 4, 8, 7, 5, "<3")))
    assert reasons.finding == (
        "No difference from RegioPlus 2024 is shown in the 3 figures that compare. There may still be one."
    )


@pytest.mark.parametrize("base", [19, "<5"])
def test_too_few_people_conclude_nothing(base: object) -> None:
    reasons, _turnover = told(a_field(base, (15, 3, 3, 3, 3, "<3")))
    assert "Too few to conclude" in reasons.finding
    assert "more often" not in text(reasons)


def test_a_small_unit_has_no_turnover_to_compare() -> None:
    _reasons, turnover = told(a_field(), KADE)
    assert "Too few to compare turnover: on average 13 people worked here, at least 20 are needed." in turnover.finding


def test_without_facts_on_staff_or_reasons_the_page_says_so() -> None:
    document = a_field()
    document["public"].pop("staff")
    document["questions"] = [q for q in document["questions"] if q["key"] != "reasons"]
    reasons, turnover = told(document)
    assert "asks no reasons" in reasons.finding
    assert "no facts on staff" in turnover.finding
    assert reasons.chart is turnover.chart is None


def test_both_warn_and_neither_ranks() -> None:
    for section in told(a_field()):
        assert "This is no rank" in text(section)
        assert "hardly any range" in text(section)
        assert "Source:" in section.about
    assert "Questionnaires differ" in text(told(a_field())[0])
    assert "only permanent contracts" in text(told(a_field())[1])


def test_what_has_no_honest_counterpart_is_shown_and_not_compared() -> None:
    reasons, _turnover = told(a_field())
    assert reasons.table is not None
    row = next(row for row in reasons.table.rows if row.head == "Planning and time")
    assert row.cells == (None, None, None, "20.0%")
    assert "Not compared: “planning and time”" in text(reasons)


def test_the_drawing_has_a_dot_and_an_upright_line_for_each_figure_and_a_band_without_a_dot() -> None:
    reasons, turnover = told(a_field())
    assert reasons.chart is not None
    assert turnover.chart is not None
    for chart, dots, bands in ((reasons.chart, 2, 1), (turnover.chart, 4, 0)):
        for drawing in (chart.wide, chart.narrow):
            kinds = [(shape.kind, shape.css) for shape in drawing.shapes]
            assert kinds.count(("dot", "dot")) == dots + 1  # one in the legend
            assert kinds.count(("line", "band")) == bands
            assert kinds.count(("path", "curve b")) == dots + bands + 1
        assert "Securex 2024 10.78%" in turnover.chart.description


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ((Exact(7),), Exact(7)),
        ((Exact(7), Exact(5)), Range(7, 12)),
        ((Exact(7), Below(3)), Range(7, 9)),
        ((Exact(30), Exact(25)), Range(30, 40)),
        ((Exact(7), HIDDEN), HIDDEN),
        ((), HIDDEN),
    ],
)
def test_several_reasons_together_are_a_range(shown: tuple[Shown, ...], found: Shown) -> None:
    assert any_of(shown, 40) == found


@given(st.lists(st.sets(st.integers(0, 4)), min_size=1, max_size=30))
def test_the_range_of_several_reasons_always_holds_who_named_any(people: list[set[int]]) -> None:
    counts = [Exact(sum(code in named for named in people)) for code in range(5)]
    found = any_of(counts, len(people))
    low, high = (found.value, found.value) if isinstance(found, Exact) else (found.low, found.high)  # type: ignore[union-attr]
    assert low <= sum(bool(named) for named in people) <= high


def test_the_ranges_are_those_of_shares_and_of_rates() -> None:
    groups = {group.question: group for group in reading(a_field()).groups("field")}
    reasons = {item.key: item for item in groups["field.regioplus_2024"].items}
    assert reasons["content"].interval == wilson(20, 200)
    development = reasons["development"].interval
    assert development is not None
    assert (development.low, development.high) == (wilson(80, 200).low, wilson(110, 200).high)
    left = {item.key: item for item in groups["field.securex_2024"].items}
    assert left["total"].shown == Exact(212)
    assert left["voluntary"].interval == poisson_rate(150, 1000)


def test_the_published_figures_stand_beside_ours_in_the_download() -> None:
    figure = drawn("field", Published(a_release(a_field())), Selection(View.ORGANISATION, (ROOT,), Kind.ALL), "en")
    published = next(
        group for group in figure.to_json()["groups"] if group["question"] == "field.securex_2024.published"
    )
    assert (published["unit"], published["base"]) == ("Securex 2024", ">42000")
    assert [item["share"] for item in published["items"]] == [0.1776, 0.1078, 0.0564, 0.0134]
    assert "field.regioplus_2024.published" in as_csv([figure])


@pytest.mark.parametrize(
    ("kind", "sources"),
    [
        (Kind.ALL, {"field.regioplus_2024", "field.securex_2024"}),
        (Kind.RESIGNATION, {"field.regioplus_2024"}),
        (Kind.OTHER, set()),
    ],
)
def test_the_source_decides_on_the_kind_of_departure(kind: Kind, sources: set[str]) -> None:
    published, selection = Published(a_release(a_field())), Selection(View.ORGANISATION, (ROOT,), kind)
    groups = field(published, selection, "en")
    assert {group.question for group in groups if not group.question.endswith(".published")} == sources
    said = [section.finding for section in sections(Reading(published, selection, "en"))]
    assert ("knows resignations only" in said[0]) is (kind is Kind.OTHER)
    assert ("Choose all departures" in said[1]) is (kind is not Kind.ALL)
    assert {group.kind for group in groups} <= {Kind.RESIGNATION, Kind.ALL}


def test_many_comparisons_need_more_than_one_would() -> None:
    """13 of 100 where 20.0 % was published: outside 95 % of one comparison (7.8 to 21 is not), 12 is the border of three."""
    lone = wilson(12, 100)
    assert lone.high < 0.2
    assert wilson(12, 100, 1 - 0.05 / 3).high > 0.2
    reasons, _turnover = told(a_field(100, (20, 5, 12, 18, 9, "<3")))
    assert reasons.finding.startswith("No difference")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_page_speaks_each_language(language: str) -> None:
    for section in told(a_field(), language=language):
        assert "{" not in text(section)
        assert section.chart is not None
        assert "None" not in section.chart.description


@pytest.fixture
def ids(cast: Cast) -> dict[str, str]:
    units = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    return {key: str(unit.pk) for key, unit in units.items()}


def test_a_leader_sees_their_own_unit_beside_the_field(ids: dict[str, str], signed_in: Any) -> None:
    document = a_field()
    document["units"] = {
        ids[unit]: row | {"parent": row["parent"] and ids[row["parent"]]} for unit, row in document["units"].items()
    }
    document["waiting"] = [row | {"unit": ids.get(row["unit"], row["unit"])} for row in document["waiting"]]
    document["groups"] = [group | {"unit": ids.get(group["unit"], group["unit"])} for group in document["groups"]]
    document["public"]["staff"]["turnover"]["units"] = {
        ids[unit]: row for unit, row in staff()["turnover"]["units"].items() if unit in ids
    }
    freeze(document)
    leader: Client = signed_in("leader")
    page = leader.get("/insight/field/").content.decode()
    assert "RegioPlus 2024" in page
    assert "on average 13 people" in page
    assert "212" not in page

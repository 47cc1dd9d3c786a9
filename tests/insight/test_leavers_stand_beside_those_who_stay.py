"""Leavers beside those who stay, and here beside the field: only a difference that stands up is told, and never a rank."""

from dataclasses import replace

import pytest
from django.utils import translation

from tests.insight.documents import ROOT, TERMINAL, a_document, a_release
from tests.insight.references import mean, share, stayers, the_field
from uitzicht.core.statistics.means import mean_interval
from uitzicht.insight.earlier.pages import figures_of
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published
from uitzicht.insight.reference.beside import beside, interval_there
from uitzicht.insight.reference.vocabulary import Reference
from uitzicht.insight.stories import STORIES
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.vocabulary import Kind, View


def reading(*references: Reference, kind: Kind = Kind.RESIGNATION, unit: str = ROOT, language: str = "en") -> Reading:
    of = Published(a_release(a_document()))
    return Reading(of, Selection(View.ORGANISATION, (unit,), kind), language, None, references)


def told(page: str, of: Reading) -> list[Section]:
    with translation.override(of.language):
        return [one for one in STORIES[page].sections(of) if one.key.startswith(("stayers-", "field-"))]


def test_lower_scores_of_who_left_are_told_with_the_difference_and_its_range() -> None:
    (section,) = told(
        "experience", reading(stayers(mean("satisfaction.terms", 3.2), mean("satisfaction.content", 3.8)))
    )
    assert section.finding.startswith(
        "Who left rates “terms of employment” lower than who stays: 2.2 against 3.2 (difference -1."
    )
    assert "Leavers alone mislead" in " ".join(section.more)
    assert section.table is not None
    assert [row.cells[-1] for row in section.table.rows] == ["yes", "not shown"]
    assert section.about == "Source: Staff survey, 2025. Answers there: 400."


def test_no_difference_is_not_called_equal() -> None:
    (section,) = told("experience", reading(stayers(mean("satisfaction.content", 3.8))))
    assert section.finding == "No difference is shown between who left and who stays. There may still be one."


def test_shares_are_compared_in_points() -> None:
    (section,) = told("recommend", reading(stayers(share("recommend", "high", 0.8), share("recommend", "low", 0.2))))
    assert section.finding.startswith(
        "“9 or 10” is said less by who left than by who stays: 50% against 80% (difference -"
    )
    assert "2 figures are compared at once" in " ".join(section.more)


def test_scores_and_shares_of_one_survey_are_one_family_in_two_sections() -> None:
    found = told(
        "experience", reading(stayers(mean("satisfaction.terms", 3.2), share("change.content", "improve", 0.9)))
    )
    assert [section.key for section in found] == ["stayers-1-means", "stayers-1-shares"]
    assert all("2 figures are compared at once" in " ".join(section.more) for section in found)


def test_too_few_leavers_are_not_compared() -> None:
    of = reading(stayers(mean("satisfaction.terms", 3.2)), kind=Kind.OTHER)
    (row,) = beside(of.groups("experience"), replace(of.references[0]))
    assert row.interval is not None  # 20 answers are just enough
    document = a_document()
    document["cells"]["satisfaction.terms"][f"{ROOT}:other"]["base"] = 19
    few = replace(of, published=Published(a_release(document)))
    (section,) = told("experience", few)
    assert section.finding == "Too few to compare: at least 20 answers of leavers are needed."
    assert section.table is not None
    assert section.table.rows[0].cells[-1] is None


def test_a_band_holds_whatever_fits_in_it() -> None:
    document = a_document()
    document["cells"]["recommend"][f"{ROOT}:resignation"]["items"] = [10, 15, ">20"]
    of = replace(reading(), published=Published(a_release(document)))
    (row,) = beside(of.groups("recommend"), stayers(share("recommend", "high", 0.6)))
    assert row.interval is not None
    assert row.interval.low < 21 / 50 - 0.6
    assert row.interval.high > 1.0 - 0.6


def test_a_known_spread_narrows_the_range_of_elsewhere_only() -> None:
    known, unknown = interval_there(mean("x", 3.5, 100, 0.8)), interval_there(mean("x", 3.5, 100, None))
    assert (known.low, known.high) == pytest.approx((3.5 - 1.96 * 0.08, 3.5 + 1.96 * 0.08), abs=1e-4)
    assert unknown == mean_interval(3.5, 100)
    assert known.low > unknown.low


def test_the_field_has_its_source_year_base_and_warning() -> None:
    (section,) = told("field", reading(the_field(share("main_reason", "career", 0.2, 5200))))
    assert section.question == "What do others say, beside Sector survey?"
    assert section.about == "Source: Sector survey, 2024, BE. Answers there: 5200."
    assert section.finding.startswith("“career” is said more here than in Sector survey: 42% against 20%")
    assert "Another questionnaire" in " ".join(section.more)
    assert "telephone" in " ".join(section.more)
    assert "no rank" in " ".join(section.more)


@pytest.mark.parametrize("page", ["recommend", "experience", "inclusion"])
def test_figures_of_the_field_stand_on_their_own_page_only(page: str) -> None:
    assert told(page, reading(the_field(share("recommend", "high", 0.5)))) == []


def test_a_unit_is_not_put_beside_a_whole_organisation() -> None:
    assert told("recommend", reading(stayers(share("recommend", "high", 0.5)), unit=TERMINAL)) == []


def test_a_question_that_is_not_displayed_is_left_out() -> None:
    assert told("recommend", reading(stayers(share("recommend", "often", 0.5), share("nothing", "high", 0.5)))) == []


def test_the_file_holds_the_figures_of_the_page() -> None:
    of = reading(stayers(share("recommend", "high", 0.8)))
    figure = figures_of(STORIES["recommend"], of, None)[-1]
    assert figure.measure == "beside_stayers.1"
    (group,) = figure.groups
    assert (group.unit_label, group.to_json()["base"]) == ("Staff survey, 2025", 400)
    assert group.items[0].share == 0.8
    assert group.items[0].p is not None


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_it_is_told_in_the_language_of_the_reader(language: str) -> None:
    of = reading(stayers(mean("satisfaction.terms", 3.2)), language=language)
    (section,) = told("experience", of)
    assert "Who left" not in section.finding
    assert "Leavers alone" not in " ".join(section.more)

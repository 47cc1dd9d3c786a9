"""Every comparison of a release is made once, counted and corrected; what cannot be compared says why."""

from dataclasses import replace

import pytest

from tests.insight.groups import a_compared_document, cell, published_with, reading_of, staff_facts
from uitzicht.core.statistics.comparison import benjamini_hochberg, independence
from uitzicht.core.statistics.rates import rate_ratio
from uitzicht.insight.groups.comparison import About, Comparison, Result, compared, findings, made, together
from uitzicht.insight.published import Published
from uitzicht.insight.vocabulary import Kind


def of_gender(of: Published) -> dict[str, Comparison]:
    return {one.question or f"{one.about}:{one.value}": one for one in compared(of) if one.cut == "gender"}


def results(of: Published) -> dict[str, Result]:
    return {name: one.result for name, one in of_gender(of).items()}


def test_planted_differences_are_found_and_the_others_are_not() -> None:
    found = results(published_with(a_compared_document()))
    assert found == {
        "sooner:": Result.DIFFERENT,
        "more_often:woman": Result.DIFFERENT,
        "more_often:man": Result.DIFFERENT,
        "more_often:other": Result.TOO_FEW,
        "main_reason": Result.DIFFERENT,
        "force": Result.NOT_SHOWN,
        "inclusion.safe": Result.DIFFERENT,
    }


def test_all_comparisons_of_all_cuts_are_corrected_together() -> None:
    comparisons = compared(published_with(a_compared_document()))
    asked = [one for one in comparisons if one.p is not None]
    corrected = benjamini_hochberg([one.p for one in asked if one.p is not None])
    assert [one.q for one in asked] == [one.q for one in corrected]
    assert (made(comparisons), len(findings(comparisons))) == (6, 5)


def test_the_same_comparisons_are_made_whatever_cut_is_looked_at() -> None:
    of = published_with(a_compared_document())
    everything, gender = (reading_of(of, by=by).figure("comparisons").groups for by in ("", "gender"))
    assert (len(everything), gender) == (3, everything[:1])


def test_a_group_is_compared_with_all_others_of_whom_the_value_is_known() -> None:
    woman = of_gender(published_with(a_compared_document()))["more_often:woman"]
    assert woman.p == pytest.approx(rate_ratio(60, 300, 30, 304).p)


def test_two_groups_are_one_comparison_not_two() -> None:
    document = a_compared_document()
    genders = document["public"]["staff"]["by_group"]["gender"]
    del genders["other"]
    asked = [one for one in compared(published_with(document)) if one.about is About.MORE_OFTEN and one.cut == "gender"]
    assert [one.value for one in asked] == ["woman"]


def test_a_group_in_which_hardly_anybody_is_expected_to_resign_is_not_compared() -> None:
    assert of_gender(published_with(a_compared_document()))["more_often:other"].p is None


def test_a_curve_too_few_says_how_many_resignations_are_missing() -> None:
    sooner = of_gender(published_with(a_compared_document(women=30, men=7, curves=False)))["sooner:"]
    assert (sooner.result, sooner.missing) == (Result.TOO_FEW, 3)


def test_reasons_are_compared_on_counts_that_are_exact_in_every_group_only() -> None:
    document = a_compared_document()
    document["view_cells"]["main_reason"]["gender:man:resignation"] = cell(50, 8, "20..31", "8..19")
    found = of_gender(published_with(document))["main_reason"]
    assert found.p is None
    document["view_cells"]["main_reason"]["gender:woman:resignation"] = cell(60, 50, "<8", "<8")
    document["view_cells"]["main_reason"]["gender:man:resignation"] = cell(50, 20, "20..31", "<8")
    found = of_gender(published_with(document))["main_reason"]
    assert found.p == pytest.approx(independence([[50, 10], [20, 30]]).p)


def test_too_few_exact_counts_are_too_coarse_to_tell() -> None:
    document = a_compared_document()
    document["view_cells"]["main_reason"]["gender:man:resignation"] = cell(50, "<3", ">47", "<3")
    assert results(published_with(document))["main_reason"] is Result.TOO_COARSE


def test_groups_with_fewer_than_twenty_answers_are_not_compared() -> None:
    document = a_compared_document()
    document["view_cells"]["main_reason"]["gender:man:resignation"] = cell(19, 6, 6, 7)
    found = of_gender(published_with(document))["main_reason"]
    assert (found.result, found.missing) == (Result.TOO_FEW, 1)


def test_a_cut_of_which_nobody_is_certified_needs_twenty_answers() -> None:
    found = [
        one for one in compared(published_with(a_compared_document())) if (one.cut, one.question) == ("age", "force")
    ]
    assert [(one.result, one.missing) for one in found] == [(Result.TOO_FEW, 20)]


@pytest.mark.parametrize(("mean", "result"), [(4.2, Result.DIFFERENT), (2.4, Result.NOT_SHOWN)])
def test_means_differ_only_when_their_ranges_do_not_overlap(mean: float, result: Result) -> None:
    document = a_compared_document()
    document["view_cells"]["inclusion.safe"]["gender:man:resignation"] = cell(50, mean)
    assert results(published_with(document))["inclusion.safe"] is result


def test_a_mean_that_is_a_band_is_too_coarse_to_compare() -> None:
    document = a_compared_document()
    document["view_cells"]["inclusion.safe"]["gender:man:resignation"] = cell(50, ">4.86")
    assert results(published_with(document))["inclusion.safe"] is Result.TOO_COARSE


def test_other_departures_than_resignations_do_not_count() -> None:
    document = a_compared_document()
    without = a_compared_document()
    without["views"] = [row for row in without["views"] if row["stratum"] == "resignation"]
    assert compared(published_with(document)) == compared(published_with(without))
    assert Kind.RESIGNATION in {group.kind for group in reading_of(published_with(document)).figure("belonging").groups}


def test_service_is_compared_on_answers_only() -> None:
    comparisons = compared(published_with(a_compared_document()))
    assert together(comparisons, About.SOONER, "tenure") is None
    assert together(comparisons, About.REASONS, "tenure") is Result.TOO_FEW


def test_several_comparisons_are_summed_up_by_the_strongest() -> None:
    one = Comparison(About.REASONS, "gender", p=0.5, q=0.5, result=Result.NOT_SHOWN)
    assert together((one, replace(one, result=Result.TOO_FEW)), About.REASONS, "gender") is Result.NOT_SHOWN
    assert together((one, replace(one, result=Result.DIFFERENT)), About.REASONS, "gender") is Result.DIFFERENT


def test_a_release_from_before_there_were_groups_compares_nothing() -> None:
    document = a_compared_document()
    for name in ("cuts", "views", "view_cells", "view_questions", "view_waiting"):
        del document[name]
    assert compared(published_with(document)) == ()
    document = a_compared_document()
    document["public"]["staff"] = {}
    assert {one.about for one in compared(published_with(document))} == {About.REASONS, About.INCLUSION}


def test_whose_value_is_not_known_is_no_group() -> None:
    facts = staff_facts()
    assert "" in facts["by_group"]["gender"]
    assert all(
        one.value for one in of_gender(published_with(a_compared_document())).values() if one.about is About.MORE_OFTEN
    )

"""Findings on groups in words: how large, how certain, and what they do not mean; by grammar case in four languages."""

import pytest
from django.utils import translation

from tests.insight.groups import Json, a_compared_document, cell, published_with, reading_of
from uitzicht.insight.groups.comparison import About, Comparison, Result
from uitzicht.insight.groups.cuts import the_cut
from uitzicht.insight.groups.leaving import leaving
from uitzicht.insight.stories import groups as story
from uitzicht.insight.stories.groups import sentences
from uitzicht.insight.stories.section import Section
from uitzicht.insight.vocabulary import Kind

LANGUAGES = ("nl", "fr", "en", "de")


def told(document: Json, *, by: str = "", kind: Kind = Kind.ALL) -> dict[str, Section]:
    with translation.override("en"):
        return {one.key: one for one in story.sections(reading_of(published_with(document), by=by, kind=kind))}


def test_the_page_opens_with_how_many_comparisons_were_made_and_how_many_are_findings() -> None:
    opening = told(a_compared_document())["groups"]
    assert opening.finding == "Of 6 comparisons, 5 show a difference."
    assert "a difference says nothing about its cause" in " ".join(opening.more)
    assert opening.table is not None
    assert [(row.head, row.cells) for row in opening.table.rows] == [
        ("Gender", ("difference shown",) * 4),
        ("Age", ("too few", "too few", "too few", "too few")),
        ("Tenure", ("not compared", "not compared", "too few", "too few")),
    ]


def test_a_higher_rate_is_told_with_its_ratio_range_and_both_rates() -> None:
    section = told(a_compared_document())["more-often"]
    assert section.finding == (
        "Difference shown: “woman” resigns 2.0 times as often as all others (between 1.3 and 3.3):"
        " 20.0% a year, against 9.9%."
    )
    assert "Too small to compare: “other”." in section.more


def test_a_lower_rate_is_told_as_less_often() -> None:
    section = told(a_compared_document())["more-often"]
    assert section.more[0].startswith("Difference shown: “man” resigns less often, 0.51 times as often as all others")


def test_who_leaves_sooner_is_told_at_the_same_length_of_service() -> None:
    section = told(a_compared_document())["sooner"]
    assert section.finding == (
        "Difference shown: after 5 years, 50% of “woman” have not resigned (between 40% and 60%), and 80% of “man”"
        " (between 70% and 90%)."
    )
    assert section.chart is not None


def test_other_reasons_are_told_by_the_answer_farthest_apart_and_a_strength() -> None:
    section = told(a_compared_document())["by-group-main-reason"]
    assert section.finding == "Difference shown for “main reason”."
    assert section.more[0].startswith("Farthest apart: “management”, 60% of “man” (between ")
    assert section.more[0].endswith("As a whole the difference is large.")
    assert section.table is not None
    assert section.table.columns == ("Answer", "Woman (60)", "Man (50)")


def test_a_difference_of_means_is_told_with_both_ranges() -> None:
    section = told(a_compared_document())["inclusion-by-group"]
    assert section.finding.startswith("Difference shown for “felt safe”: “woman” 2.0 out of 5 (between ")


def test_who_stands_in_no_group_is_told_with_the_reason() -> None:
    more = " ".join(told(a_compared_document())["by-group-main-reason"].more)
    assert "Not shown: “other”." in more
    assert (
        "3 people stand in no group here: together with other figures that would speak of fewer than 5 people" in more
    )


def test_a_cut_without_views_tells_why_and_draws_nothing() -> None:
    section = told(a_compared_document(), by="age")["by-group-main-reason"]
    assert section.finding == (
        "Too few to compare “main reason”: two groups with 20 answers are needed. 20 more answers are needed."
    )
    assert (section.chart, section.table) == (None, None)
    assert "113 people stand in no group here" in " ".join(section.more)


def test_figures_too_coarse_say_so() -> None:
    document = a_compared_document()
    document["view_cells"]["main_reason"]["gender:man:resignation"] = cell(50, "<3", ">47", "<3")
    section = told(document)["by-group-main-reason"]
    assert section.finding.startswith("Too coarse to tell about “main reason”")
    assert section.table is not None


def test_nothing_found_is_not_told_as_equal() -> None:
    document = a_compared_document(women=40, men=38, p=0.7)
    document["view_cells"] = {}
    found = told(document)
    assert found["groups"].finding == "3 comparisons were made, and none shows a difference. There may still be some."
    assert found["more-often"].finding.endswith("There may still be a difference.")
    assert found["sooner"].finding.endswith("There may still be a difference.")


def test_a_release_without_groups_teaches_where_they_come_from() -> None:
    document = a_compared_document()
    document["cuts"] = []
    (section,) = told(document).values()
    assert "Import it with the people who left" in section.about


def test_a_single_unit_and_another_kind_are_not_compared() -> None:
    (section,) = told(a_compared_document(), kind=Kind.OTHER).values()
    assert section.finding == "Groups are compared among those who resigned only."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("made", "found"), [(0, 0), (1, 0), (1, 1), (2, 1), (12, 0), (12, 5)])
def test_every_count_of_comparisons_has_its_sentence(language: str, made: int, found: int) -> None:
    with translation.override(language):
        text = sentences.counted(made, found)
    assert text.endswith(".")
    assert "{" not in text
    if made > 1:
        assert str(made) in text
    if found > 1:
        assert str(found) in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("result", list(Result))
@pytest.mark.parametrize("missing", [1, 7])
def test_every_result_has_its_sentence(language: str, result: Result, missing: int) -> None:
    of = published_with(a_compared_document())
    cut = the_cut(of, "gender", language)
    one = Comparison(About.REASONS, "gender", "main_reason", result=result, missing=missing)
    with translation.override(language):
        texts = [sentences.answers(one, "x"), sentences.sooner(one, cut, []), sentences.no_rate_differs([one])]
    assert all(text.endswith(".") and "{" not in text for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("women", "men"), [(60, 30), (0, 40), (40, 0)])
def test_every_ratio_has_its_sentence(language: str, women: int, men: int) -> None:
    document = a_compared_document(women=women, men=men)
    genders = document["public"]["staff"]["by_group"]["gender"]
    del genders["other"]
    of = published_with(document)
    cut = the_cut(of, "gender", language)
    with translation.override(language):
        texts = [sentences.more_often(row, cut) for row in leaving(of, cut)]
    assert all(text.endswith((".", "%.")) and "{" not in text and "inf" not in text for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("people", [0, 1, 2, 50])
def test_who_waits_is_told_in_every_number(language: str, people: int) -> None:
    with translation.override(language):
        found = sentences.in_no_view(people, [], 5)
    assert len(found) == (people > 0)
    assert all(str(people) in text for text in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_page_speaks_every_language(language: str) -> None:
    of = published_with(a_compared_document())
    with translation.override(language):
        found = story.sections(reading_of(of, language=language))
        english = {"nl": "verschil", "fr": "ifférence", "en": "ifference", "de": "nterschied"}[language]
        assert english in found[0].finding
    assert all("{" not in text for one in found for text in (one.finding, one.about, *one.more))

"""The codebook that ships: complete in every language, and what other rooms count on."""

import pytest

from uitzicht.questionnaires.codebook import AREAS, FORCES, GROUPS, NONE, load_codebook
from uitzicht.questionnaires.vocabulary import Area
from uitzicht.questionnaires.wording import LANGUAGES

USED_BY_IMPORTS = (
    "better_offer.public_sector",
    "better_offer.private_sector",
    "relations.conflict",
    "content.job_dissatisfaction",
    "organisation.dissatisfaction",
    "conditions.physical_environment",
    "relations.recognition",
    "terms.job_security",
    "terms.employment_conditions",
    "commute.location",
    "family.family",
    "relocation.move",
    "study.study_travel",
    "health.health",
    "conditions.traumatic_event",
    "workload_wellbeing.work_life_balance",
    "workload_wellbeing.workload",
)


def test_every_group_of_the_design_is_there_in_order() -> None:
    assert tuple(group.code for group in load_codebook().groups) == GROUPS


def test_the_areas_are_the_five_areas_of_the_questionnaire() -> None:
    assert AREAS == tuple(Area.values)


@pytest.mark.parametrize("code", USED_BY_IMPORTS)
def test_a_code_that_imports_use_exists(code: str) -> None:
    assert load_codebook().reason(code).group == code.split(".")[0]


def test_every_group_has_two_to_six_reasons_of_a_known_force() -> None:
    for group in load_codebook().groups:
        assert 2 <= len(group.reasons) <= 6, group.code
        assert all(reason.force in FORCES for reason in group.reasons)


def test_every_area_has_four_to_six_themes() -> None:
    codebook = load_codebook()
    assert all(4 <= len(codebook.themes_of(area)) <= 6 for area in AREAS)
    assert codebook.themes_of("inclusion") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_reasons_or_groups_share_a_label(language: str) -> None:
    codebook = load_codebook()
    labels = [entry.labels[language] for entry in (*codebook.groups, *codebook.reasons)]
    assert sorted(labels) == sorted(set(labels))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hint_stays_within_twenty_words_a_sentence(language: str) -> None:
    for group in load_codebook().groups:
        for sentence in group.hints[language].split(". "):
            assert len(sentence.split()) <= 20, (group.code, sentence)


def test_a_label_is_found_for_a_reason_a_group_a_theme_and_none() -> None:
    codebook = load_codebook()
    assert codebook.reason_label("family.care", "nl") == "zorg voor een naaste"
    assert codebook.reason_label("family", "de") == "Familie"
    assert codebook.reason_label(NONE, "en") == "none of these"
    assert codebook.theme_label("content.variety", "fr") == "variété"


def test_none_is_no_reason() -> None:
    assert NONE not in {reason.code for reason in load_codebook().reasons}


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_codebook().reason_label("family.unknown", "nl")
    with pytest.raises(KeyError):
        load_codebook().group("unknown")

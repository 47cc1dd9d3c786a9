import pytest
from pytest_django import DjangoAssertNumQueries

from uitzicht.questionnaires import queries
from uitzicht.questionnaires.content import load, read
from uitzicht.questionnaires.content.reading import _VERSIONS
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.rules import audience_of
from uitzicht.questionnaires.vocabulary import ESSENTIAL, VARIED, Audience

TEXT = (_VERSIONS / "v2.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "contract", "audience"),
    [
        ("retirement", "permanent", Audience.PENSIONER),
        ("retirement", "student", Audience.PENSIONER),
        ("end_of_fixed_term", "fixed_term", Audience.TEMPORARY),
        ("resignation", "student", Audience.TEMPORARY),
        ("other", "temporary", Audience.TEMPORARY),
        ("resignation", "fixed_term", Audience.EVERYBODY),
        ("resignation", "", Audience.EVERYBODY),
        ("dismissal", "permanent", Audience.EVERYBODY),
    ],
)
def test_who_belongs_to_an_audience_follows_from_kind_and_contract(kind: str, contract: str, audience: str) -> None:
    assert audience_of(kind, contract) == audience


def test_the_second_version_asks_under_the_same_keys_as_the_first() -> None:
    assert [item.key for item in load(2).items] == [item.key for item in load(1).items]


def test_a_pensioner_is_not_asked_about_another_employer(published: QuestionnaireVersion) -> None:
    keys = {item.key for item in queries.items_of(published, "nl", "pensioner")}
    assert not keys & {"leaving.differences", "leaving.search", "leaving.offer", "leaving.avoidable"}
    assert "leaving.differences" in {item.key for item in queries.items_of(published, "nl")}


@pytest.mark.parametrize("audience", VARIED)
def test_every_audience_is_asked_what_the_reasons_follow(published: QuestionnaireVersion, audience: str) -> None:
    assert {item.key for item in queries.items_of(published, "fr", audience)} >= ESSENTIAL


def test_another_wording_takes_the_place_of_the_general_one(
    published: QuestionnaireVersion, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        asked = {item.key: item for item in queries.items_of(published, "nl", "temporary")}
    said = load(2).items
    led_to = next(item for item in said if item.key == "leaving.led_to")
    assert asked["leaving.led_to"].text == led_to.variants["temporary"].question["nl"]
    assert asked["leaving.led_to"].probes == led_to.variants["temporary"].probes["nl"]
    assert asked["content.variety"].text == next(one for one in said if one.key == "content.variety").question["nl"]


def test_a_wording_without_probes_of_its_own_keeps_the_general_ones(published: QuestionnaireVersion) -> None:
    asked = {item.key: item for item in queries.items_of(published, "de", "pensioner")}
    general = {item.key: item for item in queries.items_of(published, "de")}
    assert asked["leaving.led_to"].text != general["leaving.led_to"].text
    assert asked["leaving.led_to"].probes == general["leaving.led_to"].probes


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("variants.temporary.question.nl", "variants.guest.question.nl", "terms.prospects.variants: unknown key guest"),
        ('not_asked = ["temporary"]', 'not_asked = ["guests"]', "leaving.event.not_asked: unknown audience guests"),
        (
            'key = "leaving.main_reason"\n',
            'key = "leaving.main_reason"\nnot_asked = ["pensioner"]\n',
            "leaving.main_reason.not_asked: this question is asked of everybody",
        ),
        (
            'variants.pensioner.question.fr = "Comment votre pension',
            '# "',
            r"leaving.led_to.variants.pensioner.question: no text in fr",
        ),
    ],
)
def test_a_fault_in_a_variant_is_named_with_its_place(before: str, after: str, message: str) -> None:
    assert before in TEXT
    with pytest.raises(ValueError, match=message):
        read(TEXT.replace(before, after, 1))

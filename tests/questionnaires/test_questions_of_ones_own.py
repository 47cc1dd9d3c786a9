import pytest

from tests.cast import NOW
from tests.questionnaires.conftest import BY, item, text
from uitzicht.core.refusal import Refusal
from uitzicht.questionnaires import content, queries, services
from uitzicht.questionnaires.item_wording import Said, Wording
from uitzicht.questionnaires.models import Item, QuestionnaireVersion
from uitzicht.questionnaires.rules import is_own, own_key
from uitzicht.questionnaires.vocabulary import ItemType


def add(draft: QuestionnaireVersion, **options: object) -> Item:
    values = {"name": "Fietsen", "type": ItemType.OPEN, "language": "nl", "question": "Hoe was de fietsenstalling?"}
    return services.add_item(draft, "conditions", **(values | {"by": BY, "at": NOW} | options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Fietsen", "terms.own_fietsen"),
        ("Été & vélo", "terms.own_ete_velo"),
        ("???", "terms.own_question"),
        ("Taken", "terms.own_taken_2"),
    ],
)
def test_a_name_becomes_a_key_that_stays(name: str, key: str) -> None:
    assert own_key("terms", name, ["terms.own_taken"]) == key


def test_it_comes_at_the_end_of_its_part(draft: QuestionnaireVersion) -> None:
    added = add(draft)
    keys = [one.key for one in queries.items_of(draft, "nl")]
    assert keys[keys.index(added.key) - 1] == "conditions.change"
    assert keys[keys.index(added.key) + 1] == "relations.colleagues"
    assert len(set(draft.items.values_list("position", flat=True))) == len(keys)


def test_it_can_begin_a_part_that_asked_nothing(draft: QuestionnaireVersion) -> None:
    values = {"name": "Nog", "type": ItemType.OPEN, "language": "nl", "question": "Wat nog?", "by": BY, "at": NOW}
    services.add_item(draft, "goodbye", **values)  # type: ignore[arg-type]
    assert queries.items_of(draft, "nl")[-1].key == "goodbye.own_nog"


def test_it_says_that_it_compares_with_nobody(draft: QuestionnaireVersion) -> None:
    add(draft)
    own = {one.key for one in queries.items_of(draft, "nl") if one.own}
    assert own == {"conditions.own_fietsen"}
    assert not any(is_own(one.key) for one in content.load(2).items)


def test_the_other_languages_wait_to_be_written(draft: QuestionnaireVersion) -> None:
    add(draft, type=ItemType.CHOICE, choices=["goed", "kan beter"])
    assert text(draft, "conditions.own_fietsen").choice_labels == {"choice_1": "goed", "choice_2": "kan beter"}
    assert text(draft, "conditions.own_fietsen", "de").choice_labels == {"choice_1": "", "choice_2": ""}


def test_a_score_has_words_at_its_ends(draft: QuestionnaireVersion) -> None:
    added = add(draft, type=ItemType.SCORE, choices=["slecht", "goed"])
    assert added.choices == ["1", "2", "3", "4", "5"]
    assert text(draft, added.key).choice_labels == {"1": "slecht", "5": "goed"}


def test_its_answers_can_be_worded_otherwise(draft: QuestionnaireVersion) -> None:
    added = add(draft, type=ItemType.SCORE, choices=["slecht", "goed"])
    services.change_wording(
        item(draft, added.key),
        "fr",
        Wording(Said("Comment était l'abri ?"), labels={"1": "mauvais", "5": "bon"}),
        revision=0,
        reasons={},
        by=BY,
        at=NOW,
    )
    assert text(draft, added.key, "fr").choice_labels == {"1": "mauvais", "5": "bon"}


def test_a_published_version_takes_none(published: QuestionnaireVersion) -> None:
    with pytest.raises(Refusal) as refused:
        add(published)
    assert refused.value.code == "questionnaire.version_published"

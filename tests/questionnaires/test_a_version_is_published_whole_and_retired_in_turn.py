from collections.abc import Iterator

import pytest
from django.utils import translation

from tests.cast import NOW
from tests.questionnaires.conftest import BY, item, reword
from uitzicht.core.refusal import Refusal
from uitzicht.privacy.models import AuditEntry
from uitzicht.questionnaires import queries, services
from uitzicht.questionnaires.comparison import differences
from uitzicht.questionnaires.item_wording import Said, Wording
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.outline import by_language, missing_from
from uitzicht.questionnaires.vocabulary import ItemType, Status

WHO = {"by": BY, "at": NOW}
PROBES = ("Wat bedoel je?", "Wanneer was dat?", "Wat nog?")


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def publish(draft: QuestionnaireVersion) -> QuestionnaireVersion:
    return services.publish_draft(draft, **WHO)


def lacking(draft: QuestionnaireVersion) -> list[tuple[str, str, str]]:
    draft.refresh_from_db()
    return [(one.language, one.item or one.part, str(one.what)) for one in missing_from(draft)]


def test_a_copy_lacks_nothing_and_is_published(draft: QuestionnaireVersion) -> None:
    assert lacking(draft) == []
    published = publish(draft)
    assert published.status == Status.PUBLISHED
    assert queries.current_version() == published
    assert published.digest == queries.content_of(published).digest
    assert AuditEntry.objects.order_by("-id")[0].action == "questionnaire.published"


def test_what_is_published_never_changes(draft: QuestionnaireVersion) -> None:
    publish(draft)
    with pytest.raises(Refusal) as refused:
        reword(draft, "content.variety", wording=Wording(Said("Hoe?")))
    assert refused.value.code == "questionnaire.version_published"
    with pytest.raises(Refusal):
        publish(draft)


def test_a_missing_translation_is_named_and_keeps_it_a_draft(draft: QuestionnaireVersion) -> None:
    reword(draft, "terms.pay", "fr", wording=Wording(Said("", PROBES[:2])))
    assert lacking(draft) == [("fr", "terms.pay", "question")]
    with pytest.raises(Refusal) as refused:
        publish(draft)
    assert refused.value.code == "questionnaire.incomplete"
    draft.refresh_from_db()
    assert draft.status == Status.DRAFT


def test_a_language_with_fewer_probes_is_named(draft: QuestionnaireVersion) -> None:
    reword(draft, "content.variety", "de", wording=Wording(Said("Wie war es?", ("Was noch?", "Wann?"))))
    assert [(language, key) for language, key, _what in lacking(draft)] == [("de", "content.variety")]


def test_minutes_that_make_no_hour_are_named(draft: QuestionnaireVersion) -> None:
    texts = draft.parts[1]["texts"]["nl"]
    services.change_part(draft, "content", "nl", texts, minutes=20, revision=0, **WHO)
    assert lacking(draft) == [("", "", "the minutes of the parts sum to 72; they should make 60")]


def test_a_question_of_ones_own_is_needed_in_every_language(draft: QuestionnaireVersion) -> None:
    services.add_item(
        draft,
        "terms",
        name="Fiets",
        type=ItemType.CHOICE,
        language="nl",
        question="Hoe was de stalling?",
        choices=["goed", "slecht"],
        **WHO,
    )
    found = lacking(draft)
    assert {language for language, _key, _what in found} == {"fr", "en", "de"}
    assert {what for _language, _key, what in found} == {"question", "words of an answer"}
    counts = {code: len(those) for code, those in by_language(missing_from(draft))}
    assert counts == {"": 0, "nl": 0, "fr": 2, "en": 2, "de": 2}


def test_other_words_for_an_audience_are_needed_in_every_language(draft: QuestionnaireVersion) -> None:
    stored = item(draft, "content.variety").texts.get(language="nl")
    general = Said(stored.question, tuple(stored.probes))
    reword(draft, "content.variety", wording=Wording(general, variants={"pensioner": Said("Hoe was het?")}))
    assert {language for language, _key, _what in lacking(draft)} == {"fr", "en", "de"}


def test_publishing_shows_what_changes(published: QuestionnaireVersion, draft: QuestionnaireVersion) -> None:
    reword(draft, "terms.pay", wording=Wording(Said("Hoe was je loon?", PROBES[:2])))
    services.take_out(item(draft, "terms.benefits"), **WHO)
    services.move_item(item(draft, "inclusion.safe"), up=False, **WHO)
    services.change_asked(item(draft, "closing.ask"), ["pensioner"], revision=0, **WHO)
    services.add_item(draft, "goodbye", name="Nog", type=ItemType.OPEN, language="nl", question="Wat nog?", **WHO)
    draft.refresh_from_db()
    found = differences(queries.content_of(published), queries.content_of(draft))
    assert [(str(one.what), one.item or one.part, one.language) for one in found] == [
        ("no longer asked", "terms.benefits", ""),
        ("other words", "terms.pay", "nl"),
        ("another order", "inclusion", ""),
        ("asked of others", "closing.ask", ""),
        ("new question", "goodbye.own_nog", ""),
    ]


def test_a_copy_differs_in_nothing(published: QuestionnaireVersion, draft: QuestionnaireVersion) -> None:
    assert differences(queries.content_of(published), queries.content_of(draft)) == []


def test_retiring_lets_the_version_before_take_over(
    published: QuestionnaireVersion, draft: QuestionnaireVersion
) -> None:
    newest = publish(draft)
    retired = services.retire_version(newest, **WHO)
    assert retired.status == Status.RETIRED
    assert queries.current_version() == published
    assert len(queries.items_of(retired, "nl")) == len(queries.items_of(published, "nl"))
    assert AuditEntry.objects.order_by("-id")[0].action == "questionnaire.retired"


def test_the_only_version_in_use_is_not_retired(published: QuestionnaireVersion, draft: QuestionnaireVersion) -> None:
    with pytest.raises(Refusal) as refused:
        services.retire_version(published, **WHO)
    assert refused.value.code == "questionnaire.only_version"
    assert queries.current_version() == published


def test_a_draft_or_a_retired_version_is_not_retired(
    published: QuestionnaireVersion, draft: QuestionnaireVersion
) -> None:
    with pytest.raises(Refusal) as refused:
        services.retire_version(draft, **WHO)
    assert refused.value.code == "questionnaire.not_next"
    publish(draft)
    services.retire_version(published, **WHO)
    with pytest.raises(Refusal):
        services.retire_version(published, **WHO)

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from uitzicht.core.refusal import Refusal
from uitzicht.privacy.models import AuditEntry
from uitzicht.questionnaires import queries
from uitzicht.questionnaires.content import Version, load
from uitzicht.questionnaires.models import Item, ItemText, QuestionnaireVersion
from uitzicht.questionnaires.services import publish_version
from uitzicht.questionnaires.wording import LANGUAGES

pytestmark = pytest.mark.django_db

AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def changed(version: Version) -> Version:
    opening, *others = version.parts
    return replace(version, parts=(replace(opening, hint=opening.hint | {"nl": "Neem tijd."}), *others))


def test_publishing_writes_every_item_in_every_language() -> None:
    publish_version(load(1), by="hr", at=AT)
    assert Item.objects.count() == len(load(1).items)
    assert ItemText.objects.count() == len(load(1).items) * len(LANGUAGES)


def test_publishing_the_same_content_again_changes_nothing() -> None:
    first = publish_version(load(1), by="hr", at=AT)
    again = publish_version(load(1), by="somebody else", at=AT.replace(year=2027))
    assert (again.pk, again.published_by, again.published_at) == (first.pk, "hr", AT)
    assert AuditEntry.objects.filter(action="questionnaire.published").count() == 1


def test_other_content_under_a_published_number_is_refused() -> None:
    publish_version(load(1), by="hr", at=AT)
    with pytest.raises(Refusal) as refused:
        publish_version(changed(load(1)), by="hr", at=AT)
    assert refused.value.code == "questionnaire.version_published"
    with translation.override("en"):
        assert "Version 1 is published" in str(refused.value)
        assert "Create version 2" in str(refused.value)
    assert QuestionnaireVersion.objects.get().digest == load(1).digest


def test_the_current_version_is_the_published_one_with_the_highest_number() -> None:
    assert queries.current_version() is None
    publish_version(load(1), by="hr", at=AT)
    second = publish_version(replace(changed(load(1)), number=2), by="hr", at=AT)
    QuestionnaireVersion.objects.create(number=3, parts=[], digest="", published_at=None)
    assert queries.current_version() == second


def test_the_items_are_read_in_order_in_one_language_with_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    version = publish_version(load(1), by="hr", at=AT)
    with django_assert_num_queries(1):
        items = queries.items_of(version, "fr")
    assert [item.key for item in items] == [item.key for item in load(1).items]
    assert items[0].text == load(1).items[0].question["fr"]
    assert items[0].probes == load(1).items[0].probes["fr"]


def test_a_choice_has_labels_and_a_score_has_those_of_its_ends() -> None:
    items = {item.key: item for item in queries.items_of(publish_version(load(1), by="hr", at=AT), "nl")}
    assert [choice.label for choice in items["content.change"].choices] == ["zo houden", "verbeteren"]
    points = items["inclusion.safe"].choices
    assert [point.key for point in points] == ["1", "2", "3", "4", "5"]
    assert [point.label for point in points] == ["helemaal niet", "", "", "", "helemaal wel"]


def test_the_parts_are_read_in_one_language() -> None:
    version = publish_version(load(1), by="hr", at=AT)
    parts = queries.parts_of(QuestionnaireVersion.objects.get(pk=version.pk), "de")
    assert [part.key for part in parts] == [part.key for part in load(1).parts]
    assert (parts[0].title, parts[0].minutes) == ("Einstieg", 5)

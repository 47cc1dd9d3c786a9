import pytest

from tests.questionnaires.conftest import item, reword, text
from uitzicht.core.refusal import Refusal
from uitzicht.privacy.models import AuditEntry
from uitzicht.questionnaires import queries
from uitzicht.questionnaires.item_wording import Said, Wording
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.rules import NewerWording

OTHER = Wording(Said("Hoe zag je werkweek eruit?", ("Wat deed je het meest?", "Wat het minst?")))


def test_only_that_language_of_that_draft_changes(published: QuestionnaireVersion, draft: QuestionnaireVersion) -> None:
    before = text(draft, "content.variety", "fr").question
    assert reword(draft, "content.variety", wording=OTHER)
    assert text(draft, "content.variety").question == "Hoe zag je werkweek eruit?"
    assert text(draft, "content.variety").probes == ["Wat deed je het meest?", "Wat het minst?"]
    assert text(draft, "content.variety", "fr").question == before
    assert text(published, "content.variety").question != "Hoe zag je werkweek eruit?"


def test_a_change_leaves_a_line_without_the_words(draft: QuestionnaireVersion) -> None:
    reword(draft, "content.variety", wording=OTHER)
    line = AuditEntry.objects.order_by("-id")[0]
    assert (line.action, line.subject) == ("questionnaire.item_changed", "questionnaire v3")
    assert line.detail == {"place": "content.variety", "language": "nl"}


def test_saving_the_same_words_changes_nothing(draft: QuestionnaireVersion) -> None:
    lines = AuditEntry.objects.count()
    assert not reword(draft, "content.variety")
    assert AuditEntry.objects.count() == lines


def test_a_published_version_is_refused(published: QuestionnaireVersion, draft: QuestionnaireVersion) -> None:
    with pytest.raises(Refusal) as refused:
        reword(published, "content.variety", wording=OTHER)
    assert refused.value.code == "questionnaire.version_published"
    assert "4" in str(refused.value)


def test_two_people_do_not_write_over_each_other(draft: QuestionnaireVersion) -> None:
    reword(draft, "content.variety", wording=OTHER)
    with pytest.raises(NewerWording) as newer:
        reword(draft, "content.variety", wording=Wording(Said("Wat deed je graag?")), revision=0)
    assert newer.value.current.general == OTHER.general
    assert newer.value.revision == 1
    assert text(draft, "content.variety").question == "Hoe zag je werkweek eruit?"


def test_two_languages_are_two_texts(draft: QuestionnaireVersion) -> None:
    reword(draft, "content.variety", wording=OTHER, revision=0)
    assert reword(draft, "content.variety", "fr", wording=Wording(Said("Comment ?")), revision=0)


def test_french_gets_its_spaces(draft: QuestionnaireVersion) -> None:
    reword(draft, "content.variety", "fr", wording=Wording(Said("Comment était-ce ?")))
    assert text(draft, "content.variety", "fr").question == "Comment était-ce\N{NO-BREAK SPACE}?"


def test_the_answers_of_an_official_question_stay(draft: QuestionnaireVersion) -> None:
    labels = text(draft, "content.change").choice_labels
    reword(draft, "content.change", wording=Wording(Said("Wat zou je kiezen?"), labels={"keep": "weg ermee"}))
    assert text(draft, "content.change").choice_labels == labels
    assert text(draft, "content.change").question == "Wat zou je kiezen?"


def test_other_words_for_an_audience_come_and_go(draft: QuestionnaireVersion) -> None:
    stored = text(draft, "content.variety")
    general = Said(stored.question, tuple(stored.probes))
    reword(
        draft, "content.variety", wording=Wording(general, variants={"pensioner": Said("Hoe was het laatste jaar?")})
    )
    asked = {one.key: one.text for one in queries.items_of(draft, "nl", "pensioner")}
    assert asked["content.variety"] == "Hoe was het laatste jaar?"
    reword(draft, "content.variety", wording=Wording(general, variants={"pensioner": Said("")}))
    assert item(draft, "content.variety").texts.get(language="nl").variants == {}

from dataclasses import replace

import pytest

from tests.cast import NOW
from tests.questionnaires.conftest import BY, item, reword, text
from uitzicht.core.refusal import Refusal
from uitzicht.privacy.models import AuditEntry
from uitzicht.questionnaires import content, queries, services
from uitzicht.questionnaires.item_wording import Said, Wording
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.neutrality import noticed_in
from uitzicht.questionnaires.vocabulary import NEXT, Status


def test_it_says_the_same_under_the_next_number(draft: QuestionnaireVersion) -> None:
    assert (draft.number, draft.status) == (3, Status.DRAFT)
    assert queries.content_of(draft) == replace(content.load(2), number=3)


def test_nobody_is_asked_it_yet(published: QuestionnaireVersion, draft: QuestionnaireVersion) -> None:
    assert queries.current_version() == published


def test_there_is_one_draft_at_a_time(published: QuestionnaireVersion, draft: QuestionnaireVersion) -> None:
    with pytest.raises(Refusal) as refused:
        services.start_draft(published, by=BY, at=NOW)
    assert refused.value.code == "questionnaire.draft_exists"


def test_it_can_begin_from_the_text_that_ships(published: QuestionnaireVersion) -> None:
    draft = services.start_draft(content.load(1), by=BY, at=NOW)
    assert queries.content_of(draft) == replace(content.load(1), number=3)


def test_beginning_and_deleting_leave_a_line_each(draft: QuestionnaireVersion) -> None:
    services.delete_draft(draft, by=BY, at=NOW)
    assert queries.draft() is None
    assert list(AuditEntry.objects.order_by("-id").values_list("action", flat=True))[:2] == [
        "questionnaire.draft_deleted",
        "questionnaire.drafted",
    ]


def test_a_published_version_is_not_deleted(published: QuestionnaireVersion, draft: QuestionnaireVersion) -> None:
    with pytest.raises(Refusal) as refused:
        services.delete_draft(published, by=BY, at=NOW)
    assert refused.value.code == "questionnaire.version_published"


def test_a_decision_about_a_wording_goes_with_the_wording(draft: QuestionnaireVersion) -> None:
    wording = Wording(Said("Vond je je werk boeiend?", ("Wat boeide je?", "Wat minder?", "Wat nog?")))
    (found,) = noticed_in(wording, "nl", type="open")
    reword(draft, "content.variety", wording=wording, reasons={found.id: "onze mensen kennen deze vraag"})
    services.publish_draft(draft, by=BY, at=NOW)
    following = services.start_draft(draft, by=BY, at=NOW)
    assert text(following, "content.variety").overruled[0]["reason"] == "onze mensen kennen deze vraag"
    assert item(following, "content.variety").pk != item(draft, "content.variety").pk


def test_a_version_that_ships_gets_its_number_though_a_draft_had_it(published: QuestionnaireVersion) -> None:
    draft = services.start_draft(published, by=BY, at=NOW)
    shipped = replace(content.load(2), number=3)
    services.publish_version(shipped, by=BY, at=NOW)
    draft.refresh_from_db()
    assert (draft.number, draft.status) == (4, Status.DRAFT)


def test_the_workflow_names_every_status() -> None:
    assert set(NEXT) == set(Status)
    assert all(target in NEXT for targets in NEXT.values() for target in targets)

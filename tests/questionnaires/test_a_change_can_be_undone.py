from collections.abc import Callable

import pytest

from tests.cast import NOW
from tests.questionnaires.conftest import BY, item, reword, text
from uitzicht.core.refusal import Refusal
from uitzicht.privacy.models import AuditEntry
from uitzicht.questionnaires import queries, services
from uitzicht.questionnaires.item_wording import Said, Wording
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.rules import NewerWording
from uitzicht.questionnaires.vocabulary import ItemType

WHO = {"by": BY, "at": NOW}
Change = Callable[[QuestionnaireVersion], object]
CHANGES: dict[str, Change] = {
    "words": lambda draft: reword(draft, "terms.pay", wording=Wording(Said("Hoe was je loon?"))),
    "taken out": lambda draft: services.take_out(item(draft, "terms.pay"), **WHO),
    "moved": lambda draft: services.move_item(item(draft, "terms.pay"), up=False, **WHO),
    "added": lambda draft: services.add_item(
        draft, "terms", name="Fiets", type=ItemType.OPEN, language="nl", question="Hoe?", **WHO
    ),
    "left out for pensioners": lambda draft: services.change_asked(
        item(draft, "terms.pay"), ["pensioner"], revision=0, **WHO
    ),
    "part": lambda draft: services.change_part(
        draft, "terms", "nl", {"title": "Loon", "script": "Nu je loon.", "hint": ""}, minutes=9, revision=0, **WHO
    ),
}


def last(draft: QuestionnaireVersion) -> int:
    change = queries.history_of(draft).first()
    assert change
    return change.pk


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_the_draft_is_again_what_it_was(draft: QuestionnaireVersion, change: Change) -> None:
    before = queries.content_of(draft)
    change(draft)
    draft.refresh_from_db()
    assert queries.content_of(draft) != before
    services.undo_change(draft, last(draft), **WHO)
    draft.refresh_from_db()
    assert queries.content_of(draft) == before
    assert not queries.history_of(draft).exists()


def test_changes_are_undone_one_by_one_backwards(draft: QuestionnaireVersion) -> None:
    before = queries.content_of(draft)
    for change in CHANGES.values():
        try:
            change(draft)
        except queries.Item.DoesNotExist:  # taken out by the change before
            continue
    while queries.history_of(draft).exists():
        services.undo_change(draft, last(draft), **WHO)
    draft.refresh_from_db()
    assert queries.content_of(draft) == before


def test_only_what_was_shown_is_undone(draft: QuestionnaireVersion) -> None:
    reword(draft, "terms.pay", wording=Wording(Said("Hoe was je loon?")))
    shown = last(draft)
    reword(draft, "terms.pay", "fr", wording=Wording(Said("Comment ?")))
    with pytest.raises(Refusal) as refused:
        services.undo_change(draft, shown, **WHO)
    assert refused.value.code == "questionnaire.undo_other"
    assert text(draft, "terms.pay", "fr").question.startswith("Comment")


def test_nothing_to_undo_is_said(draft: QuestionnaireVersion) -> None:
    with pytest.raises(Refusal):
        services.undo_change(draft, 1, **WHO)


def test_a_page_that_was_open_meanwhile_notices(draft: QuestionnaireVersion) -> None:
    reword(draft, "terms.pay", wording=Wording(Said("Hoe was je loon?")))
    services.undo_change(draft, last(draft), **WHO)
    with pytest.raises(NewerWording):
        reword(draft, "terms.pay", wording=Wording(Said("Hoe was je wedde?")), revision=1)


def test_undoing_leaves_a_line_of_its_own(draft: QuestionnaireVersion) -> None:
    services.move_item(item(draft, "terms.pay"), up=False, **WHO)
    services.undo_change(draft, last(draft), **WHO)
    line = AuditEntry.objects.order_by("-id")[0]
    assert line.action == "questionnaire.undone"
    assert line.detail["action"] == "questionnaire.item_moved"

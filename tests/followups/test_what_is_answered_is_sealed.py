import ast
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from django.utils import translation

import uitzicht.followups
from tests.followups.cases import BY, DUE, mailed, on, token_in_last_mail
from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.followups import queries
from uitzicht.followups.questions import AVOIDABLE, OPENNESS, RETURN, follow_up_parts
from uitzicht.followups.rules import answer_to
from uitzicht.followups.services import hand_in, plan_follow_ups, save_part, send_due
from uitzicht.followups.services.answering import draft_of
from uitzicht.privacy.models import AuditEntry, SealedSheet
from uitzicht.privacy.release_key import open_sheets
from uitzicht.questionnaires import content
from uitzicht.questionnaires.queries import current_version
from uitzicht.questionnaires.services import publish_version
from uitzicht.questionnaires.vocabulary import ItemType

AT = on(DUE)
PAY = [{"reason": "terms.pay", "force": "pull"}]


@pytest.fixture
def follow_up(cast):
    publish_version(content.load(1), by=BY, at=AT)
    return mailed(cast.leaver)


@pytest.fixture
def secret(follow_up):
    return token_in_last_mail()


def parts(language="nl"):
    with translation.override(language):
        return follow_up_parts(current_version(), language)


def answer_everything(follow_up, secret):
    for number, part in enumerate(parts(), start=1):
        answers = {one.key: answer_to(one, one.choices[-1].key) for one in part.questions}
        reasons = PAY if part.asks_reasons else []
        save_part(follow_up, part, answers, reasons, secret=secret, resume_at=number + 1, at=AT)
    follow_up.refresh_from_db()


def seal(follow_up, secret):
    hand_in(follow_up, secret=secret, revision=follow_up.revision, by="leaver", at=AT)
    follow_up.refresh_from_db()


def test_only_closed_questions_are_asked_in_four_languages(follow_up):
    for language in ("nl", "fr", "en", "de"):
        for part in parts(language):
            assert part.title
            assert part.lead
            for question in part.questions:
                assert question.type != ItemType.OPEN
                assert question.text
                assert len(question.choices) > 1


def test_the_same_closed_questions_come_back_with_their_keys(follow_up):
    keys = [question.key for part in parts() for question in part.questions]
    for key in (
        "content.satisfaction",
        "terms.satisfaction",
        "inclusion.safe",
        "inclusion.valued",
        "closing.recommend",
    ):
        assert key in keys
    assert {OPENNESS, AVOIDABLE, RETURN} < set(keys)
    assert not [key for key in keys if key.startswith("leaving.")]
    assert len(keys) == len(set(keys))


def test_without_a_questionnaire_its_own_questions_are_asked(cast):
    assert [question.key for part in follow_up_parts(None, "nl") for question in part.questions] == [
        AVOIDABLE,
        RETURN,
        OPENNESS,
    ]


def test_one_part_never_touches_what_another_holds(follow_up, secret):
    answer_everything(follow_up, secret)
    save_part(follow_up, parts()[1], {}, [], secret=secret, resume_at=3, at=AT)
    follow_up.refresh_from_db()
    draft = draft_of(follow_up, secret=secret)
    assert draft["reasons"] == PAY
    assert "content.satisfaction" not in draft["answers"]
    assert draft["answers"]["terms.satisfaction"]["score"] == 5
    assert draft["part"] == 3


def test_the_draft_cannot_be_read_without_the_link(follow_up, secret):
    answer_everything(follow_up, secret)
    stored = bytes(follow_up.sealed_draft) + follow_up.token_hash.encode()
    for readable in (b"terms.pay", b"follow_up.openness", secret.encode()):
        assert readable not in stored
    with pytest.raises(InvalidTag):
        draft_of(follow_up, secret=follow_up.token_hash)


def test_an_answer_that_is_not_offered_is_refused(follow_up):
    with pytest.raises(Refusal) as refusal:
        answer_to(parts()[-1].questions[0], "6")
    assert refusal.value.code == "follow_up.answer_not_offered"


def test_handing_in_seals_everything_and_leaves_nothing_behind(follow_up, secret):
    answer_everything(follow_up, secret)
    seal(follow_up, secret)
    assert follow_up.answered_on == DUE
    assert (follow_up.token_hash, follow_up.sealed_draft, follow_up.revision) == ("", None, 0)
    ((sheet, handed_in),) = open_sheets("follow_up")
    assert handed_in["departure"] == str(follow_up.departure_id)
    assert handed_in["version"] == 1
    assert handed_in["reasons"] == PAY
    assert handed_in["themes"] == {}
    assert handed_in["answers"][OPENNESS] == {"notes": "", "score": 5, "choice": None}
    assert handed_in["answers"][RETURN] == {"notes": "", "score": None, "choice": "no"}
    assert handed_in["answers"]["content.satisfaction"]["score"] == 5
    assert sheet.kept_until.isoformat() == "2028-09-30"


def test_the_sheet_names_nobody_on_its_outside(follow_up, secret):
    answer_everything(follow_up, secret)
    seal(follow_up, secret)
    sheet = SealedSheet.objects.get()
    assert str(follow_up.departure_id) not in repr(vars(sheet))
    assert b"terms.pay" not in bytes(sheet.sealed)


def test_the_trail_says_that_somebody_answered_and_not_who(follow_up, secret):
    answer_everything(follow_up, secret)
    seal(follow_up, secret)
    line = AuditEntry.objects.first()
    assert (line.action, line.by, line.subject, line.detail) == ("follow_up.handed_in", "leaver", "", {})


def test_an_empty_sheet_is_refused(follow_up, secret):
    with pytest.raises(Refusal) as refusal:
        seal(follow_up, secret)
    assert refusal.value.code == "follow_up.empty"


def test_what_is_handed_in_is_what_was_seen(follow_up, secret):
    answer_everything(follow_up, secret)
    save_part(follow_up, parts()[0], {}, [], secret=secret, resume_at=2, at=AT)
    with pytest.raises(Refusal) as refusal:
        seal(follow_up, secret)
    assert refusal.value.code == "follow_up.changed"


def test_nothing_is_handed_in_twice(follow_up, secret):
    answer_everything(follow_up, secret)
    seal(follow_up, secret)
    with pytest.raises(Refusal) as refusal:
        hand_in(follow_up, secret=secret, revision=0, by="leaver", at=AT)
    assert refusal.value.code == "follow_up.closed"
    assert SealedSheet.objects.count() == 1


def test_a_link_that_a_newer_mail_replaced_keeps_nothing(follow_up, secret):
    send_due(by=BY, at=on(DUE + timedelta(days=10)))
    with pytest.raises(Refusal) as refusal:
        save_part(follow_up, parts()[0], {}, PAY, secret=secret, resume_at=2, at=on(DUE + timedelta(days=10)))
    assert refusal.value.code == "follow_up.closed"


def test_who_answered_gets_no_reminder(follow_up, secret, mailoutbox):
    answer_everything(follow_up, secret)
    seal(follow_up, secret)
    before = len(mailoutbox)
    assert send_due(by=BY, at=on(DUE + timedelta(days=10))) == 0
    assert len(mailoutbox) == before


def test_what_was_not_handed_in_is_destroyed_when_the_time_is_over(follow_up, secret):
    answer_everything(follow_up, secret)
    plan_follow_ups(by=BY, at=on(DUE + timedelta(days=60)))
    follow_up.refresh_from_db()
    assert follow_up.sealed_draft
    plan_follow_ups(by=BY, at=on(DUE + timedelta(days=61)))
    follow_up.refresh_from_db()
    assert (follow_up.token_hash, follow_up.sealed_draft) == ("", None)


def test_the_address_is_needed_from_the_consent_until_the_follow_up_is_over(follow_up, secret, cast):
    def needed(day):
        return set(queries.awaiting_address(day))

    assert needed(DUE + timedelta(days=60)) == {cast.leaver}
    assert needed(DUE + timedelta(days=61)) == set()
    answer_everything(follow_up, secret)
    seal(follow_up, secret)
    assert needed(DUE) == set()


def test_the_address_of_who_agreed_is_needed_before_anything_is_planned(cast, follow_up):
    follow_up.delete()
    assert set(queries.awaiting_address(DUE)) == {cast.leaver}
    Departure.objects.update(kind="death")
    assert set(queries.awaiting_address(DUE)) == set()


def test_the_room_cannot_open_a_sealed_sheet():
    folder = Path(uitzicht.followups.__file__).parent
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                assert "release_key" not in ast.unparse(node), file

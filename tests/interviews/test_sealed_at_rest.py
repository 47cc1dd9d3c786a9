import pytest
from cryptography.exceptions import InvalidTag
from django.db import connection

from tests.interviews.setting import BRAM, NOON
from uitzicht.interviews import queries, services
from uitzicht.interviews.models import Answer, Interview

CANARY, REASON = "kanarie-82611", "career.no_growth"


def say(interview: Interview, item: str, text: str) -> None:
    services.save_answer(interview, item, notes=text, score=None, choice=None, revision=0, by=BRAM, at=NOON)


def test_no_table_holds_what_was_said(interview: Interview) -> None:
    say(interview, "content.variety", CANARY)
    services.save_reasons(interview, [{"reason": REASON, "force": "push"}], revision=0, by=BRAM, at=NOON)
    services.save_summary(interview, CANARY, revision=0, by=BRAM, at=NOON)
    said = str(queries.read_sheet(interview))
    assert CANARY in said
    assert REASON in said
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                stored = b" ".join(bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for v in row)
                assert not [word for word in (CANARY, REASON) if word.encode() in stored], table


def test_a_sealed_text_opens_only_at_its_own_question(interview: Interview) -> None:
    say(interview, "content.variety", "a")
    say(interview, "content.learning", "b")
    moved = Answer.objects.get(item_key="content.variety").sealed
    Answer.objects.filter(item_key="content.learning").update(sealed=moved)
    with pytest.raises(InvalidTag):
        queries.read_sheet(interview)


def test_a_sealed_summary_does_not_open_as_reasons(interview: Interview) -> None:
    services.save_summary(interview, "a", revision=0, by=BRAM, at=NOON)
    interview.sealed_reasons = interview.sealed_summary
    with pytest.raises(InvalidTag):
        queries.read_sheet(interview)


def test_an_altered_text_does_not_open(interview: Interview) -> None:
    say(interview, "content.variety", "a")
    answer = Answer.objects.get()
    sealed = bytearray(answer.sealed)
    sealed[-1] ^= 1
    answer.sealed = bytes(sealed)
    answer.save()
    with pytest.raises(InvalidTag):
        queries.read_sheet(interview)


def test_a_key_does_not_open_another_sheet(interview: Interview) -> None:
    say(interview, "content.variety", "a")
    other = Interview(wrapped_key=interview.wrapped_key)
    with pytest.raises(InvalidTag):
        queries.read_sheet(other)


def test_without_its_key_a_sheet_is_gone(interview: Interview) -> None:
    say(interview, "content.variety", "a")
    Interview.objects.update(wrapped_key=b"")
    interview.refresh_from_db()
    with pytest.raises((InvalidTag, ValueError)):
        queries.read_sheet(interview)

import pytest
from django.db import DatabaseError, connection, transaction

from tests.cast import NOW
from uitzicht.privacy import audit
from uitzicht.privacy.models import AuditEntry

pytestmark = pytest.mark.django_db


def _three_lines() -> list[AuditEntry]:
    return [audit.record(f"test.{n}", by="Ann", at=NOW, subject="unit:1", detail={"n": n}) for n in range(3)]


def _behind_the_back(statement: str, *values: object) -> None:
    """What only somebody with the database in hand could do: the triggers off, then a change."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE privacy_auditentry DISABLE TRIGGER USER")
        else:
            cursor.execute("DROP TRIGGER audit_no_update")
            cursor.execute("DROP TRIGGER audit_no_delete")
        cursor.execute(statement, values)


def test_each_line_holds_the_hash_of_the_one_before():
    first, second, third = _three_lines()
    assert (second.previous_hash, third.previous_hash) == (first.entry_hash, second.entry_hash)
    assert first.previous_hash == audit.START
    assert audit.first_broken_entry() is None


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("by", "Bert"),
        ("action", "test.other"),
        ("subject", "unit:2"),
        ("detail", '{"n": 7}'),
        ("at", "2020-01-01 00:00:00+00"),
    ],
)
def test_a_changed_line_breaks_the_chain(column, value):
    _first, second, _third = _three_lines()
    assert audit.first_broken_entry() is None
    quoted = connection.ops.quote_name(column)
    _behind_the_back(f"UPDATE privacy_auditentry SET {quoted} = %s WHERE id = %s", value, second.pk)
    assert audit.first_broken_entry() == second.pk


def test_a_line_taken_out_breaks_the_chain():
    _first, second, third = _three_lines()
    _behind_the_back("DELETE FROM privacy_auditentry WHERE id = %s", second.pk)
    assert audit.first_broken_entry() == third.pk


@pytest.mark.parametrize(
    "change", [lambda: AuditEntry.objects.update(by="Bert"), lambda: AuditEntry.objects.all().delete()]
)
def test_the_database_itself_refuses_to_change_or_remove_a_line(change):
    _three_lines()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change()
    assert AuditEntry.objects.filter(by="Ann").count() == 3


def test_the_line_of_a_change_that_fails_is_not_kept():
    with pytest.raises(ZeroDivisionError):
        _fail_after_a_line()
    assert not AuditEntry.objects.exists()


@transaction.atomic
def _fail_after_a_line() -> None:
    audit.record("test.fails", by="Ann", at=NOW)
    raise ZeroDivisionError

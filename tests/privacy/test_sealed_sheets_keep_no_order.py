"""The order in which sheets were handed in cannot be read from the database."""

from datetime import date

import pytest
from django.db import connection

from uitzicht.privacy.models import SheetSource
from uitzicht.privacy.sheets import seal_sheet

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite shows a number of each row"),
]


def test_the_hidden_numbers_of_rows_are_drawn_by_chance() -> None:
    handed_in = [seal_sheet({"n": n}, source=SheetSource.OWN, kept_until=date(2027, 1, 31)).hex for n in range(12)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM privacy_sealedsheet ORDER BY rowid")
        by_number = [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT min(rowid) FROM privacy_sealedsheet")
        assert cursor.fetchone()[0] > 1_000_000
    assert sorted(by_number) == sorted(handed_in)
    assert by_number != handed_in

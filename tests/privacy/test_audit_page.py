from datetime import timedelta

import pytest
from django.db import connection

from tests.cast import NOW
from uitzicht.privacy import audit

ADDRESS = "/administration/audit/"


@pytest.fixture
def _lines(cast):
    audit.record("settings.changed", by="Noor", at=NOW - timedelta(days=2), subject="policy:1")
    audit.record("interview.opened", by="Bram", at=NOW - timedelta(days=1), subject="interview:7")
    audit.record("interview.finished", by="Bram", at=NOW, subject="interview:7")


def _shown(signed_in, **query: str) -> list[str]:
    return [entry.action for entry, _label, _detail in signed_in("guardian").get(ADDRESS, query).context["rows"]]


@pytest.mark.usefixtures("_lines")
def test_the_newest_line_comes_first(signed_in):
    assert _shown(signed_in) == ["interview.finished", "interview.opened", "settings.changed"]


@pytest.mark.parametrize(
    ("query", "actions"),
    [
        ({"action": "interview.opened"}, ["interview.opened"]),
        ({"by": "noor"}, ["settings.changed"]),
        ({"subject": "interview:7"}, ["interview.finished", "interview.opened"]),
        ({"since": "2026-03-10"}, ["interview.finished"]),
        ({"until": "2026-03-09"}, ["interview.opened", "settings.changed"]),
        ({"since": "2026-03-09", "until": "2026-03-09"}, ["interview.opened"]),
    ],
)
@pytest.mark.usefixtures("_lines")
def test_lines_are_found_by_action_person_subject_and_period(signed_in, query, actions):
    assert _shown(signed_in, **query) == actions


@pytest.mark.usefixtures("_lines")
def test_the_check_says_whether_the_chain_is_whole(signed_in):
    assert signed_in("guardian").get(ADDRESS, {"check": "1"}).context["broken"] is None
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE privacy_auditentry DISABLE TRIGGER USER")
        else:
            cursor.execute("DROP TRIGGER audit_no_update")
        cursor.execute("UPDATE privacy_auditentry SET action = 'x' WHERE action = 'settings.changed'")
    answer = signed_in("guardian").get(ADDRESS, {"check": "1"})
    assert answer.context["broken"] is not None
    assert "does not fit" in answer.content.decode()


@pytest.mark.parametrize(
    ("who", "status"),
    [("guardian", 200), ("admin", 200), ("hr_lead", 404), ("interviewer", 404), ("leader", 404), ("outsider", 404)],
)
def test_only_guardian_and_administrator_read_the_trail(signed_in, who, status):
    assert signed_in(who).get(ADDRESS).status_code == status


@pytest.mark.parametrize("lines", [5, 50])
def test_the_page_costs_the_same_for_many_lines(cast, signed_in, django_assert_max_num_queries, lines):
    for n in range(lines):
        audit.record("test.line", by="Ann", at=NOW, subject=f"unit:{n}")
    browser = signed_in("guardian")
    with django_assert_max_num_queries(7):
        browser.get(ADDRESS)

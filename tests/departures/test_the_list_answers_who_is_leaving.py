import csv
import io
from datetime import datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import BRUSSELS, BY, register_from_today, schedule
from uitzicht.core.calendar import workdays
from uitzicht.departures import listing
from uitzicht.departures.holidays import public_holidays
from uitzicht.departures.services import advance
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.models import RoleGrant
from uitzicht.privacy.models import AuditEntry


@pytest.fixture
def some(cast):
    """Sofie planned with Bram, Jan to plan, Piet (Techniek) retiring, Mia cancelled."""
    sofie, jan = register_from_today(cast.leaver, days=30), register_from_today(cast.colleague, days=40)
    piet = cast.another_person(first_name="Piet", unit=cast.techniek)
    mia = cast.another_person(first_name="Mia")
    schedule(sofie, cast, at=timezone.now())
    return {
        "sofie": sofie,
        "jan": jan,
        "piet": register_from_today(piet, days=50, kind="retirement"),
        "mia": _cancelled(register_from_today(mia, days=20)),
    }


def _cancelled(departure):
    advance(departure, Stage.CANCELLED, by=BY, at=timezone.now())
    return departure


def names(response):
    return [departure.person.first_name for departure in response.context["page"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Sofie", "Jan", "Piet"]),
        ("?stage=all", ["Mia", "Sofie", "Jan", "Piet"]),
        ("?stage=planned", ["Sofie"]),
        ("?kind=retirement", ["Piet"]),
        ("?q=mart", ["Sofie"]),
        ("?q=terminalplanner+jan", ["Jan"]),
        ("?q=1003", ["Sofie"]),
        ("?sort=name", ["Piet", "Sofie", "Jan"]),
        ("?sort=-last_day", ["Piet", "Jan", "Sofie"]),
        ("?sort=nonsense&kind=nonsense&page=99", ["Sofie", "Jan", "Piet"]),
    ],
)
def test_the_address_says_what_is_shown(some, signed_in, query, expected):
    assert names(signed_in("hr_lead").get(reverse("departures") + query)) == expected


def test_a_unit_holds_everything_below_it(cast, some, signed_in):
    browser = signed_in("hr_lead")
    assert names(browser.get(reverse("departures"), {"unit": cast.terminal.pk})) == ["Sofie", "Jan"]
    assert names(browser.get(reverse("departures"), {"unit": cast.techniek.pk})) == ["Piet"]


def test_only_with_me_shows_my_own_conversations(cast, some, signed_in):
    RoleGrant.objects.create(user=cast.interviewer, role="hr_lead")
    assert names(signed_in("interviewer").get(reverse("departures"), {"mine": "on"})) == ["Sofie"]


def test_the_board_shows_each_in_its_stage_and_names_who_has_no_conversation(some, signed_in):
    response = signed_in("hr_lead").get(reverse("departures"), {"view": "board", "stage": "all"})
    columns = {
        column.stage.value: [row.departure.person.first_name for row in column.rows]
        for column in response.context["columns"]
    }
    assert columns["planned"] == ["Sofie"]
    assert columns["registered"] == ["Jan", "Piet"]
    assert [row.departure.person.first_name for row in response.context["off_board"]] == ["Mia"]


def test_a_long_column_shows_the_first_and_counts_all(cast, some, signed_in, monkeypatch):
    monkeypatch.setattr(listing, "PER_COLUMN", 1)
    response = signed_in("hr_lead").get(reverse("departures"), {"view": "board"})
    column = response.context["columns"][0]
    assert [row.departure.person.first_name for row in column.rows] == ["Jan"]
    assert (column.count, column.more) == (2, 1)
    assert response.context["count"] == 3
    assert "?stage=registered" in response.content.decode()


def test_the_board_follows_filters_and_order(cast, some, signed_in):
    asked = {"view": "board", "sort": "-last_day", "kind": "resignation"}
    columns = signed_in("hr_lead").get(reverse("departures"), asked).context["columns"]
    assert [row.departure.person.first_name for row in columns[0].rows] == ["Jan"]


def test_nobody_leaving_is_explained(signed_in):
    assert "Nobody is leaving at the moment" in signed_in("hr_lead").get(reverse("departures")).content.decode()


def test_a_search_without_result_says_how_to_go_on(some, signed_in):
    page = signed_in("hr_lead").get(reverse("departures"), {"q": "zzz"}).content.decode()
    assert "No departure fits this search" in page


def test_the_file_holds_what_the_filters_show(some, signed_in):
    response = signed_in("hr_lead").get(reverse("departures"), {"format": "csv", "kind": "resignation"})
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [row[0] for row in rows] == ["Name", "Sofie Martens", "Jan Peeters"]
    assert rows[1][10] == "Bram Nijs"
    assert AuditEntry.objects.first().action == "departures.exported"


def test_a_cell_never_runs_as_a_formula(cast, signed_in):
    register_from_today(cast.another_person(first_name="=cmd|'/C calc'!A0"))
    content = signed_in("hr_lead").get(reverse("departures"), {"format": "csv"}).content.decode("utf-8-sig")
    assert "\n'=cmd" in content.replace("\r", "")


@pytest.mark.parametrize("view", ["list", "board"])
def test_more_rows_take_no_more_statements(cast, signed_in, view):
    browser = signed_in("hr_lead")
    counts = []
    for more in (5, 45):
        for _ in range(more):
            register_from_today(cast.another_person())
        schedule(
            register_from_today(cast.another_person()), cast, at=timezone.now(), starts_at=_another_hour(len(counts))
        )
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(reverse("departures"), {"view": view}).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 9


def _another_hour(number):
    """A working day in about two weeks, at another hour each time."""
    day = workdays("1111100", public_holidays("BE", 2020, 2040)).on_or_after(timezone.localdate() + timedelta(days=12))
    return datetime.combine(day, time(9 + 2 * number), BRUSSELS)

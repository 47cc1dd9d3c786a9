from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import BY, register_from_today
from tests.offboarding.cases import desks, task
from uitzicht.departures.services import advance
from uitzicht.departures.vocabulary import Stage
from uitzicht.offboarding import queries
from uitzicht.offboarding.models import Checklist, Task
from uitzicht.offboarding.services import finish_task, hand_out, start_checklist

LONG_AGO = timezone.localdate() - timedelta(days=400)


def begun_long_ago(departure):
    checklist = start_checklist(departure, by=BY, at=timezone.now())
    Checklist.objects.filter(pk=checklist.pk).update(started_on=LONG_AGO)
    return checklist


@pytest.fixture
def three(cast):
    """Sofie leaves within days and is late with much; Jan later; Piet's checklist has not begun."""
    desks(at=timezone.now())
    sofie = begun_long_ago(register_from_today(cast.leaver, days=4))
    jan = begun_long_ago(register_from_today(cast.colleague, days=120))
    piet = register_from_today(cast.another_person(first_name="Piet", unit=cast.techniek), days=60)
    return {"sofie": sofie, "jan": jan, "piet": piet}


def names(answer):
    return [departure.person.first_name for departure, _unit in answer.context["rows"]]


def row(answer, name):
    return next(one for one, _unit in answer.context["rows"] if one.person.first_name == name)


def test_overdue_comes_first_and_counts_what_the_checklist_counts(three, signed_in):
    answer = signed_in("hr_lead").get(reverse("checklists"))
    assert names(answer) == ["Sofie", "Piet", "Jan"]
    lines = queries.lines(queries.tasks_of(three["sofie"]), on=timezone.localdate())
    sofie = row(answer, "Sofie")
    assert sofie.late == sum(line.late for line in lines) > 0
    assert (sofie.total, sofie.done) == (len(lines), 0)
    assert row(answer, "Jan").late == 0
    assert row(answer, "Piet").total == 0


def test_a_checklist_that_began_today_is_not_late_today(three, signed_in):
    Checklist.objects.update(started_on=timezone.localdate())
    assert row(signed_in("hr_lead").get(reverse("checklists")), "Sofie").late == 0


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?state=late", ["Sofie"]),
        ("?state=all", ["Sofie", "Piet", "Jan"]),
        ("?state=done", []),
        ("?q=jan", ["Jan"]),
        ("?owner=payroll", ["Sofie", "Jan", "Piet"]),
        ("?state=nonsense&page=99", ["Sofie", "Piet", "Jan"]),
    ],
)
def test_the_address_says_what_is_shown(three, signed_in, query, expected):
    found = names(signed_in("hr_lead").get(reverse("checklists") + query))
    assert sorted(found) == sorted(expected)


def test_a_unit_holds_everything_below_it(cast, three, signed_in):
    answer = signed_in("hr_lead").get(reverse("checklists"), {"unit": cast.terminal.pk})
    assert names(answer) == ["Sofie", "Jan"]


def test_done_leaves_the_list_and_a_cancelled_departure_never_stands_on_it(three, signed_in):
    now = timezone.now()
    for left in three["jan"].tasks.order_by("position"):
        Task.objects.filter(pk=left.pk).update(done_at=now, done_by=BY, due_on=LONG_AGO)
    advance(three["piet"], Stage.CANCELLED, by=BY, at=now)
    browser = signed_in("hr_lead")
    assert names(browser.get(reverse("checklists"))) == ["Sofie"]
    assert names(browser.get(reverse("checklists"), {"state": "done"})) == ["Jan"]


def test_things_that_are_still_out_are_counted(cast, three, signed_in):
    for label in ("A", "B"):
        hand_out(cast.leaver, kind="key", label=label, on=None, by=BY, at=timezone.now())
    assert row(signed_in("hr_lead").get(reverse("checklists")), "Sofie").out == 2


def test_a_finished_task_counts(three, signed_in):
    finish_task(task(three["sofie"], "property-it"), by=BY, at=timezone.now())
    assert row(signed_in("hr_lead").get(reverse("checklists")), "Sofie").done == 1


def test_more_departures_take_no_more_statements(cast, three, signed_in):
    browser = signed_in("hr_lead")
    counts = []
    for more in (1, 12):
        for _number in range(more):
            begun_long_ago(register_from_today(cast.another_person(), days=10))
        with CaptureQueriesContext(connection) as statements:
            assert browser.get(reverse("checklists")).status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 9


def test_nothing_to_do_is_explained(cast, signed_in):
    browser = signed_in("hr_lead")
    assert "Nothing is left to do" in browser.get(reverse("checklists")).content.decode()
    assert "No departure fits this search" in browser.get(reverse("checklists"), {"q": "zzz"}).content.decode()

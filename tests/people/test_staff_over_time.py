from datetime import date, timedelta

import pytest

from tests.people.lists import ANN, BERT, DAY, imported, planned
from uitzicht.people import queries
from uitzicht.people.models import Person, Position, Unit
from uitzicht.privacy.models import AuditEntry

pytestmark = pytest.mark.django_db
NEXT_MONTH = date(2026, 4, 1)


def _periods(number: str = "1") -> list[tuple[str, date, date | None]]:
    found = Position.objects.filter(person__employee_number=number).select_related("unit").order_by("valid_from")
    return [(one.unit.name, one.valid_from, one.valid_to) for one in found]


def test_somebody_new_holds_a_position_from_their_first_day():
    assert imported(ANN)["added"] == 1
    assert _periods() == [("Kade", date(2020, 2, 1), None)]
    assert AuditEntry.objects.get(action="staff.imported").detail["added"] == 1


def test_the_same_list_again_changes_nothing():
    imported(ANN, BERT)
    plan = planned(ANN, BERT)
    assert plan.changes_nothing
    assert plan.unchanged == 2
    assert not plan.placings


def test_a_dry_run_writes_nothing():
    planned(ANN, BERT)
    assert not Person.objects.exists()
    assert not Unit.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"Afdeling": "Techniek"},
        {"Functie": "planner"},
        {"Leidinggevende": "2"},
        {"Contract": "vast"},
        {"Uren per week": "19"},
        {"Functiegroep": "Operaties"},
    ],
)
def test_a_change_of_work_ends_a_position_and_begins_the_next(change):
    imported(ANN, BERT)
    before, after = ANN | dict.fromkeys(change, "") | {"Afdeling": "Kade"}, ANN | change
    assert planned(before, on=NEXT_MONTH).changes_nothing, "without the change nothing happens"
    imported(after, on=NEXT_MONTH)
    first, second = _periods()
    assert (first[1], first[2]) == (date(2020, 2, 1), NEXT_MONTH)
    assert (second[1], second[2]) == (NEXT_MONTH, None)


def test_what_was_before_stays_readable():
    imported(ANN)
    imported(ANN | {"Afdeling": "Techniek"}, on=NEXT_MONTH)
    ann = Person.objects.get()
    earlier, later = (queries.position_on(ann, day) for day in (NEXT_MONTH - timedelta(days=1), NEXT_MONTH))
    assert earlier is not None
    assert later is not None
    assert (earlier.unit.name, later.unit.name) == ("Kade", "Techniek")


def test_a_correction_on_the_same_day_replaces():
    imported(ANN)
    imported(ANN | {"Afdeling": "Techniek"}, on=NEXT_MONTH)
    imported(ANN | {"Afdeling": "Atelier"}, on=NEXT_MONTH)
    assert [name for name, _from, _to in _periods()] == ["Kade", "Atelier"]


def test_a_new_name_or_address_changes_the_person_and_no_position():
    imported(ANN)
    plan = planned(ANN | {"Achternaam": "Claes-Maes", "E-mail": "ann@example.org"})
    (line,) = plan.changed
    assert [(change.field, change.old, change.new) for change in line.changes] == [
        ("last_name", "Claes", "Claes-Maes"),
        ("work_email", "", "ann@example.org"),
    ]
    assert not plan.placings


def test_a_dry_run_says_what_was_and_what_comes():
    imported(ANN | {"Uren per week": "38"}, BERT)
    (line,) = planned(ANN | {"Uren per week": "19", "Leidinggevende": "2"}).changed
    assert {(change.field, change.old, change.new) for change in line.changes} == {
        ("working_time", "100 %", "50 %"),
        ("manager", "", "Bert Wuyts"),
    }


def test_an_end_date_ends_person_and_position_on_the_day_after():
    imported(ANN)
    (line,) = planned(ANN | {"Uit dienst": "30/04/2026"}).ended
    assert line.employee_number == "1"
    imported(ANN | {"Uit dienst": "30/04/2026"})
    assert Person.objects.get().ended_on == date(2026, 4, 30)
    assert _periods() == [("Kade", date(2020, 2, 1), date(2026, 5, 1))]


def test_an_end_date_that_is_taken_back_opens_the_position_again():
    imported(ANN | {"Uit dienst": "30/04/2026"})
    imported(ANN | {"Uit dienst": ""})
    assert Person.objects.get().ended_on is None
    assert _periods() == [("Kade", date(2020, 2, 1), None)]


def test_a_list_without_end_dates_leaves_them_alone():
    imported(ANN | {"Uit dienst": "30/04/2026"})
    assert planned(ANN).changes_nothing


def test_an_end_before_the_last_change_drops_that_change():
    imported(ANN)
    imported(ANN | {"Afdeling": "Techniek"}, on=NEXT_MONTH)
    imported(ANN | {"Afdeling": "Techniek", "Uit dienst": "15/03/2026"}, on=NEXT_MONTH)
    assert _periods() == [("Kade", date(2020, 2, 1), date(2026, 3, 16))]


def test_who_comes_back_begins_a_new_period():
    imported(ANN | {"Uit dienst": "30/06/2025"})
    imported(ANN | {"In dienst": "01/03/2026", "Uit dienst": "", "Afdeling": "Techniek"})
    assert _periods() == [
        ("Kade", date(2020, 2, 1), date(2025, 7, 1)),
        ("Techniek", date(2026, 3, 1), None),
    ]


def test_a_corrected_start_moves_the_first_position():
    imported(ANN)
    imported(ANN | {"In dienst": "01/09/2019"})
    assert _periods() == [("Kade", date(2019, 9, 1), None)]


def test_a_start_after_a_known_change_is_refused():
    imported(ANN)
    imported(ANN | {"Afdeling": "Techniek"}, on=NEXT_MONTH)
    (problem,) = planned(ANN | {"Afdeling": "Techniek", "In dienst": "01/05/2026"}).problems
    assert (problem.code, problem.value) == ("starts_too_late", "2026-05-01")


def test_a_start_within_an_earlier_period_is_refused():
    imported(ANN | {"Uit dienst": "30/06/2025"})
    imported(ANN | {"In dienst": "01/03/2026", "Uit dienst": ""})
    (problem,) = planned(ANN | {"In dienst": "01/05/2025", "Uit dienst": ""}).problems
    assert problem.code == "starts_too_early"


def test_who_is_missing_from_a_complete_list_has_ended_the_day_before():
    imported(ANN, BERT)
    assert planned(ANN).ended == [], "a list that is not complete says nothing of others"
    (line,) = planned(ANN, complete=True).ended
    assert line.employee_number == "2"
    imported(ANN, complete=True)
    assert Person.objects.get(employee_number="2").ended_on == DAY - timedelta(days=1)
    assert _periods("2") == [("Kade", date(2020, 2, 1), DAY)]


def test_who_has_yet_to_start_is_not_ended_by_a_complete_list():
    imported(ANN, BERT | {"In dienst": "01/06/2026"})
    assert planned(ANN, complete=True).changes_nothing


def test_who_is_back_on_a_complete_list_works_here_again():
    imported(ANN, BERT)
    imported(ANN, complete=True)
    imported(ANN, BERT, complete=True)
    assert Person.objects.get(employee_number="2").ended_on is None
    assert _periods("2") == [("Kade", date(2020, 2, 1), None)]


def test_the_name_of_the_organisation_at_the_head_of_a_path_is_the_root():
    imported(ANN | {"Afdeling": "Havenlicht > Terminal"}, BERT | {"Afdeling": "Havenlicht"})
    assert sorted(Unit.objects.values_list("name", "parent__name")) == [
        ("Havenlicht", None),
        ("Terminal", "Havenlicht"),
    ]


def test_the_number_of_statements_does_not_follow_the_number_of_people(django_assert_max_num_queries):
    rows = [
        ANN | {"Personeelsnummer": str(n), "Afdeling": f"U{n % 9}", "Leidinggevende": "0" if n else ""}
        for n in range(400)
    ]
    with django_assert_max_num_queries(25):
        imported(*rows)
    with django_assert_max_num_queries(25):
        imported(*(row | {"Functie": "planner"} for row in rows), on=NEXT_MONTH)
    assert Position.objects.count() == 800

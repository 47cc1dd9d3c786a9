import pytest

from tests.people.lists import ANN, BERT, imported, planned
from uitzicht.people.models import Person, Position

CARL = ANN | {"Personeelsnummer": "3", "Voornaam": "Carl", "Achternaam": "Maes", "E-mail": "carl@example.org"}
pytestmark = pytest.mark.django_db


def _manager_of(number: str) -> str | None:
    manager = Position.objects.get(person__employee_number=number, valid_to=None).manager
    return manager.employee_number if manager else None


@pytest.mark.parametrize("said", ["3", "carl@example.org", "Carl@Example.org", "Carl Maes", "maes carl", "Maes, Carl"])
def test_a_manager_is_found_by_number_address_or_name(said):
    imported(ANN | {"Leidinggevende": said}, CARL)
    assert _manager_of("1") == "3"


@pytest.mark.parametrize("said", ["3", "carl@example.org", "Carl Maes"])
def test_a_manager_may_be_known_already_and_not_stand_in_the_list(said):
    imported(CARL)
    imported(ANN | {"Leidinggevende": said})
    assert _manager_of("1") == "3"


def test_a_name_of_two_people_is_not_guessed():
    (problem,) = planned(ANN | {"Leidinggevende": "Carl Maes"}, CARL, CARL | {"Personeelsnummer": "4"}).problems
    assert (problem.row, problem.value, problem.code) == (2, "Carl Maes", "manager_ambiguous")


def test_who_works_here_goes_before_a_namesake_who_has_left():
    gone = CARL | {"Personeelsnummer": "4", "Uit dienst": "31/12/2025"}
    imported(ANN | {"Leidinggevende": "Carl Maes"}, CARL, gone)
    assert _manager_of("1") == "3"


def test_a_circle_is_refused_and_shown_whole():
    plan = planned(ANN | {"Leidinggevende": "3"}, BERT | {"Leidinggevende": "1"}, CARL | {"Leidinggevende": "2"})
    (problem,) = plan.problems
    assert (problem.row, problem.code, problem.details["line"]) == (2, "manager_cycle", "1 → 3 → 2 → 1")


def test_a_circle_that_closes_through_who_is_known_is_refused():
    imported(CARL, BERT | {"Leidinggevende": "3"})
    (problem,) = planned(CARL | {"Leidinggevende": "2"}).problems
    assert (problem.row, problem.code) == (2, "manager_cycle")


def test_an_empty_cell_takes_the_manager_away_and_a_missing_column_does_not():
    imported(ANN | {"Leidinggevende": "3"}, CARL)
    imported(ANN)
    assert _manager_of("1") == "3"
    imported(ANN | {"Leidinggevende": ""})
    assert _manager_of("1") is None


def test_a_manager_who_is_new_in_the_same_list_is_stored_first():
    imported(ANN | {"Leidinggevende": "3"}, CARL)
    assert Person.objects.count() == 2
